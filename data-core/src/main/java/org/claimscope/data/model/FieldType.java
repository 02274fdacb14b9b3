package org.claimscope.data.model;

/// What a field holds, and how it is written in the cache.
public enum FieldType {
    /// Words, codes and identifiers, kept as sent after trimming.
    TEXT("varchar"),
    /// A local calendar date of the facility; no time, no zone.
    DATE("date"),
    /// US dollars, exact to the cent.
    MONEY("decimal(18, 2)"),
    /// Units of service, days, minutes: exact to four decimals, as 837 and 835 allow.
    QUANTITY("decimal(18, 4)");

    private final String sqlType;

    FieldType(String sqlType) {
        this.sqlType = sqlType;
    }

    /// The type in the one DDL.
    public String sqlType() {
        return sqlType;
    }
}
