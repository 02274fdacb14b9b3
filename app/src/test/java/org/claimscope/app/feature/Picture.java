package org.claimscope.app.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.claimscope.app.theme.AppTheme;
import org.claimscope.app.widget.Desk;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.Theme;

/// A page in its frame, drawn for a test: what it says, and what it could not say in full.
///
/// @param words of labels and charts that can be seen
/// @param cut labels that ended in an ellipsis, by their full text
/// @param outside what reaches over the window's or its card's edge
record Picture(List<String> words, List<String> cut, List<String> outside) {
    private static final double RAIL = 176;

    static Picture of(
            String name, Function<Desk, Region> page, Theme theme, double width, double height) {
        return Offscreen.call(() -> {
            ScrollPane frame = new ScrollPane(page.apply(new TestDesk(theme)));
            frame.getStyleClass().add("page-scroll");
            frame.setFitToWidth(true);
            frame.setFitToHeight(true);
            // The rail takes its part of the window.
            double room = width - RAIL;
            Scene scene = new Scene(frame, room, height);
            AppTheme.apply(scene, theme);
            write(name, Snapshot.png(scene, 1));
            Picture picture = new Picture(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            picture.read(frame, room);
            return picture;
        });
    }

    private void read(Node node, double width) {
        if (!node.isVisible()) {
            return;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (node instanceof Labeled label && !label.getText().isEmpty()) {
            words.add(label.getText());
            if (label.lookup(".text") instanceof Text shown
                    && !shown.getText().equals(label.getText())) {
                cut.add(label.getText());
            }
            if (place.getMaxX() > width + 0.5 || place.getMinX() < 0) {
                outside.add(label.getText());
            }
        } else if (node instanceof ChartView chart) {
            chart.texts().forEach(text -> words.add(text.text()));
            chart.texts().stream()
                    .filter(t ->
                            t.left() < 0
                                    || t.top() < 0
                                    || t.right() > chart.getWidth() + 0.5
                                    || t.bottom() > chart.getHeight())
                    .forEach(t -> outside.add(t.text()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, width));
        }
    }

    private static void write(String name, byte[] png) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            Files.write(folder.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
