package org.claimscope.app.feature.boards;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the list of boards.
final class GalleryView {
    private GalleryView() {}

    /// What people do here.
    interface Acts {
        void create();

        void takeIn();
    }

    static Region of(Gallery gallery, Desk desk, Acts acts) {
        Button create = button("New board", "fth-plus", acts::create);
        create.getStyleClass().add("accent");
        PageHeader header =
                new PageHeader("Boards", "your own dashboards, and those to start from", List.of())
                        .with(button("From a file", "fth-upload", acts::takeIn))
                        .with(create);
        Region own =
                gallery.own().isEmpty()
                        ? hint()
                        : list(
                                gallery.own(),
                                board -> Place.board(board.id(), board.title()),
                                desk);
        return new Page()
                .fixed(header)
                .fixed(Card.of("Your boards", "kept in this workspace, encrypted", own))
                .fixed(
                        Card.of(
                                "Boards that come with Claimscope",
                                "open one and make it yours to change it",
                                list(
                                        gallery.shipped(),
                                        board -> Place.of(PageId.named(board.id())),
                                        desk)));
    }

    private static Region hint() {
        Label words =
                new Label(
                        "None yet. A new board starts empty; or open one below and choose \"Make it mine\".");
        words.getStyleClass().addAll("second", "form-line");
        words.setWrapText(true);
        return words;
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setId("boards-" + words.split(" ")[0].toLowerCase(Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }

    private static Region list(List<Board> boards, Function<Board, Place> place, Desk desk) {
        VBox lines = new VBox();
        for (Board board : boards) {
            Button open = new Button(board.title(), new FontIcon("fth-layout"));
            open.getStyleClass().setAll("link-button");
            open.setMinWidth(180);
            open.setOnAction(click -> desk.open(place.apply(board)));
            Label note = new Label(board.note());
            note.getStyleClass().add("second");
            note.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            int parts = board.parts().size();
            Label size = new Label(parts + (parts == 1 ? " part" : " parts"));
            size.getStyleClass().addAll("caption", "second");
            HBox line = new HBox(8, open, note, gap, size);
            line.getStyleClass().add("form-line");
            lines.getChildren().add(line);
        }
        return lines;
    }
}
