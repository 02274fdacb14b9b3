package org.claimscope.data.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.PolicyEngine;
import org.claimscope.data.security.Subject;
import org.claimscope.data.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The SQL of every KPI is a file in the repository: a change of behaviour is a diff that somebody
/// reviews. Each text is also run, on an empty workspace, so none of them is only nice to look at.
final class GoldenSqlTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path temp;

    @Test
    void everyKpiCompilesToItsReviewedSql() throws Exception {
        var queries = new LinkedHashMap<String, MetricQuery>();
        for (Kpi kpi : Kpis.all()) {
            queries.put(
                    kpi.id(),
                    MetricQuery.of(kpi.id())
                            .by(Dimension.PAYER)
                            .per(Grain.MONTH)
                            .between(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30)));
            queries.put(kpi.id() + "-total", MetricQuery.of(kpi.id()));
            for (Kpi variant : new Catalog(Kpis.all()).variants(kpi.id())) {
                queries.put(variant.id() + "-total", MetricQuery.of(variant.id()));
            }
        }
        queries.put(
                "mixed-as-of",
                MetricQuery.of("charges", "payments", "days_in_ar")
                        .by(Dimension.FACILITY, Dimension.PROVIDER)
                        .asOf(LocalDate.of(2025, 5, 31))
                        .where(MetricQuery.Filter.is(Dimension.PAYER_TYPE, "Medicare"))
                        .ordered(10, new MetricQuery.Order("payments", true)));
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), CLOCK, "test")) {
            // What has inputs of its own is n/a without them: its statement is that with them.
            var fed =
                    new Queries(
                            core.workspace(),
                            new Catalog(Kpis.all(), entity -> true),
                            new PolicyEngine(),
                            new Subject("test"));
            for (Map.Entry<String, MetricQuery> query : queries.entrySet()) {
                boolean needs =
                        query.getValue().measures().stream()
                                .anyMatch(id -> !core.catalog().kpi(id).needs().isEmpty());
                Queries asked = needs ? fed : core.query();
                Golden.check(
                        "src/test/resources/golden/sql/" + query.getKey() + ".sql",
                        asked.sql(query.getValue()) + "\n");
                asked.run(query.getValue()).close();
            }
        }
    }
}
