package org.claimscope.data.format;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.format.x12.X12Format;

/// The formats whose files tell by themselves what they are; delimited text needs a profile and is
/// not among them.
public final class Formats {
    public static final List<Format> ALL = List.of(new X12Format());

    private Formats() {}

    /// The format of a delivery.
    ///
    /// @param head its first [Format#HEAD] bytes, or all of them when there are fewer
    public static Optional<Format> of(byte[] head) {
        return ALL.stream().filter(format -> format.fits(head)).findFirst();
    }
}
