package org.claimscope.nlq.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.time.TimePhrase.Impossible;
import org.claimscope.nlq.time.TimePhrase.Span;

/// The calendar's own names: "March 2025", "Q3", "FY25", "3/1/2025", "the second half of 2024".
///
/// A month, quarter or day without a year is the most recent one that does not begin after the
/// as-of date.
final class Periods {
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("january", 1),
                    Map.entry("jan", 1),
                    Map.entry("february", 2),
                    Map.entry("feb", 2),
                    Map.entry("march", 3),
                    Map.entry("mar", 3),
                    Map.entry("april", 4),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("june", 6),
                    Map.entry("jun", 6),
                    Map.entry("july", 7),
                    Map.entry("jul", 7),
                    Map.entry("august", 8),
                    Map.entry("aug", 8),
                    Map.entry("september", 9),
                    Map.entry("sep", 9),
                    Map.entry("sept", 9),
                    Map.entry("october", 10),
                    Map.entry("oct", 10),
                    Map.entry("november", 11),
                    Map.entry("nov", 11),
                    Map.entry("december", 12),
                    Map.entry("dec", 12));

    /// "Who may", and "Dr. May".
    private static final List<String> NO_MONTH_AFTER =
            List.of(
                    "i", "we", "you", "they", "it", "he", "she", "that", "which", "who", "what",
                    "this", "these", "those", "there", "claims", "payers", "dr", "doctor");

    private static final List<String> PERSONS = List.of("i", "we", "you");

    private static final List<String> AFTER_VERB =
            List.of(
                    "be", "have", "not", "need", "i", "we", "you", "also", "get", "still", "become",
                    "include");

    private static final Map<String, Integer> ORDINALS =
            Map.of(
                    "first", 1, "1st", 1, "second", 2, "2nd", 2, "third", 3, "3rd", 3, "fourth", 4,
                    "4th", 4, "last", 4, "final", 4);

    private final List<Token> tokens;
    private final LocalDate asOf;
    private final Years years;

    Periods(List<Token> tokens, LocalDate asOf) {
        this.tokens = tokens;
        this.asOf = asOf;
        this.years = new Years(tokens, asOf);
    }

    static Set<String> monthNames() {
        return MONTHS.keySet();
    }

    /// The longest calendar name that begins here.
    Optional<TimePhrase> at(int i) {
        return at(i, OptionalInt.empty());
    }

    /// @param year the year that a name without one belongs to
    Optional<TimePhrase> at(int i, OptionalInt year) {
        return isoDate(i)
                .or(() -> monthName(i, year))
                .or(() -> dayFirst(i, year))
                .or(() -> quarter(i, year))
                .or(() -> half(i, year))
                .or(() -> weekOf(i))
                .or(() -> fiscalYear(i))
                .or(() -> year(i));
    }

    private boolean is(int i, String... words) {
        if (i < 0 || i >= tokens.size()) {
            return false;
        }
        return List.of(words).contains(tokens.get(i).text());
    }

    private Optional<TimePhrase> isoDate(int i) {
        if (i >= tokens.size() || tokens.get(i).kind() != Kind.DATE) {
            return Optional.empty();
        }
        String text = tokens.get(i).text();
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return Optional.of(month(1, YearMonth.parse(text)));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(day(1, LocalDate.parse(text)));
            }
            String[] p = text.split("/");
            int m = Integer.parseInt(p[0]);
            int d = Integer.parseInt(p[1]);
            if (p.length == 2) {
                return Optional.of(day(1, recent(m, d)));
            }
            int y = Integer.parseInt(p[2]);
            return Optional.of(day(1, LocalDate.of(y < 100 ? 2000 + y : y, m, d)));
        } catch (DateTimeException e) {
            return Optional.of(impossible(1, text));
        }
    }

    static TimePhrase impossible(int words, String text) {
        return new TimePhrase(words, new Impossible("There is no such date: " + text + "."));
    }

    static TimePhrase day(int words, LocalDate day) {
        return new TimePhrase(words, new Span(day, day, Optional.of(Grain.DAY), false));
    }

    private static TimePhrase month(int words, YearMonth month) {
        return new TimePhrase(
                words,
                new Span(month.atDay(1), month.atEndOfMonth(), Optional.of(Grain.MONTH), false));
    }

    static TimePhrase whole(int words, Grain grain, LocalDate start, boolean relative) {
        return new TimePhrase(
                words,
                new Span(start, grain.plus(start, 1).minusDays(1), Optional.of(grain), relative));
    }

    private LocalDate recent(int month, int day) {
        LocalDate thisYear = LocalDate.of(asOf.getYear(), month, day);
        return thisYear.isAfter(asOf) ? LocalDate.of(asOf.getYear() - 1, month, day) : thisYear;
    }

    /// The number of the month that a token names; empty for "may" as a verb.
    OptionalInt monthAt(int i) {
        if (i < 0 || i >= tokens.size()) {
            return OptionalInt.empty();
        }
        Integer month = MONTHS.get(tokens.get(i).text());
        if (month == null || (month == 5 && !mayIsMonth(i)) || tokens.get(i).kind() != Kind.WORD) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(month);
    }

    private boolean mayIsMonth(int i) {
        if (i + 1 < tokens.size()) {
            Token next = tokens.get(i + 1);
            if (AFTER_VERB.contains(next.text())) {
                return false;
            }
        }
        return i == 0
                ? i + 1 == tokens.size() || !PERSONS.contains(tokens.get(i + 1).text())
                : !NO_MONTH_AFTER.contains(tokens.get(i - 1).text());
    }

    private Optional<TimePhrase> monthName(int i, OptionalInt given) {
        int at = is(i, "month") && is(i + 1, "of") ? i + 2 : is(i, "last", "this") ? i + 1 : i;
        OptionalInt month = monthAt(at);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int m = month.getAsInt();
        int next = at + 1;
        if (next < tokens.size() && tokens.get(next).isNumber() && isDay(next)) {
            return Optional.of(dayOf(i, next + 1, m, tokens.get(next).asInt(), given));
        }
        Optional<Years.Year> year = years.at(next);
        if (year.isPresent()) {
            int words = next + year.get().words() - i;
            return Optional.of(month(words, YearMonth.of(year.get().number(), m)));
        }
        return Optional.of(month(next - i, YearMonth.of(given.orElse(recentMonth(m)), m)));
    }

    private boolean isDay(int i) {
        Token t = tokens.get(i);
        return t.asInt() >= 1 && t.asInt() <= 31 && t.text().length() <= 4 && t.asInt() < 1900;
    }

    /// @param next the token after the day
    private TimePhrase dayOf(int i, int next, int month, int day, OptionalInt given) {
        Optional<Years.Year> year = years.at(next);
        int words = next + year.map(Years.Year::words).orElse(0) - i;
        try {
            if (year.isPresent()) {
                return day(words, LocalDate.of(year.get().number(), month, day));
            }
            return day(
                    words,
                    given.isPresent()
                            ? LocalDate.of(given.getAsInt(), month, day)
                            : recent(month, day));
        } catch (DateTimeException e) {
            return impossible(words, month + "/" + day);
        }
    }

    private int recentMonth(int month) {
        return month > asOf.getMonthValue() ? asOf.getYear() - 1 : asOf.getYear();
    }

    /// "1 March", "the 15th of March".
    private Optional<TimePhrase> dayFirst(int i, OptionalInt given) {
        if (i >= tokens.size() || !tokens.get(i).isNumber() || !isDay(i)) {
            return Optional.empty();
        }
        int at = is(i + 1, "of") ? i + 2 : i + 1;
        OptionalInt month = monthAt(at);
        return month.isEmpty()
                ? Optional.empty()
                : Optional.of(dayOf(i, at + 1, month.getAsInt(), tokens.get(i).asInt(), given));
    }

    private Optional<TimePhrase> quarter(int i, OptionalInt given) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        String text = tokens.get(i).text();
        if (text.matches("[1-4]q\\d{2}(\\d{2})?")) {
            int y = Integer.parseInt(text.substring(2));
            return Optional.of(quarter(1, text.charAt(0) - '0', y < 100 ? 2000 + y : y));
        }
        if (text.matches("q[1-4]\\d{4}")) {
            return Optional.of(
                    quarter(1, text.charAt(1) - '0', Integer.parseInt(text.substring(2))));
        }
        Optional<Years.Year> before = years.at(i);
        if (before.isPresent() && before.get().words() == 1) {
            int at = is(i + 1, "-") ? i + 2 : i + 1;
            if (at < tokens.size() && tokens.get(at).text().matches("q[1-4]")) {
                int q = tokens.get(at).text().charAt(1) - '0';
                return Optional.of(quarter(at + 1 - i, q, before.get().number()));
            }
        }
        int number = 0;
        int next = i;
        if (text.matches("q[1-4]|[1-4]q")) {
            number = text.replace("q", "").charAt(0) - '0';
            next = i + 1;
        } else if (ORDINALS.containsKey(text) && is(i + 1, "quarter") && !text.equals("last")) {
            number = ORDINALS.getOrDefault(text, 1);
            next = i + 2;
        } else if (text.equals("quarter") && i + 1 < tokens.size() && isQuarterNumber(i + 1)) {
            number = tokens.get(i + 1).asInt();
            next = i + 2;
        }
        if (number == 0) {
            return Optional.empty();
        }
        Optional<Years.Year> year = years.at(next);
        if (year.isPresent()) {
            return Optional.of(quarter(next + year.get().words() - i, number, year.get().number()));
        }
        int recent = number > (asOf.getMonthValue() + 2) / 3 ? asOf.getYear() - 1 : asOf.getYear();
        return Optional.of(quarter(next - i, number, given.orElse(recent)));
    }

    private boolean isQuarterNumber(int i) {
        return tokens.get(i).isNumber() && tokens.get(i).asInt() >= 1 && tokens.get(i).asInt() <= 4;
    }

    private static TimePhrase quarter(int words, int quarter, int year) {
        return whole(words, Grain.QUARTER, LocalDate.of(year, quarter * 3 - 2, 1), false);
    }

    private Optional<TimePhrase> half(int i, OptionalInt given) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        String text = tokens.get(i).text();
        int half = 0;
        int next = i;
        if (text.matches("h[12]|[12]h")) {
            half = text.contains("1") ? 1 : 2;
            next = i + 1;
        } else if (is(i + 1, "half") && is(i, "first", "1st", "second", "2nd")) {
            half = ORDINALS.getOrDefault(text, 1);
            next = i + 2;
        }
        if (half == 0) {
            return Optional.empty();
        }
        Optional<Years.Year> year = years.at(next);
        int recent = half == 2 && asOf.getMonthValue() < 7 ? asOf.getYear() - 1 : asOf.getYear();
        int y = year.map(Years.Year::number).orElse(given.orElse(recent));
        LocalDate from = LocalDate.of(y, half == 1 ? 1 : 7, 1);
        int words = next + year.map(Years.Year::words).orElse(0) - i;
        return Optional.of(TimePhrase.span(words, from, from.plusMonths(6).minusDays(1)));
    }

    /// "the week of March 3": Monday to Sunday.
    private Optional<TimePhrase> weekOf(int i) {
        if (!is(i, "week") || !is(i + 1, "of", "beginning", "starting", "ending")) {
            return Optional.empty();
        }
        return at(i + 2)
                .filter(p ->
                        p.meaning() instanceof Span(var from, var to, var unit, var relative)
                                && unit.equals(Optional.of(Grain.DAY)))
                .map(p ->
                        p.meaning() instanceof Span s && s.from() != null
                                ? whole(
                                        p.words() + 2,
                                        Grain.WEEK,
                                        Grain.WEEK.start(s.from()),
                                        false)
                                : p);
    }

    private Optional<TimePhrase> fiscalYear(int i) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        Optional<Integer> fiscal = Years.fiscal(tokens.get(i));
        if (fiscal.isPresent()) {
            return Optional.of(whole(1, Grain.YEAR, LocalDate.of(fiscal.get(), 1, 1), false));
        }
        if (is(i, "fiscal", "calendar", "fy", "cy", "year") && i + 1 < tokens.size()) {
            int at = is(i + 1, "year") ? i + 2 : i + 1;
            if (at < tokens.size() && tokens.get(at).isNumber()) {
                int y =
                        tokens.get(at).asInt() < 100
                                ? 2000 + tokens.get(at).asInt()
                                : tokens.get(at).asInt();
                if (y >= 1900 && y <= 2100) {
                    return Optional.of(whole(at + 1 - i, Grain.YEAR, LocalDate.of(y, 1, 1), false));
                }
            }
        }
        return Optional.empty();
    }

    /// A bare year; not the number after "over" or a code word.
    private Optional<TimePhrase> year(int i) {
        // "2024 over 2023".
        boolean overYear =
                is(i - 1, "over") && i > 1 && tokens.get(i - 2).text().matches("(?:19|20)\\d{2}");
        if (i >= tokens.size()
                || !overYear
                        && is(
                                i - 1,
                                "over",
                                "above",
                                "than",
                                "exceeding",
                                "cpt",
                                "hcpcs",
                                "carc",
                                "code",
                                "under",
                                "below",
                                "least",
                                "top")) {
            return Optional.empty();
        }
        Token t = tokens.get(i);
        if (!t.isNumber() || !t.text().matches("(19|20)\\d{2}")) {
            return Optional.empty();
        }
        return Optional.of(whole(1, Grain.YEAR, LocalDate.of(t.asInt(), 1, 1), false));
    }
}
