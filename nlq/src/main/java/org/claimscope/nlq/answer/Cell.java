package org.claimscope.nlq.answer;

import java.math.BigDecimal;
import org.claimscope.data.catalog.Unit;

/// One value of an answer's table.
public sealed interface Cell {
    /// A member, a period.
    record Text(String value) implements Cell {}

    /// A number in its unit; rates are fractions.
    record Figure(BigDecimal value, Unit unit) implements Cell {}

    /// No value: the denominator is zero, or the second period has no such member.
    record Nothing() implements Cell {}

    /// As a person reads it.
    default String words() {
        return switch (this) {
            case Text(String value) -> value;
            case Figure(BigDecimal value, Unit unit) -> Figures.words(value, unit);
            case Nothing() -> "n/a";
        };
    }
}
