package org.claimscope.app.feature.ask;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.nlq.Chip;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.QuestionForm;

/// How a question was understood, as chips; each is a menu that changes its part and asks again.
final class FormChips extends FlowPane {
    private static final int MOST_SPLITS = 3;
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
    private final QuestionForm form;
    private final Catalog catalog;
    private final Talk talk;

    FormChips(Exchange exchange, QuestionForm form, Catalog catalog, Talk talk) {
        super(6, 6);
        this.exchange = exchange;
        this.form = form;
        this.catalog = catalog;
        this.talk = talk;
        int filter = 0;
        for (Chip chip : exchange.chips()) {
            MenuButton button = chip(chip.label() + "  " + chip.value());
            button.getItems().setAll(edits(chip, filter));
            filter += chip.label().equals("Filter") ? 1 : 0;
            getChildren().add(button);
        }
        if (form.dimensions().isEmpty() && !splits().isEmpty()) {
            MenuButton add = chip("+ split");
            add.getStyleClass().add("add-chip");
            add.setId("chip-split");
            for (Dimension d : splits()) {
                add.getItems().add(item("by " + words(d), () -> split(List.of(d.id()))));
            }
            getChildren().add(add);
        }
    }

    private static MenuButton chip(String words) {
        MenuButton button = new MenuButton(words);
        button.getStyleClass().add("edit-chip");
        return button;
    }

    private static String words(Dimension dimension) {
        return dimension.words().getFirst();
    }

    private void change(QuestionForm changed) {
        talk.change(exchange, changed);
    }

    private List<MenuItem> edits(Chip chip, int filter) {
        var items = new ArrayList<MenuItem>();
        switch (chip.label()) {
            case "Measure" -> {
                for (Kpi kpi : catalog.kpis()) {
                    items.add(
                            item(
                                    kpi.definition().label(),
                                    () -> change(form.withMeasures(List.of(kpi.id())))));
                }
            }
            case "By" -> splitting(items);
            case "Per" -> {
                for (String grain : List.of("day", "week", "month", "quarter", "year")) {
                    items.add(item(grain, () -> change(form.withTimeGrain(grain))));
                }
            }
            case "Window" -> {
                for (String phrase : WINDOWS) {
                    items.add(item(phrase, () -> talk.retime(exchange, phrase)));
                }
            }
            case "Compare" -> {
                items.add(item("Not compared", () -> change(form.withComparison(null))));
                for (Comparison.Type type :
                        List.of(Comparison.Type.PRIOR_PERIOD, Comparison.Type.PRIOR_YEAR)) {
                    items.add(
                            item(
                                    type.id().replace('_', ' '),
                                    () -> change(form.withComparison(Comparison.of(type)))));
                }
            }
            case "Filter" -> {
                var left = new ArrayList<>(form.filters());
                if (filter < left.size()) {
                    left.remove(filter);
                }
                items.add(item("Take away", () -> change(form.withFilters(left))));
            }
            case "Order" -> items.add(item("Not ordered", () -> change(form.withOrder(List.of()))));
            case "Limit" -> items.add(item("All", () -> change(form.withLimit(null))));
            default -> {}
        }
        return items;
    }

    /// Takes one away, adds one, or splits by another alone.
    private void splitting(List<MenuItem> items) {
        items.add(item("Not split", () -> split(List.of())));
        List<String> now = form.dimensions();
        if (now.size() > 1) {
            for (String id : now) {
                var left = new ArrayList<>(now);
                left.remove(id);
                items.add(item("without " + label(id), () -> split(left)));
            }
        }
        if (now.size() < MOST_SPLITS) {
            Menu more = new Menu("and by");
            for (Dimension d : splits()) {
                if (!now.contains(d.id())) {
                    var all = new ArrayList<>(now);
                    all.add(d.id());
                    more.getItems().add(item(words(d), () -> split(all)));
                }
            }
            items.add(more);
        }
        items.add(new SeparatorMenuItem());
        for (Dimension d : splits()) {
            items.add(item("by " + words(d), () -> split(List.of(d.id()))));
        }
    }

    private static String label(String id) {
        return Dimension.named(id).map(FormChips::words).orElse(id);
    }

    /// What is no longer split by cannot be ordered by either.
    private void split(List<String> by) {
        change(
                form.withDimensions(by)
                        .withOrder(
                                form.order().stream()
                                        .filter(o ->
                                                by.contains(o.by())
                                                        || !form.dimensions().contains(o.by()))
                                        .toList()));
    }

    private List<Dimension> splits() {
        return form.measures().isEmpty()
                ? List.of()
                : catalog.kpi(form.measures().getFirst()).definition().dimensions().stream()
                        .filter(d -> d.kind() != Dimension.Kind.NUMBER)
                        .toList();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(click -> action.run());
        return item;
    }
}
