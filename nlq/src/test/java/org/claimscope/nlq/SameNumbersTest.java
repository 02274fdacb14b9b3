package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.score.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every form of the field's questions gives the numbers that the same query gives on a dashboard.
/// Its members are exchanged for members of the sample hospital; the query is made here, without
/// the planner.
final class SameNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

    @TempDir Path temp;

    @Test
    void answersAreTheDashboardsNumbers() throws Exception {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(7, TODAY, 60).writeTo(feed);
        Clock noon = Clock.fixed(Instant.parse("2025-06-30T12:00:00Z"), ZoneOffset.UTC);
        try (DataCore core =
                DataCore.create(temp.resolve("w"), new Credentials.None(), noon, "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(feed),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            ValueIndex values = ValueIndex.of(core.query());
            var nlq = new Nlq(core.query(), values);
            int compared = 0;
            int withRows = 0;
            for (String file :
                    List.of(
                            "field/gold.jsonl",
                            "field/gold-second.jsonl",
                            "field/gold-third.jsonl",
                            "field/gold-fourth.jsonl",
                            "field/gold-fifth.jsonl",
                            "field/gold-sixth.jsonl")) {
                for (Turn turn : Turn.read(Forms.lines(file))) {
                    QuestionForm form = known(turn.wanted().orElseThrow(), values);
                    Optional<MetricQuery> query = dashboards(form, turn.asOf());
                    if (query.isPresent()
                            && splits(core, query.get())
                            && nlq.answer(form, turn.asOf())
                                    instanceof Outcome.Answered(QuestionForm _, Answer answer)) {
                        assertSame(core, query.get(), answer, turn.question());
                        compared++;
                        withRows += answer.rows().isEmpty() ? 0 : 1;
                    }
                }
            }
            System.out.println("answers compared: " + compared + ", with rows: " + withRows);
            assertTrue(compared > 250, "compared " + compared);
            assertTrue(withRows > 200, "with rows " + withRows);
            assertEquals(0, core.workspace().arrowBytes());
        }
    }

    /// The same form about members that the sample hospital has.
    private static QuestionForm known(QuestionForm form, ValueIndex values) {
        var filters = new ArrayList<Filter>();
        for (Filter f : form.filters()) {
            List<String> members = values.members(f.field());
            if (f.value() instanceof Filter.Members(List<String> names)
                    && !members.isEmpty()
                    && f.op() != Op.CONTAINS) {
                List<String> others =
                        names.stream()
                                .map(n ->
                                        members.contains(n)
                                                ? n
                                                : members.get(
                                                        Math.floorMod(
                                                                n.hashCode(), members.size())))
                                .distinct()
                                .toList();
                filters.add(new Filter(f.field(), f.op(), new Filter.Members(others), f.level()));
            } else {
                filters.add(f);
            }
        }
        return form.withFilters(filters);
    }

    /// Measures with their splits, filters and window; comparisons and listings have tests of their
    /// own.
    private static Optional<MetricQuery> dashboards(QuestionForm form, LocalDate asOf) {
        boolean plain =
                form.action() == QuestionForm.Action.ANSWER
                        && !form.measures().isEmpty()
                        && form.comparison() == null
                        && form.filters().stream()
                                .allMatch(f ->
                                        f.level() == Filter.Level.MEASURE
                                                ? form.measures().contains(f.field())
                                                : Dimension.named(f.field()).isPresent());
        if (!plain) {
            return Optional.empty();
        }
        MetricQuery q =
                MetricQuery.of(form.measures().toArray(String[]::new))
                        .by(
                                form.dimensions().stream()
                                        .map(d -> Dimension.named(d).orElseThrow())
                                        .toArray(Dimension[]::new));
        q = form.grain().isPresent() ? q.per(form.grain().get()) : q;
        q = asOf.equals(TODAY) ? q : q.asOf(asOf);
        var having = new ArrayList<MetricQuery.Having>();
        for (Filter f : form.filters()) {
            switch (f.value()) {
                case Filter.Members(List<String> names) ->
                        q =
                                q.where(
                                        new MetricQuery.Filter(
                                                Dimension.named(f.field()).orElseThrow(),
                                                switch (f.op()) {
                                                    case NOT_EQUAL, NOT_IN ->
                                                            MetricQuery.Op.NOT_EQUAL;
                                                    case CONTAINS -> MetricQuery.Op.CONTAINS;
                                                    default -> MetricQuery.Op.EQUAL;
                                                },
                                                names));
                case Filter.Bounds(List<BigDecimal> n) -> {
                    boolean between = f.op() == Op.BETWEEN;
                    var low =
                            between
                                    ? MetricQuery.Op.GREATER_OR_EQUAL
                                    : MetricQuery.Op.valueOf(f.op().name());
                    if (f.level() == Filter.Level.MEASURE) {
                        having.add(new MetricQuery.Having(f.field(), low, n.getFirst()));
                        if (between) {
                            having.add(
                                    new MetricQuery.Having(
                                            f.field(), MetricQuery.Op.LESS_OR_EQUAL, n.getLast()));
                        }
                    } else {
                        Dimension d = Dimension.named(f.field()).orElseThrow();
                        q =
                                q.where(
                                        new MetricQuery.Filter(
                                                d, low, List.of(n.getFirst().toPlainString())));
                        if (between) {
                            q =
                                    q.where(
                                            new MetricQuery.Filter(
                                                    d,
                                                    MetricQuery.Op.LESS_OR_EQUAL,
                                                    List.of(n.getLast().toPlainString())));
                        }
                    }
                }
            }
        }
        q = q.having(having.toArray(MetricQuery.Having[]::new));
        Window w = form.window();
        if (w != null && "as_of".equals(w.dateRole())) {
            q = q.asOf(w.to() == null ? asOf : w.to());
        } else if (w != null) {
            q =
                    new MetricQuery(
                            q.measures(),
                            q.dimensions(),
                            q.grain(),
                            Optional.ofNullable(w.from()),
                            Optional.ofNullable(w.to()),
                            Optional.ofNullable(w.dateRole())
                                    .map(r ->
                                            DateRole.valueOf(r.toUpperCase(java.util.Locale.ROOT))),
                            q.asOf(),
                            q.filters(),
                            q.having(),
                            List.of(),
                            0);
        }
        return Optional.of(
                q.ordered(
                        form.limit() == null ? 0 : form.limit(),
                        form.order().stream()
                                .map(o -> new MetricQuery.Order(o.by(), o.descending()))
                                .toArray(MetricQuery.Order[]::new)));
    }

    /// Where a measure lacks a dimension the planner looks for the member elsewhere, and says so.
    private static boolean splits(DataCore core, MetricQuery query) {
        return query.measures().stream()
                .map(m -> core.catalog().kpi(m).definition().dimensions())
                .allMatch(all ->
                        all.containsAll(query.dimensions())
                                && query.filters().stream()
                                        .allMatch(f -> all.contains(f.dimension())));
    }

    /// Member by member, with all its numbers; in the same order where one was asked for.
    private static void assertSame(
            DataCore core, MetricQuery query, Answer answer, String question) {
        var dashboard = new ArrayList<String>();
        try (Frame frame = core.query().run(query)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                var row = new StringBuilder();
                for (Dimension d : query.dimensions()) {
                    row.append(frame.text(d.id(), r)).append(" | ");
                }
                for (String id : query.measures()) {
                    row.append(plain(frame.number(id, r))).append(' ');
                }
                dashboard.add(row.toString());
            }
        }
        var answered = new ArrayList<String>();
        for (List<Cell> cells : answer.rows()) {
            var row = new StringBuilder();
            for (int d = 0; d < query.dimensions().size(); d++) {
                row.append(cells.get(d) instanceof Cell.Text(String text) ? text : null)
                        .append(" | ");
            }
            for (String id : query.measures()) {
                Cell cell = cells.get(answer.columns().indexOf(id));
                row.append(plain(cell instanceof Cell.Figure(var value, var _) ? value : null))
                        .append(' ');
            }
            answered.add(row.toString());
        }
        if (query.order().isEmpty()) {
            Collections.sort(dashboard);
            Collections.sort(answered);
        }
        assertEquals(dashboard, answered, question);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }
}
