package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;
import org.claimscope.nlq.time.TimeGrammar;
import org.claimscope.nlq.time.TimePhrase;

/// Tells two periods that are set against each other from the time between them.
final class Pairs {
    private final Path path;
    private final LocalDate asOf;

    Pairs(Path path, LocalDate asOf) {
        this.path = path;
        this.asOf = asOf;
    }

    /// "Which got worse between Q1 and Q2", "compare March to April": two periods, not the time
    /// from the one to the other.
    ///
    /// @param changes whether the question is about what changes
    Optional<List<Said>> at(int k, boolean changes) {
        List<Token> said =
                path.tokens().subList(path.spans().get(k).from(), path.spans().get(k).to());
        boolean between = said.getFirst().is("between") && changes;
        int and =
                said.stream()
                        .map(Token::text)
                        .toList()
                        .indexOf(between ? "and" : setToAnother(k) ? "to" : "");
        if (and < 1) {
            return Optional.empty();
        }
        Optional<Said> first =
                period(
                        said.subList(between || said.getFirst().is("in") ? 1 : 0, and),
                        said.subList(and + 1, said.size()));
        Optional<Said> second = period(said.subList(and + 1, said.size()), List.of());
        boolean alike =
                first.isPresent()
                        && second.isPresent()
                        && first.get().span().unit().isPresent()
                        && first.get().sameUnit(second.get())
                        && !first.get().span().unit().equals(Optional.of(Grain.DAY));
        return alike ? Optional.of(List.of(first.get(), second.get())) : Optional.empty();
    }

    /// "Compare March to April"; "compare facilities, March to April" is one period.
    private boolean setToAnother(int k) {
        boolean alone = true;
        for (int at = 0; at < path.size(); at++) {
            alone &= path.dimension(at).isEmpty() && !path.isMember(at);
        }
        return path.mark(k - 1, Marker.COMPARE) || (alone && path.anyMark(Marker.COMPARE));
    }

    /// @param later what may say the year: "between Q1 and Q2 2024"
    private Optional<Said> period(List<Token> words, List<Token> later) {
        Optional<Said> said = period(words);
        Optional<Said> other = later.isEmpty() ? Optional.empty() : period(later);
        return said.map(one -> other.map(two -> inYearOf(one, two)).orElse(one));
    }

    private Optional<Said> period(List<Token> words) {
        return new TimeGrammar(words, asOf)
                .at(0)
                .filter(p -> p.words() == words.size())
                .flatMap(p ->
                        p.meaning() instanceof TimePhrase.Span s
                                ? Optional.of(
                                        new Said(
                                                s,
                                                words.stream()
                                                        .map(Token::text)
                                                        .collect(Collectors.joining(" "))))
                                : Optional.empty());
    }

    /// "Q1 and Q2 2024": the year is said once, for both; "Q1 with Q4 2024" are side by side.
    Said inYearOf(Said one, Said other) {
        Optional<Token> year = Tokens.of(other.text()).stream().filter(Pairs::year).findFirst();
        List<Token> words = Tokens.of(one.text().replaceFirst("^(?:between|from|in) ", ""));
        if (year.isEmpty() || one.span().relative() || words.stream().anyMatch(Pairs::year)) {
            return one;
        }
        var all = new ArrayList<>(words);
        all.add(year.get());
        return period(all).filter(p -> p.touches(other)).orElse(one);
    }

    private static boolean year(Token t) {
        return t.text().matches("(?:19|20)\\d\\d");
    }
}
