package org.claimscope.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Course;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler, the same as on the design's pictures where those have any.
final class SampleShapes {
    private static final YearMonth JULY = YearMonth.of(2024, 7);

    private SampleShapes() {}

    static Course journey() {
        LocalDate visit = LocalDate.of(2025, 4, 16);
        return new Course(
                List.of(
                        new Course.Event(
                                "Registered", visit.minusDays(2), Course.Actor.FRONT_DESK, "ADT^A04", false),
                        new Course.Event("Visit", visit, Course.Actor.CLINICAL, "ADT^A08", false),
                        new Course.Event(
                                "Claim sent", visit.plusDays(5), Course.Actor.BILLING, "837I", false),
                        new Course.Event(
                                "Part denied", visit.plusDays(23), Course.Actor.PAYER, "835", true),
                        new Course.Event(
                                "Appeal sent", visit.plusDays(48), Course.Actor.BILLING, "PDF", false),
                        new Course.Event(
                                "Overturned", visit.plusDays(69), Course.Actor.PAYER, "835", false)));
    }

    static Split responsibility() {
        return new Split(
                List.of(
                        new Split.Part("Plover Advantage paid", 1_137.00, false),
                        new Split.Part("Medicaid paid", 148.00, false),
                        new Split.Part("Reductions", 1_049.60, false),
                        new Split.Part("Patient paid", 40.00, false),
                        new Split.Part("Patient owes", 50.40, true)));
    }

    static Trend payments() {
        TimeSeries actual =
                series(
                        "Net payments",
                        Unit.MONEY,
                        JULY,
                        6.05e6,
                        6.18e6,
                        6.02e6,
                        6.34e6,
                        6.11e6,
                        5.88e6,
                        6.27e6,
                        6.09e6,
                        6.41e6,
                        6.53e6,
                        6.662e6,
                        6.314e6);
        TimeSeries before =
                series(
                        "Year before",
                        Unit.MONEY,
                        JULY.minusYears(1),
                        5.71e6,
                        5.80e6,
                        5.66e6,
                        5.93e6,
                        5.79e6,
                        5.52e6,
                        5.90e6,
                        5.78e6,
                        6.04e6,
                        6.10e6,
                        6.21e6,
                        6.13e6);
        return new Trend(actual, before, Target.between(6.5e6, 6.9e6));
    }

    static Categories denialRates() {
        return new Categories(
                Unit.RATE,
                List.of(
                        new Categories.Item("Heron Mutual", 0.182, true),
                        new Categories.Item("Medicaid, sample", 0.135, false),
                        new Categories.Item("Curlew Health Plan", 0.121, false),
                        new Categories.Item("Plover Advantage", 0.120, false),
                        new Categories.Item("Tern Commercial", 0.108, false),
                        new Categories.Item("Medicare, sample", 0.065, false)),
                Target.atMost(0.10));
    }

    static Stack aging() {
        return new Stack(
                Unit.MONEY,
                List.of("Jan 25", "Feb", "Mar", "Apr", "May", "Jun"),
                List.of(
                        new Stack.Part(
                                "0–30 days", List.of(9.1e6, 9.3e6, 9.6e6, 9.4e6, 9.9e6, 10.2e6)),
                        new Stack.Part("31–60", List.of(4.4e6, 4.2e6, 4.5e6, 4.7e6, 4.6e6, 4.9e6)),
                        new Stack.Part("61–90", List.of(2.3e6, 2.4e6, 2.3e6, 2.5e6, 2.7e6, 2.8e6)),
                        new Stack.Part("91–120", List.of(1.5e6, 1.5e6, 1.6e6, 1.7e6, 1.7e6, 1.9e6)),
                        new Stack.Part(
                                "Over 120", List.of(2.1e6, 2.2e6, 2.2e6, 2.3e6, 2.5e6, 2.6e6))),
                true);
    }

    static Bridge whatChanged() {
        return new Bridge(
                Unit.MONEY,
                "May 2025",
                6_662_000,
                List.of(
                        new Bridge.Step("Volume of visits", 142_000, Tone.BETTER),
                        new Bridge.Step("Contract rates", 31_000, Tone.BETTER),
                        new Bridge.Step("Patient payments", 38_000, Tone.BETTER),
                        new Bridge.Step("Payer mix", -58_000, Tone.WORSE),
                        new Bridge.Step("Underpayments", -64_000, Tone.AT_RISK),
                        new Bridge.Step("Payment lag", -151_000, Tone.WORSE),
                        new Bridge.Step("Initial denials", -286_000, Tone.AT_RISK)),
                "Jun 2025",
                6_314_000);
    }

    static Matrix payerByCategory() {
        return new Matrix(
                Unit.MONEY,
                List.of(
                        "Heron Mutual",
                        "Curlew Health Plan",
                        "Plover Advantage",
                        "Tern Commercial",
                        "Medicare, sample"),
                List.of("Author.", "Inform.", "Eligib.", "Med. need", "Coding"),
                List.of(
                        List.of(318e3, 151e3, 92e3, 86e3, 71e3),
                        List.of(92e3, 121e3, 58e3, 41e3, 52e3),
                        List.of(108e3, 48e3, 44e3, 73e3, 38e3),
                        List.of(61e3, 39e3, 36e3, 28e3, 34e3),
                        List.of(12e3, 41e3, 18e3, 49e3, 33e3)));
    }

    static List<TimeSeries> byFacility() {
        return List.of(
                series(
                        "Larkfield Hospital",
                        Unit.MONEY,
                        JULY,
                        4.20e6,
                        4.31e6,
                        4.18e6,
                        4.45e6,
                        4.29e6,
                        4.10e6,
                        4.38e6,
                        4.25e6,
                        4.47e6,
                        4.56e6,
                        4.65e6,
                        4.406e6),
                series(
                        "Marsh Lane Clinic",
                        Unit.MONEY,
                        JULY,
                        1.08e6,
                        1.10e6,
                        1.07e6,
                        1.13e6,
                        1.08e6,
                        1.04e6,
                        1.11e6,
                        1.09e6,
                        1.14e6,
                        1.16e6,
                        1.19e6,
                        1.128e6),
                series(
                        "Quay Surgery Center",
                        Unit.MONEY,
                        JULY,
                        0.77e6,
                        0.77e6,
                        0.77e6,
                        0.76e6,
                        0.74e6,
                        0.74e6,
                        0.78e6,
                        0.75e6,
                        0.80e6,
                        0.81e6,
                        0.82e6,
                        0.78e6));
    }

    static TimeSeries denialTrend() {
        return series(
                "Initial denial rate",
                Unit.RATE,
                JULY,
                0.098,
                0.099,
                0.097,
                0.098,
                0.099,
                0.098,
                0.099,
                0.100,
                0.128,
                0.114,
                0.109,
                0.124);
    }

    static Single denialRate() {
        return new Single(
                "Initial denial rate",
                Unit.RATE,
                new BigDecimal("0.12400"),
                new BigDecimal("0.10900"),
                Polarity.LOWER_IS_BETTER,
                "1,187 of 9,572 claims",
                Target.atMost(0.10),
                denialTrend(),
                new Coverage(Coverage.Mark.MATURING, "maturing"));
    }

    static Single charges() {
        return new Single(
                "Charges",
                Unit.MONEY,
                new BigDecimal("18420317.06"),
                new BigDecimal("17955100.00"),
                Polarity.NEITHER,
                "",
                Target.between(17.8e6, 18.6e6),
                series(
                        "Charges",
                        Unit.MONEY,
                        JULY,
                        17.2e6,
                        17.3e6,
                        17.1e6,
                        17.5e6,
                        17.2e6,
                        16.9e6,
                        17.4e6,
                        17.2e6,
                        17.7e6,
                        17.6e6,
                        17.96e6,
                        18.42e6),
                new Coverage(Coverage.Mark.FULL, "all feeds in"));
    }

    static Single underpayments() {
        return new Single(
                "Underpayments",
                Unit.MONEY,
                new BigDecimal("187000.00"),
                new BigDecimal("123000.00"),
                Polarity.AT_RISK,
                "318 claims of 3 payers",
                Target.atMost(100_000),
                series(
                        "Underpayments",
                        Unit.MONEY,
                        JULY,
                        78e3,
                        80e3,
                        84e3,
                        81e3,
                        88e3,
                        92e3,
                        90e3,
                        95e3,
                        101e3,
                        110e3,
                        123e3,
                        187e3),
                new Coverage(Coverage.Mark.LOW, "31 % unpriced"));
    }

    static TimeSeries series(String name, Unit unit, YearMonth first, double... values) {
        List<MonthValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MonthValue(first.plusMonths(i), values[i]));
        }
        return new TimeSeries(name, unit, points);
    }
}
