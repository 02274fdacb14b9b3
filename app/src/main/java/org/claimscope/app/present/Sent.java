package org.claimscope.app.present;

import org.claimscope.data.query.Lineage;

/// A record as it was sent, with what gives it its meaning; never logged.
///
/// @param before such as a header line; may be empty
/// @param record empty when the delivery does not have it
/// @param after what belongs to it; may be empty
public record Sent(String before, String record, String after) {
    public static Sent of(Lineage.Sent sent) {
        return new Sent(lined(sent.before()), lined(sent.record()), lined(sent.after()));
    }

    /// HL7 ends its segments with a carriage return, which draws as nothing.
    private static String lined(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /// All of it, as it would be copied.
    public String text() {
        return (before + "\n" + record + "\n" + after).strip();
    }

    /// Quotes nothing.
    @Override
    public String toString() {
        return "Sent[•••]";
    }
}
