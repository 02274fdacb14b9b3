package org.claimscope.nlq.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;
import org.junit.jupiter.api.Test;

/// Each phrase of the calendar on several as-of days: within a period, on its last day, on a leap
/// day.
final class TimeGrammarTest {
    /// `from..to`, `@day` for a state, `!` for what cannot be, `-` for no period at all.
    private static String read(String phrase, String asOf) {
        List<Token> tokens = Tokens.of(phrase);
        Optional<TimePhrase> longest = new TimeGrammar(tokens, LocalDate.parse(asOf)).at(0);
        if (longest.isEmpty()) {
            return "-";
        }
        String meaning =
                switch (longest.get().meaning()) {
                    case TimePhrase.Span s ->
                            (s.from() == null ? "" : s.from())
                                    + ".."
                                    + (s.to() == null ? "" : s.to());
                    case TimePhrase.AsOf(LocalDate day) -> "@" + day;
                    case TimePhrase.Impossible i -> "!";
                };
        int left = tokens.size() - longest.get().words();
        return left == 0 ? meaning : meaning + " +" + left;
    }

    private static void check(String table) {
        var wrong = new ArrayList<String>();
        for (String line : table.strip().lines().toList()) {
            String[] p = line.split("\\|");
            String got = read(p[1].strip(), p[0].strip());
            if (!got.equals(p[2].strip())) {
                wrong.add(line.strip() + "  got " + got);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void completePeriodsBeforeToday() {
        check(
                """
                2025-06-30 | last month    | 2025-05-01..2025-05-31
                2025-07-01 | last month    | 2025-06-01..2025-06-30
                2025-01-15 | last month    | 2024-12-01..2024-12-31
                2024-03-31 | last month    | 2024-02-01..2024-02-29
                2025-06-30 | last quarter  | 2025-01-01..2025-03-31
                2025-07-01 | last quarter  | 2025-04-01..2025-06-30
                2025-02-10 | last quarter  | 2024-10-01..2024-12-31
                2025-06-30 | previous year | 2024-01-01..2024-12-31
                2025-01-01 | last year     | 2024-01-01..2024-12-31
                2025-06-30 | last week     | 2025-06-23..2025-06-29
                2025-06-29 | last week     | 2025-06-16..2025-06-22
                2025-06-23 | prior week    | 2025-06-16..2025-06-22
                2025-06-30 | the prior month | 2025-05-01..2025-05-31
                2025-06-30 | in the last full quarter | 2025-01-01..2025-03-31
                2025-03-01 | yesterday     | 2025-02-28..2025-02-28
                2024-03-01 | yesterday     | 2024-02-29..2024-02-29
                """);
    }

    @Test
    void periodsUpToToday() {
        check(
                """
                2025-06-18 | this month      | 2025-06-01..2025-06-18
                2025-06-18 | this quarter    | 2025-04-01..2025-06-18
                2025-06-18 | this year       | 2025-01-01..2025-06-18
                2025-06-18 | this week       | 2025-06-16..2025-06-18
                2025-06-18 | current quarter | 2025-04-01..2025-06-18
                2025-06-18 | year to date    | 2025-01-01..2025-06-18
                2025-06-18 | YTD             | 2025-01-01..2025-06-18
                2025-06-18 | MTD             | 2025-06-01..2025-06-18
                2025-06-18 | QTD             | 2025-04-01..2025-06-18
                2025-06-18 | quarter-to-date | 2025-04-01..2025-06-18
                2025-06-18 | so far this year | 2025-01-01..2025-06-18
                2025-06-18 | this year so far | 2025-01-01..2025-06-18
                2025-06-18 | today           | 2025-06-18..2025-06-18
                """);
    }

    @Test
    void rollingPeriodsIncludeToday() {
        check(
                """
                2025-06-30 | last 7 days            | 2025-06-24..2025-06-30
                2025-06-30 | the last 90 days       | 2025-04-02..2025-06-30
                2025-06-30 | past 30 days           | 2025-06-01..2025-06-30
                2025-06-30 | over the past 30 days  | 2025-06-01..2025-06-30
                2025-06-30 | last 3 months          | 2025-04-01..2025-06-30
                2025-02-28 | last 3 months          | 2024-12-01..2025-02-28
                2024-02-29 | last 12 months         | 2023-03-01..2024-02-29
                2025-06-18 | last 3 months          | 2025-03-19..2025-06-18
                2025-06-30 | trailing twelve months | 2024-07-01..2025-06-30
                2025-06-30 | rolling 6 months       | 2025-01-01..2025-06-30
                2025-06-30 | TTM                    | 2024-07-01..2025-06-30
                2025-06-30 | last two quarters      | 2025-01-01..2025-06-30
                2025-06-30 | last 2 years           | 2023-07-01..2025-06-30
                2025-06-30 | last 2 weeks           | 2025-06-17..2025-06-30
                """);
    }

    @Test
    void namesOfTheCalendar() {
        check(
                """
                2025-06-18 | March           | 2025-03-01..2025-03-31
                2025-06-18 | in August       | 2024-08-01..2024-08-31
                2025-06-18 | in June         | 2025-06-01..2025-06-30
                2025-06-18 | March 2024      | 2024-03-01..2024-03-31
                2025-06-18 | March of 2024   | 2024-03-01..2024-03-31
                2025-06-18 | Mar '24         | 2024-03-01..2024-03-31
                2025-06-18 | the month of February 2024 | 2024-02-01..2024-02-29
                2025-06-18 | 2025-02         | 2025-02-01..2025-02-28
                2025-06-18 | last March      | 2025-03-01..2025-03-31
                2025-06-18 | March of last year | 2024-03-01..2024-03-31
                2025-06-18 | Q1              | 2025-01-01..2025-03-31
                2025-06-18 | Q3              | 2024-07-01..2024-09-30
                2025-06-18 | Q2              | 2025-04-01..2025-06-30
                2025-06-18 | Q4 2023         | 2023-10-01..2023-12-31
                2025-06-18 | 2023 Q4         | 2023-10-01..2023-12-31
                2025-06-18 | 2023-Q4         | 2023-10-01..2023-12-31
                2025-06-18 | 4Q23            | 2023-10-01..2023-12-31
                2025-06-18 | the first quarter of 2025 | 2025-01-01..2025-03-31
                2025-06-18 | first quarter   | 2025-01-01..2025-03-31
                2025-06-18 | Q1 of last year | 2024-01-01..2024-03-31
                2025-06-18 | Q2 FY24         | 2024-04-01..2024-06-30
                2025-06-18 | FY25            | 2025-01-01..2025-12-31
                2025-06-18 | fiscal year 2024 | 2024-01-01..2024-12-31
                2025-06-18 | calendar year 2024 | 2024-01-01..2024-12-31
                2025-06-18 | 2024            | 2024-01-01..2024-12-31
                2025-06-18 | H1 2024         | 2024-01-01..2024-06-30
                2025-06-18 | second half of 2024 | 2024-07-01..2024-12-31
                2025-06-18 | the week of March 5 | 2025-03-03..2025-03-09
                2025-06-18 | the week of March 5 2024 | 2024-03-04..2024-03-10
                """);
    }

    @Test
    void days() {
        check(
                """
                2025-06-18 | on 2025-03-01    | 2025-03-01..2025-03-01
                2025-06-18 | 3/1/2025         | 2025-03-01..2025-03-01
                2025-06-18 | 3/1/25           | 2025-03-01..2025-03-01
                2025-06-18 | 3/1              | 2025-03-01..2025-03-01
                2025-06-18 | 12/31            | 2024-12-31..2024-12-31
                2025-06-18 | March 1, 2025    | 2025-03-01..2025-03-01
                2025-06-18 | March 1st        | 2025-03-01..2025-03-01
                2025-06-18 | 1 March 2025     | 2025-03-01..2025-03-01
                2025-06-18 | the 15th of March | 2025-03-15..2025-03-15
                2025-06-18 | July 4           | 2024-07-04..2024-07-04
                2025-06-18 | May 31           | 2025-05-31..2025-05-31
                2025-06-18 | February 30      | !
                2025-06-18 | 2025-02-29       | !
                2024-06-18 | 2024-02-29       | 2024-02-29..2024-02-29
                2025-06-18 | 13/45/2025       | !
                """);
    }

    @Test
    void ranges() {
        check(
                """
                2025-06-18 | between March and May       | 2025-03-01..2025-05-31
                2025-04-15 | between March and May       | 2024-03-01..2024-05-31
                2025-06-18 | between November and February | 2024-11-01..2025-02-28
                2025-06-18 | from January to March 2024  | 2024-01-01..2024-03-31
                2025-06-18 | Jan-Mar 2024                | 2024-01-01..2024-03-31
                2025-06-18 | January through March       | 2025-01-01..2025-03-31
                2025-06-18 | from 2025-01-15 to 2025-02-10 | 2025-01-15..2025-02-10
                2025-06-18 | between 1/15 and 2/10       | 2025-01-15..2025-02-10
                2025-06-18 | 1/15/2025 - 2/10/2025       | 2025-01-15..2025-02-10
                2025-06-18 | March 1 to 15               | 2025-03-01..2025-03-15
                2025-06-18 | Q1 to Q2 2024               | 2024-01-01..2024-06-30
                2025-06-18 | 2023 through 2024           | 2023-01-01..2024-12-31
                2025-06-18 | from March 1 to today       | 2025-03-01..2025-06-18
                2025-06-18 | from 2025-05-01 to 2025-04-01 | !
                """);
    }

    @Test
    void openEnds() {
        check(
                """
                2025-06-18 | since March         | 2025-03-01..2025-06-18
                2025-06-18 | since January 15    | 2025-01-15..2025-06-18
                2025-06-18 | since last quarter  | 2025-01-01..2025-06-18
                2025-06-18 | since 2024          | 2024-01-01..2025-06-18
                2025-06-18 | after March 31      | 2025-04-01..2025-06-18
                2025-06-18 | after March         | 2025-04-01..2025-06-18
                2025-06-18 | before April 2025   | ..2025-03-31
                2025-06-18 | prior to 2025       | ..2024-12-31
                2025-06-18 | through March 15    | ..2025-03-15
                2025-06-18 | up to May           | ..2025-05-31
                """);
    }

    @Test
    void statesOnADay() {
        check(
                """
                2025-06-18 | as of March 31        | @2025-03-31
                2025-06-18 | as of today           | @2025-06-18
                2025-06-18 | as of yesterday       | @2025-06-17
                2025-06-18 | as of the end of March | @2025-03-31
                2025-06-18 | at the end of March   | @2025-03-31
                2025-06-18 | at the end of Q1 2024 | @2024-03-31
                2025-06-18 | at the end of last year | @2024-12-31
                2025-06-18 | at month end          | @2025-05-31
                2025-06-18 | at year-end           | @2024-12-31
                2025-06-18 | as of 2025-02-28      | @2025-02-28
                """);
    }

    @Test
    void whatIsNoPeriod() {
        check(
                """
                2025-06-18 | may be denied     | -
                2025-06-18 | over 90 days      | -
                2025-06-18 | 90 days           | -
                2025-06-18 | 97                | -
                2025-06-18 | next month        | -
                2025-06-18 | day               | -
                2025-06-18 | last payer        | -
                2025-06-18 | for Aetna         | -
                2025-06-18 | second opinion    | -
                """);
    }
}
