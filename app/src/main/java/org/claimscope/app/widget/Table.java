package org.claimscope.app.widget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.SheetFile;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// The rows of a table as figures, before anyone decided how to write them. A whole column shares
/// one money unit and one scale of bars, so that its rows compare.
///
/// @param rows in the order to show them; each has one cell per column
/// @param total the closing row; absent when the rows do not add up to anything
/// @param things what the rows are, in the plural: "payers"; for "12 more payers"
public record Table(List<Column> columns, List<Row> rows, @Nullable Row total, String things) {
    /// Columns whose words tell one person or claim from others.
    private static final Set<String> PEOPLE =
            Set.of("Patient", "Claim", "Account", "Encounter", "Check number");

    /// How a column shows its figures.
    public enum Look {
        /// The row's name, which takes the room that is left.
        NAME,
        WORDS,
        FIGURE,
        /// Money to the cent without a sign of currency, as ledgers write it.
        LEDGER,
        /// What is left after each row, as ledgers write it: of several rows the last one counts.
        BALANCE,
        /// A thin bar against a target line, and the figure.
        BULLET,
        /// A bar from zero, and the figure.
        BAR
    }

    /// @param target for a bullet; absent otherwise or when none is set
    /// @param measure the KPI whose rows a figure of the column drills to; empty for none
    /// @param cuts what the column is narrowed to, beside its row
    public record Column(
            String title,
            Look look,
            Unit unit,
            @Nullable Target target,
            String measure,
            List<Filters.Cut> cuts) {
        public static Column name(String title) {
            return new Column(title, Look.NAME, Unit.COUNT, null, "", List.of());
        }

        public static Column words(String title) {
            return new Column(title, Look.WORDS, Unit.COUNT, null, "", List.of());
        }

        public static Column figure(String title, Unit unit) {
            return new Column(title, Look.FIGURE, unit, null, "", List.of());
        }

        /// Money to the cent.
        public static Column ledger(String title) {
            return new Column(title, Look.LEDGER, Unit.MONEY, null, "", List.of());
        }

        public static Column balance(String title) {
            return new Column(title, Look.BALANCE, Unit.MONEY, null, "", List.of());
        }

        public static Column bullet(String title, Unit unit, @Nullable Target target) {
            return new Column(title, Look.BULLET, unit, target, "", List.of());
        }

        public static Column bar(String title, Unit unit) {
            return new Column(title, Look.BAR, unit, null, "", List.of());
        }

        /// The same column, whose figures drill to the rows of a KPI.
        public Column of(String kpi, Filters.Cut... narrowed) {
            return new Column(title, look, unit, target, kpi, List.of(narrowed));
        }

        /// Whether the figures of several rows are one figure.
        public boolean adds() {
            return !isText() && look != Look.BALANCE && unit.adds();
        }

        public boolean isText() {
            return look == Look.NAME || look == Look.WORDS;
        }
    }

    /// What stands where a row and a column meet.
    public sealed interface Cell {
        static Cell of(String words) {
            return new Words(words, false);
        }

        /// Words that say that something is wrong.
        static Cell warning(String words) {
            return new Words(words, true);
        }

        static Cell of(double figure) {
            return new Figure(figure);
        }

        /// A count.
        static Cell of(long things) {
            return new Figure((double) things);
        }

        /// No figure: shown as a dash, never as a zero.
        static Cell absent() {
            return new Figure(Double.NaN);
        }
    }

    /// @param warns whether they say that something is wrong: then a shape stands before them
    public record Words(String text, boolean warns) implements Cell {}

    /// @param value `Double.NaN` where there is none
    public record Figure(double value) implements Cell {
        public Figure {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("an infinite figure");
            }
        }
    }

    /// @param cuts what the row's figures are narrowed to; empty for a total
    /// @param place what opening the row opens; null for its cuts or nothing
    public record Row(List<Cell> cells, List<Filters.Cut> cuts, @Nullable Place place) {
        public Row {
            cells = List.copyOf(cells);
            cuts = List.copyOf(cuts);
        }

        public static Row of(Cell... cells) {
            return of(List.of(cells));
        }

        public static Row of(List<Cell> cells) {
            return new Row(cells, List.of(), null);
        }

        public Row of(Filters.Cut... narrowed) {
            return new Row(cells, List.of(narrowed), place);
        }

        public Row opening(Place there) {
            return new Row(cells, cuts, there);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)
                || (total != null && total.cells().size() != width)) {
            throw new IllegalArgumentException("a row of " + things + " does not fill the columns");
        }
    }

    /// A table without rows: the card says so, and what to do.
    public static Table empty(List<Column> columns, String things) {
        return new Table(columns, List.of(), null, things);
    }

    /// Whether its rows are of single patients, accounts or claims.
    public boolean namesPeople() {
        return rows.stream()
                        .map(Row::place)
                        .anyMatch(place ->
                                place != null
                                        && (place.page() == PageId.PATIENT
                                                || place.page() == PageId.CLAIM))
                || columns.stream().anyMatch(column -> PEOPLE.contains(column.title()));
    }

    /// Such as `1 row` or `12 rows`.
    public String count() {
        return rows.size() + (rows.size() == 1 ? " row" : " rows");
    }

    /// Tab-separated, with headers and exact figures, for the clipboard.
    public String tsv() {
        return lines("\t", text -> text.replace('\t', ' ').replace('\n', ' '));
    }

    /// As RFC 4180 has it, with headers and exact figures. Text that a spreadsheet would take for a
    /// formula is kept from being one.
    public String csv() {
        return lines(
                ",",
                text -> {
                    String safe =
                            !text.isEmpty()
                                            && "=+-@".indexOf(text.charAt(0)) >= 0
                                            && !isNumber(text)
                                    ? "'" + text
                                    : text;
                    return safe.matches("(?s).*[\",\n\r].*")
                            ? '"' + safe.replace("\"", "\"\"") + '"'
                            : safe;
                });
    }

    /// The same as a workbook, figures exact.
    public byte[] xlsx() {
        return new SheetFile(columns.stream().map(Column::title).toList(), values()).bytes();
    }

    /// Every row as typed values, figures exact, the total last if there is one.
    public List<List<SheetFile.Value>> values() {
        return Stream.concat(rows.stream(), Stream.ofNullable(total))
                .map(row ->
                        IntStream.range(0, columns.size())
                                .mapToObj(at -> value(row.cells().get(at), columns.get(at).unit()))
                                .toList())
                .toList();
    }

    private static SheetFile.Value value(Cell cell, Unit unit) {
        return switch (cell) {
            case Words words -> new SheetFile.Value.Text(words.text());
            case Figure figure ->
                    Double.isNaN(figure.value())
                            ? new SheetFile.Value.Nothing()
                            : new SheetFile.Value.Amount(
                                    BigDecimal.valueOf(figure.value()), SheetFile.format(unit));
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    private String lines(String between, UnaryOperator<String> quote) {
        var out = new StringBuilder();
        out.append(
                columns.stream()
                        .map(c -> quote.apply(c.title()))
                        .collect(Collectors.joining(between, "", "\n")));
        Stream.concat(rows.stream(), Stream.ofNullable(total))
                .forEach(row ->
                        out.append(
                                row.cells().stream()
                                        .map(cell -> quote.apply(plain(cell)))
                                        .collect(Collectors.joining(between, "", "\n"))));
        return out.toString();
    }

    private static String plain(Cell cell) {
        return switch (cell) {
            case Words words -> words.text();
            case Figure figure ->
                    Double.isNaN(figure.value())
                            ? ""
                            : BigDecimal.valueOf(figure.value())
                                    .stripTrailingZeros()
                                    .toPlainString();
        };
    }

    /// Every row as the screen writes it, the total last if there is one.
    public List<List<String>> written() {
        List<CellText> writers =
                IntStream.range(0, columns.size()).mapToObj(at -> new CellText(this, at)).toList();
        return Stream.concat(rows.stream(), Stream.ofNullable(total))
                .map(row ->
                        IntStream.range(0, columns.size())
                                .mapToObj(at -> writers.get(at).of(row.cells().get(at)))
                                .toList())
                .toList();
    }

    /// How many lines of a grid it takes to show all of it.
    public int lines() {
        return 1 + rows.size() + (total == null ? 0 : 1);
    }

    /// The known figures of one column, its total left out.
    List<Double> figures(int column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .filter(Figure.class::isInstance)
                .map(cell -> ((Figure) cell).value())
                .filter(value -> !value.isNaN())
                .toList();
    }
}
