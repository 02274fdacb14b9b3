package org.claimscope.nlq.question;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One word, number or sign of a question.
///
/// @param text in small letters, without a possessive's `'s`
/// @param stem the text without plural ending: what lists of words are compared by
/// @param number the value of a number; percentages are fractions
/// @param from index of the first character
/// @param to index after the last one
public record Token(
        Kind kind, String text, String stem, @Nullable BigDecimal number, int from, int to) {
    /// What sort of token it is.
    public enum Kind {
        WORD,
        /// A plain number: `90`, `2024`.
        NUMBER,
        /// `15 %`.
        PERCENT,
        /// `$5,000`.
        MONEY,
        /// `2024-03-01`, `3/1/2024`.
        DATE,
        /// An adjustment reason with its group: `CO-97` is `97`.
        CARC,
        /// `<`, `>=`, `%`.
        SIGN,
        /// `–` between two things.
        DASH,
        COMMA,
        /// What has no place in a question.
        OTHER
    }

    public boolean is(String word) {
        return text.equals(word);
    }

    /// Whether the word stands for several things.
    public boolean plural() {
        return !text.equals(stem);
    }

    /// A number without unit.
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public int asInt() {
        return number == null ? -1 : number.intValue();
    }
}
