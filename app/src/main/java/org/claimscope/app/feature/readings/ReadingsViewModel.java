package org.claimscope.app.feature.readings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.app.feature.readings.ReadingsPage.Reading;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.query.Disagreement;
import org.claimscope.data.query.Disagreement.Group;
import org.claimscope.data.query.Disagreement.How;
import org.claimscope.data.query.Disagreement.One;
import org.claimscope.data.query.Disagreement.Sums;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Asks what two readings say, and which claims they count differently.
record ReadingsViewModel(Queries queries, PageContext context) {
    private static final int MOST = 500;

    /// @param subject of [Place#readings]
    ReadingsPage page(String subject) {
        Kpi first = queries.catalog().kpi(subject.substring(0, subject.indexOf('|')));
        Kpi second = queries.catalog().kpi(subject.substring(subject.indexOf('|') + 1));
        List<Tile> tiles = new Figuring(queries, context).tiles(List.of(first.id(), second.id()));
        Disagreement found =
                queries.disagreement(
                        context.now(MetricQuery.of(first.id())), second.id(), MOST + 1);
        boolean more = found.records().size() > MOST;
        long all = found.groups().stream().mapToLong(Group::records).sum();
        long differing =
                found.groups().stream()
                        .filter(g -> g.how() != How.ALIKE)
                        .mapToLong(Group::records)
                        .sum();
        String things = found.by() == Dimension.CLAIM ? "claims" : "accounts";
        return new ReadingsPage(
                first.definition().label(),
                context.words(),
                reading(first, tiles.getFirst()),
                reading(second, tiles.getLast()),
                groups(found, first, second, things),
                records(found, first, second, things),
                Figures.count(differing)
                        + " of "
                        + Figures.count(all)
                        + " "
                        + things
                        + (more ? " · the " + Figures.count(MOST) + " that differ most" : "")
                        + " · largest first");
    }

    private static Reading reading(Kpi kpi, Tile tile) {
        return new Reading(kpi.definition().label(), kpi.definition().equation(), tile);
    }

    /// The four sums of a record or a group; quotients only have what is below the line.
    private static List<Column> columns(Kpi first, Kpi second) {
        var columns = new ArrayList<Column>();
        side(columns, first, "First");
        side(columns, second, "Second");
        return columns;
    }

    private static void side(List<Column> columns, Kpi kpi, String which) {
        Kpi.Definition d = kpi.definition();
        columns.add(column(which + ": counted", d.numerator()));
        d.denominator().ifPresent(m -> columns.add(column(which + ": of", m)));
    }

    private static Column column(String title, Measure measure) {
        Unit unit = Shapes.unit(measure.unit());
        return unit == Unit.MONEY ? Column.ledger(title) : Column.figure(title, Unit.COUNT);
    }

    private static List<Cell> cells(Sums sums, Kpi first, Kpi second) {
        var cells = new ArrayList<Cell>();
        cells.add(cell(sums.first()));
        first.definition().denominator().ifPresent(d -> cells.add(cell(sums.firstDenominator())));
        cells.add(cell(sums.second()));
        second.definition().denominator().ifPresent(d -> cells.add(cell(sums.secondDenominator())));
        return cells;
    }

    private static Cell cell(BigDecimal number) {
        return Cell.of(number.doubleValue());
    }

    private static Table groups(Disagreement found, Kpi first, Kpi second, String things) {
        var columns = new ArrayList<Column>();
        columns.add(Column.name("The two count"));
        columns.add(Column.figure(things.equals("claims") ? "Claims" : "Accounts", Unit.COUNT));
        columns.addAll(columns(first, second));
        var rows = new ArrayList<Row>();
        Sums whole = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        long all = 0;
        for (Group group : found.groups()) {
            rows.add(
                    row(
                            Cell.of(words(group.how())),
                            Cell.of(group.records()),
                            group.sums(),
                            first,
                            second));
            whole = plus(whole, group.sums());
            all += group.records();
        }
        return rows.isEmpty()
                ? Table.empty(columns, things)
                : new Table(
                        columns,
                        rows,
                        row(Cell.of("All"), Cell.of(all), whole, first, second),
                        things);
    }

    private static Row row(Cell name, Cell count, Sums sums, Kpi first, Kpi second) {
        var cells = new ArrayList<Cell>(List.of(name, count));
        cells.addAll(cells(sums, first, second));
        return Row.of(cells);
    }

    private static Sums plus(Sums a, Sums b) {
        return new Sums(
                a.first().add(b.first()),
                a.firstDenominator().add(b.firstDenominator()),
                a.second().add(b.second()),
                a.secondDenominator().add(b.secondDenominator()));
    }

    static String words(How how) {
        return switch (how) {
            case ALIKE -> "alike";
            case AMOUNT -> "with another amount";
            case FIRST_ONLY -> "only in the first";
            case SECOND_ONLY -> "only in the second";
            case DENOMINATOR -> "alike, of another base";
        };
    }

    /// What a reader wants to see of a claim beside how it is counted.
    private record Detail(
            String payer, String service, String status, String reason, double billed) {
        static final Detail NONE = new Detail("", "", "", "", Double.NaN);
    }

    private Table records(Disagreement found, Kpi first, Kpi second, String things) {
        boolean claims = found.by() == Dimension.CLAIM;
        var columns = new ArrayList<Column>();
        columns.add(Column.name(claims ? "Claim" : "Account"));
        columns.add(Column.words("Counted"));
        if (claims) {
            columns.add(Column.words("Payer"));
            columns.add(Column.words("Service"));
            columns.add(Column.words("Status"));
            columns.add(Column.words("CARC"));
            columns.add(Column.ledger("Charge"));
        }
        columns.addAll(columns(first, second));
        List<One> shown = found.records().stream().limit(MOST).toList();
        Map<String, Detail> details = claims ? details(shown) : Map.of();
        var rows = new ArrayList<Row>();
        for (One one : shown) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(one.key().isEmpty() ? "(none)" : Place.masked(one.key())));
            cells.add(Cell.of(words(one.how())));
            if (claims) {
                Detail d = Optional.ofNullable(details.get(one.key())).orElse(Detail.NONE);
                cells.add(Cell.of(d.payer()));
                cells.add(Cell.of(d.service()));
                cells.add(Cell.of(d.status()));
                cells.add(Cell.of(d.reason()));
                cells.add(Cell.of(d.billed()));
            }
            cells.addAll(cells(one.sums(), first, second));
            Row row = Row.of(cells);
            rows.add(claims && !one.key().isEmpty() ? row.opening(Place.claim(one.key())) : row);
        }
        return rows.isEmpty()
                ? Table.empty(columns, things + " that the two count differently")
                : new Table(columns, rows, null, things);
    }

    private Map<String, Detail> details(List<One> claims) {
        String[] keys =
                claims.stream().map(One::key).filter(k -> !k.isEmpty()).toArray(String[]::new);
        var details = new HashMap<String, Detail>();
        if (keys.length == 0) {
            return details;
        }
        try (Frame rows =
                queries.rows(
                        MetricQuery.of("claim_count")
                                .where(MetricQuery.Filter.is(Dimension.CLAIM, keys)),
                        false,
                        RowOrder.NEWEST,
                        0)) {
            for (int r = 0; r < rows.rowCount(); r++) {
                details.put(
                        String.valueOf(rows.text("row_claim_key", r)),
                        new Detail(
                                RowTables.text(rows, "row_payer", r),
                                RowTables.text(rows, "row_service_date", r),
                                RowTables.text(rows, "row_claim_status", r),
                                RowTables.text(rows, "row_carc", r),
                                rows.real("row_billed", r)));
            }
        }
        return details;
    }
}
