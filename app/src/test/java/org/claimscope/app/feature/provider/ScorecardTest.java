package org.claimscope.app.feature.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimscope.app.desk.Sample;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.charts.shape.Peers;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScorecardTest {
    @TempDir Path home;

    /// The bands ask once for everybody; here each provider is asked for alone.
    @Test
    void theBandIsMadeOfThePeersOwnNumbers() throws Exception {
        Sample.make(home, 120);
        try (DataCore core = Sample.open(home)) {
            Queries queries = core.query();
            PageContext month = PageContext.newest(queries).orElseThrow();
            Map<Filters.Cut, String> specialties = providers(queries, month);
            Filters.Cut one = specialties.keySet().iterator().next();
            long same =
                    specialties.values().stream()
                            .filter(s -> s.equals(specialties.get(one)))
                            .count();
            boolean ofAll = same - 1 < 4;
            Scorecard card =
                    new ScorecardViewModel(queries, month.with(month.filters().cut(one))).page(one);

            assertEquals(ScorecardViewModel.COMPARED.size(), card.peers().rows().size());
            assertTrue(card.among().startsWith(ofAll ? "Among all " : "Among "), card.among());
            for (String measure : List.of("charges", "charge_lag_days", "denial_rate")) {
                String label = queries.catalog().kpi(measure).definition().label();
                Peers.Row row =
                        card.peers().rows().stream()
                                .filter(r -> r.label().equals(label))
                                .findFirst()
                                .orElseThrow();
                var expected = new ArrayList<Double>();
                specialties.forEach((cut, specialty) -> {
                    boolean peer = ofAll || specialty.equals(specialties.get(one));
                    BigDecimal figure = alone(queries, month, measure, cut);
                    if (peer && !cut.equals(one) && figure != null) {
                        expected.add(figure.doubleValue());
                    }
                });
                expected.sort(null);
                assertEquals(expected.size(), row.peers().size(), measure);
                for (int i = 0; i < expected.size(); i++) {
                    assertEquals(expected.get(i), row.peers().get(i), 1e-9, measure);
                }
                assertEquals(
                        Objects.requireNonNull(alone(queries, month, measure, one)).doubleValue(),
                        Objects.requireNonNull(row.value()),
                        1e-9,
                        measure);
            }
        }
    }

    private static Map<Filters.Cut, String> providers(Queries queries, PageContext month) {
        var providers = new LinkedHashMap<Filters.Cut, String>();
        try (Frame frame =
                queries.run(
                        month.now(MetricQuery.of("charges"))
                                .by(Dimension.PROVIDER, Dimension.SPECIALTY)
                                .ordered(0, new MetricQuery.Order("charges", true)))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                providers.put(
                        Shapes.cut(frame, "provider", r),
                        String.valueOf(frame.text("specialty", r)));
            }
        }
        return providers;
    }

    private static BigDecimal alone(
            Queries queries, PageContext month, String measure, Filters.Cut provider) {
        PageContext only = month.with(month.filters().cut(provider));
        return queries.total(only.now(MetricQuery.of(measure))).get(measure);
    }
}
