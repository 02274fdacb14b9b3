package org.claimscope.app.feature.readings;

import java.util.List;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;

/// Two readings of one measure on the same data.
///
/// @param title the measure's name
/// @param covers the period and what it is compared with
/// @param first the reading in force
/// @param second the other
/// @param groups how records are counted by both; the groups add up to both numbers
/// @param records those that make the difference, the largest first
/// @param note how many there are, and of how many
public record ReadingsPage(
        String title,
        String covers,
        Reading first,
        Reading second,
        Table groups,
        Table records,
        String note) {
    /// One of the two.
    ///
    /// @param equation in the catalog's words
    public record Reading(String name, String equation, Tile tile) {}

    List<Tile> tiles() {
        return List.of(first.tile(), second.tile());
    }
}
