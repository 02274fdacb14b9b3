package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.time.TimePhrase.AsOf;
import org.claimscope.nlq.time.TimePhrase.Impossible;
import org.claimscope.nlq.time.TimePhrase.Meaning;
import org.claimscope.nlq.time.TimePhrase.Span;

/// Periods with one edge, and whether the day at the edge belongs to them: "since March", "on or
/// after March 10", "before June", "up to and including June 5".
final class Edges {
    private final List<Token> tokens;
    private final LocalDate asOf;
    private final IntFunction<Optional<TimePhrase>> simple;

    /// @param simple one period that begins at a token
    Edges(List<Token> tokens, LocalDate asOf, IntFunction<Optional<TimePhrase>> simple) {
        this.tokens = tokens;
        this.asOf = asOf;
        this.simple = simple;
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    Optional<TimePhrase> since(int i) {
        int or = included(i, "after");
        boolean after = or == 0 && (is(i, "after") || (is(i, ">") && dated(i + 1)));
        if (!after
                && or == 0
                && !(is(i, ">=") && dated(i + 1))
                && !is(i, "since", "starting", "beginning")) {
            return onward(i);
        }
        int at = i + Math.max(1, or);
        while (is(at, "the", "in", "on", "from", "with", "beginning", "start", "of")) {
            at++;
        }
        int unit = is(at, "fiscal", "calendar", "current") ? at + 1 : at;
        boolean begun = tokens.subList(i + 1, at).stream().anyMatch(Edges::start);
        if (begun && !after && is(unit, "year", "quarter", "month", "week")) {
            Grain grain = Grain.named(tokens.get(unit).text()).orElseThrow();
            return Optional.of(new TimePhrase(unit + 1 - i, open(grain.start(asOf))));
        }
        int skipped = at - i;
        return simple.apply(at)
                .map(p ->
                        new TimePhrase(
                                p.words() + skipped,
                                switch (p.meaning()) {
                                    case Span s when after && s.to() != null ->
                                            open(s.to().plusDays(1));
                                    case Span s when s.from() != null -> open(s.from());
                                    case Span s -> s;
                                    case AsOf a -> a;
                                    case Impossible wrong -> wrong;
                                }));
    }

    private static boolean start(Token t) {
        return t.is("start") || t.is("beginning");
    }

    /// "On or after", "after or on": how many words say that the day itself belongs to it.
    private int included(int i, String side) {
        boolean on = is(i, "on", "at") && is(i + 1, "or", "/", "and") && is(i + 2, side);
        boolean or = is(i, side) && is(i + 1, "or", "/", "and") && is(i + 2, "on");
        boolean than =
                is(i, "no", "not")
                        && is(i + 1, side.equals("after") ? "earlier" : "later")
                        && is(i + 2, "than");
        boolean not = is(i, "not") && is(i + 1, side.equals("after") ? "before" : "after");
        return on || or || than ? 3 : not ? 2 : 0;
    }

    /// "From March 10 on", "March 10 or later".
    private Optional<TimePhrase> onward(int i) {
        int at = i;
        while (is(at, "from", "on", "the")) {
            at++;
        }
        int begin = at;
        Optional<TimePhrase> first = simple.apply(begin);
        if (first.isEmpty() || !(first.get().meaning() instanceof Span s) || s.from() == null) {
            return Optional.empty();
        }
        int end = begin + first.get().words();
        boolean on =
                is(end, "onward", "onwards", "forward", "forwards")
                        || (is(i, "from") && is(end, "on") && closes(end + 1));
        boolean later =
                is(end, "or", "and", "&") && is(end + 1, "later", "onward", "onwards")
                        || is(end, "or") && is(end + 1, "after");
        if (!on && !later) {
            return Optional.empty();
        }
        return Optional.of(new TimePhrase(end + (on ? 1 : 2) - i, open(s.from())));
    }

    /// "From March on Aetna claims" is March: only where nothing hangs on "on" it goes on.
    private boolean closes(int i) {
        return i >= tokens.size()
                || tokens.get(i).kind() == Token.Kind.COMMA
                || is(i, "by", "per", "for", "at", "in", "split", "broken", "and", "please");
    }

    /// "March 10 or earlier", "February or before".
    private Optional<TimePhrase> backward(int i) {
        int begin = is(i, "on", "in", "at") ? i + 1 : i;
        Optional<TimePhrase> first = simple.apply(begin);
        if (first.isEmpty() || !(first.get().meaning() instanceof Span s)) {
            return Optional.empty();
        }
        int end = begin + first.get().words();
        if (!is(end, "or") || !is(end + 1, "earlier", "before")) {
            return Optional.empty();
        }
        return Optional.of(
                new TimePhrase(end + 2 - i, new Span(null, s.to(), Optional.empty(), false)));
    }

    private boolean dated(int i) {
        return i < tokens.size() && tokens.get(i).kind() == Token.Kind.DATE;
    }

    private Meaning open(LocalDate from) {
        return from.isAfter(asOf)
                ? new Impossible("This period begins after the as-of date: " + from + ".")
                : new Span(from, asOf, Optional.empty(), true);
    }

    private boolean including(int i) {
        return is(i, "and", "&") && is(i + 1, "including", "incl");
    }

    Optional<TimePhrase> until(int i) {
        int or = included(i, "before");
        boolean before =
                or == 0
                        && (is(i, "before")
                                || (is(i, "prior") && is(i + 1, "to"))
                                || (is(i, "<") && dated(i + 1)));
        if (!before
                && or == 0
                && !(is(i, "<=") && dated(i + 1))
                && !is(i, "until", "through", "till", "thru", "up")) {
            return backward(i);
        }
        int at = i + Math.max(1, or);
        while (is(at, "to", "the", "until") || including(at)) {
            at += including(at) ? 2 : 1;
        }
        if (is(i, "up") && at == i + 1) {
            return Optional.empty();
        }
        int skipped = at - i;
        return simple.apply(at)
                .map(p ->
                        new TimePhrase(
                                p.words() + skipped,
                                switch (p.meaning()) {
                                    case Span s when before && s.from() != null ->
                                            new Span(
                                                    null,
                                                    s.from().minusDays(1),
                                                    Optional.empty(),
                                                    false);
                                    case Span s -> new Span(null, s.to(), Optional.empty(), false);
                                    case AsOf a -> a;
                                    case Impossible wrong -> wrong;
                                }));
    }
}
