package org.claimscope.app.feature.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.present.Way;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the scorecard of the provider that the page is narrowed to.
record ScorecardViewModel(Queries queries, PageContext context) {
    private static final List<String> TILES =
            List.of("charges", "payments", "denial_rate", "days_to_pay", "net_collection_rate");

    /// What is compared: how much, how fast, how clean, what comes of it.
    static final List<String> COMPARED =
            List.of(
                    "charges",
                    "charge_lag_days",
                    "late_charge_rate",
                    "bill_lag_days",
                    "clean_claim_rate",
                    "denial_rate",
                    "first_pass_yield",
                    "rework_rate",
                    "days_to_pay",
                    "net_collection_rate");

    /// Quarters of fewer peers would each be one person.
    private static final int FEW = 4;

    Scorecard page(Filters.Cut provider) {
        String key = provider.members().getFirst().key();
        String specialty = specialty();
        try (var together = new Together()) {
            var bands = together.begin(() -> bands(specialty, key));
            var tiles = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            var lag = together.begin(() -> new Figuring(queries, context).trend("charge_lag_days"));
            return page(provider, specialty, bands.get(), tiles, lag);
        }
    }

    /// Each measure's figure of each provider, by key.
    ///
    /// @param ofAll whether it is about all providers, because the specialty has too few
    private record Bands(
            List<Kpi> measures,
            Map<String, Map<String, Double>> figures,
            String own,
            boolean ofAll) {
        long peers() {
            return figures.values().stream()
                    .flatMap(f -> f.keySet().stream())
                    .filter(k -> !k.equals(own))
                    .distinct()
                    .count();
        }
    }

    private Scorecard page(
            Filters.Cut provider,
            String specialty,
            Bands bands,
            Supplier<List<Tile>> tiles,
            Supplier<Trend> lag) {
        var rows = new ArrayList<Peers.Row>();
        var ways = new LinkedHashMap<List<String>, Way>();
        for (Kpi kpi : bands.measures()) {
            Map<String, Double> figures = bands.figures().getOrDefault(kpi.id(), Map.of());
            rows.add(
                    new Peers.Row(
                            kpi.definition().label(),
                            Shapes.unit(kpi.definition().unit()),
                            Shapes.polarity(kpi.definition().polarity()),
                            figures.get(bands.own()),
                            figures.entrySet().stream()
                                    .filter(f -> !f.getKey().equals(bands.own()))
                                    .map(Map.Entry::getValue)
                                    .toList()));
            ways.put(
                    List.of(kpi.definition().label()),
                    new Way(Drill.of(kpi.id()), kpi.definition().label()));
        }
        var denials = new ArrayList<Categories.Item>();
        var denialWays = new LinkedHashMap<List<String>, Way>();
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of("denied_amount"))
                                .by(Dimension.DENIAL_CATEGORY)
                                .ordered(0, new MetricQuery.Order("denied_amount", true)))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                Filters.Cut cut = Shapes.cut(frame, "denial_category", r);
                double amount = frame.real("denied_amount", r);
                if (amount > 0) {
                    denials.add(new Categories.Item(cut.words(), amount, false));
                    denialWays.put(
                            List.of(cut.words()),
                            new Way(Drill.of("denied_amount").to(cut), cut.words() + ", denied"));
                }
            }
        }
        return new Scorecard(
                provider,
                specialty + " · " + context.words(),
                bands.ofAll()
                        ? "Among all " + Figures.count(bands.peers()) + " other providers"
                        : "Among " + Figures.count(bands.peers()) + " peers in " + specialty,
                tiles.get(),
                new Peers("This provider", FEW, rows),
                ways,
                new Categories(Unit.MONEY, denials, null),
                denialWays,
                lag.get());
    }

    private String specialty() {
        try (Frame frame =
                queries.run(
                        MetricQuery.of("encounter_count")
                                .where(PageContext.conditions(only(), queries.catalog()))
                                .by(Dimension.SPECIALTY))) {
            return frame.rowCount() == 0 ? "(none)" : String.valueOf(frame.text("specialty", 0));
        }
    }

    private List<Filters.Cut> only() {
        return context.filters().cutOf("provider").stream().toList();
    }

    /// Of the specialty; of all providers where that would be too few to stand among.
    private Bands bands(String specialty, String own) {
        Filters all = context.filters().cut(new Filters.Cut("provider", List.of()));
        Bands same =
                bands(
                        context.with(all.cut(Filters.Cut.of("specialty", specialty, specialty))),
                        own,
                        false);
        return same.peers() < FEW ? bands(context.with(all), own, true) : same;
    }

    private Bands bands(PageContext peers, String own, boolean ofAll) {
        List<Kpi> measures =
                COMPARED.stream()
                        .map(queries.catalog()::kpi)
                        .filter(kpi -> queries.catalog().missing(kpi).isEmpty())
                        .toList();
        var figures = new HashMap<String, Map<String, Double>>();
        try (Frame frame =
                queries.run(
                        peers.now(
                                        MetricQuery.of(
                                                measures.stream()
                                                        .map(Kpi::id)
                                                        .toArray(String[]::new)))
                                .by(Dimension.PROVIDER))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                for (Kpi kpi : measures) {
                    BigDecimal figure = frame.number(kpi.id(), r);
                    if (figure != null) {
                        figures.computeIfAbsent(kpi.id(), k -> new HashMap<>())
                                .put(
                                        String.valueOf(frame.text("provider_key", r)),
                                        figure.doubleValue());
                    }
                }
            }
        }
        return new Bands(measures, figures, own, ofAll);
    }
}
