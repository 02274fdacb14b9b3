package org.claimscope.nlq.explain;

import java.util.List;

/// What something means, in words of the catalog.
///
/// @param measure the id it is about; empty when it is about everything that can be asked
/// @param sentence the short answer
/// @param facts the rest, in order
/// @param questions what to ask next
public record Explanation(
        String measure, String sentence, List<Fact> facts, List<String> questions) {
    public Explanation {
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
    }

    /// One line of the card.
    public record Fact(String name, String words) {}
}
