package org.claimscope.data.format;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.format.fhir.FhirFormat;
import org.claimscope.data.format.hl7v2.Hl7Format;

/// All formats whose files tell by themselves what they are.
public final class Formats {
    public static final List<Format> ALL = List.of(new Hl7Format(), new FhirFormat());

    private Formats() {}

    /// The format of a delivery that starts so, in the order of the list.
    public static Optional<Format> of(byte[] head) {
        return ALL.stream().filter(f -> f.fits(head)).findFirst();
    }
}
