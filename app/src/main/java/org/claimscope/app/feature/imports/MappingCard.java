package org.claimscope.app.feature.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.imports.ImportViewModel.Candidate;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.format.csv.ColumnWords;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.format.csv.MappedPreview;
import org.claimscope.data.format.csv.MappingDraft;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.sync.Inspected;

/// How one file is read: the fields and their columns, the first rows, the records that would be
/// held. A proposed mapping can be changed; one that fits is shown as it is.
final class MappingCard {
    private static final String NO_COLUMN = "(none)";

    private MappingCard() {}

    static Card of(
            Candidate candidate, MappedPreview preview, Desk desk, Consumer<MappingDraft> changed) {
        MappingDraft draft = candidate.draft();
        HBox parts = new HBox(8);
        if (draft != null) {
            parts.getChildren().add(mapping(candidate, draft, changed));
        }
        RowsTable rows = new RowsTable(rows(preview), desk);
        VBox right = new VBox(8, rows);
        VBox.setVgrow(rows, Priority.ALWAYS);
        if (!preview.held().isEmpty()) {
            RowsTable held = new RowsTable(held(preview), desk);
            held.setPrefHeight(110);
            held.setMinHeight(74);
            right.getChildren().add(held);
        }
        HBox.setHgrow(right, Priority.ALWAYS);
        parts.getChildren().add(right);
        Card card =
                Card.of(
                        candidate.name(),
                        Figures.count(preview.rowCount())
                                + " rows read, "
                                + Figures.count(preview.heldCount())
                                + " would be held · identifiers masked",
                        parts);
        card.setMinHeight(240);
        return card;
    }

    private static ScrollPane mapping(
            Candidate candidate, MappingDraft draft, Consumer<MappingDraft> changed) {
        var text =
                candidate.inspected() instanceof Inspected.Delimited(CsvInspection csv)
                        ? csv.text()
                        : null;
        List<String> header = text == null ? List.of() : text.header();
        GridPane grid = new GridPane(8, 4);
        grid.getStyleClass().add("form");
        ComboBox<Entity> entity = new ComboBox<>();
        entity.getItems().setAll(Entity.values());
        entity.setValue(draft.entity());
        entity.valueProperty()
                .addListener((seen, before, now) ->
                        changed.accept(
                                MappingDraft.propose(
                                        draft.table(), now, header, new ColumnWords(List.of()))));
        ComboBox<String> dates = new ComboBox<>();
        dates.getItems().setAll("ymd", "mdy", "dmy");
        dates.setValue(draft.dates());
        dates.valueProperty().addListener((seen, before, now) -> changed.accept(draft.dates(now)));
        grid.addRow(0, new Label("Table"), entity);
        grid.addRow(1, new Label("Dates"), dates);
        for (Field field : draft.fields()) {
            ComboBox<String> column = new ComboBox<>();
            var choices = new ArrayList<String>();
            choices.add(NO_COLUMN);
            choices.addAll(header);
            column.getItems().setAll(choices);
            column.setValue(draft.columns().getOrDefault(field.name(), NO_COLUMN));
            column.setMaxWidth(Double.MAX_VALUE);
            column.valueProperty()
                    .addListener((seen, before, now) -> {
                        var columns = new LinkedHashMap<>(draft.columns());
                        if (now.equals(NO_COLUMN)) {
                            columns.remove(field.name());
                        } else {
                            columns.put(field.name(), now);
                        }
                        changed.accept(draft.with(columns));
                    });
            Label name = new Label(field.name().replace('_', ' '));
            name.setLabelFor(column);
            grid.addRow(grid.getRowCount(), name, column);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        scroll.setPrefWidth(320);
        scroll.getStyleClass().add("page-scroll");
        return scroll;
    }

    private static Table rows(MappedPreview preview) {
        var used = new ArrayList<Integer>();
        for (int f = 0; f < preview.fields().size(); f++) {
            int at = f;
            if (preview.rows().stream().anyMatch(r -> !r.get(at).isEmpty())) {
                used.add(f);
            }
        }
        List<Column> columns =
                used.stream()
                        .map(f -> Column.words(preview.fields().get(f).replace('_', ' ')))
                        .toList();
        List<Row> rows =
                preview.rows().stream()
                        .map(r -> Row.of(used.stream().map(f -> Cell.of(r.get(f))).toList()))
                        .toList();
        return new Table(columns, rows, null, "rows");
    }

    private static Table held(MappedPreview preview) {
        return new Table(
                List.of(
                        Column.words("Would be held"),
                        Column.words("Reason"),
                        Column.words("Explanation")),
                preview.held().stream()
                        .map(h ->
                                Row.of(
                                        Cell.of(h.where()),
                                        Cell.of(h.reason()),
                                        Cell.of(h.explanation())))
                        .toList(),
                null,
                "records");
    }
}
