package org.claimscope.charts.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// The rows behind a chart, plain and scrollable, in the chart's place.
final class TwinTable extends TableView<List<String>> {
    private static final double ROW = 24;

    TwinTable() {
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    void show(Twin twin, ChartPalette palette, String summary) {
        setAccessibleText(summary);
        // Without a theme's own sheet the standard one derives every shade from these.
        setStyle(
                "-fx-base: %1$s; -fx-control-inner-background: %1$s; -fx-background: %1$s;"
                                .formatted(hex(palette, Token.SURFACE))
                        + " -fx-control-inner-background-alt: %s; -fx-text-background-color: %s;"
                                .formatted(hex(palette, Token.SUB), hex(palette, Token.TEXT))
                        + " -fx-table-cell-border-color: %s; -fx-font-family: '%s';"
                                .formatted(
                                        hex(palette, Token.GRID), TypeRole.BODY.weight().family())
                        + " -fx-font-size: %spx;".formatted(TypeRole.BODY.size()));
        getColumns().clear();
        for (int i = 0; i < twin.columns().size(); i++) {
            getColumns().add(column(twin.columns().get(i), i));
        }
        setItems(FXCollections.observableList(twin.rows()));
    }

    private static TableColumn<List<String>, String> column(String name, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        // Sorting would sort words, and $9 would stand above $10.
        column.setSortable(false);
        column.setReorderable(false);
        column.setStyle(
                "-fx-alignment: " + (index == 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT) + ";");
        return column;
    }

    private static String hex(ChartPalette palette, Token token) {
        return "#" + palette.color(token).toString().substring(2, 8);
    }
}
