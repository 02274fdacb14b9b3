package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Stack;

/// Parts of a whole, one column per time step, the parts named beside the last column. Negative
/// parts hang below the base line: a credit never makes a column taller.
public record StackedColumns(Stack stack) implements Chart {
    private static final double TOP = 10;
    private static final double BOTTOM = 24;

    @Override
    public void paint(Pen pen, double width, double height) {
        int columns = stack.columns().size();
        if (columns == 0 || stack.parts().isEmpty()) {
            pen.empty(width, height, "No months to show: load a feed or choose a longer period");
            return;
        }
        Ticks ticks = ticks();
        List<String> words = ticks.values().stream().map(ticks::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 16;
        Scale up = new Scale(ticks.low(), ticks.high(), Math.max(TOP + 1, height - BOTTOM), TOP);
        List<SideLabels.Label> labels = labels(up);
        double labelWidth = SideLabels.width(pen, labels, 110, height - BOTTOM + 6);
        double right = Math.max(left + 1, width - labelWidth - 12);
        for (BigDecimal tick : ticks.values()) {
            double y = up.at(tick.doubleValue());
            pen.level(tick.signum() == 0 ? Token.BORDER_STRONG : Token.GRID, left - 8, right, y);
            pen.text(
                    ticks.label(tick),
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    left - 16,
                    y + 4,
                    Pen.Align.RIGHT);
        }
        pen.level(Token.BORDER_STRONG, left - 8, right, up.fromPixel());
        double slot = (right - left) / columns;
        double thick = Math.max(1, Math.min(44, Math.floor(slot * 0.72)));
        for (int column = 0; column < columns; column++) {
            column(pen, column, left + slot * column + (slot - thick) / 2, thick, up);
        }
        columnNames(pen, left, slot, height - 8, width);
        SideLabels.draw(pen, labels, right + 8, labelWidth, 0, height - BOTTOM + 6);
    }

    @Override
    public Twin twin() {
        List<String> columns = new ArrayList<>();
        columns.add("Period");
        stack.parts().forEach(part -> columns.add(part.name()));
        columns.add("Total");
        List<List<String>> rows = new ArrayList<>();
        for (int column = 0; column < stack.columns().size(); column++) {
            List<String> row = new ArrayList<>();
            row.add(stack.columns().get(column));
            double total = 0;
            for (Stack.Part part : stack.parts()) {
                total += part.values().get(column);
                row.add(Figures.exact(stack.unit(), part.values().get(column)));
            }
            row.add(Figures.exact(stack.unit(), total));
            rows.add(row);
        }
        return new Twin(columns, rows);
    }

    @Override
    public String summary() {
        if (stack.columns().isEmpty() || stack.parts().isEmpty()) {
            return "no columns to show";
        }
        StringBuilder words = new StringBuilder(stack.columns().getLast()).append(": ");
        for (Stack.Part part : stack.parts()) {
            words.append(part.name())
                    .append(' ')
                    .append(Figures.brief(stack.unit(), part.values().getLast()));
            words.append(part.equals(stack.parts().getLast()) ? "" : ", ");
        }
        return words.toString();
    }

    /// The colour of a part: one scale from weak to strong for ordered parts, series colours
    /// otherwise.
    Token color(Pen pen, int part) {
        return stack.ordered()
                ? pen.palette().sequential(Math.min(7, part + 3))
                : pen.palette().series(part);
    }

    private Ticks ticks() {
        double low = 0;
        double high = 0;
        for (int column = 0; column < stack.columns().size(); column++) {
            double up = 0;
            double down = 0;
            for (Stack.Part part : stack.parts()) {
                double value = part.values().get(column);
                up += Math.max(0, value);
                down += Math.min(0, value);
            }
            high = Math.max(high, up);
            low = Math.min(low, down);
        }
        return Ticks.covering(stack.unit(), low, high);
    }

    private void column(Pen pen, int column, double x, double thick, Scale up) {
        double above = 0;
        double below = 0;
        double total = 0;
        for (int i = 0; i < stack.parts().size(); i++) {
            Stack.Part part = stack.parts().get(i);
            double value = part.values().get(column);
            double from = value >= 0 ? above : below;
            double top = Math.min(up.at(from), up.at(from + value));
            double size = Math.abs(up.at(from + value) - up.at(from));
            pen.box(color(pen, i), x, top, thick, size);
            if (size > 3 && from != 0) {
                // A hairline in the surface colour keeps neighbours apart without relying on
                // colour.
                pen.box(Token.SURFACE, x, value >= 0 ? top + size - 1 : top, thick, 1);
            }
            pen.mark(
                    x,
                    top,
                    thick,
                    Math.max(1, size),
                    stack.columns().get(column)
                            + "  "
                            + part.name()
                            + "  "
                            + Figures.exact(stack.unit(), value),
                    stack.columns().get(column),
                    part.name());
            above += Math.max(0, value);
            below += Math.min(0, value);
            total += value;
        }
        pen.mark(
                x,
                0,
                thick,
                Math.max(0, up.at(above)),
                stack.columns().get(column) + "  total  " + Figures.exact(stack.unit(), total));
    }

    private List<SideLabels.Label> labels(Scale up) {
        List<SideLabels.Label> labels = new ArrayList<>();
        double above = 0;
        double below = 0;
        for (Stack.Part part : stack.parts()) {
            double value = part.values().getLast();
            double middle = value >= 0 ? above + value / 2 : below + value / 2;
            labels.add(
                    new SideLabels.Label(
                            part.name(), Figures.brief(stack.unit(), value), up.at(middle), true));
            above += Math.max(0, value);
            below += Math.min(0, value);
        }
        return labels;
    }

    private void columnNames(Pen pen, double left, double slot, double baseline, double width) {
        int columns = stack.columns().size();
        int every = 1;
        while (every < columns && collide(pen, every, slot)) {
            every++;
        }
        for (int i = (columns - 1) % every; i < columns; i += every) {
            TypeRole role = i == columns - 1 ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
            Token ink = i == columns - 1 ? Token.TEXT : Token.TEXT_3;
            String name = pen.fit(stack.columns().get(i), role, 80);
            double half = pen.width(name, role) / 2 + 1;
            double x = Math.clamp(left + slot * (i + 0.5), half, Math.max(half, width - half));
            pen.text(name, role, ink, x, baseline, Pen.Align.CENTER);
        }
    }

    private boolean collide(Pen pen, int every, double slot) {
        for (int i = (stack.columns().size() - 1) % every + every;
                i < stack.columns().size();
                i += every) {
            double before =
                    Math.min(
                            80, pen.width(stack.columns().get(i - every), TypeRole.CAPTION_STRONG));
            double here = Math.min(80, pen.width(stack.columns().get(i), TypeRole.CAPTION_STRONG));
            if ((before + here) / 2 + 6 > slot * every) {
                return true;
            }
        }
        return false;
    }
}
