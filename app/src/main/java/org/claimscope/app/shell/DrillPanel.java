package org.claimscope.app.shell;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// The rows behind a number: how many there are, what they add up to, the largest first. A rate has
/// two lists, one for each of its sides.
final class DrillPanel {
    /// More are counted and summed, and are all in the file.
    private static final int MOST = 500;

    private final Office office;
    private final SidePanel panel;

    DrillPanel(Office office, SidePanel panel) {
        this.office = office;
        this.panel = panel;
    }

    /// What was found.
    private record Found(Table table, long rows, BigDecimal sum, Unit unit, Kpi kpi) {}

    void open(Drill drill, String title) {
        PageContext context = office.context().orElse(null);
        if (context == null) {
            return;
        }
        Label wait = new Label("Looking for the rows …");
        wait.getStyleClass().addAll("second", "panel-line");
        panel.show(title, "", wait);
        office.tasks()
                .run(
                        "drill",
                        "Rows of " + title,
                        (job, progress) -> find(office.core().query().until(job), context, drill),
                        found -> show(found, context, drill, title),
                        e -> {
                            ErrorWords words = ErrorWords.of(e);
                            panel.show(title, "", new EmptyState(words.title(), words.next()));
                        });
    }

    private static Found find(Queries queries, PageContext context, Drill drill) {
        Kpi kpi = queries.catalog().kpi(drill.measure());
        Unit unit = unit(kpi, drill.denominator());
        try (Frame rows =
                queries.rows(
                        context.of(drill, queries.catalog()),
                        drill.denominator(),
                        RowOrder.LARGEST,
                        MOST)) {
            boolean any = rows.rowCount() > 0;
            BigDecimal count = any ? rows.number("all_rows", 0) : null;
            BigDecimal sum = any ? rows.number("all_sum", 0) : null;
            return new Found(
                    RowTables.brief(rows, unit),
                    count == null ? 0 : count.longValue(),
                    sum == null ? BigDecimal.ZERO : sum,
                    unit,
                    kpi);
        }
    }

    /// The unit of what a row adds, which for a rate is that of its sides.
    static Unit unit(Kpi kpi, boolean denominator) {
        Kpi.Definition d = kpi.definition();
        if (d.denominator().isEmpty()) {
            return Shapes.unit(d.unit());
        }
        Measure side = denominator ? d.denominator().get() : d.numerator();
        // Days add up to days; on the command line their sum is a whole number.
        return side.contribution() instanceof Measure.Days ? Unit.DAYS : Shapes.unit(side.unit());
    }

    private void show(Found found, PageContext context, Drill drill, String title) {
        VBox content = new VBox();
        content.getChildren().add(summary(found, drill, title));
        if (found.table().rows().isEmpty()) {
            content.getChildren().add(EmptyState.of("rows"));
        } else {
            RowsTable list = new RowsTable(found.table(), office);
            list.setId("drill-rows");
            VBox.setVgrow(list, Priority.ALWAYS);
            content.getChildren().add(list);
        }
        content.getChildren().add(footer(found, context, drill, title));
        panel.show(title, context.period().words(), content);
        content.getChildren().stream()
                .filter(RowsTable.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node summary(Found found, Drill drill, String title) {
        String sum =
                found.unit() == Unit.COUNT
                        ? ""
                        : " · add up to " + Figures.exact(found.unit(), found.sum());
        Label words = new Label(Figures.count(found.rows()) + " rows" + sum);
        words.setId("drill-sum");
        words.getStyleClass().add("strong");
        VBox lines = new VBox(4, words);
        lines.getStyleClass().add("panel-line");
        if (found.kpi().definition().denominator().isPresent()) {
            Button top = side("Numerator", !drill.denominator());
            top.setOnAction(click -> open(drill.ofNumerator(), title));
            Button bottom = side("Denominator", drill.denominator());
            bottom.setOnAction(click -> open(drill.ofDenominator(), title));
            Label equation = new Label(found.kpi().definition().equation());
            equation.getStyleClass().addAll("caption", "second");
            equation.setWrapText(true);
            lines.getChildren().addAll(equation, new HBox(4, top, bottom));
        }
        return lines;
    }

    private static Button side(String words, boolean active) {
        Button button = new Button(words);
        button.getStyleClass().setAll("switch");
        if (active) {
            button.getStyleClass().add("active");
        }
        return button;
    }

    private HBox footer(Found found, PageContext context, Drill drill, String title) {
        int shown = found.table().rows().size();
        Label note =
                new Label(
                        shown < found.rows()
                                ? "The largest " + shown + " are listed, the file has all"
                                : "Enter opens a row");
        note.getStyleClass().addAll("caption", "second");
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button save = new Button("CSV of all rows");
        save.getStyleClass().add("small-button");
        save.setDisable(found.rows() == 0);
        save.setOnAction(click ->
                office.save(
                        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".csv",
                        () -> csv(context, drill)));
        HBox footer = new HBox(8, note, gap, save);
        footer.getStyleClass().add("panel-footer");
        return footer;
    }

    private byte[] csv(PageContext context, Drill drill) {
        Queries queries = office.core().query();
        try (Frame rows =
                queries.rows(
                        context.of(drill, queries.catalog()),
                        drill.denominator(),
                        RowOrder.OLDEST,
                        0)) {
            return RowTables.all(rows).csv().getBytes(StandardCharsets.UTF_8);
        }
    }
}
