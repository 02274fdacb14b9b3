package org.claimscope.data.model;

/// Takes the rows of one entity, field by field, from whatever format they came in.
///
/// A format sets the fields that a record has and ends the row; fields it did not set are absent. A
/// row that turns out bad halfway is dropped with [#abandonRow()] (and goes to quarantine), so
/// nothing half-read is ever kept.
public interface RowWriter {
    /// @param field index in [Entity#fields()]
    /// @param utf8 holds the value's bytes, already trimmed
    void text(int field, byte[] utf8, int from, int length);

    void date(int field, int epochDay);

    void money(int field, long cents);

    /// @param line the record's first line in the delivery, counted from 1
    void endRow(long line);

    void abandonRow();
}
