package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.widget.Table;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Compares numbers of pages with the sums of the rows they drill to.
public final class DrillSums {
    private DrillSums() {}

    public static int check(Queries queries, PageContext context, Table table) {
        int checked = 0;
        var rows = new ArrayList<>(table.rows());
        Optional.ofNullable(table.total()).ifPresent(rows::add);
        for (Table.Row row : rows) {
            for (int c = 0; c < table.columns().size(); c++) {
                Table.Column column = table.columns().get(c);
                if (!column.measure().isEmpty() && row.cells().get(c) instanceof Table.Figure f) {
                    var cuts = new ArrayList<>(row.cuts());
                    cuts.addAll(column.cuts());
                    boolean countsOneSide = column.title().equals("Denied claims");
                    Drill drill = Drill.of(column.measure()).to(cuts);
                    BigDecimal value =
                            Double.isNaN(f.value()) ? null : BigDecimal.valueOf(f.value());
                    checked +=
                            countsOneSide
                                    ? side(queries, context, drill, value)
                                    : check(queries, context, drill, value);
                }
            }
        }
        return checked;
    }

    private static int side(Queries queries, PageContext context, Drill drill, BigDecimal value) {
        assertEquals(value.doubleValue(), sum(queries, context, drill), 0.0049, drill.toString());
        return 1;
    }

    public static int check(Queries queries, PageContext context, Drill drill, BigDecimal value) {
        Kpi.Definition d = queries.catalog().kpi(drill.measure()).definition();
        double numerator = sum(queries, context, drill);
        if (d.denominator().isEmpty()) {
            assertEquals(
                    value == null ? 0 : value.doubleValue(), numerator, 0.0049, drill.toString());
            return 1;
        }
        double denominator = sum(queries, context, drill.ofDenominator());
        if (d.denominator().get().perDay()) {
            // Dollars a day: the rows are the dollars.
            MetricQuery query = context.of(drill, queries.catalog());
            try (Frame frame = queries.run(query)) {
                double perDay = frame.real(drill.measure() + "_denominator", 0);
                double days = denominator / perDay;
                assertTrue(
                        denominator == 0 || Math.abs(days - Math.rint(days)) < 1e-6,
                        drill + ": " + days + " days");
                denominator = perDay;
            }
        }
        if (value == null) {
            assertEquals(0, denominator, 0.0049, drill.toString());
        } else {
            assertEquals(
                    value.doubleValue(),
                    numerator / denominator,
                    1e-9 + 1e-9 * Math.abs(value.doubleValue()),
                    drill.toString());
        }
        return 1;
    }

    public static double sum(Queries queries, PageContext context, Drill drill) {
        try (Frame rows =
                queries.rows(
                        context.of(drill, queries.catalog()),
                        drill.denominator(),
                        RowOrder.LARGEST,
                        0)) {
            double sum = 0;
            for (int r = 0; r < rows.rowCount(); r++) {
                sum += rows.real("row_value", r);
            }
            if (rows.rowCount() > 0) {
                assertEquals(rows.rowCount(), rows.real("all_rows", 0));
                assertEquals(sum, rows.real("all_sum", 0), 0.0049);
            }
            return sum;
        }
    }
}
