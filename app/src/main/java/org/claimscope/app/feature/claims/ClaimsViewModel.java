package org.claimscope.app.feature.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.task.Together;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Fills the list of claims submitted in the period.
public final class ClaimsViewModel {
    private static final int MOST = 1_000;
    private static final List<String> TILES =
            List.of("claim_count", "denial_rate", "days_to_pay", "denied_amount");

    private final Queries queries;
    private final PageContext context;

    public ClaimsViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public ClaimsPage page() {
        MetricQuery query = context.now(MetricQuery.of("claim_count"));
        var states = new ArrayList<Categories.Item>();
        try (var together = new Together()) {
            var tiles = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            try (Frame byState =
                            queries.run(
                                    query.by(Dimension.CLAIM_STATUS)
                                            .ordered(
                                                    0,
                                                    new MetricQuery.Order("claim_count", true)));
                    Frame rows = queries.rows(query, false, RowOrder.NEWEST, MOST)) {
                for (int r = 0; r < byState.rowCount(); r++) {
                    states.add(
                            new Categories.Item(
                                    String.valueOf(byState.text("claim_status", r)),
                                    byState.real("claim_count", r),
                                    false));
                }
                BigDecimal all = rows.rowCount() == 0 ? null : rows.number("all_rows", 0);
                return new ClaimsPage(
                        context.words() + " · by submission date",
                        tiles.get(),
                        new Categories(Unit.COUNT, states, null),
                        RowTables.claims(rows),
                        all == null ? 0 : all.longValue());
            }
        }
    }
}
