package org.claimscope.nlq.lexicon;

import java.util.List;
import org.claimscope.nlq.form.Filter;

/// What a listed word or phrase means.
public sealed interface Sense {
    /// A measure; several when the word leaves open which.
    ///
    /// @param implied conditions that the word says too: "write-offs" are adjustments of a type
    record Measure(List<String> ids, List<Filter> implied) implements Sense {
        public Measure {
            ids = List.copyOf(ids);
            implied = List.copyOf(implied);
        }

        public String id() {
            return ids.getFirst();
        }
    }

    /// Something to split by.
    record Dimension(String id) implements Sense {}

    /// Things that are counted, listed or split by, as the sentence has it.
    ///
    /// @param dimension what a listing shows
    /// @param count the measure that counts them
    record Entity(String dimension, String count) implements Sense {}

    /// Members of dimensions, best reading first.
    ///
    /// @param whole whether the words are the member's whole name
    record Value(List<Member> members, boolean whole) implements Sense {
        public Value {
            members = List.copyOf(members);
        }
    }
}
