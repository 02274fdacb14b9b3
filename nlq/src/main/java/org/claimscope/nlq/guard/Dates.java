package org.claimscope.nlq.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;

/// Single days in a question. A day may be somebody's date of birth, so none is sent.
final class Dates {
    private static final int NEAR_YEARS = 15;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?");
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("mar", 3),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("oct", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12));

    private final List<Token> tokens;
    private final LocalDate asOf;

    /// @param date empty when there is no such day
    /// @param words how many tokens it takes
    record Found(Optional<LocalDate> date, int words) {
        Found(LocalDate date, int words) {
            this(Optional.of(date), words);
        }
    }

    Dates(List<Token> tokens, LocalDate asOf) {
        this.tokens = tokens;
        this.asOf = asOf;
    }

    /// Whether a year is one that questions are about.
    boolean near(int year) {
        return year > asOf.getYear() - NEAR_YEARS && year <= asOf.getYear() + 2;
    }

    Optional<Found> at(int i) {
        Token t = tokens.get(i);
        try {
            if (t.kind() == Kind.DATE) {
                return written(t.text());
            }
            Optional<Integer> month = month(i);
            if (month.isPresent() && day(i + 1)) {
                return Optional.of(found(month.get(), tokens.get(i + 1).asInt(), i, 2));
            }
            if (day(i) && month(i + 1).isPresent() && tokens.get(i + 1).text().length() >= 3) {
                return Optional.of(found(month(i + 1).get(), t.asInt(), i, 2));
            }
            if (day(i)
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).is("of")
                    && month(i + 2).isPresent()) {
                return Optional.of(found(month(i + 2).get(), t.asInt(), i, 3));
            }
        } catch (DateTimeException impossible) {
            return Optional.of(new Found(Optional.empty(), 1));
        }
        return Optional.empty();
    }

    private Found found(int month, int day, int i, int words) {
        int at = i + words;
        int year = at;
        if (at < tokens.size() && tokens.get(at).kind() == Kind.COMMA) {
            year++;
        }
        if (year < tokens.size() && tokens.get(year).text().matches("\\d{4}|\\d{2}")) {
            return new Found(
                    LocalDate.of(full(tokens.get(year).asInt()), month, day), year - i + 1);
        }
        return new Found(recent(month, day), words);
    }

    private LocalDate recent(int month, int day) {
        LocalDate thisYear = LocalDate.of(asOf.getYear(), month, day);
        return thisYear.isAfter(asOf) ? thisYear.minusYears(1) : thisYear;
    }

    private int full(int year) {
        return year < 100 ? 2000 + year : year;
    }

    /// A month alone, such as `2024-03`, may be sent if it is near.
    private Optional<Found> written(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(new Found(LocalDate.parse(text), 1));
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            int month = Integer.parseInt(slashed.group(1));
            int day = Integer.parseInt(slashed.group(2));
            return Optional.of(
                    new Found(
                            slashed.group(3) == null
                                    ? recent(month, day)
                                    : LocalDate.of(
                                            full(Integer.parseInt(slashed.group(3))), month, day),
                            1));
        }
        return near(Integer.parseInt(text.substring(0, 4)))
                ? Optional.empty()
                : Optional.of(new Found(Optional.empty(), 1));
    }

    private Optional<Integer> month(int i) {
        if (i >= tokens.size() || tokens.get(i).kind() != Kind.WORD) {
            return Optional.empty();
        }
        String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
        boolean whole =
                word.length() <= 4
                        || word.matches(
                                "january|february|march|april|june|july|august|september|october|november|december");
        return word.length() < 3 || !whole
                ? Optional.empty()
                : Optional.ofNullable(MONTHS.get(word.substring(0, 3)))
                        .filter(m ->
                                word.length() == 3
                                        || word.matches("sept|june|july")
                                        || whole && word.length() > 4);
    }

    private boolean day(int i) {
        return i < tokens.size()
                && tokens.get(i).kind() == Kind.NUMBER
                && tokens.get(i).asInt() >= 1
                && tokens.get(i).asInt() <= 31;
    }
}
