package org.claimscope.app.widget;

import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The hands of a grid: which cell the keyboard is on, what the pointer is over, and what they do.
/// Arrows move, Enter or a click opens, with Ctrl they add the row to the filters or take it off,
/// Ctrl+C copies the table.
final class GridFocus {
    private final DataGrid grid;
    private final Region frame = new Region();
    private DataGrid.@Nullable Spot spot;

    GridFocus(DataGrid grid) {
        this.grid = grid;
        frame.getStyleClass().add("focus-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        grid.setFocusTraversable(true);
        grid.focusedProperty().addListener((seen, before, now) -> place());
        grid.setOnKeyPressed(this::key);
        grid.setOnMouseMoved(this::over);
        grid.setOnMouseClicked(this::click);
    }

    Region frame() {
        return frame;
    }

    /// Draws the frame around the focused cell, only while the grid has the focus.
    void place() {
        DataGrid.Spot now = spot == null ? new DataGrid.Spot(0, 0) : spot;
        boolean shown = grid.isFocused() && grid.end().row() >= 0;
        frame.setVisible(shown);
        if (shown) {
            Rectangle2D cell = grid.boundsOf(now);
            frame.resizeRelocate(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
            frame.toFront();
            grid.setAccessibleHelp(grid.wordsOf(now));
        }
    }

    private void key(KeyEvent key) {
        DataGrid.Spot at = spot == null ? new DataGrid.Spot(0, 0) : spot;
        DataGrid.Spot end = grid.end();
        if (end.row() < 0) {
            return;
        }
        if (key.isShortcutDown()) {
            if (key.getCode() == KeyCode.C) {
                grid.copy();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                grid.narrow(at);
                key.consume();
            }
            return;
        }
        switch (key.getCode()) {
            case UP -> at = new DataGrid.Spot(Math.max(0, at.row() - 1), at.column());
            case DOWN -> at = new DataGrid.Spot(Math.min(end.row(), at.row() + 1), at.column());
            case LEFT -> at = new DataGrid.Spot(at.row(), Math.max(0, at.column() - 1));
            case RIGHT -> at = new DataGrid.Spot(at.row(), Math.min(end.column(), at.column() + 1));
            case HOME -> at = new DataGrid.Spot(0, at.column());
            case END -> at = new DataGrid.Spot(end.row(), at.column());
            case ENTER, SPACE -> grid.act(at);
            default -> {
                return;
            }
        }
        key.consume();
        spot = at;
        place();
    }

    private void over(MouseEvent pointer) {
        boolean acts = grid.spotAt(pointer.getX(), pointer.getY()).filter(grid::acts).isPresent();
        grid.setCursor(acts ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void click(MouseEvent pointer) {
        if (pointer.getButton() != MouseButton.PRIMARY) {
            return;
        }
        grid.requestFocus();
        grid.spotAt(pointer.getX(), pointer.getY())
                .ifPresent(at -> {
                    spot = at;
                    place();
                    if (pointer.isShortcutDown()) {
                        grid.narrow(at);
                    } else {
                        grid.act(at);
                    }
                });
    }
}
