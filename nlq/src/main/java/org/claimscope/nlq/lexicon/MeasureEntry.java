package org.claimscope.nlq.lexicon;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;

/// A measure that questions may name.
///
/// @param words what people call it
/// @param snapshot a state on a day, not a sum over a period
/// @param needs what must be fed before it can be answered; empty when it can be
public record MeasureEntry(
        String id,
        String label,
        Unit unit,
        Polarity polarity,
        boolean snapshot,
        List<String> words,
        Optional<String> needs) {
    public MeasureEntry {
        words = List.copyOf(words);
    }
}
