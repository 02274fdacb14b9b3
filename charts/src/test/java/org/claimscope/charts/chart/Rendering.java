package org.claimscope.charts.chart;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;

/// A chart drawn for a test: its pixels, and where its texts and marks went.
public record Rendering(
        Image image,
        ChartPalette palette,
        double width,
        double height,
        List<Pen.PlacedText> texts,
        List<Pen.Mark> marks) {
    public static Rendering of(Chart chart, double width, double height) {
        return of(chart, Theme.LIGHT, width, height);
    }

    public static Rendering of(Chart chart, Theme theme, double width, double height) {
        ChartPalette palette = ChartPalette.of(theme);
        return Offscreen.call(() -> {
            ChartView view = new ChartView(chart, palette);
            StackPane root = new StackPane(view);
            root.setBackground(Background.fill(palette.color(Token.SURFACE)));
            Scene scene = new Scene(root, width, height, palette.color(Token.SURFACE));
            Image image = Snapshot.image(scene, 1);
            return new Rendering(image, palette, width, height, view.texts(), view.marks());
        });
    }

    public List<String> words() {
        return texts.stream().map(Pen.PlacedText::text).toList();
    }

    public Pen.PlacedText text(String words) {
        return texts.stream()
                .filter(text -> text.text().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " not among " + words()));
    }

    public Pen.Mark mark(String start) {
        return marks.stream()
                .filter(mark -> mark.exact().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark " + start + " among " + marks));
    }

    public Color at(double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    /// How many pixels have this colour.
    public long pixels(Token token) {
        return pixels(token, 0.002);
    }

    /// How many pixels come near this colour, for thin slanted strokes that are nowhere pure.
    public long pixels(Token token, double tolerance) {
        Color wanted = palette.color(token);
        long count = 0;
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                count +=
                        distance(wanted, image.getPixelReader().getColor(x, y)) <= tolerance
                                ? 1
                                : 0;
            }
        }
        return count;
    }

    /// What reaches over the edge, or over another text.
    public List<String> misplaced() {
        List<String> outside =
                texts.stream()
                        .filter(t ->
                                t.left() < 0
                                        || t.top() < 0
                                        || t.right() > width + 0.5
                                        || t.bottom() > height)
                        .map(t -> "outside: " + t)
                        .toList();
        List<String> over =
                texts.stream()
                        .flatMap(a ->
                                texts.stream()
                                        .filter(b -> !b.equals(a) && overlap(a, b))
                                        .map(b -> "overlap: " + a + " and " + b))
                        .toList();
        return Stream.concat(outside.stream(), over.stream()).toList();
    }

    private static boolean overlap(Pen.PlacedText a, Pen.PlacedText b) {
        return a.left() < b.right() - 0.5
                && b.left() < a.right() - 0.5
                && a.top() < b.bottom() - 0.5
                && b.top() < a.bottom() - 0.5;
    }

    private static double distance(Color a, Color b) {
        return Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(
                        Math.abs(a.getGreen() - b.getGreen()),
                        Math.abs(a.getBlue() - b.getBlue())));
    }
}
