package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// The saved reports: fixed questions with fixed columns that scripts rely on.
public enum Report {
    /// Total charge per provider by the provider's department, by service date. All rows whose
    /// provider is not known are one group with empty names.
    CHARGE_BY_PROVIDER_DEPARTMENT,
    /// The same for each month.
    CHARGE_BY_PROVIDER_DEPARTMENT_BY_MONTH,
    /// What is odd about the data, by source: references that point nowhere or contradict each
    /// other, dates in impossible order, payments above charges, provider numbers that fail their
    /// check.
    DATA_QUALITY,
    /// What became of every record and dollar of every run of a feed, oldest first: records in =
    /// loaded + unchanged + quarantined. What is left over is told, never hidden. The money is that
    /// of the records that were taken; quarantined ones could not be read.
    RECONCILIATION,
    /// Whether feeds that tell the same money agree, for each pair of tellings and each sender: how
    /// many claims or visits both tell of, how many of them differ, and both sums.
    FEED_TOTALS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws ClaimscopeException USER when there is no such report
    public static Report named(String id) {
        return Arrays.stream(values())
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "There is no report "
                                        + id
                                        + ". There are: "
                                        + Arrays.stream(values())
                                                .map(Report::id)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    public List<String> header() {
        return switch (this) {
            case CHARGE_BY_PROVIDER_DEPARTMENT ->
                    List.of(
                            "Provider_Name",
                            "Dept_Name",
                            "ProviderID",
                            "tx",
                            "Total_Charge_Amt",
                            "Total_Paid_Amt");
            case CHARGE_BY_PROVIDER_DEPARTMENT_BY_MONTH ->
                    List.of(
                            "Provider_Name",
                            "Dept_Name",
                            "ProviderID",
                            "YYYYMM",
                            "tx",
                            "Total_Charge_Amt",
                            "Total_Paid_Amt");
            case DATA_QUALITY -> List.of("source", "check", "rows", "of");
            case RECONCILIATION ->
                    List.of(
                            "started",
                            "feed",
                            "file",
                            "status",
                            "records",
                            "loaded",
                            "unchanged",
                            "quarantined",
                            "unaccounted",
                            "billed",
                            "paid");
            case FEED_TOTALS ->
                    List.of(
                            "source",
                            "one",
                            "other",
                            "compared",
                            "different",
                            "total_one",
                            "total_other");
        };
    }

    /// The report's rows, in a fixed order.
    ///
    /// @param year the year of service, empty for all; has no part in data quality
    public List<List<String>> rows(Queries queries, Optional<Integer> year) {
        return switch (this) {
            case CHARGE_BY_PROVIDER_DEPARTMENT -> charges(queries, year, false);
            case CHARGE_BY_PROVIDER_DEPARTMENT_BY_MONTH -> charges(queries, year, true);
            case DATA_QUALITY ->
                    queries.dataQuality().stream()
                            .map(f ->
                                    List.of(
                                            f.source(),
                                            f.check(),
                                            Long.toString(f.rows()),
                                            Long.toString(f.of())))
                            .toList();
            case RECONCILIATION -> {
                Map<Long, Delivery> deliveries = queries.deliveries();
                yield queries.runs().stream()
                        .map(run ->
                                reconciled(run, run.deliveryId().map(deliveries::get).orElse(null)))
                        .toList();
            }
            case FEED_TOTALS ->
                    queries.feedTotals().stream()
                            .map(a ->
                                    List.of(
                                            a.source(),
                                            a.pair().one(),
                                            a.pair().other(),
                                            Long.toString(a.compared()),
                                            Long.toString(a.different()),
                                            a.one().toPlainString(),
                                            a.other().toPlainString()))
                            .toList();
        };
    }

    /// @param delivery what the run brought; null when it brought nothing
    private static List<String> reconciled(RunEntry run, @Nullable Delivery delivery) {
        boolean undone = delivery != null && delivery.undoneAt().isPresent();
        long unaccounted =
                run.rowsIn() - run.rowsLoaded() - run.rowsUnchanged() - run.rowsQuarantined();
        return List.of(
                run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                run.feed(),
                delivery == null ? "" : delivery.fileName(),
                (undone ? "undone" : run.status().name()).toLowerCase(Locale.ROOT),
                Long.toString(run.rowsIn()),
                Long.toString(run.rowsLoaded()),
                Long.toString(run.rowsUnchanged()),
                Long.toString(run.rowsQuarantined()),
                Long.toString(unaccounted),
                plain(run.billed()),
                plain(run.paid()));
    }

    /// By provider id and month; the group without a provider first.
    private static List<List<String>> charges(
            Queries queries, Optional<Integer> year, boolean monthly) {
        MetricQuery query =
                MetricQuery.of("transaction_count", "charges", "payments")
                        .by(Dimension.PROVIDER, Dimension.PROVIDER_DEPARTMENT)
                        .dated(DateRole.SERVICE_DATE);
        if (monthly) {
            query = query.per(Grain.MONTH);
        }
        if (year.isPresent()) {
            query = query.between(LocalDate.of(year.get(), 1, 1), LocalDate.of(year.get(), 12, 31));
        }
        var rows = new ArrayList<List<String>>();
        try (Frame frame = queries.run(query)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String key = frame.text("provider_key", r);
                var row = new ArrayList<String>();
                row.add(key == null ? "" : text(frame, "provider", r));
                row.add(
                        frame.text("provider_department_key", r) == null
                                ? ""
                                : text(frame, "provider_department", r));
                row.add(key == null ? "" : key.substring(key.indexOf('/') + 1));
                if (monthly) {
                    row.add(month(frame.date("period", r)));
                }
                row.add(plain(frame.number("transaction_count", r)));
                row.add(plain(frame.number("charges", r)));
                row.add(plain(frame.number("payments", r)));
                rows.add(List.copyOf(row));
            }
        }
        rows.sort(Comparator.comparing(r -> r.get(2) + "\0" + (monthly ? r.get(3) : "")));
        return rows;
    }

    private static String text(Frame frame, String column, int row) {
        String value = frame.text(column, row);
        return value == null ? "" : value;
    }

    private static String month(@Nullable LocalDate start) {
        return start == null ? "" : start.toString().substring(0, 7).replace("-", "");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
