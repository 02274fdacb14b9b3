package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Token;

/// Aging buckets by their bounds: "the 31-60 bucket", "91-120 and 121+ buckets". Where the data's
/// buckets are not known, the bounds are an age in days.
final class Buckets {
    private static final String DIMENSION = "aging_bucket";
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\D+(\\d+)");
    private static final Pattern OPEN = Pattern.compile("(over|>)?\\D*(\\d+)\\D*");

    private record Range(int from, int to) {}

    private record Said(Range range, int end) {}

    private final List<Token> tokens;
    private final ValueIndex values;

    Buckets(List<Token> tokens, ValueIndex values) {
        this.tokens = tokens;
        this.values = values;
    }

    /// The bucket whose bounds begin at a token, where the question calls it one.
    Optional<Placed> at(int i) {
        Optional<Said> said = range(i);
        if (said.isEmpty() || !(called(i - 1) || calledAfter(said.get().end()))) {
            return Optional.empty();
        }
        return member(said.get().range())
                .map(m ->
                        new Placed(
                                new Span.Meant(
                                        new Sense.Value(List.of(new Member(DIMENSION, m)), true)),
                                i,
                                endOf(said.get().end()),
                                0.8));
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private boolean called(int i) {
        return is(i, "bucket", "buckets") || (is(i, "aging", "aged") && is(i - 1, "in", "the"));
    }

    /// With the word itself, where it comes right behind.
    private int endOf(int end) {
        int at = is(end, "day", "days") ? end + 1 : end;
        return is(at, "bucket", "buckets") ? at + 1 : end;
    }

    /// Past the other buckets of "91-120 and 121+ buckets".
    private boolean calledAfter(int end) {
        int at = end;
        while (true) {
            if (is(at, "day", "days", "aging", "ar")) {
                at++;
            } else if (is(at, "and", "or", ",", "the") && range(at + 1).isPresent()) {
                at = range(at + 1).orElseThrow().end();
            } else {
                return is(at, "bucket", "buckets");
            }
        }
    }

    private Optional<Said> range(int i) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        boolean over = is(i, "over", ">");
        int at = over ? i + 1 : i;
        if (at >= tokens.size() || !tokens.get(at).isNumber()) {
            return Optional.empty();
        }
        int from = tokens.get(at).asInt();
        if (over) {
            return Optional.of(new Said(new Range(from + 1, Integer.MAX_VALUE), at + 1));
        }
        if (is(at + 1, "+", "plus")) {
            return Optional.of(new Said(new Range(from, Integer.MAX_VALUE), at + 2));
        }
        boolean two =
                is(at + 1, "-", "to") && at + 2 < tokens.size() && tokens.get(at + 2).isNumber();
        return two
                ? Optional.of(new Said(new Range(from, tokens.get(at + 2).asInt()), at + 3))
                : Optional.empty();
    }

    private Optional<String> member(Range wanted) {
        var found = new ArrayList<String>();
        for (String label : values.members(DIMENSION)) {
            Matcher two = RANGE.matcher(label);
            Matcher one = OPEN.matcher(label);
            Range range =
                    two.find()
                            ? new Range(
                                    Integer.parseInt(two.group(1)), Integer.parseInt(two.group(2)))
                            : one.matches()
                                    ? new Range(
                                            Integer.parseInt(one.group(2))
                                                    + (one.group(1) == null ? 0 : 1),
                                            Integer.MAX_VALUE)
                                    : new Range(-1, -1);
            if (range.equals(wanted)) {
                found.add(label);
            }
        }
        return found.stream().findFirst();
    }
}
