package org.claimscope.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.LongSeries;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler, the same as on the design's pictures where those have any.
final class SampleShapes {
    private static final YearMonth JULY = YearMonth.of(2024, 7);

    private SampleShapes() {}

    static List<TimeNote> notes() {
        return List.of(new TimeNote(JULY.plusMonths(4).atDay(12), "Payer portal down for a week"));
    }

    static Peers peers() {
        return new Peers(
                "This provider",
                4,
                List.of(
                        new Peers.Row(
                                "Initial denial rate",
                                Unit.RATE,
                                Polarity.LOWER_IS_BETTER,
                                0.148,
                                List.of(0.082, 0.094, 0.101, 0.117, 0.126, 0.131)),
                        new Peers.Row(
                                "Days to pay",
                                Unit.DAYS,
                                Polarity.LOWER_IS_BETTER,
                                27.4,
                                List.of(24.1, 26.0, 28.8, 30.2, 33.5, 41.0)),
                        new Peers.Row(
                                "Clean claim rate",
                                Unit.RATE,
                                Polarity.HIGHER_IS_BETTER,
                                0.981,
                                List.of(0.93, 0.951, 0.955, 0.962, 0.97, 0.975)),
                        new Peers.Row(
                                "Charge lag",
                                Unit.DAYS,
                                Polarity.LOWER_IS_BETTER,
                                2.9,
                                List.of(1.2, 2.4, 2.8, 3.1, 3.3, 4.6)),
                        new Peers.Row(
                                "Charges",
                                Unit.MONEY,
                                Polarity.NEITHER,
                                412_000.0,
                                List.of(
                                        180_000.0, 220_000.0, 260_000.0, 300_000.0, 310_000.0,
                                        390_000.0))));
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

    static Flow whereClaimsWent() {
        return new Flow(
                Unit.COUNT,
                "Sent",
                List.of(
                        new Flow.Node("Settled", 0, 1_812, Tone.BETTER),
                        new Flow.Node("Denied", 0, 402, Tone.WORSE),
                        new Flow.Node("Sent again", 1, 148, Tone.NEUTRAL),
                        new Flow.Node("Appealed", 1, 121, Tone.NEUTRAL),
                        new Flow.Node("Not worked", 1, 96, Tone.NEUTRAL),
                        new Flow.Node("Written off", 1, 37, Tone.NEUTRAL),
                        new Flow.Node("Recovered", 2, 136, Tone.BETTER),
                        new Flow.Node("With the payer", 2, 112, Tone.NEUTRAL),
                        new Flow.Node("In our queue", 2, 96, Tone.WORSE),
                        new Flow.Node("Lost", 2, 58, Tone.AT_RISK)),
                List.of(
                        new Flow.Link("Denied", "Sent again", 148),
                        new Flow.Link("Denied", "Appealed", 121),
                        new Flow.Link("Denied", "Not worked", 96),
                        new Flow.Link("Denied", "Written off", 37),
                        new Flow.Link("Sent again", "Recovered", 92),
                        new Flow.Link("Sent again", "With the payer", 56),
                        new Flow.Link("Appealed", "Recovered", 44),
                        new Flow.Link("Appealed", "With the payer", 56),
                        new Flow.Link("Appealed", "Lost", 21),
                        new Flow.Link("Not worked", "In our queue", 96),
                        new Flow.Link("Written off", "Lost", 37)));
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

    static Contributions deniedByCategory() {
        return new Contributions(
                Unit.MONEY,
                "Heron",
                List.of(
                        new Contributions.Item("Authorization", 318e3, 624e3),
                        new Contributions.Item("Information", 151e3, 431e3),
                        new Contributions.Item("Eligibility", 92e3, 338e3),
                        new Contributions.Item("Medical need", 86e3, 287e3),
                        new Contributions.Item("Coding", 71e3, 241e3),
                        new Contributions.Item("Other payer", 38e3, 142e3),
                        new Contributions.Item("Timely filing", 29e3, 118e3),
                        new Contributions.Item("Not covered", 18e3, 84e3),
                        new Contributions.Item("Provider", 9e3, 47e3)));
    }

    static Shifts denialRateShift() {
        return new Shifts(
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "Q4 2024",
                "Q1 2025",
                List.of(
                        new Shifts.Item("Heron Mutual", 0.124, 0.164, false),
                        new Shifts.Item("Medicaid, sample", 0.130, 0.133, false),
                        new Shifts.Item("Curlew Health Plan", 0.117, 0.116, false),
                        new Shifts.Item("Plover Advantage", 0.115, 0.111, false),
                        new Shifts.Item("Tern Commercial", 0.104, 0.104, false),
                        new Shifts.Item("Medicare, sample", 0.065, 0.064, false),
                        new Shifts.Item("All payers", 0.108, 0.116, true)));
    }

    static Journey journey() {
        return new Journey(
                List.of(
                        event("Registered", 4, 14, Journey.Actor.FRONT_DESK, "ADT^A04"),
                        event("Eligibility", 4, 14, Journey.Actor.FRONT_DESK, "271"),
                        event("Visit", 4, 16, Journey.Actor.CLINICAL, "ADT^A08"),
                        event("Charges", 4, 18, Journey.Actor.CLINICAL, "DFT^P03"),
                        event("Claim sent", 4, 21, Journey.Actor.BILLING, "837I"),
                        event("Accepted", 4, 22, Journey.Actor.PAYER, "277CA"),
                        new Journey.Event(
                                "Part denied",
                                LocalDate.of(2025, 5, 9),
                                Journey.Actor.PAYER,
                                "835",
                                Tone.WORSE),
                        event("2nd payer", 5, 21, Journey.Actor.PAYER, "835"),
                        event("Appeal sent", 6, 3, Journey.Actor.BILLING, "PDF + 275"),
                        event("Overturned", 6, 24, Journey.Actor.PAYER, "835"),
                        event("Statement", 6, 27, Journey.Actor.BILLING, "CSV")),
                10);
    }

    private static Journey.Event event(
            String label, int month, int day, Journey.Actor actor, String source) {
        return new Journey.Event(
                label, LocalDate.of(2025, month, day), actor, source, Tone.NEUTRAL);
    }

    static Split whoPays() {
        return new Split(
                Unit.MONEY,
                List.of(
                        new Split.Part("Plover Advantage paid", 1_137, Tone.NEUTRAL),
                        new Split.Part("Medicaid paid", 148, Tone.NEUTRAL),
                        new Split.Part("Reductions", 1_049.60, Tone.NEUTRAL),
                        new Split.Part("Patient paid", 40, Tone.NEUTRAL),
                        new Split.Part("Patient owes", 50.40, Tone.NEUTRAL)));
    }

    static ControlSeries denialRateByWeek() {
        int[] denied = {
            68, 65, 71, 69, 70, 73, 67, 72, 99, 110, 108, 105, 90, 82, 76, 74, 79, 76, 81, 77, 80,
            82, 83, 90, 95, 96
        };
        List<ControlSeries.Point> points = new ArrayList<>();
        for (int week = 0; week < denied.length; week++) {
            LocalDate start = LocalDate.of(2024, 12, 30).plusWeeks(week);
            points.add(new ControlSeries.Point(start, denied[week], 500 + week % 5 * 4));
        }
        return new ControlSeries(
                "Denial rate by week", ControlSeries.Grain.WEEK, 0.124, points, "");
    }

    static LongSeries messagesPerMinute() {
        int size = 260_000;
        double[] times = new double[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = 1_735_689_600_000.0 + i * 60_000.0;
            double day = Math.sin(i * Math.PI * 2 / 1_440 - 2);
            double week = i / 1_440 % 7 < 5 ? 1 : 0.55;
            values[i] = Math.max(0, week * (60 + 45 * day + i * 37 % 19));
        }
        values[118_000] = 310;
        return new LongSeries("Messages a minute", Unit.COUNT, times, values);
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
