package org.claimscope.app.feature.identity;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.identity.Candidate;

/// Everything the identity page shows.
///
/// @param pairs that nobody decided about, the likeliest first
/// @param first the first of them side by side
/// @param merges that were decided here and count, newest first
public record IdentityPage(
        String covers, List<Pair> pairs, Optional<Compared> first, List<Merge> merges) {
    /// A pair in the list.
    ///
    /// @param likely in words
    /// @param same what both share
    /// @param different what speaks against it; empty when nothing does
    public record Pair(
            Candidate candidate, String likely, String same, String different, String visits) {}

    /// A decision that can be taken back.
    public record Merge(long delivery, String pair, String source, String when) {
        /// One line.
        public String words() {
            return pair + " · " + source + " · " + when;
        }
    }

    /// A pair side by side, masked unless somebody gave a reason.
    ///
    /// @param stays the number that most is known of, as shown
    public record Compared(Candidate candidate, Side stays, Side goes, List<Line> lines) {
        public Compared {
            lines = List.copyOf(lines);
        }
    }

    /// One number of a pair.
    ///
    /// @param key `source/id`
    /// @param number as shown
    public record Side(String key, String number, String visits) {}

    /// One thing that people are told apart by, for the number that stays and the other.
    public record Line(String mark, String stays, String goes, Verdict verdict) {}

    /// How the two values of a line compare.
    public enum Verdict {
        SAME,
        ALIKE,
        DIFFERENT,
        NOT_TOLD
    }

    public IdentityPage {
        pairs = List.copyOf(pairs);
        merges = List.copyOf(merges);
    }
}
