package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// Reads what leaves members out by where it stands: "leave Duplicate out", "Medicaid excluded",
/// "everyone but Aetna", and "drop Aetna" at the beginning.
final class Exclusions {
    /// How many words may stand between "leave" and "out".
    private static final int REACH = 7;

    private static final double COST = 0.7;

    private static final Set<String> LEAVE =
            Set.of(
                    "leave",
                    "leaving",
                    "keep",
                    "keeping",
                    "take",
                    "taking",
                    "cut",
                    "cutting",
                    "throw",
                    "throwing",
                    "filter",
                    "filtering",
                    "carve",
                    "carving");

    private static final Set<String> DROP =
            Set.of("drop", "lose", "ditch", "skip", "forget", "strip");

    /// "Drop in payments" is a change.
    private static final String[] CHANGING = {
        "in", "of", "by", "since", "from", "over", "than", "to", "most", "rate", "below", "under",
        "above", "off"
    };

    private final List<Token> tokens;

    Exclusions(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Set<String> words() {
        return Set.of(
                "leave",
                "leaving",
                "keep",
                "keeping",
                "taking",
                "carve",
                "carving",
                "drop",
                "lose",
                "ditch",
                "skip",
                "forget",
                "strip",
                "aside",
                "removed",
                "excluded",
                "included");
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    Optional<Placed> at(int i) {
        String word = tokens.get(i).text();
        if (LEAVE.contains(word) && !is(i + 1, "out")) {
            // "Take to get the bill out" leaves nothing out.
            for (int k = i + 2; k < Math.min(tokens.size(), i + REACH) && !is(k - 1, "to"); k++) {
                if (is(k, "out")) {
                    return placed(Marker.NOT, i, i + 1);
                }
            }
        }
        if (is(i, "but") && everybody(i)) {
            return placed(Marker.NOT, i, i + 1);
        }
        if (i > 0) {
            int verb = is(i, "are", "is", "being", "all") ? i + 1 : i;
            boolean not = is(verb, "not") && is(verb + 1, "included", "counted");
            if (not || is(verb, "left", "taken", "carved") && is(verb + 1, "out")) {
                return placed(Marker.LEFT_OUT, i, verb + 2);
            }
            if (is(verb, "excluded", "aside", "removed")) {
                return placed(Marker.LEFT_OUT, i, verb + 1);
            }
        }
        // "Drop in payments" is a change.
        boolean begins = i == 0 || (i == 1 && is(0, "and", "now", "please", "ok", "then"));
        if (begins && DROP.contains(word) && !is(i + 1, "in", "of", "by", "since", "from")) {
            return placed(Marker.REMOVE, i, is(i + 1, "the", "out") ? i + 2 : i + 1);
        }
        // "Denials by payer, drop Aetna": a clause of its own is no decline.
        if (apart(i) && DROP.contains(word) && !is(i + 1, CHANGING)) {
            return placed(Marker.NOT, i, is(i + 1, "the", "out") ? i + 2 : i + 1);
        }
        return Optional.empty();
    }

    private boolean apart(int i) {
        int before = is(i - 1, "and", "but", "please", "then", "just") ? i - 2 : i - 1;
        return before >= 0
                && (tokens.get(before).kind() == Token.Kind.COMMA
                        || tokens.get(before).kind() == Token.Kind.DASH
                        // A full stop is no token.
                        || tokens.get(before + 1).from() - tokens.get(before).to() > 1);
    }

    private boolean everybody(int i) {
        for (int k = Math.max(0, i - 4); k < i; k++) {
            if (is(k, "all", "every", "everyone", "everything", "any")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Placed> placed(Marker marker, int from, int to) {
        return Optional.of(new Placed(new Span.Mark(marker), from, to, COST));
    }
}
