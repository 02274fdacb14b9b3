package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.question.Token;

/// Reads superlatives with how many they are of: "top 5", "which 3 payers", "improved the most".
final class Ranks {
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final List<Placed> found = new ArrayList<>();

    Ranks(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /// The ranks whose words begin at a token.
    List<Placed> at(int i) {
        found.clear();
        rank(i);
        return List.copyOf(found);
    }

    private void add(Span span, int from, int to, double cost) {
        found.add(new Placed(span, from, to, cost));
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private void rank(int i) {
        Token t = tokens.get(i);
        if (t.isNumber() && i + 1 < tokens.size() && !t.text().matches("(19|20)\\d{2}")) {
            Phrases.direction(tokens.get(i + 1).text())
                    .filter(d -> !is(i + 1, "more", "less", "higher", "lower", "better", "worse"))
                    .ifPresent(d -> add(new Span.Rank(d, t.asInt()), i, i + 2, 1));
        }
        // "Five facilities with the highest charges": which five is said later.
        boolean first =
                i == 0
                        && !is(i + 1, "day", "days", "-")
                        && tokens.stream().anyMatch(w -> Phrases.direction(w.text()).isPresent());
        if (t.isNumber() && (first || is(i - 1, "which", "what", "the", "me", "our"))) {
            rows(i, t.asInt());
        }
        Phrases.direction(t.text())
                .ifPresent(d -> {
                    boolean strict =
                            !is(i, "more", "less", "fewer", "greater") || !is(i + 1, "than");
                    if (strict) {
                        add(new Span.Rank(d, 0), i, i + 1, 1);
                    }
                    if (i + 1 < tokens.size()
                            && tokens.get(i + 1).isNumber()
                            && tokens.get(i + 1).asInt() > 0
                            && tokens.get(i + 1).asInt() <= 1000) {
                        add(new Span.Rank(d, tokens.get(i + 1).asInt()), i, i + 2, 1);
                    }
                });
        if (is(i, "most", "least") && is(i + 1, "common", "frequent", "often", "frequently")) {
            Phrases.direction(t.text()).ifPresent(d -> add(new Span.Rank(d, 0), i, i + 2, 1));
        }
        changeRank(i);
    }

    /// "Which 5 payers": a number of the things that follow.
    private void rows(int i, int rows) {
        // "Me 20 appealed claims": words that narrow may stand between.
        for (int at = i + 1; at < Math.min(tokens.size(), i + 4); at++) {
            if (rows > 0
                    && rows <= 1000
                    && tokens.get(at).plural()
                    && lexicon.sense(tokens.get(at).stem())
                            .filter(s -> s instanceof Sense.Dimension || s instanceof Sense.Entity)
                            .isPresent()) {
                add(new Span.Rows(rows), i, i + 1, 1);
                return;
            }
        }
    }

    /// "biggest increase", "improved the most", "largest drop in".
    private void changeRank(int i) {
        int at = is(i, "the") ? i + 1 : i;
        boolean most =
                is(
                        at,
                        "biggest",
                        "largest",
                        "greatest",
                        "highest",
                        "most",
                        "steepest",
                        "sharpest",
                        "fastest");
        if (most && at + 1 < tokens.size()) {
            int end = is(at + 2, "in", "first") ? at + 3 : at + 2;
            changeAt(at + 1).ifPresent(m -> add(new Span.Rank(side(m), 0), i, end, 0.9));
        }
        changeAt(i)
                .ifPresent(m -> {
                    int end = is(i + 1, "the") ? i + 2 : i + 1;
                    if (is(end, "most", "fastest")) {
                        add(new Span.Rank(side(m), 0), i, end + 1, 0.9);
                    }
                });
        if (is(i, "went", "gone", "go") && is(i + 1, "up", "down")) {
            int end = is(i + 2, "the") ? i + 3 : i + 2;
            if (is(end, "most", "fastest")) {
                add(
                        new Span.Rank(
                                is(i + 1, "up") ? Span.Direction.RISE : Span.Direction.FALL, 0),
                        i,
                        end + 1,
                        0.9);
            }
        }
    }

    Optional<Span.Move> changeAt(int i) {
        return i < tokens.size()
                ? Phrases.find(tokens.get(i).text())
                        .filter(s -> s instanceof Span.Change)
                        .map(s -> ((Span.Change) s).move())
                : Optional.empty();
    }

    static Span.Direction side(Span.Move move) {
        return switch (move) {
            case ANY, UP -> Span.Direction.RISE;
            case DOWN -> Span.Direction.FALL;
            case BETTER -> Span.Direction.BEST;
            case WORSE -> Span.Direction.WORST;
        };
    }
}
