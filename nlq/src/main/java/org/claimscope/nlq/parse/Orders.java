package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.nlq.parse.Span.Direction;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// Reads which end comes first: "slowest first", "with the worst on top", "from small to big", "in
/// descending order". These put what is shown into an order and leave nothing out; "the slowest
/// payer" does.
final class Orders {
    private static final double COST = 0.85;

    /// What may stand between the end that is named and its place.
    private static final Set<String> NOUNS =
            Set.of(
                    "amount",
                    "amounts",
                    "count",
                    "counts",
                    "rate",
                    "rates",
                    "value",
                    "values",
                    "number",
                    "numbers",
                    "volume",
                    "total",
                    "totals",
                    "balance",
                    "balances",
                    "dollars",
                    "percentage",
                    "percent",
                    "one",
                    "ones",
                    "figure",
                    "figures");

    /// "Highest first quarter", "worst first pass yield": here "first" belongs to what follows.
    private static final Set<String> OWN_FIRST =
            Set.of(
                    "pass",
                    "quarter",
                    "half",
                    "month",
                    "week",
                    "day",
                    "year",
                    "time",
                    "submission",
                    "appeal",
                    "level");

    private final List<Token> tokens;
    private final List<Placed> found = new ArrayList<>();

    Orders(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Set<String> words() {
        var words = new HashSet<>(NOUNS);
        words.addAll(
                List.of(
                        "small",
                        "smaller",
                        "little",
                        "large",
                        "great",
                        "high",
                        "strong",
                        "weak",
                        "quick",
                        "slow",
                        "fast",
                        "order",
                        "increasing",
                        "decreasing",
                        "first"));
        return words;
    }

    /// The orders whose words begin at a token.
    List<Placed> at(int i) {
        found.clear();
        placed(i);
        sloping(i);
        named(i);
        return List.copyOf(found);
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private void add(Direction first, int from, int to) {
        found.add(new Placed(new Span.Mark(marker(first)), from, to, COST));
    }

    private static Marker marker(Direction first) {
        return switch (first) {
            case HIGH, RISE -> Marker.DESCENDING;
            case LOW, FALL -> Marker.ASCENDING;
            case BEST -> Marker.BEST_FIRST;
            case WORST -> Marker.WORST_FIRST;
        };
    }

    private static Direction opposite(Direction end) {
        return switch (end) {
            case HIGH, RISE -> Direction.LOW;
            case LOW, FALL -> Direction.HIGH;
            case BEST -> Direction.WORST;
            case WORST -> Direction.BEST;
        };
    }

    /// The end that a word names.
    private Optional<Direction> end(int i) {
        if (i >= tokens.size() || is(i, "top", "bottom", "leading", "more", "less", "fewer")) {
            return Optional.empty();
        }
        String word = tokens.get(i).text();
        return Phrases.direction(word)
                .or(() ->
                        switch (word) {
                            case "big", "large", "great", "high", "long", "slow", "strong" ->
                                    Optional.of(Direction.HIGH);
                            case "small", "little", "low", "short", "fast", "quick", "weak" ->
                                    Optional.of(Direction.LOW);
                            case "good" -> Optional.of(Direction.BEST);
                            case "bad" -> Optional.of(Direction.WORST);
                            default -> Optional.empty();
                        });
    }

    /// "Slowest first", "worst on top", "with the largest amounts at the top", "starting with the
    /// highest".
    private void placed(int i) {
        int at = i;
        boolean starting =
                is(at, "starting", "beginning", "start", "begin", "led", "leading")
                        && is(at + 1, "with", "from", "by");
        if (starting) {
            at += 2;
        } else if (is(at, "with", "put", "show", "list", "have")) {
            at++;
        }
        if (is(at, "the")) {
            at++;
        }
        Optional<Direction> end = end(at);
        if (end.isEmpty()) {
            return;
        }
        int to = at + 1;
        if (to < tokens.size()
                && (NOUNS.contains(tokens.get(to).text()) || place(to + 1) > to + 2)) {
            // "The worst facility at the top": which one is the worst is not asked.
            to++;
        }
        int after = place(to);
        if (after > to) {
            boolean bottom = is(after - 1, "bottom");
            add(bottom ? opposite(end.get()) : end.get(), i, after);
        } else if (at + 2 < tokens.size()
                && tokens.get(at + 1).plural()
                && place(at + 2) == at + 3) {
            // "Show the worst payers first": the payers are not part of the order.
            add(end.get(), i, at + 1);
            found.add(new Placed(new Span.Quiet(), at + 2, at + 3, COST));
        } else if (starting && to == tokens.size()) {
            add(end.get(), i, to);
        }
    }

    /// The index after "first", "on top", "at the bottom", or the same one.
    private int place(int i) {
        boolean first =
                is(i, "first")
                        && (i + 1 >= tokens.size()
                                || (!OWN_FIRST.contains(tokens.get(i + 1).stem())
                                        && tokens.get(i + 1).number() == null));
        if (first) {
            return i + 1;
        }
        int at = is(i, "on", "at", "to", "up") ? i + 1 : i;
        at = is(at, "the") ? at + 1 : at;
        return at > i && is(at, "top", "bottom") ? at + 1 : i;
    }

    /// "From the highest to the lowest", "high to low", "small to big".
    private void sloping(int i) {
        int at = is(i, "from") ? i + 1 : i;
        at = is(at, "the") ? at + 1 : at;
        if (is(at, "top", "bottom") && is(at + 1, "to") && is(at + 2, "bottom", "top")) {
            add(is(at, "top") ? Direction.HIGH : Direction.LOW, i, at + 3);
        }
        Optional<Direction> from = end(at);
        int to = is(at + 1, "one", "ones") ? at + 2 : at + 1;
        to = is(to, "down", "up", "through") ? to + 1 : to;
        if (from.isEmpty() || !is(to, "to", "-")) {
            return;
        }
        to = is(to + 1, "the") ? to + 2 : to + 1;
        if (end(to).equals(Optional.of(opposite(from.get())))) {
            add(from.get(), i, is(to + 1, "one", "ones") ? to + 2 : to + 1);
        }
    }

    /// "In descending order", "increasing order".
    private void named(int i) {
        int at = is(i, "in") ? i + 1 : i;
        at = is(at, "a", "an") ? at + 1 : at;
        boolean down = is(at, "descending", "decreasing", "declining", "falling", "desc");
        boolean up = is(at, "ascending", "increasing", "rising", "growing", "asc");
        int order = is(at + 1, "sort") ? at + 2 : at + 1;
        if ((down || up) && is(order, "order")) {
            add(down ? Direction.HIGH : Direction.LOW, i, order + 1);
        }
    }
}
