package org.claimscope.nlq.answer;

import java.time.Duration;
import java.util.Optional;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.plan.Plan;

/// Runs a plan and says what came out.
public final class Answering {
    private static final int MOST_LISTED = 10_000;

    private final Queries queries;
    private final Lexicon lexicon;

    public Answering(Queries queries, Lexicon lexicon) {
        this.queries = queries;
        this.lexicon = lexicon;
    }

    public Answer answer(Plan.Ready plan) {
        long start = System.nanoTime();
        Grid grid = grid(plan);
        String sentence =
                oneClaim(plan)
                        .orElseGet(() ->
                                new Sentence(lexicon, plan.form(), plan.query(), grid).text());
        return new Answer(
                sentence,
                hint(plan),
                grid.columns(),
                grid.rows(),
                plan.query(),
                plan.compared(),
                queries.sql(plan.query()),
                plan.form().assumptions(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /// Where a single claim stands, when the question is about one.
    private Optional<String> oneClaim(Plan.Ready plan) {
        Optional<MetricQuery.Filter> named =
                plan.query().filters().stream()
                        .filter(f ->
                                f.dimension() == Dimension.CLAIM
                                        && f.op() == MetricQuery.Op.EQUAL
                                        && f.values().size() == 1)
                        .findFirst();
        if (!plan.drilled() || named.isEmpty()) {
            return Optional.empty();
        }
        try (Frame claim = queries.rows(plan.query(), false, RowOrder.NEWEST, 2)) {
            String key = claim.rowCount() == 1 ? claim.text("row_claim_key", 0) : null;
            if (key == null) {
                return Optional.empty();
            }
            MetricQuery ledger =
                    MetricQuery.of("transaction_count")
                            .where(MetricQuery.Filter.is(Dimension.CLAIM, key));
            try (Frame rows = queries.rows(ledger, false, RowOrder.OLDEST, 0)) {
                return Optional.of(BillStatus.words(claim, queries.claim(key), rows));
            }
        }
    }

    private Grid grid(Plan.Ready plan) {
        MetricQuery query = plan.query();
        if (plan.drilled()) {
            Integer limit = plan.form().limit();
            try (Frame frame =
                    queries.rows(
                            query, false, RowOrder.NEWEST, limit == null ? MOST_LISTED : limit)) {
                return Grid.listing(query, frame);
            }
        }
        try (Frame frame = queries.run(query)) {
            Optional<MetricQuery> second = plan.compared();
            if (second.isEmpty()) {
                Grid grid = Grid.of(queries.catalog(), query, frame);
                return hint(plan) == ChartHint.BARS && ranks(query)
                        ? grid.ranked(query.measures().getFirst())
                        : grid;
            }
            try (Frame before = queries.run(second.get())) {
                return Grid.compared(
                                queries.catalog(), query, frame, second.get(), before, plan.later())
                        .changed(plan.form());
            }
        }
    }

    /// Members without an order of their own, and none asked for: the largest first.
    private static boolean ranks(MetricQuery query) {
        return query.order().isEmpty()
                && !query.dimensions().isEmpty()
                && query.dimensions().getFirst() != Dimension.AGING_BUCKET;
    }

    private static ChartHint hint(Plan.Ready plan) {
        QuestionForm form = plan.form();
        if (form.measures().isEmpty()) {
            return ChartHint.TABLE;
        }
        int splits = form.dimensions().size();
        if (form.timeGrain() != null) {
            return splits <= 1 && form.order().isEmpty()
                    ? ChartHint.LINE
                    : splits == 0 ? ChartHint.BARS : ChartHint.TABLE;
        }
        if (splits == 0) {
            return ChartHint.SINGLE;
        }
        if (splits == 1 && plan.compared().isPresent()) {
            return ChartHint.DOT_RANGE;
        }
        return splits == 1 && form.measures().size() == 1 ? ChartHint.BARS : ChartHint.TABLE;
    }
}
