package org.claimscope.app.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.task.Tasks;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Learns beside the window what the frame around the pages shows of the workspace: which months
/// and members there are, and how fresh the feeds are.
final class Lookout {
    private final DataCore core;
    private final Tasks tasks;
    private final Consumer<String> tell;

    /// @param months that have ledger rows, oldest first
    /// @param newest the newest complete month; empty without rows
    record Known(List<YearMonth> months, Optional<PageContext> newest) {}

    Lookout(DataCore core, Tasks tasks, Consumer<String> tell) {
        this.core = core;
        this.tasks = tasks;
        this.tell = tell;
    }

    /// @param known gets nothing known when looking failed, after the reason was told
    void months(Consumer<Known> known) {
        tasks.run(
                "look",
                "Looking at the workspace",
                (job, progress) -> {
                    Queries queries = core.query().until(job);
                    return new Known(months(queries), PageContext.newest(queries));
                },
                known,
                e -> {
                    tell.accept(String.valueOf(e.getMessage()));
                    known.accept(new Known(List.of(), Optional.empty()));
                });
    }

    private static List<YearMonth> months(Queries queries) {
        var months = new ArrayList<YearMonth>();
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").per(Grain.MONTH))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                if (start != null) {
                    months.add(YearMonth.from(start));
                }
            }
        }
        return months;
    }

    void members(String dimension, Consumer<List<Filters.Member>> found) {
        tasks.run(
                "members " + dimension,
                "Members of " + dimension,
                (job, progress) -> members(core.query().until(job), dimension),
                found,
                e -> tell.accept(String.valueOf(e.getMessage())));
    }

    private static List<Filters.Member> members(Queries queries, String dimension) {
        Dimension d = queries.catalog().dimension(dimension);
        var members = new ArrayList<Filters.Member>();
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").by(d))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String label = String.valueOf(frame.text(dimension, r));
                String key = frame.text(dimension + "_key", r);
                members.add(new Filters.Member(key == null ? label : key, label));
            }
        }
        return members;
    }

    /// When each feed's newest delivery came. Asked beside the window, because a commit may hold
    /// the store for as long as the disk takes.
    void freshness(Consumer<SortedMap<String, Instant>> newest) {
        tasks.run(
                "freshness",
                "Freshness of the feeds",
                (job, progress) -> core.freshness(),
                newest,
                e -> tell.accept(String.valueOf(e.getMessage())));
    }
}
