package org.claimscope.data.format;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.format.codeset.CodeSetFormat;
import org.claimscope.data.format.fhir.FhirFormat;
import org.claimscope.data.format.hl7v2.Hl7Format;
import org.claimscope.data.format.x12.X12Format;

/// The formats whose files tell by themselves what they are; what none of them claims is read as
/// delimited text under a mapping profile.
public final class Formats {
    public static final List<Format> ALL =
            List.of(new X12Format(), new Hl7Format(), new FhirFormat(), new CodeSetFormat());

    private Formats() {}

    /// @param id as deliveries quote it, such as `x12`
    public static Optional<Format> named(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /// Where a record is in a delivery, such as `line 12, DOB` or `segment 41, CLP03`.
    ///
    /// @param kind what the delivery is: a format's id, or the table of plain rows
    public static String place(String kind, long place, String column) {
        return named(kind).map(Format::unit).orElse("line")
                + " "
                + place
                + (column.isEmpty() ? "" : ", " + column);
    }

    /// @param head the first bytes of a delivery, up to [Format#HEAD]
    public static Optional<Format> of(byte[] head) {
        return ALL.stream().filter(format -> format.fits(head)).findFirst();
    }
}
