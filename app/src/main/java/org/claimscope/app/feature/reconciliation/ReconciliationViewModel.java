package org.claimscope.app.feature.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.app.feature.reconciliation.ReconciliationPage.Compared;
import org.claimscope.app.feature.reconciliation.ReconciliationPage.Differences;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.query.FeedTotals.Agreement;
import org.claimscope.data.query.FeedTotals.Difference;
import org.claimscope.data.query.FeedTotals.Pair;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// Fills the reconciliation page.
public final class ReconciliationViewModel {
    private static final int MOST_RUNS = 2_000;
    private static final int MOST_DIFFERENCES = 500;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);

    private final Queries queries;

    public ReconciliationViewModel(Queries queries) {
        this.queries = queries;
    }

    public ReconciliationPage page() {
        List<RunEntry> runs = queries.runs().reversed();
        List<Agreement> totals = queries.feedTotals();
        long in = runs.stream().mapToLong(RunEntry::rowsIn).sum();
        long loaded = runs.stream().mapToLong(RunEntry::rowsLoaded).sum();
        long same = runs.stream().mapToLong(RunEntry::rowsUnchanged).sum();
        long held = runs.stream().mapToLong(RunEntry::rowsQuarantined).sum();
        long left = in - loaded - same - held;
        List<RunEntry> some = runs.stream().filter(run -> !broughtNothing(run)).toList();
        int nothing = runs.size() - some.size();
        long different = totals.stream().mapToLong(Agreement::different).sum();
        return new ReconciliationPage(
                Figures.count(some.size())
                        + (some.size() == 1 ? " run · " : " runs · ")
                        + (totals.isEmpty()
                                ? "no two feeds tell the same money"
                                : different == 0
                                        ? "all feeds agree"
                                        : Figures.count(different)
                                                + " claims and visits that feeds differ about"),
                Figures.count(in)
                        + " records came = "
                        + Figures.count(loaded)
                        + " loaded + "
                        + Figures.count(same)
                        + " known already + "
                        + Figures.count(held)
                        + " held"
                        + (left == 0 ? "" : " + " + Figures.count(left) + " not accounted for"),
                left == 0,
                runs(some, queries.deliveries()),
                "newest first · money of the records that were taken"
                        + (nothing == 0
                                ? ""
                                : " · " + Figures.count(nothing) + " found nothing new"),
                totals(totals),
                totals.stream()
                        .map(a ->
                                new Compared(
                                        a.pair().name(),
                                        a.source(),
                                        a.pair().one() + " and " + a.pair().other()))
                        .toList());
    }

    /// No file, or one that was read before: an account of nothing.
    private static boolean broughtNothing(RunEntry run) {
        return run.status() == RunEntry.Status.ABSENT
                || run.status() == RunEntry.Status.UNCHANGED && run.rowsIn() == 0;
    }

    private static Table runs(List<RunEntry> runs, Map<Long, Delivery> deliveries) {
        var columns =
                List.of(
                        Column.words("Time"),
                        Column.words("Feed"),
                        Column.name("File"),
                        Column.words("Result"),
                        Column.figure("In", Unit.COUNT),
                        Column.figure("Loaded", Unit.COUNT),
                        Column.figure("Known", Unit.COUNT),
                        Column.figure("Held", Unit.COUNT),
                        Column.figure("Left over", Unit.COUNT),
                        Column.ledger("Charges"),
                        Column.ledger("Paid"));
        var rows = new ArrayList<Row>();
        for (RunEntry run : runs.subList(0, Math.min(MOST_RUNS, runs.size()))) {
            @Nullable Delivery delivery = run.deliveryId().map(deliveries::get).orElse(null);
            boolean undone = delivery != null && delivery.undoneAt().isPresent();
            boolean failed =
                    run.status() == RunEntry.Status.FAILED
                            || run.status() == RunEntry.Status.REFUSED;
            String result = (undone ? "undone" : run.status().name()).toLowerCase(Locale.ROOT);
            rows.add(
                    Row.of(
                            Cell.of(moment(run.startedAt())),
                            Cell.of(run.feed()),
                            Cell.of(delivery == null ? "" : delivery.fileName()),
                            failed ? Cell.warning(result) : Cell.of(result),
                            Cell.of(run.rowsIn()),
                            Cell.of(run.rowsLoaded()),
                            Cell.of(run.rowsUnchanged()),
                            Cell.of(run.rowsQuarantined()),
                            Cell.of(
                                    run.rowsIn()
                                            - run.rowsLoaded()
                                            - run.rowsUnchanged()
                                            - run.rowsQuarantined()),
                            money(run.billed()),
                            money(run.paid())));
        }
        return rows.isEmpty()
                ? Table.empty(columns, "runs")
                : new Table(columns, rows, null, "runs");
    }

    private static Table totals(List<Agreement> totals) {
        var columns =
                List.of(
                        Column.name("Told by"),
                        Column.words("and by"),
                        Column.words("Sender"),
                        Column.figure("Compared", Unit.COUNT),
                        Column.figure("Differ", Unit.COUNT),
                        Column.ledger("First"),
                        Column.ledger("Second"),
                        Column.ledger("Difference"),
                        Column.words("Result"));
        var rows = new ArrayList<Row>();
        for (Agreement a : totals) {
            rows.add(
                    Row.of(
                            Cell.of(a.pair().one()),
                            Cell.of(a.pair().other()),
                            Cell.of(a.source()),
                            Cell.of(a.compared()),
                            Cell.of(a.different()),
                            Cell.of(a.one().doubleValue()),
                            Cell.of(a.other().doubleValue()),
                            Cell.of(a.one().subtract(a.other()).doubleValue()),
                            a.different() == 0 ? Cell.of("agree") : Cell.warning("differ")));
        }
        return rows.isEmpty()
                ? Table.empty(columns, "totals that two feeds tell")
                : new Table(columns, rows, null, "totals");
    }

    /// What two tellings differ about, the largest difference first.
    public Differences differences(Compared which) {
        Pair pair = Pair.valueOf(which.pair());
        boolean claims = pair.table().equals("claim");
        List<Difference> found = queries.differences(pair, which.source(), MOST_DIFFERENCES + 1);
        var columns =
                List.of(
                        Column.name(claims ? "Claim" : "Encounter"),
                        Column.ledger("First"),
                        Column.ledger("Second"),
                        Column.ledger("Difference"));
        var rows = new ArrayList<Row>();
        for (Difference d : found.subList(0, Math.min(MOST_DIFFERENCES, found.size()))) {
            Row row =
                    Row.of(
                            Cell.of(Place.masked(d.key())),
                            Cell.of(d.one().doubleValue()),
                            Cell.of(d.other().doubleValue()),
                            Cell.of(d.one().subtract(d.other()).doubleValue()));
            rows.add(claims ? row.opening(Place.claim(d.key())) : row);
        }
        return new Differences(
                which.title(),
                (found.size() > MOST_DIFFERENCES
                                ? "the " + MOST_DIFFERENCES + " that differ most"
                                : Figures.count(found.size()) + " differ")
                        + " · largest first",
                rows.isEmpty()
                        ? Table.empty(columns, "differences")
                        : new Table(columns, rows, null, "differences"));
    }

    private static Cell money(@Nullable BigDecimal dollars) {
        return dollars == null ? Cell.absent() : Cell.of(dollars.doubleValue());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }
}
