package org.claimscope.app.feature.ask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.app.widget.DataGrid;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Headed;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.explain.Why;
import org.claimscope.nlq.form.QuestionForm;
import org.kordamp.ikonli.javafx.FontIcon;

/// One question and its answer: the sentence, the parts that were understood, each of which can be
/// changed, the chart, the rows, the statement.
final class ExchangeCard extends VBox implements Headed {
    private static final int MOST_GRID = 30;

    private final Exchange exchange;
    private final Desk desk;
    private final Talk talk;
    private final VBox body = new VBox(8);

    ExchangeCard(Exchange exchange, Desk desk, Catalog catalog, Talk talk) {
        this.exchange = exchange;
        this.desk = desk;
        this.talk = talk;
        getStyleClass().add("card-frame");
        getChildren().add(header());
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
        if (!exchange.chips().isEmpty() && exchange.form() != null) {
            body.getChildren().add(new FormChips(exchange, exchange.form(), catalog, talk));
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
        rows();
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
        switch (exchange.kind()) {
            case ANSWERED -> getChildren().add(footer());
            case ASKED_BACK, REFUSED -> getChildren().add(footerOf(meantButton()));
            case EXPLAINED, FAILED -> {}
        }
    }

    @Override
    public String heading() {
        return exchange.question();
    }

    @Override
    public String note() {
        return exchange.sentence();
    }

    @Override
    public String measure() {
        return exchange.measure();
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
        if (talk.verified(exchange)) {
            Label badge = new Label("verified", new FontIcon("fth-check-circle"));
            badge.getStyleClass().addAll("caption", "good");
            badge.setMinWidth(USE_PREF_SIZE);
            header.getChildren().add(badge);
        }
        header.getChildren().addAll(gap, took);
        header.getStyleClass().add("card-header");
        return header;
    }

    private void rows() {
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

    // Other ways on

    private FlowPane options() {
        FlowPane buttons = new FlowPane(8, 8);
        int number = 1;
        for (QuestionForm.Option option : exchange.options()) {
            Button button = new Button(number + "  " + option.label());
            button.getStyleClass().add("small-button");
            button.setOnAction(click -> talk.change(exchange, option.form()));
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
            button.setOnAction(click -> talk.ask(suggestion));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private FlowPane footer() {
        var buttons = new ArrayList<Node>();
        Table table = exchange.table();
        if (table != null) {
            buttons.add(
                    button("Copy rows", "fth-copy", () -> desk.copy(table.count(), table.tsv())));
            buttons.add(export(table));
        }
        if (!exchange.sql().isEmpty()) {
            buttons.add(toggle("SQL, masked", "fth-code", "ask-sql", this::statement));
        }
        Why why = exchange.why();
        if (why != null) {
            buttons.add(
                    toggle(
                            "Why",
                            "fth-help-circle",
                            "ask-why",
                            () -> new WhyPane(why, exchange.byModel())));
        }
        if (!exchange.measure().isEmpty()) {
            Button define = button("Definition", "fth-info", () -> {});
            define.setOnAction(click -> desk.define(exchange.measure(), define));
            buttons.add(define);
        }
        if (!talk.verified(exchange)) {
            Button save = button("Save as verified", "fth-bookmark", () -> {});
            save.setId("ask-verify");
            save.setOnAction(_ -> {
                talk.verify(exchange);
                save.setDisable(true);
            });
            buttons.add(save);
        }
        if (!exchange.measure().isEmpty()) {
            Button pin = button("Pin", "fth-layout", () -> talk.pin(exchange));
            pin.setTooltip(new Tooltip("Put it on a board, where it follows the window's filters"));
            pin.setId("ask-pin");
            buttons.add(pin);
        }
        buttons.add(meantButton());
        return footerOf(buttons.toArray(Node[]::new));
    }

    /// Buttons that do not fit go on in a second line.
    private static FlowPane footerOf(Node... buttons) {
        FlowPane footer = new FlowPane(8, 6, buttons);
        footer.getStyleClass().add("panel-footer");
        return footer;
    }

    private Button meantButton() {
        return toggle(
                "Wrong? I meant …",
                "fth-thumbs-down",
                "ask-meant",
                () -> new TeachPane(exchange, talk));
    }

    private Node statement() {
        TextArea sql = new TextArea(exchange.sql());
        sql.setEditable(false);
        sql.getStyleClass().add("bytes");
        sql.setPrefRowCount(12);
        sql.setAccessibleText("The statement, values as placeholders");
        return sql;
    }

    /// The rows as they are, under a name that says nothing of the question: it may name a claim.
    private MenuButton export(Table table) {
        MenuItem csv = new MenuItem("CSV");
        csv.setOnAction(
                _ -> desk.save("answer.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        MenuItem xlsx = new MenuItem("Excel workbook");
        xlsx.setOnAction(_ -> desk.save("answer.xlsx", table::xlsx));
        MenuButton export = new MenuButton("Export", new FontIcon("fth-download"), csv, xlsx);
        export.setId("ask-export");
        export.getStyleClass().add("small-button");
        return export;
    }

    /// Shows a part below the answer, and takes it away again.
    private Button toggle(String words, String icon, String id, Supplier<Node> part) {
        var shown = new ArrayList<Node>();
        Button button =
                button(
                        words,
                        icon,
                        () -> {
                            if (shown.isEmpty()) {
                                shown.add(part.get());
                                body.getChildren().addAll(shown);
                            } else {
                                body.getChildren().removeAll(shown);
                                shown.clear();
                            }
                        });
        button.setId(id);
        return button;
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setOnAction(click -> action.run());
        return button;
    }
}
