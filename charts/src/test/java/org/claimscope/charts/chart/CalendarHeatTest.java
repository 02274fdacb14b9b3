package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.DailySeries;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class CalendarHeatTest {
    // A Wednesday and a Tuesday, 41 days later: seven weeks.
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 2, 11);

    @Test
    void weeksAreColumnsFromMonday() {
        Rendering drawn = Rendering.of(calendar(LAST), 400, 220);
        Pen.Mark wednesday = drawn.mark("Wed, Jan 1, 2025");
        Pen.Mark thursday = drawn.mark("Thu, Jan 2, 2025");
        Pen.Mark monday = drawn.mark("Mon, Jan 6, 2025");
        Pen.Mark last = drawn.mark("Tue, Feb 11, 2025");
        // 220 px less head and foot are 25 px a weekday, of which 24 are used.
        assertEquals(24, wednesday.bottom() - wednesday.top());
        assertEquals(18 + 2 * 24, wednesday.top());
        assertEquals(wednesday.left(), thursday.left());
        assertEquals(wednesday.bottom(), thursday.top());
        assertEquals(18, monday.top());
        assertEquals(wednesday.left() + 24, monday.left());
        assertEquals(wednesday.left() + 6 * 24, last.left());
        assertEquals(42, drawn.marks().size());
        assertEquals(List.of("2025-01-06"), monday.members());
        assertEquals(monday.left() + 3 * 24, drawn.mark("Mon, Jan 27").left());
        // February begins on the Saturday of the fifth week.
        assertEquals(wednesday.left() + 4 * 24 + 1, drawn.text("Feb").left());
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void aMissingDayIsStruckOneAheadIsNotAndTodayHasARim() {
        Rendering drawn = Rendering.of(calendar(LocalDate.of(2025, 2, 5)), 400, 220);
        Pen.Mark missing = drawn.mark("Fri, Jan 10, 2025");
        Pen.Mark ahead = drawn.mark("Thu, Feb 6, 2025");
        Pen.Mark zero = drawn.mark("Sun, Jan 5, 2025");
        Pen.Mark today = drawn.mark("Wed, Feb 5, 2025, today");
        assertEquals(color(drawn, Token.WARN), drawn.at(missing.left() + 1, middle(missing)));
        assertEquals(color(drawn, Token.GRID), drawn.at(ahead.left() + 1, middle(ahead)));
        assertEquals(color(drawn, Token.SURFACE), center(drawn, ahead));
        assertEquals(color(drawn, Token.SUB), center(drawn, zero));
        assertEquals(color(drawn, Token.TEXT), drawn.at(today.left(), middle(today)));
        assertEquals(color(drawn, Token.TEXT), drawn.at(today.left() + 1, middle(today)));
        assertEquals("Fri, Jan 10, 2025\nno data", missing.exact());
        assertEquals("Thu, Feb 6, 2025\nstill to come", ahead.exact());
        assertEquals("Sun, Jan 5, 2025\nPayments  $0.00", zero.exact());
        assertTrue(drawn.words().contains("no data"));
    }

    @Test
    void amountsDarkenBySixStepsWhoseBordersAreNamed() {
        CalendarHeat calendar = calendar(LAST);
        // 29 amounts of 100, 200 … 2,900: the fifth, tenth and so on begin the steps after the
        // first.
        assertEquals(List.of(500.0, 1_000.0, 1_500.0, 2_000.0, 2_500.0), calendar.steps().breaks());
        Rendering drawn = Rendering.of(calendar, 500, 220);
        assertTrue(
                drawn.words()
                        .containsAll(
                                List.of("under $500", "$500+", "$1K+", "$1.5K+", "$2K+", "$2.5K+")),
                drawn.words()::toString);
        assertEquals(color(drawn, Token.SEQUENTIAL_2), center(drawn, drawn.mark("Wed, Jan 1,")));
        assertEquals(color(drawn, Token.SEQUENTIAL_7), center(drawn, drawn.mark("Tue, Feb 11,")));
        Rendering narrow = Rendering.of(calendar, 260, 220);
        assertTrue(narrow.words().contains("$2.5K+") && !narrow.words().contains("$500+"));
    }

    @Test
    void whereThereIsLittleRoomTheLastWeeksAreDrawn() {
        LocalDate old = LocalDate.of(1900, 1, 1);
        LocalDate late = LocalDate.of(2100, 12, 31);
        DailySeries years =
                new DailySeries(
                        "n", Unit.COUNT, old, late, List.of(new DailySeries.Day(late, 3)), old);
        CalendarHeat calendar = new CalendarHeat(years);
        Rendering drawn = Rendering.of(calendar, 400, 120);
        // Jan 1, 1900 is a Monday; 73,414 days are 10,487 weeks and five days.
        int columns = (int) drawn.marks().stream().map(Pen.Mark::left).distinct().count();
        assertTrue(columns >= 38 && columns <= 44, () -> columns + " weeks of 9 px");
        assertTrue(
                drawn.words()
                        .contains(String.format("%,d earlier weeks not drawn", 10_488 - columns)),
                drawn.words()::toString);
        assertEquals("Fri, Dec 31, 2100\nn  3", drawn.mark("Fri, Dec 31, 2100").exact());
        // 201 years of 365 days and 49 leap days: 1900 and 2100 have none.
        assertEquals(201 * 365 + 49, calendar.twin().rows().size());
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void rowsAndSummaryKeepTheMissingDayApartFromZero() {
        CalendarHeat calendar = calendar(LAST);
        List<List<String>> rows = calendar.twin().rows();
        assertEquals(List.of("2025-01-05", "Sun", "$0.00"), rows.get(4));
        assertEquals(List.of("2025-01-10", "Fri", "–"), rows.get(9));
        assertEquals(
                "Payments, 41 days from Wed, Jan 1, 2025 to Tue, Feb 11, 2025,"
                        + " most on Tue, Feb 11, 2025 with $2.9K",
                calendar.summary());
    }

    @Test
    void noOddDaysPutTextOverText() {
        for (Unit unit : Unit.values()) {
            for (Chart odd : OddRowsAndTimes.calendars(unit)) {
                for (double width : new double[] {60, 240, 640}) {
                    assertEquals(List.of(), Rendering.of(odd, width, 180).misplaced());
                }
            }
        }
    }

    @Test
    void daysOutOfOrderOrRangeAreRefused() {
        DailySeries.Day day = new DailySeries.Day(FIRST, 1);
        assertThrows(IllegalArgumentException.class, () -> series(List.of(day, day)));
        assertThrows(
                IllegalArgumentException.class,
                () -> series(List.of(new DailySeries.Day(FIRST.minusDays(1), 1))));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> series(List.of(new DailySeries.Day(LAST.plusDays(1), 1))));
        assertEquals(
                "2025-02-12 of Payments comes after 2024-12-31, up to 2025-02-11",
                refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new DailySeries("n", Unit.COUNT, LAST, FIRST, List.of(), null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DailySeries("n", Unit.COUNT, LocalDate.MIN, LAST, List.of(), null));
    }

    /// Jan 10 is missing, weekends are zero, and the 29 other days up to today have 100, 200 …
    private static CalendarHeat calendar(LocalDate today) {
        List<DailySeries.Day> days = new ArrayList<>();
        double amount = 100;
        for (LocalDate day : FIRST.datesUntil(LAST.plusDays(1)).toList()) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            if (day.getDayOfMonth() != 10 || day.getMonthValue() != 1) {
                if (!day.isAfter(today)) {
                    days.add(new DailySeries.Day(day, weekend ? 0 : amount));
                }
                amount += weekend ? 0 : 100;
            }
        }
        return new CalendarHeat(new DailySeries("Payments", Unit.MONEY, FIRST, LAST, days, today));
    }

    private static DailySeries series(List<DailySeries.Day> days) {
        return new DailySeries("Payments", Unit.MONEY, FIRST, LAST, days, null);
    }

    private static Color color(Rendering drawn, Token token) {
        return drawn.palette().color(token);
    }

    private static double middle(Pen.Mark mark) {
        return (mark.top() + mark.bottom()) / 2;
    }

    private static Color center(Rendering drawn, Pen.Mark mark) {
        return drawn.at((mark.left() + mark.right()) / 2, middle(mark));
    }
}
