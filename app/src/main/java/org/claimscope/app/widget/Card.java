package org.claimscope.app.widget;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Way;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.Noted;
import org.claimscope.charts.chart.Pen;
import org.claimscope.charts.chart.Twin;
import org.claimscope.charts.export.ChartPicture;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One finding of a page: a title that says it, a subtitle that says what was counted and how, and
/// the chart or table that shows it.
public final class Card extends VBox implements Headed {
    private static final int LONG_TITLE = 40;

    private final HBox header;
    private final Region gap = new Region();
    private final String title;
    private final String subtitle;
    private @Nullable ChartView chart;
    private String measure = "";

    private Card(String title, String subtitle, Region body) {
        this.title = title;
        this.subtitle = subtitle;
        getStyleClass().add("card-frame");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(title.length() <= LONG_TITLE ? USE_PREF_SIZE : 0);
        Label note = new Label(subtitle);
        note.getStyleClass().addAll("caption", "second");
        note.setMinWidth(0);
        HBox.setHgrow(gap, Priority.ALWAYS);
        header = new HBox(name, note, gap);
        header.getStyleClass().add("card-header");
        header.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        body.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getChildren().addAll(header, body);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(title + ". " + subtitle);
    }

    /// The note of a card whose axis may be cut: where it starts comes first, since a reader who
    /// misses that misreads the chart, and the rest of a long note may be cut off.
    public static String note(Optional<String> axisStart, String note) {
        return axisStart.map(start -> start + " · " + note).orElse(note);
    }

    /// A chart: `T` or the first icon shows its rows, the second copies them, the third saves a
    /// picture.
    public static Card of(String title, String subtitle, Chart chart, Desk desk) {
        var view =
                new ChartView(
                        chart instanceof Noted noted ? noted.with(desk.notes()) : chart,
                        desk.palette());
        if (chart instanceof Noted noted) {
            view.setOnNote((shown, mark) -> desk.note(noted.day(mark), shown));
        }
        StackPane body = new StackPane(view);
        body.getStyleClass().add("chart-body");
        Card card = new Card(title, subtitle, body);
        card.chart = view;
        card.act("fth-list", "Rows of " + title + " (T)", () -> view.showTwin(!view.twinShown()));
        card.act("fth-copy", "Copy the rows of " + title, () -> desk.copy(title, tsv(view)));
        card.act(
                "fth-image",
                "Save " + title + " as a picture",
                () ->
                        desk.save(
                                fileName(title) + ".png",
                                () -> picture(view, desk, title, subtitle)));
        return card;
    }

    /// A table: the icons copy it and save it as CSV.
    public static Card of(String title, String subtitle, Table table, Desk desk) {
        if (table.rows().isEmpty()) {
            return new Card(title, subtitle, EmptyState.of(table.things()));
        }
        Card card = new Card(title, subtitle, new DataGrid(table, desk));
        card.acts(title, () -> table, desk);
        return card;
    }

    /// A list that scrolls, for many rows: the icons copy it and save it as CSV.
    public static Card list(String title, String subtitle, Table table, Desk desk) {
        if (table.rows().isEmpty()) {
            return new Card(title, subtitle, EmptyState.of(table.things()));
        }
        return list(title, subtitle, new RowsTable(table, desk), desk);
    }

    /// A list that somebody made: what it shows is what is copied and saved.
    public static Card list(String title, String subtitle, RowsTable list, Desk desk) {
        Card card = new Card(title, subtitle, list);
        card.acts(title, list::table, desk);
        return card;
    }

    private void acts(String title, Supplier<Table> table, Desk desk) {
        act("fth-copy", "Copy " + title, () -> desk.copy(title, table.get().tsv()));
        act(
                "fth-download",
                "Save " + title + " as CSV",
                () ->
                        desk.save(
                                fileName(title) + ".csv",
                                () -> table.get().csv().getBytes(StandardCharsets.UTF_8)));
    }

    /// What the marks stand for: a click or Enter opens their rows, with Ctrl it narrows all pages
    /// to them, and so does a sweep over several.
    public Card leading(Function<List<String>, Optional<Way>> ways, Desk desk) {
        opening(mark ->
                ways.apply(mark.members()).ifPresent(way -> desk.drill(way.drill(), way.title())));
        ChartView view = Objects.requireNonNull(chart);
        Consumer<List<Pen.Mark>> narrow =
                marks -> {
                    List<Drill> drills =
                            marks.stream()
                                    .flatMap(mark -> ways.apply(mark.members()).stream())
                                    .map(Way::drill)
                                    .toList();
                    if (!drills.isEmpty()) {
                        desk.narrow(drills);
                    }
                };
        view.setOnNarrow(mark -> narrow.accept(List.of(mark)));
        view.setOnSweep(narrow);
        return this;
    }

    /// A chart of points: an area drawn around some of them narrows all pages to these.
    ///
    /// @param points what each of them stands for, in the order of the shape
    public Card choosing(List<Drill> points, Desk desk) {
        Objects.requireNonNull(chart)
                .setOnArea(chosen -> {
                    if (chosen.length > 0) {
                        desk.narrow(Arrays.stream(chosen).mapToObj(points::get).toList());
                    }
                });
        return this;
    }

    /// What a click on a mark, or Enter, does.
    public Card opening(Consumer<Pen.Mark> open) {
        ChartView view = Objects.requireNonNull(chart);
        view.getStyleClass().add("acts");
        view.setOnSelect(open);
        view.setOnOpen(open);
        return this;
    }

    /// The definition of the card's measure, as the first icon.
    public Card defined(String measure, Desk desk) {
        this.measure = measure;
        Button info = button("fth-info", "Definition", () -> {});
        info.setOnAction(click -> desk.define(measure, info));
        header.getChildren().add(header.getChildren().indexOf(gap) + 1, info);
        return this;
    }

    /// An icon in the header.
    public Card act(String icon, String words, Runnable action) {
        header.getChildren().add(button(icon, words, action));
        return this;
    }

    /// Any other control in the header.
    public Card with(Node control) {
        header.getChildren().add(control);
        return this;
    }

    @Override
    public String heading() {
        return title;
    }

    @Override
    public String note() {
        return subtitle;
    }

    @Override
    public String measure() {
        return measure;
    }

    private static Button button(String icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(click -> action.run());
        return button;
    }

    private static String tsv(ChartView view) {
        Twin twin = view.twin();
        return Stream.concat(Stream.of(twin.columns()), twin.rows().stream())
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] picture(ChartView view, Desk desk, String title, String note) {
        return ChartPicture.png(
                view.chart(), desk.palette(), view.getWidth(), view.getHeight(), 2, title, note);
    }

    private static String fileName(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    public static Card of(String title, String subtitle, Region body) {
        return new Card(title, subtitle, body);
    }
}
