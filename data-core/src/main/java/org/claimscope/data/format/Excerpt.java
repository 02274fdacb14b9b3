package org.claimscope.data.format;

/// A record as it was sent, between what gives it its meaning: the header of a table's line, the
/// segments around a segment. Delimited text is in UTF-8, all else in the delivery's own bytes.
///
/// @param before empty when nothing is needed to read the record
/// @param record empty when the delivery has no such place
/// @param after what belongs to the record and follows it; empty when nothing does
public record Excerpt(byte[] before, byte[] record, byte[] after) {
    private static final byte[] NOTHING = {};

    /// A record that is read by itself.
    public static Excerpt of(byte[] record) {
        return new Excerpt(NOTHING, record, NOTHING);
    }

    /// Quotes nothing.
    @Override
    public String toString() {
        return "Excerpt[" + record.length + " bytes]";
    }
}
