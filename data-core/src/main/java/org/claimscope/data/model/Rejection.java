package org.claimscope.data.model;

import java.util.Arrays;

/// A record that could not be taken, with the place and the reason. It goes to quarantine and loses
/// nothing.
///
/// @param line first line of the record in the delivery, from 1
/// @param column the sender's name of the column, or empty when the whole record is at fault
/// @param reason which check failed, as a stable code
/// @param explanation what a person should know; never the value itself
/// @param original the record's bytes as delivered
public record Rejection(
        long line, String column, Reason reason, String explanation, byte[] original) {
    /// Why records are turned away; scripts and the quarantine desk group by these.
    public enum Reason {
        COLUMN_COUNT,
        MISSING_VALUE,
        NULL_TOKEN,
        NOT_A_DATE,
        NOT_MONEY,
        NOT_A_NUMBER,
        UNCLOSED_QUOTE,
        BAD_ENCODING,
        TOO_LONG,
        NOT_IN_LIST,
        /// The unit ends before it is whole: a half-written file, a dropped connection, an envelope
        /// that closes too early.
        CUT_OFF,
        /// The unit is not of the format at all, or its structure is broken.
        MALFORMED,
        /// Loading it failed again and again, whatever it is: it stands aside so that others go on.
        NOT_LOADED,
        /// Psychotherapy, substance-use counselling, social history: never taken, bytes not kept.
        REFUSED_CONTENT
    }

    public Rejection {
        original = original.clone();
    }

    @Override
    public byte[] original() {
        return original.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rejection r
                && line == r.line
                && column.equals(r.column)
                && reason == r.reason
                && explanation.equals(r.explanation)
                && Arrays.equals(original, r.original);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(line) * 31 + reason.hashCode();
    }

    /// Without the bytes: they may hold identifying values.
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + explanation;
    }
}
