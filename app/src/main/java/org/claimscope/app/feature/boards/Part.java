package org.claimscope.app.feature.boards;

import java.util.List;
import org.claimscope.app.present.Filters;

/// One card of a board.
///
/// @param title what it says above the card; empty for the measures' own names
/// @param measures ids of KPIs; one, or several in a table
/// @param by ids of dimensions
/// @param where what it is narrowed to beyond the filters of the window
/// @param top most members shown, 0 for as many as there is room for
record Part(
        Look look,
        String title,
        List<String> measures,
        List<String> by,
        List<Filters.Cut> where,
        int top,
        Spot spot) {
    Part {
        measures = List.copyOf(measures);
        by = List.copyOf(by);
        where = List.copyOf(where);
        if (measures.isEmpty() || (measures.size() > 1 && !look.takesSeveral())) {
            throw new IllegalArgumentException(
                    "a part that is a " + look.id() + " with " + measures.size() + " measures");
        }
        if (by.size() < look.leastSplits() || by.size() > look.mostSplits()) {
            throw new IllegalArgumentException(
                    "a part that is a " + look.id() + " by " + by.size() + " dimensions");
        }
    }

    Part at(Spot other) {
        return new Part(look, title, measures, by, where, top, other);
    }

    String measure() {
        return measures.getFirst();
    }
}
