package org.claimscope.app.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Op;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what is asked for: the same for `query` and `drill`.
final class QueryOptions {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*([a-zA-Z_0-9]+)\\s*(!=|>=|<=|=|>|<|~)\\s*(.*?)\\s*");

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIM",
            description = "Split by dimensions; day, week, month, quarter, year too.")
    List<String> by = new ArrayList<>();

    @Option(names = "--grain", paramLabel = "day|week|month|quarter|year")
    @Nullable String grain;

    @Option(names = "--from", paramLabel = "D", description = "First day, as 2024-01-31.")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day, included.")
    @Nullable LocalDate to;

    @Option(
            names = "--date-role",
            paramLabel = "R",
            description =
                    "The date that decides: service_date, posting_date, payment_date, submission_date, adjudication_date.")
    @Nullable String dateRole;

    @Option(
            names = "--as-of",
            paramLabel = "D",
            description = "The business day whose state is shown.")
    @Nullable LocalDate asOf;

    @Option(
            names = "--where",
            paramLabel = "'field=value'",
            description = "A condition; = != > >= < <= ~ (contains). a|b means either.")
    List<String> where = new ArrayList<>();

    @Option(
            names = "--having",
            paramLabel = "'measure>0.1'",
            description = "A condition on a result.")
    List<String> having = new ArrayList<>();

    @Option(names = "--order", split = ",", paramLabel = "ID[:desc]")
    List<String> order = new ArrayList<>();

    MetricQuery query(List<String> measures, Catalog catalog, int limit) {
        var dimensions = new ArrayList<Dimension>();
        Optional<Grain> period = Optional.ofNullable(grain).map(QueryOptions::grain);
        for (String word : by) {
            Optional<Grain> named = Grain.named(word.strip());
            if (named.isPresent()) {
                if (period.isPresent() && period.get() != named.get()) {
                    throw wrong("Only one of day, week, month, quarter and year at a time.");
                }
                period = named;
            } else {
                dimensions.add(catalog.dimension(word.strip()));
            }
        }
        return new MetricQuery(
                measures,
                dimensions,
                period,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(dateRole).map(QueryOptions::role),
                Optional.ofNullable(asOf),
                where.stream().map(w -> filter(w, catalog)).toList(),
                having.stream().map(QueryOptions::having).toList(),
                order.stream().map(QueryOptions::order).toList(),
                limit);
    }

    private static Grain grain(String word) {
        return Grain.named(word)
                .orElseThrow(() ->
                        wrong("--grain is day, week, month, quarter or year, not " + word + "."));
    }

    private static DateRole role(String word) {
        return DateRole.named(word)
                .orElseThrow(() ->
                        wrong(
                                "There is no date "
                                        + word
                                        + ". There are: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(DateRole.values())
                                                        .map(DateRole::id)
                                                        .toList())
                                        + "."));
    }

    private static MetricQuery.Filter filter(String text, Catalog catalog) {
        Matcher m = CONDITION.matcher(text);
        if (!m.matches()) {
            throw wrong("--where takes field=value, not '" + text + "'.");
        }
        return new MetricQuery.Filter(
                catalog.dimension(m.group(1)),
                op(m.group(2)),
                List.of(m.group(3).split("\\|", -1)));
    }

    private static MetricQuery.Having having(String text) {
        Matcher m = CONDITION.matcher(text);
        try {
            if (m.matches()) {
                return new MetricQuery.Having(
                        m.group(1), op(m.group(2)), new BigDecimal(m.group(3)));
            }
        } catch (NumberFormatException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "--having compares with a number: '" + text + "'.", e);
        }
        throw wrong("--having takes measure>number, not '" + text + "'.");
    }

    private static MetricQuery.Order order(String text) {
        int colon = text.indexOf(':');
        String by = colon < 0 ? text : text.substring(0, colon);
        String direction = colon < 0 ? "asc" : text.substring(colon + 1);
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw wrong("--order takes ID, ID:asc or ID:desc, not '" + text + "'.");
        }
        return new MetricQuery.Order(by.strip(), direction.equals("desc"));
    }

    private static Op op(String sign) {
        return switch (sign) {
            case "=" -> Op.EQUAL;
            case "!=" -> Op.NOT_EQUAL;
            case ">" -> Op.GREATER;
            case ">=" -> Op.GREATER_OR_EQUAL;
            case "<" -> Op.LESS;
            case "<=" -> Op.LESS_OR_EQUAL;
            case "~" -> Op.CONTAINS;
            default -> throw wrong("unknown comparison " + sign);
        };
    }

    private static ClaimscopeException wrong(String message) {
        return new ClaimscopeException(ErrorKind.USER, message);
    }
}
