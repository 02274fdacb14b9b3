package org.claimscope.app.feature.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.app.present.Ages;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Formats;
import org.claimscope.data.sync.OwnProfiles;

/// Fills the feeds page, and decides about records in quarantine.
public final class FeedsViewModel {
    private static final int MOST_RUNS = 400;
    private static final int MOST_HELD = 500;
    private static final int MOST_DELIVERIES = 200;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.US);

    private final DataCore core;

    public FeedsViewModel(DataCore core) {
        this.core = core;
    }

    public FeedsPage page() {
        List<RunEntry> runs = core.workspace().journal().runs(MOST_RUNS);
        List<QuarantineItem> held =
                core.workspace().quarantine().list(QuarantineItem.Status.OPEN, MOST_HELD);
        Map<String, Instant> newest = core.freshness();
        int open = core.workspace().quarantine().open();
        return new FeedsPage(
                newest.size()
                        + (newest.size() == 1 ? " feed · " : " feeds · ")
                        + Figures.count(open)
                        + (open == 1
                                ? " record held, nothing lost"
                                : " records held, nothing lost"),
                feeds(newest, runs, held),
                runs(runs),
                held.stream().map(FeedsViewModel::held).toList(),
                deliveries());
    }

    private Table feeds(
            Map<String, Instant> newest, List<RunEntry> runs, List<QuarantineItem> held) {
        var columns =
                List.of(
                        Column.name("Feed"),
                        Column.words("Last"),
                        Column.figure("Rows in, log", Unit.COUNT),
                        Column.figure("Loaded", Unit.COUNT),
                        Column.figure("Held", Unit.COUNT),
                        Column.words("State"));
        Instant now = core.workspace().clock().instant();
        var in = new HashMap<String, long[]>();
        for (RunEntry run : runs) {
            long[] sums = in.computeIfAbsent(run.feed(), f -> new long[2]);
            sums[0] += run.rowsIn();
            sums[1] += run.rowsLoaded();
        }
        var rows = new ArrayList<Row>();
        double allIn = 0;
        double allLoaded = 0;
        for (var feed : newest.entrySet()) {
            Duration age = Duration.between(feed.getValue(), now);
            long[] sums = in.getOrDefault(feed.getKey(), new long[2]);
            long waiting = held.stream().filter(h -> h.feed().equals(feed.getKey())).count();
            allIn += sums[0];
            allLoaded += sums[1];
            rows.add(
                    Row.of(
                            Cell.of(feed.getKey()),
                            Cell.of(Ages.words(age)),
                            Cell.of(sums[0]),
                            Cell.of(sums[1]),
                            Cell.of(waiting),
                            Cell.of(Ages.stale(age) ? "stale" : "current")));
        }
        return rows.isEmpty()
                ? Table.empty(columns, "feeds")
                : new Table(
                        columns,
                        rows,
                        Row.of(
                                Cell.of(rows.size() + " feeds"),
                                Cell.of(""),
                                Cell.of(allIn),
                                Cell.of(allLoaded),
                                Cell.of(held.size()),
                                Cell.of("")),
                        "feeds");
    }

    private static Table runs(List<RunEntry> runs) {
        var columns =
                List.of(
                        Column.words("Time"),
                        Column.name("Feed"),
                        Column.figure("In", Unit.COUNT),
                        Column.figure("Loaded", Unit.COUNT),
                        Column.figure("Same", Unit.COUNT),
                        Column.figure("Held", Unit.COUNT),
                        Column.figure("Closed", Unit.COUNT),
                        Column.words("Took"),
                        Column.words("Result"));
        List<Row> rows =
                runs.stream()
                        .map(r ->
                                Row.of(
                                        Cell.of(moment(r.startedAt())),
                                        Cell.of(r.feed()),
                                        Cell.of(r.rowsIn()),
                                        Cell.of(r.rowsLoaded()),
                                        Cell.of(r.rowsUnchanged()),
                                        Cell.of(r.rowsQuarantined()),
                                        Cell.of(r.rowsClosed()),
                                        Cell.of(
                                                String.format(
                                                        Locale.US,
                                                        "%.1f s",
                                                        r.duration().toMillis() / 1000.0)),
                                        Cell.of(
                                                result(r.status())
                                                        + (r.message().isEmpty()
                                                                ? ""
                                                                : ": " + r.message()))))
                        .toList();
        return new Table(columns, rows, null, "runs");
    }

    private static FeedsPage.Held held(QuarantineItem item) {
        return new FeedsPage.Held(
                item.id(),
                item.feed(),
                item.fileName(),
                Formats.place(item.entity(), item.line(), item.column()),
                item.reason().toLowerCase(Locale.US).replace('_', ' '),
                item.explanation());
    }

    private List<FeedsPage.Delivered> deliveries() {
        List<Delivery> all = core.workspace().journal().deliveries().reversed();
        return all.stream()
                .filter(d -> d.undoneAt().isEmpty())
                .limit(MOST_DELIVERIES)
                .map(d ->
                        new FeedsPage.Delivered(
                                d.id(), d.feed(), d.fileName(), moment(d.receivedAt())))
                .toList();
    }

    /// As short as its column.
    private static String result(RunEntry.Status status) {
        return switch (status) {
            case LOADED -> "loaded";
            case UNCHANGED -> "same";
            case ABSENT -> "absent";
            case REFUSED -> "refused";
            case INACTIVE -> "inactive";
            case FAILED -> "failed";
        };
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }

    /// The bytes of a held record as they came. They may identify a person: the look is noted
    /// first.
    public String original(long id) {
        core.workspace().audit().append("reveal", "quarantine " + id, "quarantine desk", "{}");
        return new String(
                core.workspace().quarantine().show(id).original(), StandardCharsets.UTF_8);
    }

    /// What became of some records that were decided about together.
    ///
    /// @param left what the first of those said that stay in quarantine; empty when none does
    public record Decided(int done, int asked, String left) {
        /// Such as `9 of 12 records are loaded. Record 7 is still not readable …`
        public String words(String done) {
            return (asked == 1 ? "The record is " : this.done + " of " + asked + " records are ")
                    + done
                    + (left.isEmpty() ? "" : ". " + left);
        }
    }

    /// Reads records again, each by itself: one that is still not readable keeps none of the
    /// others.
    ///
    /// @param corrections column to value; none to read them as they are, after a change of the
    ///   profile
    /// @throws ClaimscopeException USER when none of them can be read
    public Decided reprocess(List<Long> ids, Map<String, String> corrections) {
        var profiles = new OwnProfiles(core.workspace().directory()).all();
        int done = 0;
        ClaimscopeException left = null;
        for (long id : ids) {
            try {
                core.reprocessing().run(id, corrections, profiles);
                done++;
            } catch (ClaimscopeException e) {
                if (e.kind() != ErrorKind.USER) {
                    throw e;
                }
                left = left == null ? e : left;
            }
        }
        if (left != null && done == 0) {
            throw left;
        }
        return new Decided(done, ids.size(), left == null ? "" : String.valueOf(left.getMessage()));
    }

    public Decided discard(List<Long> ids, String reason) {
        ids.forEach(id -> core.workspace().resolve(id, QuarantineItem.Status.DISCARDED, reason));
        return new Decided(ids.size(), ids.size(), "");
    }

    public Delivery undo(long deliveryId) {
        return core.sync().undo(deliveryId, new OwnProfiles(core.workspace().directory()).all());
    }
}
