package org.claimscope.app.feature.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.app.widget.DataGrid;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.nlq.Chip;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.QuestionForm;
import org.kordamp.ikonli.javafx.FontIcon;

/// One question and its answer: the sentence, the parts that were understood, each of which can be
/// changed, the chart, the rows, the statement.
final class ExchangeCard extends VBox {
    private static final int MOST_GRID = 30;
    private static final List<String> WINDOWS =
            List.of(
                    "this month",
                    "last month",
                    "last quarter",
                    "year to date",
                    "last 6 months",
                    "last 12 months",
                    "last year");

    private final Exchange exchange;
    private final Desk desk;
    private final Catalog catalog;
    private final Consumer<QuestionForm> change;
    private final Consumer<String> retime;
    private final Consumer<String> ask;
    private final Vouching vouching;

    ExchangeCard(
            Exchange exchange,
            Desk desk,
            Catalog catalog,
            Consumer<QuestionForm> change,
            Consumer<String> retime,
            Consumer<String> ask,
            Vouching vouching) {
        this.vouching = vouching;
        this.exchange = exchange;
        this.desk = desk;
        this.catalog = catalog;
        this.change = change;
        this.retime = retime;
        this.ask = ask;
        getStyleClass().add("card-frame");
        getChildren().add(header());
        VBox body = new VBox(8);
        body.getStyleClass().add("panel-line");
        Label sentence = new Label(exchange.sentence());
        sentence.getStyleClass().add("answer");
        sentence.setId("answer");
        sentence.setWrapText(true);
        switch (exchange.kind()) {
            case ANSWERED -> {}
            case EXPLAINED -> sentence.setGraphic(new FontIcon("fth-book-open"));
            case ASKED_BACK -> sentence.setGraphic(new FontIcon("fth-help-circle"));
            case REFUSED -> sentence.setGraphic(new FontIcon("fth-shield"));
            case FAILED -> sentence.setGraphic(new FontIcon("fth-alert-triangle"));
        }
        body.getChildren().add(sentence);
        if (!exchange.chips().isEmpty()) {
            body.getChildren().add(chips());
        }
        if (!exchange.options().isEmpty()) {
            body.getChildren().add(options());
        }
        if (!exchange.suggestions().isEmpty()) {
            body.getChildren().add(suggestions());
        }
        if (exchange.chart() != null) {
            ChartView view = new ChartView(exchange.chart(), desk.palette());
            StackPane chart = new StackPane(view);
            double height =
                    exchange.chart() instanceof RankedBars && exchange.table() != null
                            ? Math.clamp(exchange.table().rows().size() * 26L + 12, 60, 400)
                            : 200;
            chart.setMinHeight(height);
            chart.setPrefHeight(height);
            body.getChildren().add(chart);
        }
        if (!exchange.facts().isEmpty()) {
            body.getChildren().add(facts());
        }
        rows(body);
        for (String assumed : exchange.assumptions()) {
            Label taken = new Label("Taken as: " + assumed, new FontIcon("fth-info"));
            taken.getStyleClass().addAll("caption", "second");
            taken.setWrapText(true);
            body.getChildren().add(taken);
        }
        if (!exchange.modelTrouble().isEmpty()) {
            Label trouble =
                    new Label(
                            "The language model could not help: " + exchange.modelTrouble() + ".",
                            new FontIcon("fth-cpu"));
            trouble.setId("model-trouble");
            trouble.getStyleClass().addAll("caption", "second");
            trouble.setWrapText(true);
            body.getChildren().add(trouble);
        }
        getChildren().add(body);
        if (exchange.kind() == Exchange.Kind.ANSWERED) {
            getChildren().add(footer(body));
        }
    }

    private HBox header() {
        Label question = new Label(exchange.question(), new FontIcon("fth-user"));
        question.getStyleClass().add("card-title");
        question.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label took = new Label(exchange.millis() + " ms");
        took.getStyleClass().addAll("caption", "third");
        took.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(question);
        if (exchange.byModel()) {
            Label model = new Label("read by the language model", new FontIcon("fth-cpu"));
            model.setId("by-model");
            model.getStyleClass().addAll("caption", "second");
            model.setMinWidth(USE_PREF_SIZE);
            header.getChildren().add(model);
        }
        if (vouching.verified()) {
            Label badge = new Label("verified", new FontIcon("fth-check-circle"));
            badge.getStyleClass().addAll("caption", "good");
            badge.setMinWidth(USE_PREF_SIZE);
            header.getChildren().add(badge);
        }
        header.getChildren().addAll(gap, took);
        header.getStyleClass().add("card-header");
        return header;
    }

    private void rows(VBox body) {
        Table table = exchange.table();
        if (table == null || table.rows().isEmpty()) {
            return;
        }
        if (table.rows().size() <= MOST_GRID) {
            if (table.rows().size() > 1 || table.columns().size() > 1) {
                body.getChildren().add(new DataGrid(table, desk));
            }
        } else {
            RowsTable list = new RowsTable(table, desk);
            list.setPrefHeight(320);
            body.getChildren().add(list);
        }
    }

    /// Names at the left, words as long as they are.
    private GridPane facts() {
        GridPane grid = new GridPane(16, 4);
        int line = 0;
        for (Explanation.Fact fact : exchange.facts()) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("second");
            name.setMinWidth(USE_PREF_SIZE);
            Label words = new Label(fact.words());
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            GridPane.setHgrow(words, Priority.ALWAYS);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(line, name, words);
            line++;
        }
        return grid;
    }

    // Chips

    private FlowPane chips() {
        FlowPane chips = new FlowPane(6, 6);
        int filter = 0;
        for (Chip chip : exchange.chips()) {
            MenuButton button = new MenuButton(chip.label() + "  " + chip.value());
            button.getStyleClass().add("edit-chip");
            button.getItems().setAll(edits(chip, filter));
            filter += chip.label().equals("Filter") ? 1 : 0;
            chips.getChildren().add(button);
        }
        return chips;
    }

    private List<MenuItem> edits(Chip chip, int filter) {
        QuestionForm form = exchange.form();
        var items = new ArrayList<MenuItem>();
        if (form == null) {
            return items;
        }
        switch (chip.label()) {
            case "Measure" -> {
                for (Kpi kpi : catalog.kpis()) {
                    items.add(
                            item(
                                    kpi.definition().label(),
                                    () -> change.accept(form.withMeasures(List.of(kpi.id())))));
                }
            }
            case "By" -> {
                items.add(item("Not split", () -> change.accept(form.withDimensions(List.of()))));
                for (Dimension dimension : splits(form)) {
                    items.add(
                            item(
                                    "by " + dimension.words().getFirst(),
                                    () ->
                                            change.accept(
                                                    form.withDimensions(List.of(dimension.id())))));
                }
            }
            case "Per" -> {
                for (String grain : List.of("day", "week", "month", "quarter", "year")) {
                    items.add(item(grain, () -> change.accept(form.withTimeGrain(grain))));
                }
            }
            case "Window" -> {
                for (String phrase : WINDOWS) {
                    items.add(item(phrase, () -> retime.accept(phrase)));
                }
            }
            case "Compare" -> {
                items.add(item("Not compared", () -> change.accept(form.withComparison(null))));
                for (Comparison.Type type :
                        List.of(Comparison.Type.PRIOR_PERIOD, Comparison.Type.PRIOR_YEAR)) {
                    items.add(
                            item(
                                    type.id().replace('_', ' '),
                                    () -> change.accept(form.withComparison(Comparison.of(type)))));
                }
            }
            case "Filter" -> {
                var left = new ArrayList<>(form.filters());
                if (filter < left.size()) {
                    left.remove(filter);
                }
                items.add(item("Take away", () -> change.accept(form.withFilters(left))));
            }
            case "Order" ->
                    items.add(item("Not ordered", () -> change.accept(form.withOrder(List.of()))));
            case "Limit" -> items.add(item("All", () -> change.accept(form.withLimit(null))));
            default -> {}
        }
        return items;
    }

    private List<Dimension> splits(QuestionForm form) {
        if (form.measures().isEmpty()) {
            return List.of();
        }
        var population =
                catalog.kpi(form.measures().getFirst()).definition().numerator().population();
        return List.of(Dimension.values()).stream().filter(d -> d.splits(population)).toList();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(click -> action.run());
        return item;
    }

    // Other ways on

    private FlowPane options() {
        FlowPane buttons = new FlowPane(8, 8);
        int number = 1;
        for (QuestionForm.Option option : exchange.options()) {
            Button button = new Button(number + "  " + option.label());
            button.getStyleClass().add("small-button");
            button.setOnAction(click -> change.accept(option.form()));
            buttons.getChildren().add(button);
            number++;
        }
        return buttons;
    }

    private FlowPane suggestions() {
        FlowPane buttons = new FlowPane(8, 8);
        for (String suggestion : exchange.suggestions()) {
            Button button = new Button(suggestion);
            button.getStyleClass().add("small-button");
            button.setOnAction(click -> ask.accept(suggestion));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private HBox footer(VBox body) {
        var buttons = new ArrayList<Node>();
        Table table = exchange.table();
        if (table != null) {
            buttons.add(
                    button("Copy rows", "fth-copy", () -> desk.copy(table.count(), table.tsv())));
        }
        if (!exchange.sql().isEmpty()) {
            TextArea sql = new TextArea(exchange.sql());
            sql.setEditable(false);
            sql.getStyleClass().add("bytes");
            sql.setPrefRowCount(12);
            sql.setAccessibleText("The statement, values as placeholders");
            buttons.add(
                    button(
                            "SQL, masked",
                            "fth-code",
                            () -> {
                                if (!body.getChildren().remove(sql)) {
                                    body.getChildren().add(sql);
                                }
                            }));
        }
        if (!exchange.measure().isEmpty()) {
            Button define = button("Definition", "fth-info", () -> {});
            define.setOnAction(click -> desk.define(exchange.measure(), define));
            buttons.add(define);
        }
        if (!vouching.verified()) {
            Button save = button("Save as verified", "fth-bookmark", () -> {});
            save.setOnAction(_ -> {
                vouching.save().run();
                save.setDisable(true);
            });
            buttons.add(save);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label follow = new Label("Follow up: “by month”, “only Medicare”, “top 5”");
        follow.getStyleClass().addAll("caption", "third");
        buttons.add(gap);
        buttons.add(follow);
        HBox footer = new HBox(8);
        footer.getStyleClass().add("panel-footer");
        footer.getChildren().setAll(buttons);
        return footer;
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setOnAction(click -> action.run());
        return button;
    }
}
