package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.axis.QuantileSteps;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MoneyScale;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Unit;

/// A figure for each pair, as a number on a coloured cell, with totals where the figures add up.
/// The colour steps are quantiles at round numbers; the number is always there, so colour is never
/// alone. A cell stands for its row and column; a row's name for `(row, "")`, all of that row, and
/// a column's name for `("", column)`.
public record HeatMap(Matrix matrix) implements Chart {
    private static final double HEADER = 20;
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 32;

    /// The unit to name once in the card's subtitle, `$K`; empty when each cell carries its own.
    public static String unitNote(Matrix matrix) {
        return matrix.unit() == Unit.MONEY ? scale(matrix).unitName() : "";
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        int rows = matrix.rows().size();
        int columns = matrix.columns().size();
        if (rows == 0 || columns == 0) {
            pen.empty(width, height, "Nothing to compare in this period");
            return;
        }
        boolean totals = matrix.unit().adds();
        int most = (int) Math.max(1, (height - HEADER) / LEAST_ROW) - (totals ? 1 : 0);
        int shown = Math.clamp(rows <= most ? rows : most - 1, 0, rows);
        boolean cut = shown < rows;
        int lines = shown + (cut ? 1 : 0) + (totals ? 1 : 0);
        double row = Math.min(MOST_ROW, Math.floor((height - HEADER) / Math.max(1, lines)));
        double nameWidth =
                Math.ceil(Math.min(pen.widest(matrix.rows(), TypeRole.CAPTION), width * 0.28));
        double totalWidth =
                totals
                        ? Math.ceil(
                                        Math.max(
                                                pen.width(
                                                        text(matrix.total()),
                                                        TypeRole.CAPTION_STRONG),
                                                34))
                                + 10
                        : 0;
        double left = nameWidth + 8;
        double cell = (width - totalWidth - left) / columns;
        QuantileSteps steps = steps();
        // All brief or none: a row of names in two manners is harder to read.
        boolean brief = pen.widest(matrix.columns(), TypeRole.CAPTION) > cell - 8;
        List<String> names = brief ? matrix.briefs() : matrix.columns();
        for (int column = 0; column < columns; column++) {
            double x = left + cell * (column + 1) - 8;
            String name = pen.fit(names.get(column), TypeRole.CAPTION, cell - 8);
            pen.text(name, TypeRole.CAPTION, Token.TEXT_3, x, 13, Pen.Align.RIGHT);
            String whole = matrix.columns().get(column);
            pen.mark(x + 8 - cell, 0, cell, HEADER - 2, whole, "", whole);
        }
        if (totals) {
            pen.text("Total", TypeRole.CAPTION, Token.TEXT_3, width, 13, Pen.Align.RIGHT);
        }
        for (int line = 0; line < shown; line++) {
            double top = HEADER + line * row;
            String name = pen.fit(matrix.rows().get(line), TypeRole.CAPTION, nameWidth);
            pen.text(
                    name,
                    TypeRole.CAPTION,
                    Token.TEXT_2,
                    nameWidth,
                    top + row / 2 + 4,
                    Pen.Align.RIGHT);
            pen.mark(0, top, left - 4, row, matrix.rows().get(line), matrix.rows().get(line), "");
            for (int column = 0; column < columns; column++) {
                cell(pen, line, column, left + cell * column, top, cell, row, steps);
            }
            if (totals) {
                pen.text(
                        text(matrix.rowTotal(line)),
                        TypeRole.CAPTION_STRONG,
                        Token.TEXT,
                        width,
                        top + row / 2 + 4,
                        Pen.Align.RIGHT);
            }
        }
        if (cut) {
            pen.text(
                    (rows - shown) + " more rows",
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    left,
                    HEADER + shown * row + row / 2 + 4,
                    Pen.Align.LEFT);
        }
        if (totals) {
            totalLine(pen, HEADER + (lines - 1) * row, row, nameWidth, left, cell, width);
        }
    }

    @Override
    public Twin twin() {
        Unit unit = matrix.unit();
        List<String> columns = new ArrayList<>();
        columns.add("Name");
        columns.addAll(matrix.columns());
        if (unit.adds()) {
            columns.add("Total");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int line = 0; line < matrix.rows().size(); line++) {
            List<String> row = new ArrayList<>();
            row.add(matrix.rows().get(line));
            matrix.cells().get(line).forEach(cell -> row.add(Twin.figure(unit, cell)));
            if (unit.adds()) {
                row.add(Twin.figure(unit, matrix.rowTotal(line)));
            }
            rows.add(row);
        }
        return new Twin(columns, rows);
    }

    @Override
    public String summary() {
        return matrix.rows().size()
                + " rows by "
                + matrix.columns().size()
                + " columns"
                + (matrix.unit().adds()
                        ? ", total " + Figures.brief(matrix.unit(), matrix.total())
                        : "");
    }

    QuantileSteps steps() {
        return QuantileSteps.of(
                matrix.cells().stream().flatMap(List::stream).toList(), ChartPalette.STEPS);
    }

    private void cell(
            Pen pen,
            int line,
            int column,
            double x,
            double top,
            double cell,
            double row,
            QuantileSteps steps) {
        double value = matrix.cells().get(line).get(column);
        if (Double.isNaN(value)) {
            pen.text(
                    Figures.ABSENT,
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    x + cell - 8,
                    top + row / 2 + 4,
                    Pen.Align.RIGHT);
            return;
        }
        int step = steps.step(value);
        // Credits are not a small amount: they stand on a plain cell, apart from the scale.
        boolean plain = value <= 0;
        pen.box(
                plain ? Token.SUB : pen.palette().sequential(step),
                x + 1,
                top + 1,
                cell - 2,
                row - 2);
        Token ink = plain ? Token.TEXT_2 : pen.palette().onSequential(step);
        pen.text(
                text(value),
                TypeRole.CAPTION,
                ink,
                x + cell - 8,
                top + row / 2 + 4,
                Pen.Align.RIGHT);
        pen.mark(
                x,
                top,
                cell,
                row,
                matrix.rows().get(line)
                        + ", "
                        + matrix.columns().get(column)
                        + "  "
                        + Figures.exact(matrix.unit(), value),
                matrix.rows().get(line),
                matrix.columns().get(column));
    }

    private void totalLine(
            Pen pen,
            double top,
            double row,
            double nameWidth,
            double left,
            double cell,
            double width) {
        pen.level(Token.BORDER_STRONG, 0, width, top);
        double baseline = top + row / 2 + 4;
        pen.text(
                pen.fit("All", TypeRole.CAPTION_STRONG, nameWidth),
                TypeRole.CAPTION_STRONG,
                Token.TEXT,
                nameWidth,
                baseline,
                Pen.Align.RIGHT);
        for (int column = 0; column < matrix.columns().size(); column++) {
            pen.text(
                    text(matrix.columnTotal(column)),
                    TypeRole.CAPTION_STRONG,
                    Token.TEXT,
                    left + cell * (column + 1) - 8,
                    baseline,
                    Pen.Align.RIGHT);
        }
        pen.text(
                text(matrix.total()),
                TypeRole.CAPTION_STRONG,
                Token.TEXT,
                width,
                baseline,
                Pen.Align.RIGHT);
    }

    private String text(double value) {
        return matrix.unit() == Unit.MONEY
                ? scale(matrix).coarse(value)
                : Figures.brief(matrix.unit(), value);
    }

    private static MoneyScale scale(Matrix matrix) {
        List<Double> cells = matrix.cells().stream().flatMap(List::stream).toList();
        MoneyScale widest = MoneyScale.of(cells);
        // Thousands read better than hundredths of a million until the cells pass ten million.
        boolean tens = cells.stream().anyMatch(cell -> Math.abs(cell) >= 10_000_000);
        return widest == MoneyScale.MILLIONS && !tens ? MoneyScale.THOUSANDS : widest;
    }
}
