package org.claimscope.data.model;

/// Takes the rows of one entity, field by field, from whatever format they came in.
///
/// A format sets the fields that a record has and ends the row. [#endRow] says "this is the whole
/// record": fields it did not set are absent. [#endPatch] says "this is what changed": fields it
/// did not set keep what other messages told. A row that turns out bad halfway is dropped with
/// [#abandonRow()] (and goes to quarantine), so nothing half-read is ever kept.
public interface RowWriter {
    /// @param field index in [Entity#fields()]
    /// @param utf8 holds the value's bytes, already trimmed
    void text(int field, byte[] utf8, int from, int length);

    void date(int field, int epochDay);

    void money(int field, long cents);

    /// @param tenThousandths units, days or minutes, exact to four decimals
    void quantity(int field, long tenThousandths);

    /// Takes back what earlier messages told about a text or a day (HL7's `""`); only in a patch.
    void clear(int field);

    /// @param line the record's place in the delivery, counted from 1: its first line, segment,
    ///   message or resource, as its format counts
    void endRow(long line);

    /// Of several patches of one key the newest event wins, field by field, in whatever order they
    /// arrive and however often.
    ///
    /// @param line as for [#endRow]
    /// @param eventMicros when the sender says it happened: microseconds since 1970-01-01T00:00Z
    void endPatch(long line, long eventMicros);

    void abandonRow();
}
