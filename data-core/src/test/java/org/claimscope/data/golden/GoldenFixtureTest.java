package org.claimscope.data.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.query.Disagreement;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.security.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every value of the golden fixture's table (metrics.md B2) and every mutation that is listed
/// there. Expected numbers are those of metrics.md; they are numerator/denominator where it says
/// so, else rounded as it rounds them.
final class GoldenFixtureTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final MetricQuery MARCH =
            MetricQuery.of("charges").between(LocalDate.of(2026, 3, 1), DAY).asOf(DAY);

    /// What metrics.md says, as `value = numerator/denominator` or as a rounded value.
    private static final Map<String, String> EXPECTED = new TreeMap<>();

    static {
        EXPECTED.put("denial_rate", "3/6");
        EXPECTED.put("denial_rate_zero_pay", "2/6");
        EXPECTED.put("denial_rate_dollars", "850/1900");
        EXPECTED.put("denied_amount", "850.0");
        EXPECTED.put("denial_rate_dollars_claims", "1050/1900");
        EXPECTED.put("first_pass_yield", "3/6");
        EXPECTED.put("clean_claim_rate", "6/9");
        EXPECTED.put("payments", "630.0");
        EXPECTED.put("charges", "3350.0");
        EXPECTED.put("gross_collection_rate", "630/3350");
        EXPECTED.put("credit_balance", "-20.0");
        EXPECTED.put("ar_over_90_pct", "1000/2530");
        EXPECTED.put("ar_over_90_pct_total", "1000/3680");
        EXPECTED.put("days_in_ar", "35.0");
        EXPECTED.put("days_in_ar_net", "35.0");
        EXPECTED.put("days_in_ar_gross", "36.8");
        EXPECTED.put("dnfb_amount", "800.0");
        EXPECTED.put("dnfb_days", "8.0");
        EXPECTED.put("fbns_days", "3.5");
        EXPECTED.put("dnsp_days", "11.5");
        EXPECTED.put("charge_lag_days", "15/8");
        EXPECTED.put("charge_lag_days_median", "0.5");
        EXPECTED.put("late_charge_rate", "1100/3350");
        EXPECTED.put("bill_lag_days", "22/6");
        EXPECTED.put("days_to_pay", "58/4");
        EXPECTED.put("rework_rate", "4/7");
        EXPECTED.put("point_of_service_cash", "30/60");
        EXPECTED.put("cost_to_collect", "60/630");
        EXPECTED.put("cash_to_net_revenue", "630/1500");
        EXPECTED.put("bad_debt_rate", "45/3350");
        EXPECTED.put("charity_rate", "67/3350");
        EXPECTED.put("denial_write_off_rate", "80/1500");
        EXPECTED.put("appeal_overturn_rate", "1/2");
        EXPECTED.put("appeal_overturn_rate_dollars", "90/200");
        EXPECTED.put("underpayment_amount", "20.0");
        EXPECTED.put("underpayment_amount_rate", "20/712");
    }

    @TempDir Path temp;

    private Map<String, String> figures(TwelveClaims claims, String name) throws IOException {
        return figures(name, claims);
    }

    /// The figures after all deliveries, one after the other.
    private Map<String, String> figures(String name, TwelveClaims... deliveries)
            throws IOException {
        try (DataCore core = open(name)) {
            for (int i = 0; i < deliveries.length; i++) {
                for (RunEntry run : deliveries[i].sync(core, temp.resolve(name + "-" + i))) {
                    assertEquals(0, run.rowsQuarantined(), run.toString());
                }
            }
            var figures = new TreeMap<String, String>();
            for (String id : EXPECTED.keySet()) {
                figures.put(id, ask(core, MARCH, id, EXPECTED.get(id).contains("/")));
            }
            assertEquals(0, core.workspace().arrowBytes());
            return figures;
        }
    }

    private DataCore open(String name) {
        return DataCore.create(
                temp.resolve(name),
                new Credentials.None(),
                Clock.fixed(Instant.parse("2026-03-31T20:00:00Z"), ZoneOffset.UTC),
                "test");
    }

    private static String ask(DataCore core, MetricQuery like, String id, boolean parts) {
        try (Frame f = core.query().run(like.about(id))) {
            if (!parts) {
                BigDecimal value = f.number(id, 0);
                return value == null
                        ? "n/a"
                        : value.setScale(1, RoundingMode.HALF_UP).toPlainString();
            }
            BigDecimal n = f.number(id + "_numerator", 0);
            BigDecimal d = f.number(id + "_denominator", 0);
            BigDecimal value = f.number(id, 0);
            if (value != null) {
                assertEquals(
                        n.divide(d, MathContext.DECIMAL64).doubleValue(),
                        value.doubleValue(),
                        1e-12,
                        id);
            }
            return plain(n) + "/" + plain(d);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Test
    void everyValueOfTheTable() throws IOException {
        assertEquals(EXPECTED, figures(new TwelveClaims(), "all"));
    }

    /// Figures that the table gives for some claims only, or by balance.
    @Test
    void theOtherValuesOfTheTable() throws IOException {
        try (DataCore core = open("w")) {
            new TwelveClaims().sync(core, temp.resolve("files"));
            // KPI-12 on the six adjudicated families: 90 days on, so that they are the cohort.
            MetricQuery six =
                    MetricQuery.of("net_collection_rate")
                            .asOf(DAY.plusDays(90))
                            .where(
                                    MetricQuery.Filter.is(
                                            Dimension.CLAIM,
                                            "gold/K1",
                                            "gold/K2",
                                            "gold/K3",
                                            "gold/K4",
                                            "gold/K5",
                                            "gold/K6"));
            assertEquals("610/1540", ask(core, six, "net_collection_rate", true));
            // Patient 60 of 630, so insurer 570.
            assertEquals("30/60", ask(core, MARCH, "point_of_service_cash", true));
            // Debit A/R 3,680 and billed A/R 2,530 are the denominators of KPI-02 and KPI-03.
            assertEquals("3680/100", ask(core, MARCH, "days_in_ar_gross", true));
            assertEquals("1000/2530", ask(core, MARCH, "ar_over_90_pct", true));
            // K12's 20 stay apart: 3,680 − 20.
            assertEquals("3660.0", ask(core, MARCH, "ar_balance", false));
            assertEquals("1.0", ask(core, MARCH, "credit_balance_accounts", false));
        }
    }

    /// By hand, from the same twelve claims: metrics.md names these variants and gives no values.
    @Test
    void theNamedVariants() throws IOException {
        try (DataCore core = open("w")) {
            new TwelveClaims().sync(core, temp.resolve("files"));
            // Submitted in December, January and February: K11, K12 and REST, K4; four in three
            // months.
            assertEquals(2.25, Double.parseDouble(ratio(core, "denial_rate_hfma_submitted")), 1e-3);
            // First pass: paid and patient share K1 150, K2 250, K4 210, K6 110 = 720; denied 850.
            assertEquals("720/1570", ask(core, MARCH, "first_pass_yield_dollars", true));
            // Posted in March: contractual K1 50, K2 150, K4 90 − 90 + 120, K6 40 = 360.
            assertEquals("630/2990", ask(core, MARCH, "net_collection_rate_period", true));
            // First answers in March: K1 15, K2 13, K3 15, K4 17, K5 13, K6 13.
            assertEquals("86/6", ask(core, MARCH, "days_to_pay_first_remit", true));
            // K7 was taken on 24 March only: 12 days in place of 9.
            assertEquals("25/6", ask(core, MARCH, "bill_lag_days_accepted", true));
            // 0 0 0 0 1 2 4 8, at 0.9 × 7 = 6.3: 4 + 0.3 × 4.
            assertEquals("5.2", ask(core, MARCH, "charge_lag_days_p90", false));
            // Ten charge lines: K1 has two, K8's charge counts, what took it back does not.
            assertEquals("17/10", ask(core, MARCH, "charge_lag_days_lines", true));
            assertEquals("4/4", ask(core, MARCH, "underpayment_amount_coverage", true));
            assertEquals("1/3", ask(core, MARCH, "appeal_overturn_rate_of_denials", true));
            // Sent on 27 March, denied on 25 March.
            assertEquals("2/1", ask(core, MARCH, "appeal_lag_days", true));
            // 1 February to 10 and to 20 March.
            assertEquals("84/2", ask(core, MARCH, "denial_resolution_days", true));
        }
    }

    /// By hand: which of the twelve claims make the difference between two readings.
    @Test
    void whatMakesTheDifferenceBetweenTwoReadings() throws IOException {
        try (DataCore core = open("w")) {
            new TwelveClaims().sync(core, temp.resolve("files"));
            // K3 and K5 are denied and paid nothing, K1 is denied and was paid 120.
            assertEquals(
                    List.of("ALIKE 5: 2/5, 2/5", "FIRST_ONLY 1: 1/1, 0/1", "gold/K1 1/1, 0/1"),
                    difference(core, "denial_rate", "denial_rate_zero_pay"));
            // Of K1's 300 only a line of 100 is denied; K3 500 and K5 250 are denied as a whole.
            assertEquals(
                    List.of(
                            "ALIKE 5: 750/1600, 750/1600",
                            "AMOUNT 1: 100/300, 300/300",
                            "gold/K1 100/300, 300/300"),
                    difference(core, "denial_rate_dollars", "denial_rate_dollars_claims"));
            // What is not billed yet, K9 and K10, is old for neither and receivable for one; K1 to
            // K3, K5 to K7 and K11 are billed.
            assertEquals(
                    List.of(
                            "ALIKE 7: 1000/2530, 1000/2530",
                            "DENOMINATOR 2: 0/0, 0/1150",
                            "gold/K9 0/0, 0/800",
                            "gold/K10 0/0, 0/350"),
                    difference(core, "ar_over_90_pct", "ar_over_90_pct_total"));
            assertTrue(
                    assertThrows(
                                    ClaimscopeException.class,
                                    () -> difference(core, "cost_to_collect", "charges"))
                            .getMessage()
                            .contains("no claim or visit"));
        }
    }

    private static List<String> difference(DataCore core, String one, String other) {
        Disagreement found = core.query().disagreement(MARCH.about(one), other, 10);
        return Stream.concat(
                        found.groups().stream()
                                .map(g -> g.how() + " " + g.records() + ": " + words(g.sums())),
                        found.records().stream().map(r -> r.key() + " " + words(r.sums())))
                .toList();
    }

    private static String words(Disagreement.Sums sums) {
        return plain(sums.first())
                + "/"
                + plain(sums.firstDenominator())
                + ", "
                + plain(sums.second())
                + "/"
                + plain(sums.secondDenominator());
    }

    private static String ratio(DataCore core, String id) {
        try (Frame f =
                core.query().run(MetricQuery.of(id).between(LocalDate.of(2026, 3, 1), DAY))) {
            return String.valueOf(f.real(id, 0));
        }
    }

    @Test
    void readingEverythingAgainChangesNothing() throws IOException {
        assertEquals(EXPECTED, figures("w", new TwelveClaims(), new TwelveClaims()));
    }

    @Test
    void theRemittancesInTwoFilesChangeNothing() throws IOException {
        assertEquals(EXPECTED, figures(new TwelveClaims().inTwoFiles(), "w"));
    }

    @Test
    void anotherOrderChangesNothing() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            assertEquals(
                    EXPECTED, figures(new TwelveClaims().shuffled(seed).inTwoFiles(), "w" + seed));
        }
    }

    /// Forwarded to the next payer (19): told once more, with no money of its own.
    @Test
    void aCrossoverCopyChangesNothing() throws IOException {
        assertEquals(
                EXPECTED,
                figures(
                        new TwelveClaims()
                                .remit(
                                        "M",
                                        "20260328",
                                        "CLP*K2*19*400*0*0*MB*P2~SVC*HC:99214*400*0~CAS*OA*23*400~"),
                        "w"));
    }

    /// Were the copy of K6 no duplicate, it would be the fourth denial of seven.
    @Test
    void withoutTheDuplicatesExclusionTheRateIsAnother() throws IOException {
        Map<String, String> wrong =
                figures(new TwelveClaims().butIn835("CAS*CO*18*150", "CAS*CO*97*150"), "w");
        assertEquals("4/7", wrong.get("denial_rate"));
    }

    /// Were the payer's own word (CLP02 = 4) the only denial, there were none: nobody says it, and
    /// three are denied all the same. Saying it of a paid claim denies nothing either.
    @Test
    void thePayersOwnWordIsNoDenial() throws IOException {
        Map<String, String> said =
                figures(new TwelveClaims().butIn835("CLP*K2*1*", "CLP*K2*4*"), "w");
        assertEquals("3/6", said.get("denial_rate"));
        assertEquals(EXPECTED, said);
    }

    /// Without what takes back K4's first payment, cash is 180 too high.
    @Test
    void reversalsCount() throws IOException {
        Map<String, String> wrong =
                figures(
                        new TwelveClaims()
                                .withoutRemittance("CLP*K4*22*")
                                .remit(
                                        "C",
                                        "20260322",
                                        "CLP*K4*1*300*150*30*12*P4~SVC*HC:99204*300*150~CAS*CO*45*120~CAS*PR*3*30~"),
                        "w");
        // K4 180 + 150, so insurers 750 and all 810.
        assertEquals("810.0", wrong.get("payments"));
    }

    /// An upsert would lose K4's first decision: then its first payment is of 22 March.
    @Test
    void theFirstDecisionIsNotOverwritten() throws IOException {
        Map<String, String> wrong =
                figures(new TwelveClaims().withoutRemittance("*ACH************20260301~"), "w");
        // 15 + 13 + 38 + 13 in place of 15 + 13 + 17 + 13.
        assertEquals("79/4", wrong.get("days_to_pay"));
    }

    /// A patient's share is no denial: were K1's second line a share too, two would be denied.
    @Test
    void aPatientsShareIsNoDenial() throws IOException {
        Map<String, String> other =
                figures(new TwelveClaims().butIn835("CAS*CO*197*100", "CAS*PR*1*100"), "w");
        assertEquals("2/6", other.get("denial_rate"));
        assertEquals("750/1900", other.get("denial_rate_dollars"));
        assertTrue(Integer.parseInt(other.get("first_pass_yield").split("/")[0]) == 4);
    }

    /// Netted, K12's credit would make billed A/R 2,510.
    @Test
    void creditsAreNotNetted() throws IOException {
        try (DataCore core = open("w")) {
            new TwelveClaims().sync(core, temp.resolve("files"));
            assertEquals("1000/2530", ask(core, MARCH, "ar_over_90_pct", true));
            assertEquals("-20.0", ask(core, MARCH, "credit_balance", false));
        }
    }
}
