package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise of every number: the rows behind it sum to it, whichever KPI, variant and dimension,
/// and the parts of a split sum to the whole.
final class EveryDrillTest {
    @TempDir static Path temp;

    @Test
    void onTheTwoHospitals() {
        Path data = SharedData.folder("rcm-seed");
        try (DataCore core = create("two")) {
            core.sync()
                    .run(
                            FeedList.preset("two-hospitals"),
                            new FolderSource(data),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            check(core, LocalDate.of(2024, 9, 30));
        }
    }

    private static DataCore create(String name) {
        return DataCore.create(
                temp.resolve(name), new Credentials.None(), Clock.systemUTC(), "test");
    }

    private static void check(DataCore core, LocalDate asOf) {
        int checked = 0;
        for (Kpi kpi : Kpis.all()) {
            for (Kpi reading :
                    Stream.concat(
                                    Stream.of(core.catalog().kpi(kpi.id())),
                                    core.catalog().variants(kpi.id()).stream())
                            .toList()) {
                if (!core.catalog().missing(reading).isEmpty()) {
                    continue;
                }
                MetricQuery whole = MetricQuery.of(reading.id()).asOf(asOf);
                BigDecimal total = rowsAddUp(core, reading, whole);
                if (!reading.id().equals(kpi.id())) {
                    theirDifferenceAddsUp(core, core.catalog().kpi(kpi.id()), reading, whole);
                    // Variants share their populations with some KPI: the whole is enough.
                    continue;
                }
                for (Dimension dimension : reading.definition().dimensions()) {
                    checked +=
                            dimension.kind() == Dimension.Kind.NUMBER
                                    ? sidesAddUp(core, reading, whole, dimension, total)
                                    : partsAddUp(core, reading, whole.by(dimension), total);
                }
            }
        }
        assertTrue(checked > 250, "checked " + checked);
        assertEquals(0, core.workspace().arrowBytes());
    }

    /// The rows behind the numerator, and behind the denominator where it is a sum.
    private static BigDecimal rowsAddUp(DataCore core, Kpi kpi, MetricQuery query) {
        Kpi.Definition d = kpi.definition();
        BigDecimal numerator;
        try (Frame f = core.query().run(query)) {
            numerator = f.number(kpi.id() + (d.denominator().isPresent() ? "_numerator" : ""), 0);
            assertSum(core, query, false, numerator, kpi.id());
            if (d.denominator().isPresent() && isPlain(d.denominator().get())) {
                assertSum(
                        core, query, true, f.number(kpi.id() + "_denominator", 0), kpi.id() + " ÷");
            }
        }
        return numerator == null ? BigDecimal.ZERO : numerator;
    }

    /// What two readings count alike and what they do not add up to both numbers.
    private static void theirDifferenceAddsUp(
            DataCore core, Kpi kpi, Kpi reading, MetricQuery whole) {
        if (!core.catalog().missing(kpi).isEmpty()
                || !addsUp(kpi)
                || !addsUp(reading)
                || kpi.definition().dimensions().stream()
                        .noneMatch(d -> d == Dimension.CLAIM || d == Dimension.ENCOUNTER)) {
            return;
        }
        Disagreement difference =
                core.query().disagreement(whole.about(kpi.id()), reading.id(), 1_000_000);
        double[] groups = new double[4];
        difference.groups().forEach(g -> add(groups, g.sums()));
        double[] records = new double[4];
        difference.records().forEach(r -> add(records, r.sums()));
        difference.groups().stream()
                .filter(g -> g.how() == Disagreement.How.ALIKE)
                .forEach(g -> add(records, g.sums()));
        double[] numbers = new double[4];
        try (Frame one = core.query().run(whole.about(kpi.id()));
                Frame other = core.query().run(whole)) {
            numbers[0] = part(one, kpi, "_numerator");
            numbers[1] = part(one, kpi, "_denominator");
            numbers[2] = part(other, reading, "_numerator");
            numbers[3] = part(other, reading, "_denominator");
        }
        String what = kpi.id() + " and " + reading.id();
        assertArrayEquals(numbers, groups, 0.005, what);
        assertArrayEquals(numbers, records, 0.005, what);
    }

    /// Medians are not sums of their claims.
    private static boolean addsUp(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        return d.numerator().isSum() && d.denominator().map(Measure::isSum).orElse(true);
    }

    private static void add(double[] to, Disagreement.Sums sums) {
        to[0] += sums.first().doubleValue();
        to[1] += sums.firstDenominator().doubleValue();
        to[2] += sums.second().doubleValue();
        to[3] += sums.secondDenominator().doubleValue();
    }

    private static double part(Frame frame, Kpi kpi, String part) {
        boolean quotient = kpi.definition().denominator().isPresent();
        if (!quotient && part.equals("_denominator")) {
            return 0;
        }
        BigDecimal number = frame.number(kpi.id() + (quotient ? part : ""), 0);
        return number == null ? 0 : number.doubleValue();
    }

    private static boolean isPlain(Measure measure) {
        return !measure.perDay() && !(measure.contribution() instanceof Measure.EachPerMonth);
    }

    private static void assertSum(
            DataCore core, MetricQuery query, boolean denominator, BigDecimal number, String what) {
        try (Frame rows = core.query().rows(query, denominator, RowOrder.LARGEST, 1)) {
            BigDecimal sum = rows.rowCount() == 0 ? BigDecimal.ZERO : rows.number("all_sum", 0);
            BigDecimal expected = number == null ? BigDecimal.ZERO : number;
            assertEquals(
                    expected.doubleValue(), sum.doubleValue(), 0.005, what + " " + query.filters());
        }
    }

    /// What is up to a number of days and what is beyond it make the whole, less the rows that have
    /// no such number.
    private static int sidesAddUp(
            DataCore core, Kpi kpi, MetricQuery whole, Dimension number, BigDecimal total) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MetricQuery.Op side : List.of(MetricQuery.Op.LESS_OR_EQUAL, MetricQuery.Op.GREATER)) {
            MetricQuery one = whole.where(new MetricQuery.Filter(number, side, List.of("45")));
            BigDecimal value = rowsAddUp(core, kpi, one);
            assertTrue(
                    value.abs().compareTo(total.abs()) <= 0 || number == Dimension.AR_AGE_DAYS,
                    kpi.id() + " " + number);
            sum = sum.add(value);
        }
        if (kpi.definition().numerator().isSum() && number == Dimension.AR_AGE_DAYS) {
            assertEquals(total.doubleValue(), sum.doubleValue(), 0.005, kpi.id());
        }
        return 1;
    }

    private static int partsAddUp(DataCore core, Kpi kpi, MetricQuery split, BigDecimal total) {
        Kpi.Definition d = kpi.definition();
        Dimension dimension = split.dimensions().getFirst();
        String column = kpi.id() + (d.denominator().isPresent() ? "_numerator" : "");
        BigDecimal sum = BigDecimal.ZERO;
        var members = new ArrayList<String>();
        var values = new ArrayList<BigDecimal>();
        try (Frame f = core.query().run(split)) {
            for (int r = 0; r < f.rowCount(); r++) {
                BigDecimal value = f.number(column, r);
                sum = sum.add(value == null ? BigDecimal.ZERO : value);
                String key =
                        dimension.kind() == Dimension.Kind.MEMBER
                                ? f.text(dimension.id() + "_key", r)
                                : f.text(dimension.id(), r);
                if (members.isEmpty() && key != null && value != null && value.signum() != 0) {
                    members.add(key);
                    values.add(value);
                }
            }
        }
        boolean additive =
                d.numerator().isSum()
                        && !(d.numerator().contribution() instanceof Measure.EachPatient);
        if (additive) {
            assertEquals(
                    total.doubleValue(), sum.doubleValue(), 0.005, kpi.id() + " by " + dimension);
        }
        for (int i = 0; i < members.size(); i++) {
            MetricQuery one = split.by().where(MetricQuery.Filter.is(dimension, members.get(i)));
            assertSum(core, one, false, values.get(i), kpi.id() + " of " + dimension);
        }
        return 1;
    }

    @Test
    void onTheSampleHospital() throws Exception {
        try (DataCore core = create("sample")) {
            Path files = temp.resolve("files");
            LocalDate last = LocalDate.of(2025, 6, 30);
            new SampleHospital(3, last, 60).writeTo(files);
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(files),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            check(core, last);
        }
    }
}
