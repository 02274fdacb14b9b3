package org.claimscope.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.claimscope.app.widget.DataGrid;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Facts;
import org.claimscope.app.widget.FigureStrip;
import org.claimscope.app.widget.Headed;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.tile.FigureTile;
import org.claimscope.charts.tile.KpiTile;
import org.jspecify.annotations.Nullable;

/// Reads what a drawn page shows: every page is made of the same tiles, strips, cards, charts and
/// tables, and they know their values. So a new page is exported without a line of its own. Call on
/// the JavaFX thread.
final class PageReader {
    private static final Pattern ON_SCREEN =
            Pattern.compile("\\b(click|Enter|Ctrl|bar to target line)\\b");
    private static final String TILE = "tile-";

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> measures = new LinkedHashSet<>();
    private String title = "";
    private String covers = "";

    private PageReader() {}

    static PageReader of(Node page) {
        var reader = new PageReader();
        reader.read(page, null);
        return reader;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /// Whether there is anything but words: a page that is not drawn yet has none.
    boolean anything() {
        return parts.stream().anyMatch(part -> !(part instanceof Part.Words));
    }

    /// Of the KPIs shown, in the order they appear.
    List<String> measures() {
        return List.copyOf(measures);
    }

    /// The page's own title; empty when it has none.
    String title() {
        return title;
    }

    String covers() {
        return covers;
    }

    private void read(Node node, @Nullable Headed above) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case PageHeader header -> {
                title = header.title();
                covers = header.covers();
            }
            case FigureStrip strip -> {
                strip.figures().forEach(figure -> measures.add(figure.measure()));
                parts.add(
                        new Part.Figures(
                                strip.name(), strip.figures().stream().map(Tile::single).toList()));
            }
            case Facts facts ->
                    parts.add(new Part.Told(facts.title(), facts.sentence(), facts.said()));
            case FigureTile tile -> chart(tile.chart(), above);
            case ChartView view -> chart(view, above);
            case DataGrid grid -> table(grid.table(), above);
            case RowsTable list -> table(list.table(), above);
            case EmptyState empty ->
                    parts.add(
                            new Part.Words(heading(above), note(above), List.of(empty.missing())));
            case ScrollPane pane -> {
                if (pane.getContent() != null) {
                    read(pane.getContent(), above);
                }
            }
            case Label label -> {
                // Words between the cards, such as "12 more facilities". A card's are its heading,
                // which is told already.
                if (above == null && !label.getText().isBlank()) {
                    parts.add(new Part.Words("", "", List.of(label.getText())));
                }
            }
            case Parent parent -> within(parent, above);
            default -> {}
        }
    }

    /// A card with neither chart nor table is told by its words: nothing is left out in silence.
    private void within(Parent parent, @Nullable Headed above) {
        if (!(parent instanceof Headed card)) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, above));
            return;
        }
        if (!card.measure().isEmpty()) {
            measures.add(card.measure());
        }
        int before = parts.size();
        parent.getChildrenUnmodifiable().forEach(child -> read(child, card));
        if (parts.size() == before) {
            var lines = new ArrayList<String>();
            words(parent, lines);
            lines.removeIf(line -> line.equals(card.heading()) || line.equals(card.note()));
            parts.add(new Part.Words(card.heading(), card.note(), lines));
        }
    }

    private static void words(Node node, List<String> lines) {
        if (node instanceof Label label) {
            if (!label.getText().isBlank()) {
                lines.add(label.getText());
            }
        } else if (node instanceof ScrollPane pane && pane.getContent() != null) {
            words(pane.getContent(), lines);
        } else if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> words(child, lines));
        }
    }

    private void chart(ChartView view, @Nullable Headed above) {
        if (view.chart() instanceof KpiTile(Single single)) {
            String id = view.getId() == null ? "" : view.getId();
            if (id.startsWith(TILE)) {
                measures.add(id.substring(TILE.length()));
            }
            add(single, heading(above));
        } else {
            parts.add(new Part.Drawing(heading(above), note(above), view.chart()));
        }
    }

    /// Tiles beside each other are one part.
    private void add(Single single, String heading) {
        if (!parts.isEmpty()
                && parts.getLast() instanceof Part.Figures(String over, List<Single> others)
                && over.equals(heading)) {
            var all = new ArrayList<>(others);
            all.add(single);
            parts.set(parts.size() - 1, new Part.Figures(heading, all));
        } else {
            parts.add(new Part.Figures(heading, List.of(single)));
        }
    }

    private void table(Table table, @Nullable Headed above) {
        table.columns().stream()
                .map(Table.Column::measure)
                .filter(measure -> !measure.isEmpty())
                .forEach(measures::add);
        parts.add(new Part.Rows(heading(above), note(above), table));
    }

    private static String heading(@Nullable Headed above) {
        return above == null ? "" : above.heading();
    }

    /// What a note says of clicks, keys and bars is true on the screen only.
    private static String note(@Nullable Headed above) {
        return above == null
                ? ""
                : Arrays.stream(above.note().split(" · "))
                        .filter(words -> !ON_SCREEN.matcher(words).find())
                        .collect(Collectors.joining(" · "));
    }
}
