package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.time.TimePhrase.AsOf;
import org.claimscope.nlq.time.TimePhrase.Impossible;
import org.claimscope.nlq.time.TimePhrase.Span;

/// Reads periods: "last quarter", "YTD", "the last 90 days", "between March and May", "since 2024",
/// "as of the end of Q1". What it does not know it leaves alone.
public final class TimeGrammar {
    private final List<Token> tokens;
    private final LocalDate asOf;
    private final Periods periods;
    private final Relative relative;
    private final Standing standing;
    private final Edges edges;

    public TimeGrammar(List<Token> tokens, LocalDate asOf) {
        this.tokens = tokens;
        this.asOf = asOf;
        this.periods = new Periods(tokens, asOf);
        this.relative = new Relative(tokens, asOf);
        this.standing = new Standing(tokens, asOf, this::simple);
        this.edges = new Edges(tokens, asOf, this::simple);
    }

    /// The words of the calendar, so that none is taken for a slip.
    public static Set<String> words() {
        var words = new HashSet<>(Periods.monthNames());
        words.addAll(
                List.of(
                        ("today yesterday last previous prior past trailing rolling this current preceding recent "
                                        + "day week month quarter year ytd mtd qtd wtd ttm date since before after until "
                                        + "through between from end half first second third fourth fiscal calendar "
                                        + "beginning starting ending older younger higher lower greater fewer least most "
                                        + "exceed exceeding exceeds dollars above below under over more less than top "
                                        + "bottom highest lowest largest smallest biggest greatest best worst maximum minimum "
                                        + "ago back far onward onwards forward earlier later including "
                                        + "daily weekly monthly quarterly yearly annual annually couple weekend")
                                .split(" ")));
        return words;
    }

    /// The longest phrase that begins at a token, with the small words that belong to it.
    public Optional<TimePhrase> at(int i) {
        Optional<TimePhrase> best = standing.at(i);
        best = longer(best, between(i));
        best = longer(best, edges.since(i));
        best = longer(best, edges.until(i));
        best = longer(best, period(i));
        best = longer(best, ending(i));
        best = longer(best, partOf(i));
        best = longer(best, soFar(i));
        best = longer(best, forThe(i));
        return best;
    }

    /// "The first ten days of June".
    private Optional<TimePhrase> partOf(int i) {
        int at = i;
        while (is(at, "in", "the", "during", "over", "for")) {
            at++;
        }
        boolean first = is(at, "first");
        if ((!first && !is(at, "last", "final"))
                || at + 3 >= tokens.size()
                || !tokens.get(at + 1).isNumber()
                || grain(at + 2).isEmpty()
                || !is(at + 3, "of", "in")) {
            return Optional.empty();
        }
        int count = tokens.get(at + 1).asInt();
        Grain grain = grain(at + 2).get();
        int begin = is(at + 4, "the") ? at + 5 : at + 4;
        return simple(begin)
                .filter(p ->
                        p.meaning() instanceof Span s
                                && s.from() != null
                                && s.to() != null
                                && count > 0
                                && count < 400)
                .map(p -> {
                    Span s = (Span) p.meaning();
                    LocalDate from = java.util.Objects.requireNonNull(s.from());
                    LocalDate to = java.util.Objects.requireNonNull(s.to());
                    int words = begin + p.words() - i;
                    return first
                            ? TimePhrase.span(words, from, grain.plus(from, count).minusDays(1))
                            : TimePhrase.span(words, grain.plus(to.plusDays(1), -count), to);
                });
    }

    /// "For the year" is the one that runs.
    private Optional<TimePhrase> forThe(int i) {
        boolean named = is(i, "for") && is(i + 1, "the") && grain(i + 2).isPresent();
        boolean more =
                i + 3 < tokens.size()
                        && tokens.get(i + 3).kind() != Token.Kind.COMMA
                        && !is(
                                i + 3, "by", "per", "at", "and", "for", "please", "split", "so",
                                "to");
        return named && !more && !tokens.get(i + 2).plural()
                ? Optional.of(
                        new TimePhrase(
                                3,
                                new Span(grain(i + 2).get().start(asOf), asOf, grain(i + 2), true)))
                : Optional.empty();
    }

    /// "2025 so far".
    private Optional<TimePhrase> soFar(int i) {
        return period(i)
                .filter(p -> is(i + p.words(), "so") && is(i + p.words() + 1, "far", "date"))
                .filter(p ->
                        p.meaning() instanceof Span s
                                && s.from() != null
                                && !s.from().isAfter(asOf))
                .map(p ->
                        TimePhrase.span(
                                p.words() + 2,
                                java.util.Objects.requireNonNull(((Span) p.meaning()).from()),
                                asOf));
    }

    /// "The 12 months ending March 2025".
    private Optional<TimePhrase> ending(int i) {
        int at = i;
        while (is(at, "for", "in", "the", "over", "during")) {
            at++;
        }
        int count = at < tokens.size() && tokens.get(at).isNumber() ? tokens.get(at).asInt() : 0;
        int begin = is(at + 3, "in", "on", "with") ? at + 4 : at + 3;
        if (count < 1
                || count > 1200
                || !is(at + 2, "ending", "ended")
                || grain(at + 1).isEmpty()) {
            return Optional.empty();
        }
        Grain grain = grain(at + 1).get();
        return simple(begin)
                .filter(p -> p.meaning() instanceof Span s && s.to() != null)
                .map(p -> {
                    LocalDate to = ((Span) p.meaning()).to();
                    LocalDate from =
                            grain.plus(java.util.Objects.requireNonNull(to).plusDays(1), -count);
                    return TimePhrase.span(begin + p.words() - i, from, to);
                });
    }

    /// A phrase of one period, never a range.
    public Optional<TimePhrase> single(int i) {
        int begin = is(i, "from", "in", "between") ? i + 1 : i;
        return simple(begin).map(p -> grown(p, begin - i));
    }

    private static Optional<TimePhrase> longer(
            Optional<TimePhrase> best, Optional<TimePhrase> other) {
        return other.isPresent() && (best.isEmpty() || other.get().words() > best.get().words())
                ? other
                : best;
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    /// One period, with "in", "during", "for the" before it.
    private Optional<TimePhrase> period(int i) {
        int at = i;
        while (is(
                at,
                "in",
                "during",
                "for",
                "within",
                "over",
                "from",
                "throughout",
                "on",
                "at",
                "of",
                "across",
                "the",
                "all",
                "entire")) {
            at++;
        }
        int begin = at;
        return range(begin).or(() -> simple(begin)).map(p -> grown(p, begin - i));
    }

    private static TimePhrase grown(TimePhrase p, int by) {
        return new TimePhrase(p.words() + by, p.meaning());
    }

    private Optional<TimePhrase> simple(int i) {
        return relative.at(i).or(() -> periods.at(i));
    }

    private Optional<Grain> grain(int i) {
        return i >= 0 && i < tokens.size()
                ? Grain.named(tokens.get(i).stem().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /// "March to May", "Q1 - Q2", "2023 through 2024", "Jan-Mar", "March 1 to 15".
    private Optional<TimePhrase> range(int i) {
        Optional<TimePhrase> first = simple(i);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int at = i + first.get().words();
        boolean joined = is(at, "to", "through", "thru", "until", "till", "-");
        if (is(at, "to") && is(at + 1, "date")) {
            return Optional.empty();
        }
        boolean adjacent = periods.monthAt(i).isPresent() && periods.monthAt(at).isPresent();
        if (!joined && !adjacent) {
            return Optional.empty();
        }
        int second = joined ? at + 1 : at;
        if (is(second, "the")) {
            second++;
        }
        return joinedAt(i, first.get(), second);
    }

    /// "between March and May", "from 3/1 and 3/31".
    private Optional<TimePhrase> between(int i) {
        if (!is(i, "between", "from")) {
            return Optional.empty();
        }
        int at = is(i + 1, "the") ? i + 2 : i + 1;
        Optional<TimePhrase> first = simple(at);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int and = at + first.get().words();
        if (!is(and, "and", "to", "through", "thru", "until", "till", "-")) {
            return Optional.empty();
        }
        int second = is(and + 1, "the") ? and + 2 : and + 1;
        return joinedAt(at, first.get(), second).map(p -> grown(p, at - i));
    }

    /// @param first what begins at `i`
    /// @param second where the other end begins
    private Optional<TimePhrase> joinedAt(int i, TimePhrase first, int second) {
        Optional<TimePhrase> end =
                today(second).or(() -> simple(second)).or(() -> dayInSameMonth(first, second));
        if (end.isEmpty() || !(first.meaning() instanceof Span from)) {
            return end.filter(e -> first.meaning() instanceof Impossible)
                    .map(e -> new TimePhrase(second + e.words() - i, first.meaning()));
        }
        int words = second + end.get().words() - i;
        return switch (end.get().meaning()) {
            case Impossible wrong -> Optional.of(new TimePhrase(words, wrong));
            case AsOf day -> Optional.empty();
            case Span to -> Optional.of(joined(words, i, from, to));
        };
    }

    private TimePhrase joined(int words, int i, Span from, Span to) {
        LocalDate start = from.from();
        LocalDate end = to.to();
        if (start == null || end == null) {
            return new TimePhrase(words, new Impossible("This period has no beginning or no end."));
        }
        if (!yearSaid(i)) {
            // A start without a year is the last one before the end: "November to February".
            Optional<TimePhrase> again = periods.at(i, OptionalInt.of(end.getYear()));
            if (again.isPresent() && again.get().meaning() instanceof Span s && s.from() != null) {
                boolean later = s.from().isAfter(end);
                // "June 20 to June 10" is a slip, not a year.
                start =
                        later && s.from().getMonth() != end.getMonth()
                                ? s.from().minusYears(1)
                                : s.from();
            }
        }
        if (start.isAfter(end)) {
            return new TimePhrase(
                    words,
                    new Impossible(
                            "The period ends before it begins: " + start + " to " + end + "."));
        }
        return TimePhrase.span(words, start, end);
    }

    private boolean yearSaid(int i) {
        Optional<TimePhrase> plain = periods.at(i);
        return plain.isEmpty()
                || tokens.subList(i, Math.min(tokens.size(), i + plain.get().words())).stream()
                        .anyMatch(t ->
                                t.text()
                                        .matches(
                                                ".*\\d{4}.*|(fy|cy)\\d+|last|this|\\d+/\\d+/\\d+"));
    }

    private Optional<TimePhrase> today(int i) {
        return is(i, "now", "today", "present", "date")
                ? Optional.of(new TimePhrase(1, new Span(asOf, asOf, Optional.of(Grain.DAY), true)))
                : Optional.empty();
    }

    /// "March 1 to 15".
    private Optional<TimePhrase> dayInSameMonth(TimePhrase first, int i) {
        if (i < tokens.size()
                && tokens.get(i).isNumber()
                && first.meaning() instanceof Span s
                && s.from() != null
                && s.unit().equals(Optional.of(Grain.DAY))) {
            int day = tokens.get(i).asInt();
            YearMonth month = YearMonth.from(s.from());
            if (day >= 1 && day <= month.lengthOfMonth()) {
                return Optional.of(Periods.day(1, month.atDay(day)));
            }
        }
        return Optional.empty();
    }
}
