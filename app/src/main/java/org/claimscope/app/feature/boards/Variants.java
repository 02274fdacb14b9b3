package org.claimscope.app.feature.boards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// Puts the definition in force beside the other readings of the same idea, on the same data: what
/// each says, what it counted, how far it is from the one in force.
record Variants(Queries queries, PageContext context) {
    Content of(Part part) {
        Kpi kpi = queries.catalog().kpi(part.measure());
        List<Kpi> variants = queries.catalog().variants(kpi.id());
        if (variants.isEmpty()) {
            return new Content.Trouble(
                    kpi.definition().label() + " has one definition and no variants.");
        }
        var all = new ArrayList<Kpi>();
        all.add(kpi);
        all.addAll(variants);
        var rows = new ArrayList<Row>();
        BigDecimal inForce = null;
        for (Kpi one : all) {
            MetricQuery query =
                    MetricQuery.of(one.id())
                            .where(PageContext.conditions(part.where(), queries.catalog()));
            Map<String, BigDecimal> now = queries.total(context.now(query));
            Map<String, BigDecimal> before = queries.total(context.before(query));
            if (one.equals(kpi)) {
                inForce = now.get(kpi.id());
            }
            rows.add(row(kpi, one, now, before, inForce));
        }
        var columns =
                List.of(
                        Column.name("Definition"),
                        Column.words("Counted"),
                        Column.words(context.period().words()),
                        Column.words(context.compared().words()),
                        Column.words("Against the first"));
        return new Content.Rows(
                new Table(columns, rows, null, "variants"),
                Naming.joined(
                        "on the same data · a row opens the claims between them",
                        Naming.where(part.where())));
    }

    private Row row(
            Kpi kpi,
            Kpi one,
            Map<String, BigDecimal> now,
            Map<String, BigDecimal> before,
            @Nullable BigDecimal inForce) {
        Unit unit = Shapes.unit(one.definition().unit());
        BigDecimal value = now.get(one.id());
        BigDecimal top = now.get(one.id() + "_numerator");
        BigDecimal bottom = now.get(one.id() + "_denominator");
        String counted =
                top == null || bottom == null
                        ? ""
                        : brief(top, Shapes.unit(one.definition().numerator().unit()))
                                + " ÷ "
                                + brief(
                                        bottom,
                                        Shapes.unit(
                                                one.definition()
                                                        .denominator()
                                                        .orElseThrow()
                                                        .unit()));
        return Row.of(
                        Cell.of(one.definition().label() + (one.equals(kpi) ? " (in force)" : "")),
                        Cell.of(counted),
                        Cell.of(words(unit, value)),
                        Cell.of(words(unit, before.get(one.id()))),
                        Cell.of(one.equals(kpi) ? "" : against(kpi, one, value, inForce)))
                .opening(
                        one.equals(kpi)
                                ? Place.measure(kpi.id(), kpi.definition().label())
                                : Place.readings(kpi.id(), one.id(), kpi.definition().label()));
    }

    /// The gap between two readings is information; between different units there is none.
    private static String against(
            Kpi kpi, Kpi one, @Nullable BigDecimal value, @Nullable BigDecimal inForce) {
        return value == null
                        || inForce == null
                        || one.definition().unit() != kpi.definition().unit()
                ? ""
                : Figures.step(
                        Shapes.unit(one.definition().unit()),
                        value.subtract(inForce).doubleValue(),
                        1);
    }

    private static String brief(BigDecimal value, Unit unit) {
        return Figures.brief(unit == Unit.MONEY ? unit : Unit.COUNT, value);
    }

    private static String words(Unit unit, @Nullable BigDecimal value) {
        return value == null ? "n/a" : Figures.brief(unit, value);
    }
}
