package org.claimscope.app.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.app.export.PdfSheets;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sheets as a printer would print them, one at a time; Page Up and Page Down turn them.
final class PrintPreview extends StackPane {
    private static final double EDGE = 24;

    private final PdfSheets sheets;
    private final Acts acts;
    private final ImageView view = new ImageView();
    private final Label which = new Label();
    private final Button before;
    private final Button after;
    private int at;

    /// What can be done with the sheets.
    interface Acts {
        /// Draws a sheet beside the window and shows it then.
        void draw(int sheet, Consumer<Image> shown);

        /// @param told what became of it
        void print(Consumer<String> told);

        void save();

        void close();
    }

    PrintPreview(PdfSheets sheets, Acts acts) {
        this.sheets = sheets;
        this.acts = acts;
        getStyleClass().add("palette-veil");
        setId("print-preview");
        setFocusTraversable(true);
        Label told = new Label();
        told.setId("print-told");
        told.getStyleClass().add("second");
        told.setMinWidth(0);
        before = button("Before", "fth-chevron-left", () -> turn(-1));
        after = button("Next", "fth-chevron-right", () -> turn(1));
        which.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button print = button("Print", "fth-printer", () -> acts.print(told::setText));
        print.setId("print-now");
        print.getStyleClass().add("accent");
        Button save = button("Save as PDF", "fth-download", acts::save);
        save.setId("print-save");
        Button close = button("Close", "fth-x", acts::close);
        close.setId("print-close");
        HBox bar = new HBox(8, before, which, after, told, gap, print, save, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        StackPane sheet = new StackPane(view);
        sheet.setMinSize(0, 0);
        sheet.getStyleClass().add("print-desk");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(sheet.widthProperty().subtract(2 * EDGE));
        view.fitHeightProperty().bind(sheet.heightProperty().subtract(2 * EDGE));
        view.getStyleClass().add("print-sheet");
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox box = new VBox(8, bar, sheet);
        box.getStyleClass().add("palette");
        box.maxWidthProperty().bind(widthProperty().subtract(2 * EDGE));
        box.maxHeightProperty().bind(heightProperty().subtract(2 * EDGE));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        turn(0);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.PAGE_DOWN || key.getCode() == KeyCode.PAGE_UP) {
            turn(key.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            key.consume();
        }
    }

    private void turn(int by) {
        at = Math.clamp(at + by, 0, sheets.count() - 1);
        acts.draw(at, view::setImage);
        which.setText("page " + (at + 1) + "/" + sheets.count());
        before.setDisable(at == 0);
        after.setDisable(at == sheets.count() - 1);
        view.setAccessibleText("Page " + (at + 1) + " of " + sheets.count());
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }
}
