package org.claimscope.nlq.lexicon;

import java.util.List;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;

/// A measure that questions may name.
///
/// @param words what people call it
/// @param snapshot a state on a day, not a sum over a period
public record MeasureEntry(
        String id,
        String label,
        Unit unit,
        Polarity polarity,
        boolean snapshot,
        List<String> words) {
    public MeasureEntry {
        words = List.copyOf(words);
    }
}
