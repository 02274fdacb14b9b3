package org.claimscope.app.feature.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.session.Settings;
import org.claimscope.app.shell.Appearance;
import org.claimscope.app.shell.Office;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;

/// Draws the settings: appearance and lock, what may be reached; the definitions of all measures.
final class SettingsView {
    private static final List<String> THEMES = List.of("system", "light", "dark", "contrast");

    private SettingsView() {}

    /// @param reached where questions go and feeds come from
    /// @param open shows a section by its subject
    static Region of(
            List<SettingsFeature.Definition> definitions,
            String reached,
            Office office,
            Consumer<String> open) {
        Card looks = Card.of("Appearance and lock", "on this machine", looks(office.appearance()));
        Card reach =
                Card.of("What may be reached", "endpoints of feeds and models", sentence(reached));
        looks.setMinHeight(190);
        reach.setMinHeight(110);
        VBox left = new VBox(8, looks, reach);
        VBox.setVgrow(reach, Priority.ALWAYS);
        Card measures =
                Card.of(
                        "Definitions",
                        definitions.size() + " measures · choose one",
                        measures(definitions, office));
        return section(new Beside(left, measures, 0.42, 620), false, open);
    }

    /// The header that leads from one section to the other, and a section below it.
    static Region section(Region body, boolean model, Consumer<String> open) {
        PageHeader header =
                new PageHeader(
                        "Settings",
                        model
                                ? "a language model for questions"
                                : "appearance, what may be reached, definitions",
                        List.of());
        header.getChildren()
                .addAll(
                        choice("General", "settings-general", !model, () -> open.accept("")),
                        choice(
                                "Language model",
                                "settings-model",
                                model,
                                () -> open.accept(SettingsFeature.MODEL)));
        return new Page().fixed(header).growing(body);
    }

    private static Button choice(String words, String id, boolean active, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("switch");
        if (active) {
            button.getStyleClass().add("active");
        }
        button.setOnAction(click -> action.run());
        return button;
    }

    private static Region looks(Appearance appearance) {
        Settings now = appearance.settings();
        ComboBox<String> theme = new ComboBox<>();
        theme.getItems().setAll(THEMES);
        theme.setValue(now.theme());
        theme.setId("theme");
        theme.valueProperty()
                .addListener((seen, before, name) ->
                        appearance.change(appearance.settings().theme(name)));
        Slider size = new Slider(90, 150, now.textSize());
        size.setMajorTickUnit(10);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        Label percent = new Label(now.textSize() + " %");
        size.valueProperty()
                .addListener((seen, before, value) -> {
                    int rounded = Math.round(value.floatValue() / 10) * 10;
                    percent.setText(rounded + " %");
                    if (rounded != appearance.settings().textSize()) {
                        appearance.change(appearance.settings().textSize(rounded));
                    }
                });
        HBox.setHgrow(size, Priority.ALWAYS);
        Spinner<Integer> minutes = new Spinner<>(1, 240, now.lockAfterMinutes());
        minutes.setEditable(true);
        minutes.setMaxWidth(96);
        minutes.valueProperty()
                .addListener((seen, before, value) ->
                        appearance.change(appearance.settings().lockAfterMinutes(value)));
        Button lock = new Button("Lock now");
        lock.getStyleClass().add("small-button");
        lock.setOnAction(click -> appearance.lock());
        return form(
                Map.entry("Theme", theme),
                Map.entry("Text size", new HBox(8, size, percent)),
                Map.entry("Lock after minutes", new HBox(8, minutes, lock)),
                Map.entry("Keys", new Label("Press ? for all keys and gestures.")));
    }

    private static Region sentence(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        VBox box = new VBox(label);
        box.getStyleClass().add("form");
        return box;
    }

    private static Region measures(List<SettingsFeature.Definition> definitions, Office office) {
        List<Row> rows =
                definitions.stream()
                        .map(d ->
                                Row.of(
                                        Cell.of(d.label()),
                                        Cell.of(d.equation()),
                                        Cell.of(d.id()),
                                        Cell.of("v" + d.version())))
                        .toList();
        RowsTable table =
                new RowsTable(
                        new Table(
                                List.of(
                                        Column.name("Measure"),
                                        Column.words("Equation"),
                                        Column.words("Id"),
                                        Column.words("Version")),
                                rows,
                                null,
                                "measures"),
                        office);
        table.getSelectionModel()
                .selectedIndexProperty()
                .addListener((seen, before, index) -> {
                    if (index.intValue() >= 0) {
                        office.define(definitions.get(index.intValue()).id(), table);
                    }
                });
        return table;
    }

    @SafeVarargs
    private static Region form(Map.Entry<String, ? extends Node>... lines) {
        GridPane grid = new GridPane(12, 8);
        grid.getStyleClass().add("form");
        grid.getColumnConstraints().add(new ColumnConstraints(120));
        for (Map.Entry<String, ? extends Node> line : lines) {
            Label name = new Label(line.getKey());
            name.getStyleClass().add("second");
            name.setLabelFor(line.getValue());
            GridPane.setHgrow(line.getValue(), Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), name, line.getValue());
        }
        return grid;
    }
}
