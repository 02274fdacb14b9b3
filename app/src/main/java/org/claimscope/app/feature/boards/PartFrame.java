package org.claimscope.app.feature.boards;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part while the board is changed: dragged to move it, dragged at its corner to size it. With
/// keys: arrows move, Shift with arrows sizes, Delete takes it away.
final class PartFrame extends StackPane {
    private final Spot spot;
    private final int index;
    private final BoardView.Acts acts;
    private final Region corner = new Region();
    private double pressedX;
    private double pressedY;
    private boolean sizing;

    PartFrame(Region part, BoardPage page, int index, BoardView.Acts acts) {
        this.spot = page.board().parts().get(index).spot();
        this.index = index;
        this.acts = acts;
        String title = page.parts().get(index).title();
        Region cover = new Region();
        cover.getStyleClass().add("part-cover");
        corner.getStyleClass().add("part-corner");
        corner.setMaxSize(16, 16);
        corner.setCursor(Cursor.SE_RESIZE);
        setAlignment(corner, Pos.BOTTOM_RIGHT);
        Button remove = new Button("", new FontIcon("fth-x"));
        remove.getStyleClass().setAll("icon-button", "part-remove");
        remove.setTooltip(new Tooltip("Take " + title + " off the board (Delete)"));
        remove.setAccessibleText("Take " + title + " off the board");
        remove.setFocusTraversable(false);
        remove.setOnAction(click -> acts.removed(index));
        setAlignment(remove, Pos.TOP_RIGHT);
        part.setDisable(true);
        part.setOpacity(0.85);
        getChildren().addAll(part, cover, corner, remove);
        getStyleClass().add("part-frame");
        setId("part-" + index);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(
                title + ", arrows move it, Shift with arrows sizes it, Delete takes it away");
        cover.setCursor(Cursor.MOVE);
        grip(cover, false);
        grip(corner, true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void grip(Region region, boolean sizes) {
        region.setOnMousePressed(press -> pressed(press, sizes));
        region.setOnMouseDragged(this::dragged);
        region.setOnMouseReleased(this::released);
    }

    private void pressed(MouseEvent press, boolean sizes) {
        requestFocus();
        setViewOrder(-1);
        pressedX = press.getSceneX();
        pressedY = press.getSceneY();
        sizing = sizes;
    }

    /// Shows where it would go; the others follow when it is let go.
    private void dragged(MouseEvent drag) {
        double x = drag.getSceneX() - pressedX;
        double y = drag.getSceneY() - pressedY;
        if (sizing) {
            resize(Math.max(48, base(true) + x), Math.max(48, base(false) + y));
        } else {
            setTranslateX(x);
            setTranslateY(y);
        }
    }

    private double base(boolean wide) {
        BoardGrid grid = (BoardGrid) getParent();
        return wide
                ? grid.left(spot.right()) - grid.left(spot.column())
                : grid.top(spot.bottom()) - grid.top(spot.row());
    }

    private void released(MouseEvent release) {
        BoardGrid grid = (BoardGrid) getParent();
        double x = release.getSceneX() - pressedX;
        double y = release.getSceneY() - pressedY;
        setTranslateX(0);
        setTranslateY(0);
        int across = (int) Math.round(x / grid.columnWidth());
        Spot to =
                sizing
                        ? Spot.near(
                                spot.column(),
                                spot.row(),
                                Math.clamp(spot.width() + across, 1, Spot.COLUMNS - spot.column()),
                                grid.rowAt(grid.top(spot.bottom()) + y) - spot.row())
                        : Spot.near(
                                spot.column() + across,
                                grid.rowAt(grid.top(spot.row()) + y),
                                spot.width(),
                                spot.height());
        if (to.equals(spot)) {
            grid.requestLayout();
        } else {
            acts.moved(index, to);
        }
    }

    private void key(KeyEvent key) {
        KeyCode code = key.getCode();
        int across = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
        int down = code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0;
        if (code == KeyCode.DELETE) {
            acts.removed(index);
        } else if (across != 0 || down != 0) {
            acts.moved(
                    index,
                    key.isShiftDown()
                            ? Spot.near(
                                    spot.column(),
                                    spot.row(),
                                    Math.clamp(
                                            spot.width() + across, 1, Spot.COLUMNS - spot.column()),
                                    spot.height() + down)
                            : Spot.near(
                                    spot.column() + across,
                                    spot.row() + down,
                                    spot.width(),
                                    spot.height()));
        } else {
            return;
        }
        key.consume();
    }
}
