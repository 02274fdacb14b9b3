package org.claimscope.data.format.x12;

import java.util.Locale;
import org.claimscope.data.format.Finding;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.Rejection.Reason;

/// Says why a record was turned away: the segment at fault, the element, the reason, never the
/// value.
final class Rejected {
    /// Longer than any id of the standard (80 characters), with room for senders of their own.
    static final int LONGEST_ID = 200;

    private Rejected() {}

    static Rejection of(
            Segments in, int segment, String element, Reason reason, String explanation) {
        return new Rejection(
                in.number(segment), element, reason, explanation, in.original(segment));
    }

    static Finding asFinding(Rejection r) {
        String where = "segment " + r.line() + (r.column().isEmpty() ? "" : ", " + r.column());
        return new Finding(
                r.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                where,
                r.explanation());
    }
}
