package org.claimscope.app.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.charts.chart.Bullet;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.ChartPalette;

/// A table to read: a header, rows of 24 pixels, figures to the right, a total. Rows that find no
/// room are counted, and summed where sums mean something, in a last line: nothing disappears in
/// silence.
public final class DataGrid extends Region {
    static final double ROW = 24;

    private static final double PAD = 8;
    private static final double EDGE = 12;
    private static final double LEAST_NAME = 90;
    private static final double LEAST_WORDS = 60;
    private static final double BAR = 64;
    // More labels than this make a page slow; the last line counts the others.
    private static final int MOST_ROWS = 60;

    /// One line on screen.
    ///
    /// @param bars beside the cell's text, by column; absent where the column has none
    private record Line(Region back, List<Label> texts, List<Node> bars) {}

    private final Table table;
    private final Desk desk;
    private final GridFocus focus = new GridFocus(this);
    private double[] lefts = new double[0];
    private final List<CellText> writers = new ArrayList<>();
    private final Line head;
    private final List<Line> body = new ArrayList<>();
    private final Line rest;
    private final List<Line> foot;
    private final Label hidden = new Label();

    /// Whether columns found no room at the last layout.
    private boolean narrowed;

    public DataGrid(Table table, Desk desk) {
        this.table = table;
        this.desk = desk;
        ChartPalette palette = desk.palette();
        for (int column = 0; column < table.columns().size(); column++) {
            writers.add(new CellText(table, column));
        }
        head =
                line(
                        "grid-head",
                        table.columns().stream().map(Table.Column::title).toList(),
                        "column-title");
        for (Table.Row row : table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
            body.add(row(row, "grid-row", palette));
        }
        rest = line("grid-row", table.columns().stream().map(column -> "").toList(), "third");
        Table.Row total = table.total();
        foot = total == null ? List.of() : List.of(row(total, "grid-total", palette));
        foot.forEach(line -> line.texts().forEach(text -> text.getStyleClass().add("strong")));
        hidden.getStyleClass().addAll("caption", "warns");
        getChildren().addAll(hidden, focus.frame());
        setMinHeight(ROW * 2);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(table.rows().size() + " " + table.things());
    }

    /// A place in the grid: a row, or the total behind the last one, and a column.
    record Spot(int row, int column) {}

    /// Where a point lies; absent over the header and over rows that are not rows.
    Optional<Spot> spotAt(double x, double y) {
        int line = (int) (y / ROW) - 1;
        int shown = visibleRows();
        int column = 0;
        while (column + 1 < lefts.length && x >= lefts[column + 1]) {
            column++;
        }
        boolean rested = rest.back().isVisible();
        if (line >= 0 && line < shown) {
            return Optional.of(new Spot(line, column));
        }
        return line == shown + (rested ? 1 : 0) && !foot.isEmpty()
                ? Optional.of(new Spot(shown, column))
                : Optional.empty();
    }

    /// The last place that can be focused.
    Spot end() {
        return new Spot(visibleRows() - (foot.isEmpty() ? 1 : 0), Math.max(0, lefts.length - 1));
    }

    /// Where a spot is drawn.
    Rectangle2D boundsOf(Spot spot) {
        int shown = visibleRows();
        int line = spot.row() + 1 + (spot.row() >= shown && rest.back().isVisible() ? 1 : 0);
        double left = lefts.length == 0 ? 0 : lefts[spot.column()];
        double right = spot.column() + 1 < lefts.length ? lefts[spot.column() + 1] : getWidth() - 1;
        return new Rectangle2D(left, line * ROW, Math.max(1, right - left), ROW);
    }

    /// A figure opens its rows; a name opens its record, or narrows the pages to it.
    void act(Spot spot) {
        Table.Row row = rowAt(spot);
        Table.Column column = table.columns().get(spot.column());
        if (!column.measure().isEmpty()) {
            var cuts = new ArrayList<>(row.cuts());
            cuts.addAll(column.cuts());
            desk.drill(
                    Drill.of(column.measure()).to(cuts),
                    column.title() + " · " + writers.getFirst().of(row.cells().getFirst()));
        } else if (row.place() != null) {
            desk.open(row.place());
        } else if (row.cuts().size() == 1) {
            desk.narrow(row.cuts().getFirst());
        }
    }

    /// Adds the row's member to the filters, or takes it off.
    void narrow(Spot spot) {
        Table.Row row = rowAt(spot);
        if (row.cuts().size() == 1) {
            desk.toggle(row.cuts().getFirst());
        }
    }

    /// Whether something happens on a click there.
    boolean acts(Spot spot) {
        Table.Row row = rowAt(spot);
        return !table.columns().get(spot.column()).measure().isEmpty()
                || row.place() != null
                || row.cuts().size() == 1;
    }

    /// What a screen reader says of a spot.
    String wordsOf(Spot spot) {
        Table.Row row = rowAt(spot);
        return writers.getFirst().of(row.cells().getFirst())
                + ", "
                + table.columns().get(spot.column()).title()
                + " "
                + writers.get(spot.column()).exact(row.cells().get(spot.column()));
    }

    /// All of it, also what found no room.
    public Table table() {
        return table;
    }

    void copy() {
        desk.copy(table.things(), table.tsv());
    }

    private Table.Row rowAt(Spot spot) {
        Table.Row total = table.total();
        return spot.row() >= visibleRows() && total != null
                ? total
                : table.rows().get(Math.min(spot.row(), table.rows().size() - 1));
    }

    /// How many rows there is room for at present.
    int visibleRows() {
        return (int) body.stream().filter(line -> line.back().isVisible()).count();
    }

    String restText() {
        return rest.back().isVisible() ? rest.texts().getFirst().getText() : "";
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = table.rows().size();
        int lines = 1 + Math.min(rows, MOST_ROWS) + (rows > MOST_ROWS ? 1 : 0) + foot.size();
        return (lines + (narrowed ? 1 : 0)) * ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        double[] figures = new double[table.columns().size()];
        double[] widths = widths(figures);
        int left = columnsThatFit(widths);
        lefts = new double[left];
        double at = EDGE - PAD;
        for (int column = 0; column < left; column++) {
            lefts[column] = at;
            at += widths[column];
        }
        boolean narrow = left < widths.length;
        int room =
                (int)
                        Math.max(
                                1,
                                Math.floor((getHeight() + 1) / ROW)
                                        - 1
                                        - foot.size()
                                        - (narrow ? 1 : 0));
        int rows = table.rows().size();
        boolean cut = rows > Math.min(room, MOST_ROWS);
        int shown = cut ? Math.min(Math.max(0, room - 1), body.size()) : rows;
        if (cut) {
            writeRest(shown);
        }
        place(head, 0, widths, figures, left, true);
        for (int i = 0; i < body.size(); i++) {
            place(body.get(i), (i + 1) * ROW, widths, figures, left, i < shown);
        }
        place(rest, (shown + 1) * ROW, widths, figures, left, cut);
        int line = shown + (cut ? 2 : 1);
        for (Line total : foot) {
            place(total, line * ROW, widths, figures, left, true);
            line++;
        }
        hidden.setVisible(narrow);
        if (narrow != narrowed) {
            // The line that says so needs room of its own.
            narrowed = narrow;
            requestParentLayout();
        }
        if (narrow) {
            int missing = widths.length - left;
            hidden.setText(
                    missing
                            + (missing == 1 ? " column" : " columns")
                            + " hidden, widen the window");
        }
        layoutInArea(
                hidden,
                EDGE,
                line * ROW,
                Math.max(0, getWidth() - 2 * EDGE),
                ROW,
                0,
                HPos.LEFT,
                VPos.CENTER);
        focus.place();
    }

    /// Numbers are never cut: columns that find no room are left out from the right, and counted.
    private int columnsThatFit(double[] widths) {
        double end = EDGE - PAD;
        for (int column = 0; column < widths.length; column++) {
            end += widths[column];
            if (end > getWidth() - (EDGE - PAD) + 0.5 && column > 0) {
                return column;
            }
        }
        return widths.length;
    }

    private void writeRest(int shown) {
        int hidden = table.rows().size() - shown;
        boolean named = false;
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Column what = table.columns().get(column);
            String text = "";
            if (!named && what.isText()) {
                named = true;
                text = Figures.count(hidden) + (shown == 0 ? " " : " more ") + table.things();
            } else if (what.adds()) {
                int at = column;
                double sum =
                        table.rows().subList(shown, table.rows().size()).stream()
                                .map(row -> row.cells().get(at))
                                .filter(Table.Figure.class::isInstance)
                                .mapToDouble(cell -> ((Table.Figure) cell).value())
                                .filter(value -> !Double.isNaN(value))
                                .sum();
                text = writers.get(column).of(sum);
            }
            Label label = rest.texts().get(column);
            if (!Objects.equals(label.getText(), text)) {
                label.setText(text);
            }
        }
    }

    /// Figures get the width they need; names share what is left and end in an ellipsis.
    private double[] widths(double[] figureWidths) {
        int columns = table.columns().size();
        double[] widths = new double[columns];
        double names = 0;
        double taken = 2 * (EDGE - PAD);
        List<Line> lines = new ArrayList<>(body);
        lines.add(rest);
        lines.addAll(foot);
        for (int column = 0; column < columns; column++) {
            Table.Column what = table.columns().get(column);
            int at = column;
            double cells =
                    lines.stream()
                            .mapToDouble(line -> line.texts().get(at).prefWidth(-1))
                            .max()
                            .orElse(0);
            double title = head.texts().get(column).prefWidth(-1);
            figureWidths[column] = Math.ceil(cells);
            double bar = hasBar(what) ? BAR + PAD : 0;
            widths[column] = Math.ceil(Math.max(cells + bar, title)) + 2 * PAD;
            if (what.isText()) {
                names += widths[column];
            } else {
                taken += widths[column];
            }
        }
        double free = getWidth() - taken;
        if (names > free) {
            squeeze(widths, free / names);
        } else {
            spread(widths, free - names);
        }
        return widths;
    }

    /// Names give way, each down to what can still be recognised.
    private void squeeze(double[] widths, double share) {
        for (int column = 0; column < widths.length; column++) {
            Table.Column what = table.columns().get(column);
            if (what.isText()) {
                double least = what.look() == Table.Look.NAME ? LEAST_NAME : LEAST_WORDS;
                widths[column] = Math.max(Math.min(widths[column], least), widths[column] * share);
            }
        }
    }

    /// Spare room goes to all columns, twice as much to names and bars, so that a row stays one
    /// row.
    private void spread(double[] widths, double spare) {
        double shares = table.columns().stream().mapToDouble(DataGrid::share).sum();
        for (int column = 0; column < widths.length; column++) {
            widths[column] += Math.floor(spare * share(table.columns().get(column)) / shares);
        }
    }

    private static double share(Table.Column column) {
        return switch (column.look()) {
            case NAME, BULLET, BAR -> 2;
            case WORDS, FIGURE, LEDGER, BALANCE -> 1;
        };
    }

    private void place(
            Line line,
            double top,
            double[] widths,
            double[] figures,
            int columnsShown,
            boolean shown) {
        line.back().setVisible(shown);
        line.back().resizeRelocate(0, top, getWidth(), ROW);
        double x = EDGE - PAD;
        for (int column = 0; column < widths.length; column++) {
            Table.Column what = table.columns().get(column);
            Label text = line.texts().get(column);
            boolean seen = shown && column < columnsShown;
            text.setVisible(seen);
            HPos side =
                    what.isText() || (hasBar(what) && line.equals(head)) ? HPos.LEFT : HPos.RIGHT;
            layoutInArea(
                    text,
                    x + PAD,
                    top,
                    Math.max(0, widths[column] - 2 * PAD),
                    ROW - 1,
                    0,
                    side,
                    VPos.CENTER);
            Node bar = line.bars().get(column);
            bar.setVisible(seen);
            if (bar instanceof ChartView chart) {
                double wide = Math.floor(widths[column] - 3 * PAD - figures[column]);
                chart.resizeRelocate(Math.rint(x + PAD), top + 4, Math.max(1, wide), ROW - 8);
            }
            x += widths[column];
        }
    }

    private static boolean hasBar(Table.Column column) {
        return column.look() == Table.Look.BULLET || column.look() == Table.Look.BAR;
    }

    private Line line(String back, List<String> words, String role) {
        Region strip = new Region();
        strip.getStyleClass().add(back);
        getChildren().add(strip);
        List<Label> texts = new ArrayList<>();
        List<Node> bars = new ArrayList<>();
        for (String word : words) {
            Label text = new Label(word);
            text.getStyleClass().add(role);
            texts.add(text);
            bars.add(new Region());
            getChildren().add(text);
        }
        return new Line(strip, texts, bars);
    }

    private Line row(Table.Row row, String back, ChartPalette palette) {
        List<String> words = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            words.add(writers.get(column).of(row.cells().get(column)));
        }
        Line line = line(back, words, "cell");
        List<Node> bars = new ArrayList<>(line.bars());
        for (int column = 0; column < row.cells().size(); column++) {
            Table.Column what = table.columns().get(column);
            Label text = line.texts().get(column);
            if (what.look() == Table.Look.WORDS) {
                text.getStyleClass().add("second");
            }
            String exact = writers.get(column).exact(row.cells().get(column));
            if (!exact.equals(text.getText()) || what.isText()) {
                text.setTooltip(new Tooltip(exact));
            }
            // A total is the sum of its column's bars: drawn on their scale it would only be full.
            boolean drawn = what.look() == Table.Look.BULLET || !back.equals("grid-total");
            if (hasBar(what) && drawn && row.cells().get(column) instanceof Table.Figure figure) {
                ChartView bar =
                        new ChartView(
                                new Bullet(
                                        what.unit(), figure.value(), what.target(), full(column)),
                                palette);
                bars.set(column, bar);
                getChildren().add(bar);
            }
        }
        return new Line(line.back(), line.texts(), bars);
    }

    /// The figure at the right end of a column's bars: the largest, or a little beyond the target.
    private double full(int column) {
        double most =
                table.figures(column).stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var target = table.columns().get(column).target();
        return target == null ? most : Math.max(most, target.edge() * 1.25);
    }
}
