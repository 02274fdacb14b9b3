package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Spelling;
import org.claimscope.nlq.lexicon.StopWords;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;
import org.claimscope.nlq.time.TimeGrammar;

/// Mends slips of the keyboard: a word that nobody knows becomes the one that is near; of several,
/// the one that says something with its neighbours ("bad det", "month to dtae"). Every change is an
/// assumption that the answer shows.
final class Slips {
    private static final int LONGEST = 4;

    private final Lexicon lexicon;
    private final ValueIndex values;
    private final Spelling spelling;

    Slips(Lexicon lexicon, ValueIndex values, Spelling spelling) {
        this.lexicon = lexicon;
        this.values = values;
        this.spelling = spelling;
    }

    /// @param assumptions takes what was changed
    List<Token> mended(List<Token> tokens, LocalDate asOf, List<String> assumptions) {
        var all = new ArrayList<>(tokens);
        for (int i = 0; i < all.size(); i++) {
            Token t = all.get(i);
            if (!strange(t)) {
                continue;
            }
            int at = i;
            spelling.correct(t.text())
                    .or(() -> fitting(all, at, asOf))
                    .ifPresent(right -> {
                        assumptions.add("“" + t.text() + "” is read as “" + right + "”.");
                        all.set(at, as(t, right));
                    });
        }
        return all;
    }

    private boolean strange(Token t) {
        return t.kind() == Kind.WORD
                && t.text().chars().allMatch(Character::isLetter)
                && !StopWords.has(t.text())
                && !spelling.knows(t.text());
    }

    /// The only near word that makes a phrase with its neighbours.
    private Optional<String> fitting(List<Token> tokens, int i, LocalDate asOf) {
        Token t = tokens.get(i);
        if (t.text().length() < 3) {
            return Optional.empty();
        }
        List<String> fits =
                spelling.near(t.text(), 1).stream()
                        .filter(n -> {
                            var with = new ArrayList<>(tokens);
                            with.set(i, as(t, n));
                            return phrase(with, i, asOf);
                        })
                        .toList();
        return fits.size() == 1 ? Optional.of(fits.getFirst()) : Optional.empty();
    }

    private boolean phrase(List<Token> tokens, int i, LocalDate asOf) {
        for (int from = Math.max(0, i - LONGEST + 1); from <= i; from++) {
            for (int to = Math.max(from + 2, i + 1);
                    to <= Math.min(tokens.size(), from + LONGEST);
                    to++) {
                List<Token> words = tokens.subList(from, to);
                String stems = words.stream().map(Token::stem).collect(Collectors.joining(" "));
                if (lexicon.sense(stems).isPresent() || values.find(stems).isPresent()) {
                    return true;
                }
            }
            int begin = from;
            boolean time =
                    new TimeGrammar(tokens, asOf)
                            .at(from)
                            .filter(p -> p.words() > 1 && begin + p.words() > i)
                            .isPresent();
            if (time) {
                return true;
            }
        }
        return false;
    }

    private static Token as(Token t, String word) {
        return new Token(t.kind(), word, Tokens.stem(word), null, t.from(), t.to());
    }
}
