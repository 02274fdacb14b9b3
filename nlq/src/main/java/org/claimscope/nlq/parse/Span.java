package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.time.TimePhrase;

/// What a run of words does in a question.
sealed interface Span {
    /// A listed word or a member.
    record Meant(Sense sense) implements Span {}

    /// A code given by number after its dimension's name, or with its group.
    record Code(String dimension, String value) implements Span {}

    /// A period or day.
    record Time(TimePhrase.Meaning meaning) implements Span {}

    /// "monthly", "by quarter": a time axis.
    ///
    /// @param dateRole the date that decides, as in "by service month"; empty when not said
    record Axis(Grain grain, Optional<String> dateRole) implements Span {}

    /// "trend", "over time": a time axis of no named length.
    record Trend() implements Span {}

    /// A bare "month", "quarter".
    record Unit(Grain grain) implements Span {}

    /// A direction of ordering.
    ///
    /// @param rows how many, 0 when not said
    record Rank(Direction direction, int rows) implements Span {}

    /// How many, said apart from the direction: "which 5 payers".
    record Rows(int rows) implements Span {}

    /// Which end comes first.
    enum Direction {
        HIGH,
        LOW,
        BEST,
        WORST,
        /// By how much something went up.
        RISE,
        /// By how much something went down.
        FALL
    }

    /// A bound.
    ///
    /// @param days whether it is an age
    record Bound(Op op, List<BigDecimal> numbers, Kind kind) implements Span {
        /// What the number counts.
        enum Kind {
            PLAIN,
            DAYS,
            PERCENT,
            MONEY
        }
    }

    /// "year over year", "vs prior period".
    record Against(Comparison.Type type, boolean axis, Grain grain) implements Span {}

    /// "growth", "went up", "improved".
    record Change(Move move) implements Span {}

    /// Which way something went.
    enum Move {
        ANY,
        UP,
        DOWN,
        BETTER,
        WORSE
    }

    /// "whose name contains Health".
    record Contains(String text) implements Span {}

    /// "posted", "submitted": the date that decides.
    record Role(String dateRole) implements Span {}

    /// A word that joins or points.
    record Mark(Marker marker) implements Span {}

    /// The joining and pointing words.
    enum Marker {
        BY,
        AND,
        OR,
        NOT,
        /// What stands before is left out: "Medicaid excluded".
        LEFT_OUT,
        VERSUS,
        COMPARE,
        LIST,
        SHOW,
        COUNT,
        WHICH,
        WITH,
        ALL,
        SORT,
        ASCENDING,
        DESCENDING,
        WORST_FIRST,
        BEST_FIRST,
        PREVIOUS,
        REPLACE,
        /// What follows is no longer wanted: "Cigna instead of Aetna".
        INSTEAD,
        REMOVE,
        ONLY,
        ADD,
        TO
    }

    /// What identifies a person and is not given.
    record Identifying(String what) implements Span {}

    /// A wish that is not a question for numbers: a definition, help, a forecast.
    record Other(Wish wish) implements Span {}

    /// The wishes.
    enum Wish {
        DEFINE,
        HELP,
        FORECAST,
        WHY,
        AVERAGE,
        MEDIAN,
        SHARE
    }

    /// A word that means nothing for the answer.
    record Quiet() implements Span {}

    /// A word that nothing explains.
    record Unknown() implements Span {}
}
