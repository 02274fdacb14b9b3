package org.claimscope.charts.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A chart's rows where its picture was.
final class TwinTable extends TableView<List<String>> {
    private static final double ROW = 24;

    private List<String> columns = List.of();

    TwinTable(Twin twin) {
        getStyleClass().add("rows-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        show(twin);
    }

    void show(Twin twin) {
        if (!twin.columns().equals(columns)) {
            columns = twin.columns();
            getColumns().clear();
            for (int i = 0; i < columns.size(); i++) {
                int at = i;
                var column = new TableColumn<List<String>, String>(columns.get(i));
                column.setSortable(false);
                column.setReorderable(false);
                column.setCellValueFactory(
                        row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
                if (i > 0) {
                    column.getStyleClass().add("figure-column");
                }
                getColumns().add(column);
            }
        }
        getItems().setAll(twin.rows());
    }
}
