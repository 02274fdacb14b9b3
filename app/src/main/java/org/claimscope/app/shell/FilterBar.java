package org.claimscope.app.shell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Filters.Against;
import org.claimscope.app.present.Filters.Cut;
import org.claimscope.app.present.Filters.Member;
import org.claimscope.app.present.Filters.Period;
import org.claimscope.app.present.PageContext;
import org.claimscope.charts.format.Figures;
import org.kordamp.ikonli.javafx.FontIcon;

/// The conditions that hold on every page: period, comparison, facility, payer, provider, as-of
/// day; what a click on a chart narrowed; and the way back.
final class FilterBar extends HBox {
    private static final Map<String, String> NAMES =
            Map.of("facility", "Facility", "payer", "Payer", "provider", "Provider");

    private final LocalDate today;
    private final Consumer<Filters> change;
    private final Map<String, List<Member>> members = new LinkedHashMap<>();
    private final HBox chips = new HBox();
    private final Button back = icon("fth-arrow-left", "Back (Alt+Left)");
    private final Button forward = icon("fth-arrow-right", "Forward (Alt+Right)");
    private final Button undo = icon("fth-rotate-ccw", "Undo the last filter (Ctrl+Z)");
    private final Button redo = icon("fth-rotate-cw", "Redo (Ctrl+Shift+Z)");
    private final Button panel = icon("fth-sidebar", "Side panel (Ctrl+J)");
    private final Button views = icon("fth-bookmark", "Saved views (Ctrl+S)");
    private Filters filters = Filters.of(YearMonth.of(2000, 1));
    private List<YearMonth> months = List.of();

    /// What the buttons at both ends do.
    interface Steps {
        void back();

        void forward();

        void undo();

        void redo();

        void panel();

        void views();
    }

    /// @param today up to which a running period is shown
    FilterBar(LocalDate today, Consumer<Filters> change, Steps steps) {
        this.today = today;
        this.change = change;
        getStyleClass().add("top-bar");
        chips.getStyleClass().add("filters");
        chips.setMinWidth(0);
        back.setOnAction(click -> steps.back());
        forward.setOnAction(click -> steps.forward());
        undo.setOnAction(click -> steps.undo());
        redo.setOnAction(click -> steps.redo());
        panel.setOnAction(click -> steps.panel());
        views.setOnAction(click -> steps.views());
        views.setId("views");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(back, forward, chips, gap, views, undo, redo, panel);
    }

    private static Button icon(String name, String words) {
        Button button = new Button("", new FontIcon(name));
        button.getStyleClass().setAll("icon-button");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    void steps(boolean canBack, boolean canForward, boolean canUndo, boolean canRedo) {
        back.setDisable(!canBack);
        forward.setDisable(!canForward);
        undo.setDisable(!canUndo);
        redo.setDisable(!canRedo);
    }

    /// The button of the saved views.
    Node views() {
        return views;
    }

    /// The months that have rows, oldest first.
    void months(List<YearMonth> known) {
        months = List.copyOf(known);
    }

    /// The members of a dimension of the bar.
    void members(String dimension, List<Member> known) {
        members.put(dimension, List.copyOf(known));
        show(filters);
    }

    void show(Filters now) {
        filters = now;
        var all = new ArrayList<Region>();
        all.add(periodChip());
        all.add(againstChip());
        Filters.BAR.forEach(dimension -> all.add(memberChip(dimension)));
        all.add(asOfChip());
        for (Cut cut : now.crossFilters()) {
            all.add(crossChip(cut));
        }
        if (!now.cuts().isEmpty() || now.asOf().isPresent()) {
            Button reset = new Button("Reset");
            reset.getStyleClass().setAll("link-button");
            reset.setTooltip(new Tooltip("Take all filters away (Esc)"));
            reset.setOnAction(click -> change.accept(filters.reset()));
            all.add(reset);
        }
        chips.getChildren().setAll(all);
    }

    private static Button chip(String name, String value, boolean active) {
        Label label = new Label(name);
        label.getStyleClass().add("second");
        label.setMinWidth(USE_PREF_SIZE);
        Label shown = new Label(value);
        shown.getStyleClass().add("medium");
        shown.setMinWidth(24);
        HBox words = new HBox(label, shown, new FontIcon("fth-chevron-down"));
        words.getStyleClass().add("filter-words");
        Button chip = new Button("", words);
        chip.getStyleClass().setAll("filter");
        if (active) {
            chip.getStyleClass().add("active");
        }
        chip.setId("filter-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        chip.setAccessibleText(name + " " + value);
        chip.setTooltip(new Tooltip(name + ": " + value));
        chip.setMinWidth(0);
        return chip;
    }

    private Button periodChip() {
        Button chip = chip("Period", filters.period().words(), false);
        chip.setOnAction(click ->
                Choice.one(
                        chip,
                        "Month, quarter or year",
                        periods(),
                        filters.period(),
                        Period::words,
                        p -> change.accept(filters.period(p))));
        return chip;
    }

    /// Newest first: months, then the whole quarters and years among them.
    private List<Period> periods() {
        var all = new ArrayList<Period>();
        if (months.isEmpty()) {
            return all;
        }
        YearMonth oldest = months.getFirst();
        YearMonth newest = months.getLast();
        months.reversed().forEach(m -> all.add(Period.of(m)));
        for (int size : new int[] {3, 12}) {
            YearMonth end = newest;
            while (end.getMonthValue() % size != 0) {
                end = end.minusMonths(1);
            }
            for (; !end.minusMonths(size - 1L).isBefore(oldest); end = end.minusMonths(size)) {
                all.add(new Period(end.minusMonths(size - 1L), end));
            }
        }
        all.add(new Period(newest.minusMonths(11), newest));
        return all.stream().distinct().toList();
    }

    private Button againstChip() {
        Button chip = chip("Compare", filters.against().words(), false);
        chip.setOnAction(click ->
                Choice.one(
                        chip,
                        "Compare with",
                        List.of(Against.values()),
                        filters.against(),
                        Against::words,
                        a -> change.accept(filters.against(a))));
        return chip;
    }

    private Button memberChip(String dimension) {
        List<Member> known = members.getOrDefault(dimension, List.of());
        Optional<Cut> cut = filters.cutOf(dimension);
        String all = known.isEmpty() ? "All" : "All " + Figures.count(known.size());
        Button chip =
                chip(
                        NAMES.getOrDefault(dimension, dimension),
                        cut.map(Cut::words).orElse(all),
                        cut.isPresent());
        chip.setOnAction(click ->
                Choice.several(
                        chip,
                        NAMES.getOrDefault(dimension, dimension),
                        known,
                        cut.map(Cut::members).orElse(List.of()),
                        chosen -> change.accept(filters.cut(new Cut(dimension, chosen)))));
        return chip;
    }

    private Button asOfChip() {
        LocalDate shown = new PageContext(filters, today).asOf();
        Button chip = chip("As of", PageContext.day(shown), filters.asOf().isPresent());
        chip.setOnAction(click ->
                Choice.day(
                        chip,
                        shown,
                        new PageContext(filters).last(),
                        day -> change.accept(filters.asOf(day))));
        return chip;
    }

    private Button crossChip(Cut cut) {
        Button chip =
                new Button(
                        cut.dimension().replace('_', ' ') + " = " + cut.words(),
                        new FontIcon("fth-x"));
        chip.getStyleClass().setAll("cross-chip");
        chip.setTooltip(new Tooltip("Take this filter away"));
        chip.setOnAction(click -> change.accept(filters.cut(new Cut(cut.dimension(), List.of()))));
        return chip;
    }
}
