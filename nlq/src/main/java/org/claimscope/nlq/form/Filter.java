package org.claimscope.nlq.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// A condition of a question.
///
/// @param field a dimension, a numeric field such as `ar_age_days`, or with level MEASURE a measure
///   or `change`
public record Filter(String field, Op op, Value value, Level level) {
    /// What the condition is on.
    public enum Level {
        /// Each row that is counted or summed.
        ROW,
        /// The result for a member.
        MEASURE
    }

    /// What is compared with: words, or numbers.
    public sealed interface Value {}

    /// Members of a dimension; several mean any of them.
    public record Members(List<String> names) implements Value {
        public Members {
            names = List.copyOf(names);
        }
    }

    /// One bound, or two for BETWEEN. Percentages are fractions.
    public record Bounds(List<BigDecimal> numbers) implements Value {
        public Bounds {
            numbers = numbers.stream().map(BigDecimal::stripTrailingZeros).toList();
        }
    }

    /// The members, one or several.
    public static Filter members(String field, boolean not, List<String> names) {
        boolean one = names.size() == 1;
        Op op = not ? one ? Op.NOT_EQUAL : Op.NOT_IN : one ? Op.EQUAL : Op.IN;
        return new Filter(field, op, new Members(names), Level.ROW);
    }

    public static Filter is(String field, String name) {
        return members(field, false, List.of(name));
    }

    public static Filter bounds(String field, Op op, Level level, List<BigDecimal> numbers) {
        return new Filter(field, op, new Bounds(numbers), level);
    }

    /// The value in words.
    public String valueText() {
        return switch (value) {
            case Members(List<String> names) -> String.join(", ", names);
            case Bounds(List<BigDecimal> numbers) ->
                    numbers.stream()
                            .map(BigDecimal::toPlainString)
                            .collect(Collectors.joining(" and "));
        };
    }
}
