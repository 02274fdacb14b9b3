package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.time.TimePhrase.Span;

/// Periods said from the as-of day: "last quarter", "this month", "YTD", "the last 90 days".
final class Relative {
    private final List<Token> tokens;
    private final LocalDate asOf;

    Relative(List<Token> tokens, LocalDate asOf) {
        this.tokens = tokens;
        this.asOf = asOf;
    }

    Optional<TimePhrase> at(int i) {
        return toDate(i).or(() -> ago(i)).or(() -> relative(i)).or(() -> rolling(i));
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private Optional<Grain> grain(int i) {
        return i >= 0 && i < tokens.size()
                ? Grain.named(tokens.get(i).stem().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private Optional<TimePhrase> toDate(int i) {
        if (is(i, "fiscal", "calendar")) {
            return toDate(i + 1).map(p -> new TimePhrase(p.words() + 1, p.meaning()));
        }
        if (is(i, "ytd", "mtd", "qtd", "wtd")) {
            Grain grain =
                    switch (tokens.get(i).text().charAt(0)) {
                        case 'y' -> Grain.YEAR;
                        case 'm' -> Grain.MONTH;
                        case 'q' -> Grain.QUARTER;
                        default -> Grain.WEEK;
                    };
            return Optional.of(soFar(1, grain));
        }
        if (grain(i).isPresent() && is(i + 1, "to") && is(i + 2, "date")) {
            return Optional.of(soFar(3, grain(i).get()));
        }
        if (is(i, "so") && is(i + 1, "far") && is(i + 2, "this", "in")) {
            int at = is(i + 3, "the") ? i + 4 : i + 3;
            at = is(at, "this", "current") ? at + 1 : at;
            if (grain(at).isPresent()) {
                return Optional.of(soFar(at + 1 - i, grain(at).get()));
            }
        }
        if (is(i, "ttm", "t12m", "r12m")) {
            return Optional.of(back(1, Grain.MONTH, 12));
        }
        return Optional.empty();
    }

    /// "Two quarters ago": the whole period so many back.
    private Optional<TimePhrase> ago(int i) {
        boolean one = is(i, "a", "one");
        boolean counted = i < tokens.size() && tokens.get(i).isNumber();
        if ((!one && !counted) || grain(i + 1).isEmpty() || !is(i + 2, "ago", "back", "earlier")) {
            return Optional.empty();
        }
        int count = one ? 1 : tokens.get(i).asInt();
        Grain grain = grain(i + 1).get();
        if (count < 1 || count > 1200 || (one && grain == Grain.YEAR)) {
            return Optional.empty();
        }
        return Optional.of(Periods.whole(3, grain, grain.plus(grain.start(asOf), -count), true));
    }

    private TimePhrase soFar(int words, Grain grain) {
        return new TimePhrase(words, new Span(grain.start(asOf), asOf, Optional.of(grain), true));
    }

    private Optional<TimePhrase> relative(int i) {
        if (is(i, "today")) {
            return Optional.of(
                    new TimePhrase(1, new Span(asOf, asOf, Optional.of(Grain.DAY), true)));
        }
        if (is(i, "yesterday")) {
            LocalDate y = asOf.minusDays(1);
            return Optional.of(new TimePhrase(1, new Span(y, y, Optional.of(Grain.DAY), true)));
        }
        int unit =
                is(i + 1, "calendar", "fiscal", "full", "complete", "completed", "whole")
                        ? i + 2
                        : i + 1;
        boolean singular = unit < tokens.size() && !tokens.get(unit).plural();
        Optional<Grain> grain = grain(unit);
        if (grain.isEmpty() || !singular || grain.get() == Grain.DAY) {
            return Optional.empty();
        }
        int words = unit + 1 - i;
        if (is(i, "this", "current")) {
            if (is(unit + 1, "so") && is(unit + 2, "far")) {
                words += 2;
            } else if (is(unit + 1, "to") && is(unit + 2, "date")) {
                words += 2;
            }
            return Optional.of(soFar(words, grain.get()));
        }
        if (is(i, "past")) {
            return Optional.of(back(words, grain.get(), 1));
        }
        if (is(i, "last", "previous", "prior", "preceding")) {
            LocalDate start = grain.get().plus(grain.get().start(asOf), -1);
            return Optional.of(Periods.whole(words, grain.get(), start, true));
        }
        return Optional.empty();
    }

    /// "the last 90 days", "trailing 12 months", "rolling 6 months".
    private Optional<TimePhrase> rolling(int i) {
        if (!is(
                i,
                "last",
                "past",
                "previous",
                "prior",
                "trailing",
                "rolling",
                "preceding",
                "recent")) {
            return Optional.empty();
        }
        if (i + 1 >= tokens.size() || !tokens.get(i + 1).isNumber()) {
            return Optional.empty();
        }
        int count = tokens.get(i + 1).asInt();
        int at = i + 2;
        while (is(at, "calendar", "full", "complete", "completed", "rolling", "consecutive")) {
            at++;
        }
        Optional<Grain> grain = grain(at);
        if (grain.isEmpty() || count < 1 || count > 1200) {
            return Optional.empty();
        }
        return Optional.of(back(at + 1 - i, grain.get(), count));
    }

    /// Ends at and includes the as-of date; on a month-end these are calendar months.
    private TimePhrase back(int words, Grain grain, int count) {
        LocalDate next = asOf.plusDays(1);
        LocalDate from =
                switch (grain) {
                    case DAY -> next.minusDays(count);
                    case WEEK -> next.minusWeeks(count);
                    case MONTH -> next.minusMonths(count);
                    case QUARTER -> next.minusMonths(3L * count);
                    case YEAR -> next.minusYears(count);
                };
        return new TimePhrase(words, new Span(from, asOf, Optional.empty(), true));
    }
}
