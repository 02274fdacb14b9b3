package org.claimscope.data.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.model.Entity;

/// A number with one definition. The file of a KPI is the whole answer to "what is X?": no SQL, no
/// copies.
public interface Kpi {
    Definition definition();

    /// The class name in snake case: `DaysInAr` is `days_in_ar` in the catalog, in questions, on
    /// the command line.
    default String id() {
        return getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([a-z])([0-9])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /// Tables without which there is no value: then it is absent with a reason, never zero.
    default Set<Entity> needs() {
        return Set.of();
    }

    /// The same idea as others define it, each under a name of its own.
    default List<Variant> variants() {
        return List.of();
    }

    /// The variant that stands for the KPI as soon as its inputs are there.
    default Optional<String> preferred() {
        return Optional.empty();
    }

    /// The table whose first rows make the caveat untrue.
    default Optional<Entity> caveatUntil() {
        return Optional.empty();
    }

    /// What others reach, for comparison: rows that people can edit, none of which judges.
    default List<Benchmark> benchmarks() {
        return List.of();
    }

    /// A named variant: its id is the KPI's with its name, `denial_rate_zero_pay`.
    ///
    /// @param needs as [Kpi#needs()]
    record Variant(String name, Definition definition, Set<Entity> needs) {
        public Variant {
            needs = Set.copyOf(needs);
        }

        public Variant(String name, Definition definition) {
            this(name, definition, Set.of());
        }
    }

    /// @param range in words, such as `at most 5 %`
    /// @param audience whom it is for
    /// @param source who says so
    /// @param noted when it was taken down
    record Benchmark(String range, String audience, String source, String noted) {}

    /// What the definition card shows.
    ///
    /// @param synonyms what people call it
    /// @param equation in words
    /// @param excludes what is left out, in words
    /// @param source where the definition comes from
    /// @param numerator the sum; the value itself when there is no denominator
    /// @param denominator absent for plain sums
    /// @param noValue why there is none when the denominator is zero
    /// @param caveat what coverage always says about it
    /// @param target the range shown beside it until somebody sets another
    /// @param version counts up when the definition changes
    record Definition(
            String label,
            List<String> synonyms,
            Unit unit,
            Polarity polarity,
            String equation,
            String includes,
            String excludes,
            String source,
            Measure numerator,
            Optional<Measure> denominator,
            String noValue,
            Optional<Caveat> caveat,
            Optional<Target> target,
            int version) {
        public Definition {
            synonyms = List.copyOf(synonyms);
        }

        /// The date that puts rows into a period, unless a question names another.
        public DateRole dateBasis() {
            return numerator.role();
        }

        /// What every measure of it can be split by.
        public List<Dimension> dimensions() {
            return Arrays.stream(Dimension.values())
                    .filter(d -> d.splits(numerator.population()))
                    .filter(d -> denominator.map(m -> d.splits(m.population())).orElse(true))
                    .toList();
        }

        /// Another reading of the same idea: what it has in common stays, people's words for it do
        /// not, because they mean the first.
        public Definition as(
                String otherLabel,
                Unit otherUnit,
                String otherEquation,
                Measure of,
                Optional<Measure> by,
                String why) {
            return new Definition(
                    otherLabel,
                    List.of(),
                    otherUnit,
                    polarity,
                    otherEquation,
                    includes,
                    excludes,
                    source,
                    of,
                    by,
                    why,
                    Optional.empty(),
                    Optional.empty(),
                    version);
        }
    }

    /// What a reader must know about every value of a KPI.
    ///
    /// @param brief two or three words, for a tile
    /// @param full a sentence, for coverage
    record Caveat(String brief, String full) {}

    /// A benchmark: an editable row, not a verdict.
    ///
    /// @param low lower end in the KPI's unit, absent when open
    /// @param high upper end
    /// @param source who says so
    record Target(Optional<Double> low, Optional<Double> high, String source) {
        public static Target atLeast(double low, String source) {
            return new Target(Optional.of(low), Optional.empty(), source);
        }

        public static Target atMost(double high, String source) {
            return new Target(Optional.empty(), Optional.of(high), source);
        }

        public static Target between(double low, double high, String source) {
            return new Target(Optional.of(low), Optional.of(high), source);
        }

        public boolean met(double value) {
            return low.map(l -> value >= l).orElse(true) && high.map(h -> value <= h).orElse(true);
        }
    }
}
