package org.claimscope.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.DailySeries;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.LongSeries;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler's charts over time, the same as on the design's pictures where
/// those have any.
final class SampleTimes {
    static final YearMonth JULY = YearMonth.of(2024, 7);

    private SampleTimes() {}

    static List<TimeNote> notes() {
        return List.of(new TimeNote(JULY.plusMonths(4).atDay(12), "Payer portal down for a week"));
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

    static DailySeries paymentsByDay() {
        LocalDate first = LocalDate.of(2025, 1, 1);
        List<DailySeries.Day> days = new ArrayList<>();
        for (int i = 0; i < 175; i++) {
            LocalDate day = first.plusDays(i);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            if (i != 47 && i != 140) {
                double wave = 1 + 0.6 * Math.sin(i * 2.4) + (day.getDayOfMonth() > 24 ? 0.5 : 0);
                days.add(new DailySeries.Day(day, weekend && i % 3 > 0 ? 0 : wave * 180e3));
            }
        }
        LocalDate last = LocalDate.of(2025, 6, 30);
        return new DailySeries("Payments", Unit.MONEY, first, last, days, first.plusDays(174));
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

    static TimeSeries series(String name, Unit unit, YearMonth first, double... values) {
        List<MonthValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MonthValue(first.plusMonths(i), values[i]));
        }
        return new TimeSeries(name, unit, points);
    }
}
