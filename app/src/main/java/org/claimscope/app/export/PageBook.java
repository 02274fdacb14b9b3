package org.claimscope.app.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.app.present.BookFile;
import org.claimscope.app.present.BookFile.Sheet;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.SheetFile;
import org.claimscope.app.present.SheetFile.Value;
import org.claimscope.charts.chart.Twin;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// A page as a workbook: its figures on the first sheet, one sheet for each table and each chart,
/// the definitions on the last.
public final class PageBook {
    /// A chart's exact figures as its rows write them.
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(−?)(\\$?)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?:\u00A0(%|d))?");

    private PageBook() {}

    public static byte[] xlsx(PageContent page) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(figures(page));
        for (Part part : page.parts()) {
            switch (part) {
                case Part.Rows(var title, var note, var table) ->
                        sheets.add(
                                new Sheet(
                                        title.isEmpty() ? table.things() : title,
                                        head(title, note),
                                        table.columns().stream().map(c -> c.title()).toList(),
                                        table.values()));
                case Part.Drawing(var title, var note, var chart) ->
                        sheets.add(drawing(title, note, chart.twin()));
                case Part.Figures _, Part.Told _, Part.Words _ -> {}
            }
        }
        if (!page.definitions().isEmpty()) {
            sheets.add(definitions(page.definitions()));
        }
        return new BookFile(sheets).bytes();
    }

    private static List<String> head(String title, String note) {
        return title.isEmpty() ? List.of() : List.of(note.isEmpty() ? title : title + ": " + note);
    }

    private static Sheet drawing(String title, String note, Twin twin) {
        return new Sheet(
                title.isEmpty() ? "Chart" : title,
                head(title, note),
                twin.columns(),
                twin.rows().stream()
                        .map(row -> {
                            var values = new ArrayList<Value>();
                            // The first column names the row, even where the name is a number.
                            values.add(new Value.Text(row.getFirst()));
                            row.subList(1, row.size()).forEach(cell -> values.add(value(cell)));
                            return List.copyOf(values);
                        })
                        .toList());
    }

    static Value value(String written) {
        if (written.isEmpty() || written.equals(Figures.ABSENT)) {
            return new Value.Nothing();
        }
        Matcher figure = WRITTEN.matcher(written);
        boolean code = written.length() > 1 && written.matches("0\\d+");
        if (code || !figure.matches()) {
            return new Value.Text(written);
        }
        BigDecimal size = new BigDecimal(figure.group(3).replace(",", ""));
        BigDecimal value = figure.group(1).isEmpty() ? size : size.negate();
        if ("%".equals(figure.group(4))) {
            return new Value.Amount(value.movePointLeft(2), SheetFile.format(Unit.RATE));
        }
        Unit unit =
                !figure.group(2).isEmpty()
                        ? Unit.MONEY
                        : "d".equals(figure.group(4)) ? Unit.DAYS : Unit.COUNT;
        return new Value.Amount(value, SheetFile.format(unit));
    }

    private static Sheet figures(PageContent page) {
        var rows = new ArrayList<List<Value>>();
        line(rows, "Page", page.title());
        line(rows, "Covers", page.covers());
        line(rows, "Workspace", page.workspace());
        page.conditions().forEach(c -> line(rows, c.name(), c.words()));
        line(rows, "As of", page.asOf());
        line(rows, "Made", page.made());
        if (page.namesPeople()) {
            line(rows, "Mind", PdfFile.BANNER);
        }
        boolean headed = false;
        for (Part part : page.parts()) {
            if (part instanceof Part.Figures(String title, List<Single> singles)) {
                if (!headed) {
                    rows.add(List.of());
                    rows.add(
                            text(
                                    "Figure",
                                    "Value",
                                    "Before",
                                    "Change",
                                    "Means",
                                    "Target",
                                    "Counted",
                                    "Coverage",
                                    "Of"));
                    headed = true;
                }
                singles.forEach(single -> rows.add(figure(title, single)));
            }
        }
        for (Part part : page.parts()) {
            switch (part) {
                case Part.Told(var title, var note, var facts) -> {
                    rows.add(List.of());
                    line(rows, title, note);
                    facts.forEach(fact -> line(rows, fact.name(), fact.value()));
                }
                case Part.Words(var title, var note, var lines) -> {
                    rows.add(List.of());
                    line(rows, title.isEmpty() ? "Note" : title, note);
                    lines.forEach(words -> line(rows, "", words));
                }
                case Part.Figures _, Part.Rows _, Part.Drawing _ -> {}
            }
        }
        return new Sheet("Figures", List.of(), List.of(), rows);
    }

    private static void line(List<List<Value>> rows, String name, String words) {
        if (!words.isEmpty() || !name.isEmpty()) {
            rows.add(text(name, words));
        }
    }

    private static List<Value> text(String... cells) {
        var values = new ArrayList<Value>();
        for (String cell : cells) {
            values.add(new Value.Text(cell));
        }
        return List.copyOf(values);
    }

    private static List<Value> figure(String of, Single single) {
        Change change =
                Change.of(single.unit(), single.polarity(), single.before(), single.value());
        boolean known = change.direction() != Change.Direction.UNKNOWN;
        return List.of(
                new Value.Text(single.label()),
                amount(single.unit(), single.value()),
                amount(single.unit(), single.before()),
                new Value.Text(known ? change.text() : ""),
                new Value.Text(known ? change.word() : ""),
                new Value.Text(Figures.target(single.unit(), single.target())),
                new Value.Text(single.basis()),
                new Value.Text(single.coverage().words()),
                new Value.Text(of));
    }

    private static Value amount(Unit unit, @Nullable BigDecimal value) {
        return value == null
                ? new Value.Nothing()
                : new Value.Amount(value, SheetFile.format(unit));
    }

    private static Sheet definitions(List<DefinitionFacts> definitions) {
        var rows = new ArrayList<List<Value>>();
        for (DefinitionFacts definition : definitions) {
            rows.add(text(definition.label(), "Equation", definition.equation()));
            for (DefinitionFacts.Fact fact : definition.facts()) {
                rows.add(text(definition.label(), fact.name(), fact.words()));
            }
        }
        return new Sheet("Definitions", List.of(), List.of("Measure", "What", "Words"), rows);
    }
}
