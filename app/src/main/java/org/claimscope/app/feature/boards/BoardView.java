package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.boards.Content.Filled;
import org.claimscope.app.present.Drill;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.DefinitionView;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.tile.FigureTile;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws a board: its parts at their spots; while it is changed, each in a frame that can be moved.
final class BoardView {
    private BoardView() {}

    /// What people do with the board.
    interface Acts {
        /// Makes an own board of a shipped one, or opens an own one for changes, or ends them.
        void change();

        void undo();

        boolean canUndo();

        void moved(int part, Spot to);

        void removed(int part);

        void added(Part part);

        void renamed(String title);

        void share();

        void delete();
    }

    static Region of(BoardPage page, Desk desk, Acts acts) {
        var nodes = new ArrayList<Region>();
        for (int i = 0; i < page.parts().size(); i++) {
            Region part = part(page.parts().get(i), desk);
            nodes.add(page.changing() ? new PartFrame(part, page, i, acts) : part);
        }
        BoardGrid grid = new BoardGrid(page.board().parts(), nodes);
        Page view = new Page().fixed(header(page, acts));
        if (page.changing()) {
            view.fixed(new PartForm(page.offered(), acts::added));
        }
        return nodes.isEmpty()
                ? view.growing(
                        new EmptyState(
                                "This board has no parts yet",
                                page.changing()
                                        ? "Choose what to show in the line above, then Add."
                                        : "Change it to add some."))
                : view.growing(grid);
    }

    private static PageHeader header(BoardPage page, Acts acts) {
        List<Single> figures =
                page.parts().stream()
                        .map(Filled::content)
                        .flatMap(c ->
                                c instanceof Content.Figure f ? Stream.of(f.tile()) : Stream.of())
                        .map(Tile::single)
                        .toList();
        PageHeader header = new PageHeader(page.board().title(), page.covers(), figures);
        if (page.changing()) {
            Button undo = button("Undo", "fth-corner-up-left", acts::undo);
            undo.setDisable(!acts.canUndo());
            Button done = button("Done", "fth-check", acts::change);
            done.getStyleClass().add("accent");
            return header.with(new BoardName(page.board().title(), acts::renamed))
                    .with(undo)
                    .with(delete(acts))
                    .with(done);
        }
        return header.with(button("Share", "fth-share-2", acts::share))
                .with(
                        button(
                                page.own() ? "Change" : "Make it mine",
                                page.own() ? "fth-edit-2" : "fth-copy",
                                acts::change));
    }

    /// Pressed once it asks, pressed again it deletes.
    private static Button delete(Acts acts) {
        Button delete = button("Delete", "fth-trash-2", () -> {});
        String sure = "Delete for good?";
        delete.setOnAction(click -> {
            if (delete.getText().equals(sure)) {
                acts.delete();
            } else {
                delete.setText(sure);
            }
        });
        return delete;
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setId("board-" + words.toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }

    private static Region part(Filled filled, Desk desk) {
        String measure = filled.part().measure();
        String title = filled.title();
        return switch (filled.content()) {
            case Content.Figure(Tile tile) -> figure(filled.part(), tile, desk);
            case Content.Drawing drawing ->
                    Card.of(title, drawing.note(), drawing.chart(), desk)
                            .defined(measure, desk)
                            .leading(
                                    members -> Optional.ofNullable(drawing.ways().get(members)),
                                    desk);
            case Content.Rows(var table, String note) -> Card.of(title, note, table, desk);
            case Content.Words(var definition) -> {
                ScrollPane body = new ScrollPane(new DefinitionView(definition));
                body.setFitToWidth(true);
                body.getStyleClass().addAll("page-scroll", "definition-body");
                yield Card.of(title, "", body);
            }
            case Content.Trouble(String words) ->
                    Card.of(title, "", new EmptyState(words, "Change the part or the filters."));
        };
    }

    private static Region figure(Part part, Tile tile, Desk desk) {
        FigureTile figure = FigureTile.of(tile.single(), desk.palette());
        ChartView view = figure.chart();
        Drill drill = Drill.of(tile.measure()).to(part.where());
        view.getStyleClass().add("acts");
        view.setId("tile-" + tile.measure());
        view.setOnSelect(mark -> desk.drill(drill, tile.single().label()));
        view.setOnOpen(mark -> desk.drill(drill, tile.single().label()));
        view.setOnContextMenuRequested(menu -> desk.define(tile.measure(), view));
        return figure;
    }
}
