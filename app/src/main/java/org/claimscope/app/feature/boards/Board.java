package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;

/// A dashboard as data.
///
/// @param id of a shipped one its name, of a person's own a random word
/// @param note what it is for, in a few words
/// @param parts in reading order
record Board(String id, String title, String note, List<Part> parts) {
    Board {
        parts = List.copyOf(parts);
    }

    Board named(String other) {
        return new Board(id, other, note, parts);
    }

    /// The same board under an id of its own.
    Board as(String otherId, String otherTitle) {
        return new Board(otherId, otherTitle, note, parts);
    }

    /// With one more part, below all others.
    Board with(Part part) {
        int below = parts.stream().mapToInt(p -> p.spot().bottom()).max().orElse(0);
        var all = new ArrayList<>(parts);
        all.add(part.at(part.spot().atRow(below)));
        return new Board(id, title, note, all);
    }

    Board without(int index) {
        var all = new ArrayList<>(parts);
        all.remove(index);
        return at(Arrangement.closed(spots(all)), all);
    }

    Board replaced(int index, Part part) {
        var all = new ArrayList<>(parts);
        all.set(index, part);
        return new Board(id, title, note, all);
    }

    /// With one part elsewhere; those in its way go down, and no rows stay empty.
    Board moved(int index, Spot to) {
        Look look = parts.get(index).look();
        Spot wide =
                Spot.near(
                        to.column(),
                        to.row(),
                        Math.max(to.width(), look.leastWidth()),
                        Math.max(to.height(), look.leastHeight()));
        return at(Arrangement.moved(spots(parts), index, wide), parts);
    }

    private Board at(List<Spot> spots, List<Part> those) {
        var all = new ArrayList<Part>();
        for (int i = 0; i < those.size(); i++) {
            all.add(those.get(i).at(spots.get(i)));
        }
        return new Board(id, title, note, all);
    }

    private static List<Spot> spots(List<Part> parts) {
        return parts.stream().map(Part::spot).toList();
    }
}
