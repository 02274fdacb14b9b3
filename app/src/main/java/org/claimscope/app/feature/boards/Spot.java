package org.claimscope.app.feature.boards;

/// Where a part is on the grid of a board: [#COLUMNS] columns, as many rows as it takes.
///
/// @param column from 0
/// @param row from 0
/// @param width in columns
/// @param height in rows
record Spot(int column, int row, int width, int height) {
    static final int COLUMNS = 20;

    Spot {
        if (column < 0 || row < 0 || width < 1 || height < 1 || column + width > COLUMNS) {
            throw new IllegalArgumentException(
                    "no spot at column %d, row %d, %d by %d".formatted(column, row, width, height));
        }
    }

    /// The nearest spot on the grid.
    static Spot near(int column, int row, int width, int height) {
        int wide = Math.clamp(width, 1, COLUMNS);
        return new Spot(
                Math.clamp(column, 0, COLUMNS - wide), Math.max(0, row), wide, Math.max(1, height));
    }

    int right() {
        return column + width;
    }

    int bottom() {
        return row + height;
    }

    boolean meets(Spot other) {
        return column < other.right()
                && other.column < right()
                && row < other.bottom()
                && other.row < bottom();
    }

    Spot atRow(int other) {
        return new Spot(column, other, width, height);
    }
}
