package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.time.TimePhrase.AsOf;
import org.claimscope.nlq.time.TimePhrase.Impossible;
import org.claimscope.nlq.time.TimePhrase.Span;

/// Reads the day on which something stood: "as of March 31", "at the end of Q1", "as it stood at
/// year end".
final class Standing {
    private final List<Token> tokens;
    private final LocalDate asOf;
    private final IntFunction<Optional<TimePhrase>> simple;

    /// @param simple reads one period
    Standing(List<Token> tokens, LocalDate asOf, IntFunction<Optional<TimePhrase>> simple) {
        this.tokens = tokens;
        this.asOf = asOf;
        this.simple = simple;
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private boolean isStem(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).stem());
    }

    private Optional<Grain> grain(int i) {
        return i >= 0 && i < tokens.size()
                ? Grain.named(tokens.get(i).stem().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /// "as of March 31", "at the end of Q1", "at year end".
    Optional<TimePhrase> at(int i) {
        int at = i;
        boolean said = false;
        if (is(at, "as") && is(at + 1, "of", "at", "on")) {
            at += 2;
            said = true;
        } else if (is(at, "as")
                && is(at + 1, "it", "they", "things", "we", "that")
                && is(at + 2, "stood", "stand", "stands", "was", "were", "is", "are")) {
            // "As it stood at the end of March", "as they were on May 31".
            at += is(at + 3, "at", "on", "in", "by", "as") ? 4 : 3;
            at += is(at - 1, "as") && is(at, "of", "at", "on") ? 1 : 0;
            said = true;
        } else if (is(at, "at", "by", "on", "for", "in", "through")) {
            at++;
        }
        while (is(at, "the")) {
            at++;
        }
        if (isStem(at, "end", "close") && is(at + 1, "of")) {
            at += 2;
            said = true;
        } else if (grain(at).isPresent() && is(at + 1, "end") && grain(at).get() != Grain.DAY) {
            // "Year end 2023", "month end March".
            int named = is(at + 2, "of", "for", "in") ? at + 3 : at + 2;
            Optional<TimePhrase> period = simple.apply(named);
            if (period.isPresent()
                    && period.get().meaning() instanceof Span s
                    && s.to() != null
                    && s.unit().equals(grain(at))) {
                return Optional.of(
                        new TimePhrase(named + period.get().words() - i, new AsOf(s.to())));
            }
            LocalDate end = grain(at).get().start(asOf).minusDays(1);
            return Optional.of(new TimePhrase(at + 2 - i, new AsOf(end)));
        } else if (is(at, "last", "previous", "prior")
                && grain(at + 1).isPresent()
                && is(at + 2, "end")) {
            LocalDate end = grain(at + 1).get().start(asOf).minusDays(1);
            return Optional.of(new TimePhrase(at + 3 - i, new AsOf(end)));
        }
        if (!said) {
            return Optional.empty();
        }
        while (is(at, "the")) {
            at++;
        }
        int skipped = at - i;
        if (is(at, "now", "today")) {
            return Optional.of(new TimePhrase(skipped + 1, new AsOf(asOf)));
        }
        return simple.apply(at)
                .map(p ->
                        new TimePhrase(
                                p.words() + skipped,
                                switch (p.meaning()) {
                                    case Span s when s.to() != null -> new AsOf(s.to());
                                    case Span s -> s;
                                    case AsOf a -> a;
                                    case Impossible wrong -> wrong;
                                }));
    }
}
