package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.parse.Span.Bound;
import org.claimscope.nlq.question.Token;

/// Reads bounds: "over 90 days", "between $100 and $500", "at least 15 %", "120 days or more".
final class Bounds {
    private final List<Token> tokens;
    private final List<Placed> found = new ArrayList<>();

    Bounds(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The bounds whose words begin here, or one word before.
    List<Placed> at(int i) {
        found.clear();
        bound(i);
        return List.copyOf(found);
    }

    private void add(Bound bound, int from, int to) {
        found.add(new Placed(bound, from, to, 1));
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private void bound(int i) {
        if (is(i, "between") || (tokens.get(i).number() != null && is(i + 1, "to", "-"))) {
            int first = is(i, "between") ? i + 1 : i;
            if (number(first)
                    && is(first + 1, "and", "to", "-")
                    && number(first + 2)
                    && !(year(first) && year(first + 2) && is(i, "between"))) {
                bounded(
                        i,
                        first,
                        first + 3,
                        Op.BETWEEN,
                        List.of(value(first), value(first + 2)),
                        first + 2);
            }
        }
        var said = new StringBuilder();
        for (int at = i; at < Math.min(tokens.size(), i + 5); at++) {
            said.append(said.isEmpty() ? "" : " ").append(tokens.get(at).text());
            Optional<Op> op = op(said.toString());
            boolean year = is(at, "over") && at > 0 && year(at + 1) && year(at - 1);
            if (op.isPresent() && number(at + 1) && !year) {
                bounded(i, at + 1, at + 2, op.get(), List.of(value(at + 1)), at + 1);
            }
        }
        if (number(i)) {
            suffixed(i);
        }
    }

    /// "90+ days", "90 days or more", "120 days old or older".
    private void suffixed(int i) {
        if (is(i + 1, "+") || (is(i + 1, "plus") && is(i + 2, "days", "day"))) {
            bounded(i, i, i + 2, Op.GREATER_OR_EQUAL, List.of(value(i)), i);
        }
        if (is(i + 1, "days", "day") && is(i + 2, "+", "plus")) {
            add(new Bound(Op.GREATER_OR_EQUAL, List.of(value(i)), Bound.Kind.DAYS), i, i + 3);
        }
        int at = is(i + 1, "days", "day", "percent") ? i + 2 : i + 1;
        if (is(at, "or")) {
            Optional<Op> op =
                    is(
                                    at + 1, "more", "older", "higher", "greater", "above", "over",
                                    "longer", "better")
                            ? Optional.of(Op.GREATER_OR_EQUAL)
                            : is(
                                            at + 1, "less", "fewer", "lower", "below", "under",
                                            "younger", "newer")
                                    ? Optional.of(Op.LESS_OR_EQUAL)
                                    : Optional.empty();
            op.ifPresent(o ->
                    add(
                            new Bound(o, List.of(value(i)), at > i + 1 ? Bound.Kind.DAYS : kind(i)),
                            i,
                            at + 2));
        }
    }

    private void bounded(int from, int number, int end, Op op, List<BigDecimal> numbers, int last) {
        boolean bucket = is(end, "bucket", "buckets") || is(end + 1, "bucket", "buckets");
        boolean days = is(end, "days", "day", "bucket", "buckets");
        int to = days ? bucket && !is(end, "bucket", "buckets") ? end + 2 : end + 1 : end;
        if (days && is(to, "old", "outstanding", "past", "aged")) {
            to += is(to, "past") && is(to + 1, "due") ? 2 : 1;
        }
        Bound.Kind kind = days ? Bound.Kind.DAYS : kind(last);
        List<BigDecimal> scaled = numbers;
        if (kind == Bound.Kind.PERCENT && kind(number) == Bound.Kind.PLAIN) {
            scaled =
                    numbers.stream()
                            .map(n -> n.compareTo(BigDecimal.ONE) > 0 ? n.movePointLeft(2) : n)
                            .toList();
        }
        add(new Bound(op, scaled, kind), from, to);
        if (days && is(from - 1, "age", "aged", "aging", "old", "outstanding", "is", "are")) {
            add(new Bound(op, scaled, kind), from - 1, to);
        }
        if (is(end, "dollars", "usd")) {
            add(new Bound(op, numbers, Bound.Kind.MONEY), from, end + 1);
        }
    }

    private Bound.Kind kind(int i) {
        return switch (tokens.get(i).kind()) {
            case PERCENT -> Bound.Kind.PERCENT;
            case MONEY -> Bound.Kind.MONEY;
            default -> Bound.Kind.PLAIN;
        };
    }

    /// "In 2024 over 2023" sets years against each other.
    private boolean year(int i) {
        return number(i) && tokens.get(i).text().matches("(?:19|20)\\d\\d");
    }

    private boolean number(int i) {
        return i < tokens.size() && tokens.get(i).number() != null;
    }

    private BigDecimal value(int i) {
        BigDecimal number = tokens.get(i).number();
        return number == null ? BigDecimal.ZERO : number;
    }

    private static Optional<Op> op(String words) {
        return switch (words) {
            case "over",
                    "north of",
                    "upwards of",
                    "upward of",
                    "exceeded",
                    "billed at over",
                    "totaling over",
                    "totaling more than",
                    "above",
                    "more than",
                    "greater than",
                    "exceeding",
                    "exceeds",
                    "exceed",
                    "higher than",
                    "older than",
                    "larger than",
                    ">",
                    "past",
                    "beyond",
                    "aged over",
                    "in excess of",
                    "that exceed",
                    "longer than",
                    "bigger than",
                    "is over",
                    "are over",
                    "older then",
                    "aged more than",
                    "of more than",
                    "of over",
                    "greater then",
                    "more then" ->
                    Optional.of(Op.GREATER);
            case "at least",
                    ">=",
                    "no less than",
                    "not less than",
                    "minimum of",
                    "a minimum of",
                    "no fewer than" ->
                    Optional.of(Op.GREATER_OR_EQUAL);
            case "under",
                    "south of",
                    "short of",
                    "below",
                    "less than",
                    "fewer than",
                    "lower than",
                    "younger than",
                    "smaller than",
                    "<",
                    "newer than",
                    "is under",
                    "are under",
                    "shorter than",
                    "aged less than",
                    "of less than",
                    "of under" ->
                    Optional.of(Op.LESS);
            case "at most",
                    "up to",
                    "no more than",
                    "not more than",
                    "<=",
                    "maximum of",
                    "not over",
                    "a maximum of" ->
                    Optional.of(Op.LESS_OR_EQUAL);
            default -> Optional.empty();
        };
    }
}
