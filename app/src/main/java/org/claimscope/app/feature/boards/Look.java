package org.claimscope.app.feature.boards;

import java.util.Locale;

/// How a part of a board shows its measures.
enum Look {
    TILE("Figure with its trend", 0, 0, 4, 4),
    LINE("Months, with the year before", 0, 0, 6, 7),
    LINES("Months of each member", 1, 1, 6, 8),
    BARS("Members, ranked", 1, 1, 5, 6),
    STACK("Months, split by members", 1, 1, 6, 7),
    MATRIX("One dimension by another", 2, 2, 6, 7),
    CALENDAR("Days of three months", 0, 0, 6, 7),
    CHANGE("What changed, and by whom", 1, 1, 6, 7),
    TABLE("Members with several measures", 1, 3, 5, 6),
    VARIANTS("The definition beside its variants", 0, 0, 8, 5),
    DEFINITION("What the measure is", 0, 0, 5, 6);

    private final String words;
    private final int leastSplits;
    private final int mostSplits;
    private final int leastWidth;
    private final int leastHeight;

    Look(String words, int leastSplits, int mostSplits, int leastWidth, int leastHeight) {
        this.words = words;
        this.leastSplits = leastSplits;
        this.mostSplits = mostSplits;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
    }

    String words() {
        return words;
    }

    int leastSplits() {
        return leastSplits;
    }

    int mostSplits() {
        return mostSplits;
    }

    /// In columns of a board.
    int leastWidth() {
        return leastWidth;
    }

    /// In rows of a board.
    int leastHeight() {
        return leastHeight;
    }

    /// Only a table shows several measures beside each other.
    boolean takesSeveral() {
        return this == TABLE;
    }

    /// The word in a board's file.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
