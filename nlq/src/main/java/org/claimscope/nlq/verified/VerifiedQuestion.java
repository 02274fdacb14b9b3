package org.claimscope.nlq.verified;

import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.StopWords;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;
import org.claimscope.nlq.score.Part;

/// A question whose reading somebody has checked.
///
/// @param pack where it belongs: a shipped pack, or "Saved"
/// @param question its words; "last month" means the month before the day it is asked on
/// @param form how it read when it was saved; empty for shipped ones, which tests check
public record VerifiedQuestion(String pack, String question, Optional<QuestionForm> form) {
    /// Where saved ones belong.
    public static final String SAVED = "Saved";

    /// Whether other words are the same question: the same words in the same order, but for those
    /// that mean nothing.
    public boolean matches(String asked) {
        return key(question).equals(key(asked));
    }

    /// Whether it still reads as it did when somebody checked it; its dates move.
    public boolean stands(QuestionForm now) {
        return form.map(then ->
                        java.util.Arrays.stream(Part.values())
                                .filter(p -> p != Part.WINDOW)
                                .allMatch(p -> p.same(then, now)))
                .orElse(true);
    }

    private static String key(String words) {
        return Tokens.of(words).stream()
                .filter(t -> t.kind() != Kind.COMMA && t.kind() != Kind.DASH)
                .filter(t -> !StopWords.has(t.text()) || t.is("by"))
                .map(Token::stem)
                .collect(Collectors.joining(" "));
    }
}
