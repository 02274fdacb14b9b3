package org.claimscope.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageId;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left rail: whose data these are, the search box, and the pages that exist. Closed, it shows
/// icons only.
final class Rail extends VBox {
    private static final double OPEN = 176;
    private static final double CLOSED = 48;

    private final Map<PageId, Button> items = new EnumMap<>(PageId.class);
    private final Map<PageId, Label> notes = new EnumMap<>(PageId.class);
    private final Label brandName = new Label("Claimscope");
    private final Button workspace = new Button();
    private final Button search;
    private final Button collapse;

    /// @param open called with the page that the reader chose
    Rail(
            String name,
            String note,
            Consumer<PageId> open,
            Runnable welcome,
            Runnable palette,
            Runnable toggle) {
        getStyleClass().add("rail");
        StackPane mark = new StackPane(new FontIcon("fth-activity"));
        mark.getStyleClass().add("brand-mark");
        brandName.getStyleClass().add("card-title");
        HBox brand = new HBox(mark, brandName);
        brand.getStyleClass().add("brand");
        workspace.getStyleClass().setAll("workspace");
        workspace.setGraphic(workspaceWords(name, note));
        workspace.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        workspace.setTooltip(new Tooltip(name + ", " + note + ". Open another workspace."));
        workspace.setAccessibleText("Workspace " + name + ", " + note);
        workspace.setMaxWidth(Double.MAX_VALUE);
        workspace.setOnAction(click -> welcome.run());
        Label key = new Label("Ctrl+K");
        key.getStyleClass().addAll("caption", "third");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        Label hint = new Label("Search or ask", new FontIcon("fth-search"));
        hint.getStyleClass().add("third");
        HBox words = new HBox(hint, room, key);
        words.getStyleClass().add("search-words");
        search = new Button("", words);
        search.getStyleClass().setAll("search-box");
        search.setMaxWidth(Double.MAX_VALUE);
        search.setAccessibleText("Search or ask, Ctrl+K");
        search.setOnAction(click -> palette.run());
        VBox.setMargin(workspace, new Insets(8, 0, 6, 0));
        VBox.setMargin(search, new Insets(0, 0, 8, 0));
        getChildren().addAll(brand, workspace, search);
        PageId.Group group = PageId.Group.WHO;
        for (PageId page : PageId.values()) {
            if (page.group() != PageId.Group.NONE) {
                if (page.group() != group) {
                    group = page.group();
                    Region line = new Region();
                    line.getStyleClass().add("rail-line");
                    getChildren().add(line);
                }
                getChildren().add(item(page, open));
            }
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        collapse = new Button("Collapse", new FontIcon("fth-chevrons-left"));
        collapse.getStyleClass().setAll("rail-item");
        collapse.setMaxWidth(Double.MAX_VALUE);
        collapse.setTooltip(new Tooltip("Collapse or open the rail (Ctrl+B)"));
        collapse.setOnAction(click -> toggle.run());
        getChildren().addAll(gap, collapse);
        show(true);
    }

    private static VBox workspaceWords(String name, String note) {
        Label title = new Label(name);
        title.getStyleClass().add("strong");
        Label kind = new Label(note);
        kind.getStyleClass().addAll("caption", "second");
        return new VBox(title, kind);
    }

    private HBox item(PageId page, Consumer<PageId> open) {
        Button item = new Button(page.title(), new FontIcon(page.icon()));
        item.getStyleClass().setAll("rail-item");
        item.setId("rail-" + page.id());
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(page.title()));
        item.setOnAction(click -> open.accept(page));
        HBox.setHgrow(item, Priority.ALWAYS);
        Label note = new Label();
        note.getStyleClass().addAll("caption", "second", "rail-note");
        note.setMouseTransparent(true);
        note.setMinWidth(USE_PREF_SIZE);
        StackPane both = new StackPane(item, note);
        StackPane.setAlignment(note, Pos.CENTER_RIGHT);
        HBox.setHgrow(both, Priority.ALWAYS);
        items.put(page, item);
        notes.put(page, note);
        return new HBox(both);
    }

    void active(PageId page) {
        PageId shown = page == PageId.CLAIM ? PageId.CLAIMS : page;
        items.forEach((id, item) -> {
            item.getStyleClass().remove("active");
            if (id == shown) {
                item.getStyleClass().add("active");
            }
            item.setAccessibleText(id.title() + (id == shown ? ", open" : ""));
        });
    }

    /// A few words beside a page's name, such as "1 stale".
    void note(PageId page, String words) {
        Label note = notes.get(page);
        if (note != null && !note.getText().equals(words)) {
            note.setText(words);
        }
    }

    void show(boolean open) {
        double wide = open ? OPEN : CLOSED;
        setMinWidth(wide);
        setPrefWidth(wide);
        setMaxWidth(wide);
        ContentDisplay words = open ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
        items.values().forEach(item -> item.setContentDisplay(words));
        collapse.setContentDisplay(words);
        collapse.setGraphic(new FontIcon(open ? "fth-chevrons-left" : "fth-chevrons-right"));
        notes.values().forEach(note -> note.setVisible(open));
        for (Region part : new Region[] {brandName, workspace, search}) {
            part.setVisible(open);
            part.setManaged(open);
        }
    }
}
