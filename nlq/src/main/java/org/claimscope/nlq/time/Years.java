package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.question.Token;

/// Years behind a month or quarter: "2024", "of 2024", "'24", "FY24", "of last year".
final class Years {
    private final List<Token> tokens;
    private final LocalDate asOf;

    Years(List<Token> tokens, LocalDate asOf) {
        this.tokens = tokens;
        this.asOf = asOf;
    }

    /// @param words how many tokens say it, `of` or a comma included
    record Year(int number, int words) {}

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    Optional<Year> at(int i) {
        int skipped = is(i, "of", "in", ",") ? 1 : 0;
        int at = i + skipped;
        if (at < tokens.size()) {
            Token t = tokens.get(at);
            if (t.isNumber() && t.asInt() >= 1900 && t.asInt() <= 2100 && t.text().length() == 4) {
                return Optional.of(new Year(t.asInt(), skipped + 1));
            }
            Optional<Integer> fiscal = fiscal(t);
            if (fiscal.isPresent()) {
                return Optional.of(new Year(fiscal.get(), skipped + 1));
            }
            if (is(at, "fiscal", "calendar", "fy", "cy") && at + 1 < tokens.size()) {
                return at(is(at + 1, "year") ? at + 2 : at + 1)
                        .map(y ->
                                new Year(
                                        y.number(),
                                        y.words() + at - i + (is(at + 1, "year") ? 2 : 1)));
            }
            if (is(at, "last", "previous", "prior") && is(at + 1, "year")) {
                return Optional.of(new Year(asOf.getYear() - 1, skipped + 2));
            }
            if (is(at, "this", "current") && is(at + 1, "year")) {
                return Optional.of(new Year(asOf.getYear(), skipped + 2));
            }
            if (is(at, "the") && is(at + 1, "year")) {
                return at(at + 2).map(y -> new Year(y.number(), y.words() + skipped + 2));
            }
        }
        return Optional.empty();
    }

    static Optional<Integer> fiscal(Token t) {
        if (!t.text().matches("(fy|cy)\\d{2}(\\d{2})?")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(t.text().substring(2));
        return Optional.of(number < 100 ? 2000 + number : number);
    }
}
