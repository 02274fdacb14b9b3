package org.claimscope.data.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact sum of US dollars, held as whole cents. Sums never drift; a ratio of two sums is not
/// money.
///
/// @param cents the sum in cents; negative for credits, reversals and takebacks
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /// Dollars to cents, half up: a source's float noise (`988.3699951171875`) becomes the cents it
    /// meant.
    public static Money ofDollars(BigDecimal dollars) {
        return new Money(
                dollars.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /// @throws NumberFormatException if the text is not a plain decimal number
    public static Money parse(String dollars) {
        return ofDollars(new BigDecimal(dollars));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    /// Always two decimals, so that it can be written to a file or a report.
    public BigDecimal dollars() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return dollars().toPlainString();
    }
}
