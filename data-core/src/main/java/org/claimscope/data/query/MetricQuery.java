package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;

/// A question in the catalog's words: the only way to the data.
///
/// @param measures ids of KPIs, at least one
/// @param from first day of the period, empty for the beginning
/// @param to last day of the period, included; empty for the end
/// @param dateRole the date that decides the period, empty for each measure's own
/// @param asOf the business day whose state is shown; empty for today, and then nothing is cut off
/// @param limit most rows to return, 0 for all
public record MetricQuery(
        List<String> measures,
        List<Dimension> dimensions,
        Optional<Grain> grain,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<DateRole> dateRole,
        Optional<LocalDate> asOf,
        List<Filter> filters,
        List<Having> having,
        List<Order> order,
        int limit) {
    public MetricQuery {
        measures = List.copyOf(measures);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }

    /// The measures, all time, no split.
    public static MetricQuery of(String... measures) {
        return new MetricQuery(
                List.of(measures),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    /// The same question about other measures; conditions on the answers and their order, which
    /// name measures, are left out.
    public MetricQuery about(String... others) {
        return new MetricQuery(
                List.of(others),
                dimensions,
                grain,
                from,
                to,
                dateRole,
                asOf,
                filters,
                List.of(),
                List.of(),
                limit);
    }

    public MetricQuery by(Dimension... split) {
        return new MetricQuery(
                measures,
                List.of(split),
                grain,
                from,
                to,
                dateRole,
                asOf,
                filters,
                having,
                order,
                limit);
    }

    public MetricQuery per(Grain period) {
        return new MetricQuery(
                measures,
                dimensions,
                Optional.of(period),
                from,
                to,
                dateRole,
                asOf,
                filters,
                having,
                order,
                limit);
    }

    public MetricQuery between(LocalDate first, LocalDate last) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                Optional.of(first),
                Optional.of(last),
                dateRole,
                asOf,
                filters,
                having,
                order,
                limit);
    }

    public MetricQuery dated(DateRole role) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                from,
                to,
                Optional.of(role),
                asOf,
                filters,
                having,
                order,
                limit);
    }

    public MetricQuery asOf(LocalDate day) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                from,
                to,
                dateRole,
                Optional.of(day),
                filters,
                having,
                order,
                limit);
    }

    /// Adds conditions; all must hold.
    public MetricQuery where(Filter... conditions) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                from,
                to,
                dateRole,
                asOf,
                Stream.concat(filters.stream(), Stream.of(conditions)).toList(),
                having,
                order,
                limit);
    }

    public MetricQuery having(Having... conditions) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                from,
                to,
                dateRole,
                asOf,
                filters,
                List.of(conditions),
                order,
                limit);
    }

    public MetricQuery ordered(int rows, Order... by) {
        return new MetricQuery(
                measures,
                dimensions,
                grain,
                from,
                to,
                dateRole,
                asOf,
                filters,
                having,
                List.of(by),
                rows);
    }

    /// A condition on a row.
    ///
    /// @param values compared with the member's label and its key; several mean any of them
    public record Filter(Dimension dimension, Op op, List<String> values) {
        public Filter {
            values = List.copyOf(values);
        }

        public static Filter is(Dimension dimension, String... values) {
            return new Filter(dimension, Op.EQUAL, List.of(values));
        }
    }

    /// A condition on a result, such as a denial rate above 0.1.
    public record Having(String measure, Op op, BigDecimal value) {
        public Having {
            value = plain(value);
        }
    }

    /// The engine reads no exponents: 5E+3 is 5000.
    static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /// @param by a measure, a dimension or the grain
    public record Order(String by, boolean descending) {}

    /// How a value is compared.
    public enum Op {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        CONTAINS
    }
}
