package org.claimscope.data.model;

/// Takes rows, counts them and keeps none: for a look into a delivery.
public final class CountedRows implements RowWriter {
    private long count;

    /// Rows that were ended.
    public long count() {
        return count;
    }

    @Override
    public void text(int field, byte[] utf8, int from, int length) {}

    @Override
    public void date(int field, int epochDay) {}

    @Override
    public void money(int field, long cents) {}

    @Override
    public void quantity(int field, long tenThousandths) {}

    @Override
    public void clear(int field) {}

    @Override
    public void endRow(long line) {
        count++;
    }

    @Override
    public void endPatch(long line, long eventMicros) {
        count++;
    }

    @Override
    public void abandonRow() {}
}
