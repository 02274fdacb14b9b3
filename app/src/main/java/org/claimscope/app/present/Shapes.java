package org.claimscope.app.present;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.model.Entity;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.Months;
import org.jspecify.annotations.Nullable;

/// Makes chart shapes from results. Charts know nothing of KPIs, and queries nothing of charts.
public final class Shapes {
    private Shapes() {}

    public static Unit unit(org.claimscope.data.catalog.Unit unit) {
        return switch (unit) {
            case MONEY -> Unit.MONEY;
            case RATE -> Unit.RATE;
            case DAYS -> Unit.DAYS;
            case COUNT -> Unit.COUNT;
        };
    }

    public static Polarity polarity(org.claimscope.data.catalog.Polarity polarity) {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> Polarity.HIGHER_IS_BETTER;
            case LOWER_IS_BETTER -> Polarity.LOWER_IS_BETTER;
            case NEITHER -> Polarity.NEITHER;
        };
    }

    public static @Nullable Target target(Kpi kpi) {
        return kpi.definition().target().map(Shapes::target).orElse(null);
    }

    public static Target target(Kpi.Target t) {
        return t.low().isPresent() && t.high().isPresent()
                ? Target.between(t.low().get(), t.high().get())
                : t.low()
                        .map(Target::atLeast)
                        .orElseGet(() -> Target.atMost(t.high().orElseThrow()));
    }

    /// One KPI's months. Months without a value are left out.
    ///
    /// @param frame a trend with a `period` column
    public static TimeSeries series(
            String name, Kpi kpi, Months months, YearMonth from, YearMonth to) {
        var values = new ArrayList<MonthValue>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            BigDecimal value = months.at(kpi.id(), month);
            if (value != null) {
                values.add(new MonthValue(month, value.doubleValue()));
            }
        }
        return new TimeSeries(name, unit(kpi.definition().unit()), values);
    }

    /// A KPI as a tile shows it: its value, the one before, the trend.
    ///
    /// @param trend with a `period` column, for one member
    /// @param missing the tables it needs and that have no rows
    static Single single(
            Kpi kpi,
            Months trend,
            Figuring.Side now,
            @Nullable BigDecimal before,
            List<Entity> missing,
            PageContext context) {
        Kpi.Definition d = kpi.definition();
        return new Single(
                d.label(),
                unit(d.unit()),
                now.value(),
                before,
                polarity(d.polarity()),
                basis(d, now),
                target(kpi),
                series(d.label(), kpi, trend, context.trendFrom(), context.month()),
                coverage(d, now.value(), missing));
    }

    private static Coverage coverage(
            Kpi.Definition d, @Nullable BigDecimal now, List<Entity> missing) {
        if (now == null) {
            return new Coverage(Coverage.Mark.LOW, "n/a: " + absence(d, missing));
        }
        return d.caveat()
                .map(c -> new Coverage(Coverage.Mark.PART, c.brief()))
                .orElseGet(() -> new Coverage(Coverage.Mark.FULL, "all feeds in"));
    }

    private static String absence(Kpi.Definition d, List<Entity> missing) {
        if (!missing.isEmpty()) {
            return "no " + missing.stream().map(Shapes::rows).collect(Collectors.joining(" or "));
        }
        return d.noValue().isEmpty() ? "no rows in this period" : d.noValue();
    }

    /// What the rows of a table are called by who waits for them; as short as a tile.
    private static String rows(Entity table) {
        if (table == Entity.MONTHLY_FACT) {
            return "month-end figures";
        }
        if (table == Entity.REMITTANCE_LINE) {
            return "835 lines";
        }
        return table.table().replace('_', ' ') + "s";
    }

    private static String basis(Kpi.Definition d, Figuring.Side now) {
        BigDecimal n = now.numerator();
        BigDecimal m = now.denominator();
        return n == null || m == null
                ? d.equation()
                : Figures.brief(Unit.COUNT, n) + " of " + Figures.brief(Unit.COUNT, m);
    }

    /// A number in a table, or the mark of an absent one.
    public static Cell cell(Frame frame, String column, int row) {
        BigDecimal value = frame.number(column, row);
        return value == null ? Cell.absent() : Cell.of(value.doubleValue());
    }

    /// What a table row's figures are narrowed to: one member of a dimension.
    public static Filters.Cut cut(Frame frame, String dimension, int row) {
        String label = String.valueOf(frame.text(dimension, row));
        boolean keyed = frame.columns().contains(dimension + "_key");
        String key = keyed ? frame.text(dimension + "_key", row) : null;
        return Filters.Cut.of(dimension, key == null ? label : key, label);
    }

    /// A name in a table.
    public static Cell name(Frame frame, String column, int row) {
        String text = frame.text(column, row);
        return Cell.of(text == null ? "" : text);
    }

    /// The members of a column in the order of their first rows.
    public static List<String> members(Frame frame, String column) {
        var members = new ArrayList<String>();
        for (int r = 0; r < frame.rowCount(); r++) {
            String member = String.valueOf(frame.text(column, r));
            if (!members.contains(member)) {
                members.add(member);
            }
        }
        return members;
    }
}
