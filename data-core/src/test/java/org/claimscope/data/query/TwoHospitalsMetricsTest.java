package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.PolicyEngine;
import org.claimscope.data.security.Subject;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Sync;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The thirteen metrics over the two hospitals' real extracts, against sums that sqlite3 computed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoHospitalsMetricsTest {
    @TempDir static Path temp;
    Workspace workspace;
    Queries queries;

    @BeforeAll
    void sync() {
        Path data = SharedData.folder("rcm-seed");
        workspace =
                Workspace.create(
                        temp.resolve("w"), new Credentials.None(), Clock.systemUTC(), "test");
        new Sync(workspace)
                .run(
                        FeedList.preset("two-hospitals"),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
        queries =
                new Queries(
                        workspace,
                        new Catalog(Kpis.all(), workspace::has),
                        new PolicyEngine(),
                        new Subject("test"));
    }

    @AfterAll
    void everyFrameWasClosed() {
        if (workspace != null) {
            assertEquals(0, workspace.arrowBytes());
            workspace.close();
        }
    }

    @Test
    void theHospitalsNeverMix() {
        try (Frame f =
                queries.run(
                        MetricQuery.of("charges", "payments", "claim_count")
                                .by(Dimension.SOURCE))) {
            assertEquals(2, f.rowCount());
            assertEquals("hos-a", f.text("source", 0));
            assertEquals(new BigDecimal("5291605.16"), f.number("charges", 0));
            assertEquals(new BigDecimal("4104146.63"), f.number("payments", 0));
            assertEquals(new BigDecimal("5198816.89"), f.number("charges", 1));
            assertEquals(10_000, f.real("claim_count", 0));
            assertEquals(0, f.real("claim_count", 1));
        }
    }

    @Test
    void chargesByDepartmentAndMonthEqualTheOracle() throws Exception {
        var actual = new ArrayList<String>();
        try (Frame f =
                queries.run(
                        MetricQuery.of("charges", "payments")
                                .by(Dimension.SOURCE, Dimension.DEPARTMENT)
                                .per(Grain.MONTH)
                                .dated(DateRole.SERVICE_DATE))) {
            for (int r = 0; r < f.rowCount(); r++) {
                actual.add(
                        f.text("source", r)
                                + ","
                                + f.text("department", r)
                                + ","
                                + Grain.MONTH.label(f.date("period", r))
                                + ","
                                + f.number("charges", r)
                                + ","
                                + f.number("payments", r));
            }
        }
        List<String> expected =
                SharedData.oracle("seed_txdepartment_by_month.csv").stream()
                        .skip(1)
                        .map(c ->
                                String.join(",", c.get(0), c.get(1), c.get(2), c.get(4), c.get(5)))
                        .sorted()
                        .toList();
        actual.sort(null);
        assertEquals(expected, actual);
    }

    @Test
    void encountersAndPatientsByTypeAndYearEqualTheOracle() throws Exception {
        var actual = new ArrayList<String>();
        try (Frame f =
                queries.run(
                        MetricQuery.of("encounter_count", "patient_count")
                                .by(Dimension.SOURCE, Dimension.ENCOUNTER_TYPE)
                                .per(Grain.YEAR))) {
            for (int r = 0; r < f.rowCount(); r++) {
                actual.add(
                        f.text("source", r)
                                + ","
                                + f.text("encounter_type", r)
                                + ","
                                + f.date("period", r).getYear()
                                + ","
                                + f.number("encounter_count", r)
                                + ","
                                + f.number("patient_count", r));
            }
        }
        List<String> expected =
                SharedData.oracle("seed_encounters_by_type_year.csv").stream()
                        .skip(1)
                        .map(c -> String.join(",", c))
                        .sorted()
                        .toList();
        actual.sort(null);
        assertEquals(expected, actual);
    }

    @Test
    void bothReportsEqualTheOraclesRowByRow() throws Exception {
        assertEquals(
                SharedData.oracle("seed_provider_by_department.csv"),
                withHeader(Report.CHARGE_BY_PROVIDER_DEPARTMENT, Optional.empty()));
        assertEquals(
                SharedData.oracle("seed_provider_by_department_month_2024.csv"),
                withHeader(Report.CHARGE_BY_PROVIDER_DEPARTMENT_BY_MONTH, Optional.of(2024)));
    }

    /// Dangling and contradicting references are told apart, and nothing odd is averaged away.
    @Test
    void dataQualityEqualsTheIntegrityOracle() throws Exception {
        List<List<String>> report = Report.DATA_QUALITY.rows(queries, Optional.empty());
        List<List<String>> oracle = SharedData.oracle("seed_integrity.csv");
        assertFound(
                report,
                "transaction: paid before service",
                counts(oracle, "PaidDate before ServiceDate"));
        assertFound(
                report,
                "transaction: visit after service",
                counts(oracle, "VisitDate after ServiceDate"));
        assertFound(
                report,
                "transaction: paid above billed on one row",
                counts(oracle, "PaidAmount over Amount"));
        assertFound(
                report,
                "transaction: provider_id names no provider",
                but(
                        10_000,
                        counts(
                                oracle,
                                "transactions whose prefixed ProviderID exists in providers")));
        assertFound(
                report,
                "transaction: patient is not the encounter's",
                but(10_000, counts(oracle, "encounter.patient equals transaction.patient")));
        assertFound(report, "transaction: claim_id names no claim", List.of("10000", "10000"));
        assertFound(
                report,
                "provider: NPI shorter than 10 digits, leading zero lost",
                counts(oracle, "NPIs shorter than 10 digits (leading zero lost)"));
        assertFound(report, "provider: NPI fails its check", List.of("22", "29"));
        // Only hospital 1's claims are there.
        assertFound(
                report,
                "claim: denied or rejected, with a payment",
                counts(oracle, "Denied/Rejected with paid over 0").subList(0, 1));
        assertFound(
                report,
                "claim: patient is not the transaction's",
                but(10_000, counts(oracle, "claim.patient equals transaction.patient"))
                        .subList(0, 1));
        assertFound(report, "claim: transaction_id names no transaction", List.of("0"));
    }

    private static List<String> counts(List<List<String>> oracle, String check) {
        return oracle.stream()
                .filter(r -> r.getFirst().equals(check))
                .findFirst()
                .map(r -> r.subList(1, 3))
                .orElseThrow();
    }

    private static List<String> but(int all, List<String> counts) {
        return counts.stream().map(c -> Integer.toString(all - Integer.parseInt(c))).toList();
    }

    private static void assertFound(
            List<List<String>> report, String check, List<String> bySource) {
        assertEquals(
                bySource,
                report.stream().filter(r -> r.get(1).equals(check)).map(r -> r.get(2)).toList(),
                check);
    }

    private List<List<String>> withHeader(Report report, Optional<Integer> year) {
        var all = new ArrayList<List<String>>();
        all.add(report.header());
        all.addAll(report.rows(queries, year));
        return all;
    }

    /// Counts and sums as data.md has them.
    @Test
    void theReconciliationAccountsForEveryRecordAndDollar() {
        List<List<String>> report = Report.RECONCILIATION.rows(queries, Optional.empty());
        assertEquals(14, report.size());
        for (List<String> run : report) {
            assertEquals("0", run.get(8), run.get(1));
        }
        assertEquals(
                List.of("loaded", "10000", "10000", "0", "0", "0", "5291605.16", "4104146.63"),
                run(report, "hos-a/transactions"));
        assertEquals(
                List.of("loaded", "5000", "4985", "0", "15", "0", "", ""),
                run(report, "hos-b/patients"));
        assertEquals(
                List.of("absent", "0", "0", "0", "0", "0", "", ""), run(report, "hos-b/claims"));
    }

    /// From the status on.
    private static List<String> run(List<List<String>> report, String feed) {
        return report.stream()
                .filter(r -> r.get(1).equals(feed))
                .findFirst()
                .orElseThrow()
                .subList(3, 11);
    }

    @Test
    void unmatchedProvidersAreOneVisibleGroup() {
        try (Frame f = queries.run(MetricQuery.of("charges").by(Dimension.PROVIDER))) {
            for (int r = 0; r < f.rowCount(); r++) {
                if ("(unmatched)".equals(f.text("provider", r))) {
                    assertEquals(new BigDecimal("9932946.73"), f.number("charges", r));
                    assertEquals(
                            List.of("94.7 % of charges have no matching provider"),
                            queries.coverage(MetricQuery.of("charges").by(Dimension.PROVIDER), f)
                                    .notes());
                    return;
                }
            }
        }
        fail("no unmatched group");
    }

    /// These hospitals do not say how much was denied: a denied claim is denied with its charge.
    /// The sum was computed with awk: ClaimAmount of the rows whose ClaimStatus is Denied.
    @Test
    void whatNobodySendsIsAbsentAndNeverZero() {
        MetricQuery query =
                MetricQuery.of(
                                "denial_rate_dollars",
                                "charge_lag_days",
                                "underpayment_amount",
                                "cost_to_collect",
                                "fbns_days",
                                "appeal_overturn_rate",
                                "point_of_service_cash")
                        .asOf(LocalDate.of(2024, 12, 31));
        try (Frame f = queries.run(query)) {
            for (String id : query.measures().subList(1, query.measures().size())) {
                assertNull(f.number(id, 0), id);
            }
            assertEquals(
                    new BigDecimal("5089837.98"), f.number("denial_rate_dollars_numerator", 0));
            List<String> notes = queries.coverage(query, f).notes();
            for (String id : query.measures().subList(1, query.measures().size())) {
                String label = queries.catalog().kpi(id).definition().label();
                assertTrue(
                        notes.stream().anyMatch(n -> n.startsWith(label + ": n/a")),
                        label + " in " + notes);
            }
        }
    }

    @Test
    void allThirteenAnswerTogether() {
        try (Frame f =
                queries.run(
                        MetricQuery.of(
                                        "charges",
                                        "payments",
                                        "adjustments",
                                        "ar_balance",
                                        "gross_collection_rate",
                                        "net_collection_rate",
                                        "denial_rate",
                                        "days_in_ar",
                                        "ar_over_90_pct",
                                        "days_to_pay",
                                        "encounter_count",
                                        "claim_count",
                                        "patient_count")
                                .by(Dimension.SOURCE)
                                .asOf(LocalDate.of(2024, 12, 31)))) {
            assertEquals(2, f.rowCount());
            // 1,975 denied of 1,975 + 2,021 approved + 1,984 paid (claims file, counted with sort |
            // uniq -c).
            assertEquals(1_975, f.real("denial_rate_numerator", 0));
            assertEquals(5_980, f.real("denial_rate_denominator", 0));
            assertNull(f.number("denial_rate", 1));
        }
    }
}
