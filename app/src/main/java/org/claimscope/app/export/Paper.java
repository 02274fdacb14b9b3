package org.claimscope.app.export;

import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The sheets that printers hold.
public enum Paper {
    A4(PDRectangle.A4),
    LETTER(PDRectangle.LETTER);

    private static final Set<String> LETTER_COUNTRIES =
            Set.of("US", "CA", "MX", "PH", "CL", "CO", "VE");

    private final PDRectangle size;

    Paper(PDRectangle size) {
        this.size = size;
    }

    /// The usual one of a country.
    public static Paper of(Locale locale) {
        return LETTER_COUNTRIES.contains(locale.getCountry()) ? LETTER : A4;
    }

    PDRectangle size(boolean wide) {
        return wide
                ? new PDRectangle(/* width= */ size.getHeight(), /* height= */ size.getWidth())
                : size;
    }
}
