package org.claimscope.app.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;
import org.claimscope.charts.palette.TypeRole;
import org.jspecify.annotations.Nullable;

/// A list of many rows that scrolls: only what is in sight costs anything. Enter or a double click
/// opens a row, Ctrl+C copies the whole table. The order is the query's.
public final class RowsTable extends TableView<Table.Row> {
    private static final double ROW = 24;
    private static final double PAD = 20;
    private static final double MOST_TEXT = 260;
    // Days, states and numbers are never cut; names and sentences give way.
    private static final double SHORT = 152;
    private static final String WARNING = "warning";
    // A triangle and the gap after it.
    private static final double MARK = 14;
    // Enough to judge how wide a column must be.
    private static final int SAMPLED = 200;

    private Table table;
    private final Desk desk;
    private Predicate<Table.Row> kept = row -> true;
    private @Nullable Consumer<Table.Row> opener;
    private final Text ruler = new Text();

    public RowsTable(Table table, Desk desk) {
        this.table = table;
        this.desk = desk;
        getStyleClass().add("rows-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int column = 0; column < table.columns().size(); column++) {
            getColumns().add(column(column));
        }
        setItems(FXCollections.observableArrayList(table.rows()));
        setRowFactory(view -> row());
        setOnKeyPressed(this::key);
        // The keys begin at the first row, not before it.
        focusedProperty()
                .addListener((seen, before, now) -> {
                    if (now && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
                        getSelectionModel().selectFirst();
                    }
                });
        setPlaceholder(EmptyState.of(table.things()));
        setAccessibleText(table.rows().size() + " " + table.things());
    }

    private TableColumn<Table.Row, Table.Cell> column(int at) {
        Table.Column what = table.columns().get(at);
        var writer = new CellText(table, at);
        var column = new TableColumn<Table.Row, Table.Cell>(what.title());
        column.setSortable(false);
        column.setReorderable(false);
        double wide = width(what.title(), TypeRole.CAPTION_STRONG);
        List<Table.Row> some = table.rows().subList(0, Math.min(SAMPLED, table.rows().size()));
        for (Table.Row row : some) {
            Table.Cell cell = row.cells().get(at);
            double mark = cell instanceof Table.Words said && said.warns() ? MARK : 0;
            wide = Math.max(wide, mark + width(writer.of(cell), TypeRole.BODY));
        }
        double fit = Math.ceil(what.isText() ? Math.min(wide, MOST_TEXT) : wide) + PAD;
        column.setPrefWidth(fit);
        column.setMinWidth(what.isText() && fit > SHORT ? Math.min(fit, 72) : fit);
        if (!what.isText()) {
            column.getStyleClass().add("figure-column");
        }
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(at)));
        column.setCellFactory(c -> new WrittenCell(writer, what));
        return column;
    }

    private double width(String words, TypeRole role) {
        ruler.setFont(role.font());
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    private TableRow<Table.Row> row() {
        var row = new TableRow<Table.Row>();
        row.setOnMouseClicked(click -> {
            boolean opens = opener != null || click.getClickCount() == 2;
            if (!row.isEmpty() && opens) {
                open(row.getItem());
            }
        });
        return row;
    }

    private void key(KeyEvent key) {
        Table.@Nullable Row chosen = getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER && chosen != null) {
            open(chosen);
            key.consume();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.C) {
            desk.copy(table.things(), table().tsv());
            key.consume();
        }
    }

    /// What Enter or a click on a row does, in place of opening its record in a tab.
    public RowsTable opening(Consumer<Table.Row> open) {
        opener = open;
        return this;
    }

    /// Shows only some of the rows, also of tables that take this one's place.
    public void keep(Predicate<Table.Row> some) {
        kept = some;
        getItems().setAll(matching());
    }

    private List<Table.Row> matching() {
        return table.rows().stream().filter(kept).toList();
    }

    private void open(Table.Row row) {
        if (opener != null) {
            opener.accept(row);
        } else if (row.place() != null) {
            desk.open(row.place());
        } else if (row.cuts().size() == 1) {
            desk.narrow(row.cuts().getFirst());
        }
    }

    private static final class WrittenCell extends TableCell<Table.Row, Table.Cell> {
        private final CellText writer;
        private final Table.Column what;

        WrittenCell(CellText writer, Table.Column what) {
            this.writer = writer;
            this.what = what;
            setAlignment(what.isText() ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            if (what.look() == Table.Look.NAME) {
                getStyleClass().add("strong");
            } else if (what.look() == Table.Look.WORDS) {
                getStyleClass().add("second");
            }
        }

        @Override
        protected void updateItem(Table.Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            getStyleClass().removeAll(WARNING);
            if (empty || cell == null) {
                setText(null);
                setTooltip(null);
                setGraphic(null);
                return;
            }
            if (cell instanceof Table.Words said && said.warns()) {
                setGraphic(warning());
                getStyleClass().add(WARNING);
            } else {
                setGraphic(null);
            }
            String words = writer.of(cell);
            setText(words);
            String exact = writer.exact(cell);
            boolean cut = what.isText() && words.length() > 24;
            setTooltip(cut || !exact.equals(words) ? new Tooltip(exact) : null);
        }
    }

    /// The triangle of what warns, since color alone says nothing.
    private static Polygon warning() {
        Polygon mark = new Polygon(4.5, 0, 9, 8, 0, 8);
        mark.getStyleClass().add("warn-mark");
        return mark;
    }

    /// Shows the rows of another table of the same columns, keeping the selection where it was.
    boolean show(RowsTable fresh) {
        if (!fresh.table.columns().equals(table.columns())) {
            return false;
        }
        if (!fresh.table.rows().equals(table.rows())) {
            int chosen = getSelectionModel().getSelectedIndex();
            table = fresh.table;
            getItems().setAll(matching());
            getSelectionModel().select(chosen);
        }
        table = fresh.table;
        return true;
    }

    /// The rows that are shown, as a table: a part of the rows has no total.
    public Table table() {
        List<Table.Row> some = matching();
        return some.size() == table.rows().size()
                ? table
                : new Table(table.columns(), some, null, table.things());
    }

    /// The rows themselves, for tests and exports.
    public List<Table.Row> rows() {
        return new ArrayList<>(getItems());
    }
}
