package org.claimscope.app.widget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MoneyScale;
import org.claimscope.charts.shape.Unit;

/// Writes the figures of one column in one unit: money by the column's largest, everything else as
/// tiles and charts do.
final class CellText {
    private final Unit unit;
    private final MoneyScale scale;
    private final boolean ledger;

    CellText(Table table, int column) {
        unit = table.columns().get(column).unit();
        Table.Look look = table.columns().get(column).look();
        ledger = look == Table.Look.LEDGER || look == Table.Look.BALANCE;
        List<Double> all = new ArrayList<>(table.figures(column));
        Table.Row total = table.total();
        if (total != null && total.cells().get(column) instanceof Table.Figure figure) {
            all.add(figure.value());
        }
        scale = MoneyScale.of(all);
    }

    String of(Table.Cell cell) {
        return switch (cell) {
            case Table.Words words -> words.text();
            case Table.Figure figure -> of(figure.value());
        };
    }

    String of(double value) {
        if (Double.isNaN(value)) {
            return Figures.ABSENT;
        }
        if (ledger) {
            return Figures.ledger(BigDecimal.valueOf(value));
        }
        return unit == Unit.MONEY ? scale.text(value) : Figures.brief(unit, value);
    }

    String exact(Table.Cell cell) {
        return switch (cell) {
            case Table.Words words -> words.text();
            case Table.Figure figure ->
                    Double.isNaN(figure.value())
                            ? Figures.ABSENT
                            : Figures.exact(unit, figure.value());
        };
    }
}
