package org.claimscope.nlq.explain;

import java.util.List;

/// Why a question reads as it does: what each run of its words became, and what nobody said.
///
/// @param parts in the order of the question; empty when a model read it or the chips were changed
/// @param joining words that only join the others, or mean nothing for the answer
/// @param taken what was taken for granted: dates, defaults, corrected words
/// @param confidence 1 when every word was used as it is listed
public record Why(List<Part> parts, List<String> joining, List<String> taken, double confidence) {
    public Why {
        parts = List.copyOf(parts);
        joining = List.copyOf(joining);
        taken = List.copyOf(taken);
    }

    /// @param words as they were typed
    /// @param became what they are in the form
    public record Part(String words, String became) {}
}
