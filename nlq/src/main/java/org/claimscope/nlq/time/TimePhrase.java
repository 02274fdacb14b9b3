package org.claimscope.nlq.time;

import java.time.LocalDate;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.jspecify.annotations.Nullable;

/// A period or day that words name.
///
/// @param words how many tokens say so
public record TimePhrase(int words, Meaning meaning) {
    /// What the words name.
    public sealed interface Meaning {}

    /// Days from one to another.
    ///
    /// @param from null for the beginning
    /// @param to null for the end
    /// @param unit the calendar period it is, if it is one
    /// @param relative whether it was said from today ("last month")
    public record Span(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Optional<Grain> unit,
            boolean relative)
            implements Meaning {}

    /// A state on a day: "as of 31 March", "at the end of Q1".
    public record AsOf(LocalDate day) implements Meaning {}

    /// Words of the calendar that name no day.
    ///
    /// @param why for a person
    public record Impossible(String why) implements Meaning {}

    static TimePhrase span(int words, LocalDate from, LocalDate to) {
        return new TimePhrase(words, new Span(from, to, Optional.empty(), false));
    }
}
