package org.claimscope.data.cache;

import java.util.Set;
import org.claimscope.data.model.Entity;

/// A select whose rows are made before a question is asked about them, and kept.
///
/// @param sql one select, in brackets; it reads `main.x` where it means all of a table, however few
///   of its rows are made anew
/// @param from the tables it reads
/// @param by what its rows can be made anew by
public record Kept(String sql, Set<Entity> from, By by) {
    public Kept {
        from = Set.copyOf(from);
    }

    /// By what rows that a delivery touches are found, so that only they are made anew.
    ///
    /// The promise of whoever says so: the rows of some claims or visits are the same, whether they
    /// are made of all rows of the tables or only of those of all claims and visits that are
    /// related with them ([Relatives]).
    public sealed interface By {
        /// @param column names the claim that a row is of
        record Claim(String column) implements By {}

        /// @param column names the visit that a row is of; the ledger row itself where it has none
        record Visit(String column) implements By {}

        /// Made anew as a whole.
        record Nothing() implements By {}
    }
}
