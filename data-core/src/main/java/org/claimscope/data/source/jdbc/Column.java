package org.claimscope.data.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One column of an answer, and how its values are written: decimals exact and without exponent,
/// dates and times as ISO, instants in UTC.
///
/// @param place from 1
record Column(int place, String label, Kind kind, boolean nullable) {
    enum Kind {
        DATE,
        TIME,
        LOCAL,
        INSTANT,
        DECIMAL,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        /// Pictures, scans, row versions: nothing for a line of text.
        BINARY,
        TEXT
    }

    static List<Column> of(ResultSetMetaData meta) throws SQLException {
        var columns = new ArrayList<Column>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String type = meta.getColumnTypeName(i);
            columns.add(
                    new Column(
                            i,
                            meta.getColumnLabel(i),
                            kind(
                                    meta.getColumnType(i),
                                    type == null ? "" : type.toLowerCase(Locale.ROOT)),
                            meta.isNullable(i) != ResultSetMetaData.columnNoNulls));
        }
        return columns;
    }

    /// Drivers agree on the number of a type less than on its name: PostgreSQL's `timestamptz` is
    /// told as a TIMESTAMP, Oracle's and SQL Server's have numbers of their own.
    private static Kind kind(int type, String name) {
        if (name.equals("timestamptz")
                || name.equals("datetimeoffset")
                || name.startsWith("timestamp")
                        && name.contains("time zone")
                        && !name.contains("without")) {
            return Kind.INSTANT;
        }
        return switch (type) {
            case Types.DATE -> Kind.DATE;
            case Types.TIME -> name.equals("timetz") ? Kind.TEXT : Kind.TIME;
            case Types.TIMESTAMP -> Kind.LOCAL;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            case Types.REAL -> Kind.FLOAT;
            // PostgreSQL tells its money as a double; its text is exact.
            case Types.FLOAT, Types.DOUBLE -> name.equals("money") ? Kind.TEXT : Kind.DOUBLE;
            case Types.BOOLEAN -> Kind.BOOLEAN;
            case Types.BIT -> name.startsWith("bool") ? Kind.BOOLEAN : Kind.TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BINARY;
            default -> Kind.TEXT;
        };
    }

    /// Empty when it holds no dates and can be no watermark.
    Optional<Watermark.Kind> watermark() {
        return switch (kind) {
            case DATE -> Optional.of(Watermark.Kind.DATE);
            case LOCAL -> Optional.of(Watermark.Kind.LOCAL);
            case INSTANT -> Optional.of(Watermark.Kind.INSTANT);
            case TIME, DECIMAL, FLOAT, DOUBLE, BOOLEAN, BINARY, TEXT -> Optional.empty();
        };
    }

    @Nullable String text(ResultSet row) throws SQLException {
        return switch (kind) {
            case DATE -> {
                LocalDate date = row.getObject(place, LocalDate.class);
                yield date == null ? null : date.toString();
            }
            case TIME -> {
                LocalTime time = row.getObject(place, LocalTime.class);
                yield time == null ? null : DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            }
            case LOCAL -> {
                LocalDateTime time = row.getObject(place, LocalDateTime.class);
                yield time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            }
            case INSTANT -> {
                OffsetDateTime time = row.getObject(place, OffsetDateTime.class);
                yield time == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                time.withOffsetSameInstant(ZoneOffset.UTC));
            }
            case DECIMAL -> decimal(row);
            case FLOAT -> {
                float value = row.getFloat(place);
                yield row.wasNull() ? null : plain(Float.toString(value));
            }
            case DOUBLE -> {
                double value = row.getDouble(place);
                yield row.wasNull() ? null : plain(Double.toString(value));
            }
            case BOOLEAN -> {
                boolean value = row.getBoolean(place);
                yield row.wasNull() ? null : Boolean.toString(value);
            }
            case BINARY -> null;
            case TEXT -> {
                String text = row.getString(place);
                // A zero makes the whole delivery look like a binary file.
                yield text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
            }
        };
    }

    private @Nullable String decimal(ResultSet row) throws SQLException {
        try {
            BigDecimal value = row.getBigDecimal(place);
            return value == null ? null : value.toPlainString();
        } catch (SQLException e) {
            // PostgreSQL's NaN: one bad value, for quarantine, not the end of the feed. If it is
            // the connection that broke, this fails as well.
            return row.getString(place);
        }
    }

    private static String plain(String number) {
        return Character.isDigit(number.charAt(number.length() - 1))
                ? new BigDecimal(number).toPlainString()
                : number;
    }

    /// What [#text] gave, as a watermark; null where it is none.
    static @Nullable Watermark watermark(@Nullable String text) {
        // Infinite dates are years of more than four digits; ISO writes them with a sign.
        return text == null || text.startsWith("+") || text.startsWith("-")
                ? null
                : Watermark.parse(text);
    }
}
