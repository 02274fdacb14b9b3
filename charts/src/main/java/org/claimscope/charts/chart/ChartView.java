package org.claimscope.charts.chart;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.claimscope.charts.palette.ChartPalette;

/// The place on a page where one chart is drawn. Repaints when its size, its chart or the theme
/// changes, says the exact figures of the mark under the pointer, and reads itself to screen
/// readers.
public final class ChartView extends Region {
    // Larger textures are refused by some graphics cards.
    private static final double MOST_PIXELS = 8_192;

    private final Canvas canvas = new Canvas();
    private final Scale sharpness = new Scale(1, 1);
    private final Tooltip hover = new Tooltip();
    private Chart chart;
    private ChartPalette palette;
    private double resolution = 1;
    private double paintedWidth = -1;
    private double paintedHeight = -1;
    private List<Pen.Mark> marks = List.of();
    private List<Pen.PlacedText> texts = List.of();

    public ChartView(Chart chart, ChartPalette palette) {
        this.chart = chart;
        this.palette = palette;
        canvas.getTransforms().add(sharpness);
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(chart.summary());
        hover.setShowDelay(Duration.millis(80));
        setOnMouseMoved(this::pointAt);
        setOnMouseExited(exit -> Tooltip.uninstall(this, hover));
    }

    public Chart chart() {
        return chart;
    }

    public void show(Chart next) {
        chart = next;
        setAccessibleText(next.summary());
        paint();
    }

    public void setPalette(ChartPalette next) {
        palette = next;
        paint();
    }

    /// Pixels per unit of length, above 1 for a sharp picture at a larger scale.
    public void setResolution(double pixels) {
        resolution = pixels;
        sharpness.setX(1 / pixels);
        sharpness.setY(1 / pixels);
        paint();
    }

    /// What was drawn last, by place; for the hover card and for tests.
    public List<Pen.Mark> marks() {
        return marks;
    }

    public List<Pen.PlacedText> texts() {
        return texts;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            paint();
        }
    }

    private void paint() {
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        if (paintedWidth < 1 || paintedHeight < 1) {
            canvas.setWidth(0);
            canvas.setHeight(0);
            marks = List.of();
            texts = List.of();
            return;
        }
        canvas.setWidth(Math.min(MOST_PIXELS, Math.ceil(paintedWidth * resolution)));
        canvas.setHeight(Math.min(MOST_PIXELS, Math.ceil(paintedHeight * resolution)));
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setTransform(resolution, 0, 0, resolution, 0, 0);
        Pen pen = new Pen(gc, palette);
        chart.paint(pen, Math.floor(paintedWidth), Math.floor(paintedHeight));
        marks = pen.marks();
        texts = pen.texts();
    }

    private void pointAt(MouseEvent pointer) {
        Optional<Pen.Mark> mark =
                marks.reversed().stream()
                        .filter(m -> m.holds(pointer.getX(), pointer.getY()))
                        .findFirst();
        if (mark.isEmpty()) {
            Tooltip.uninstall(this, hover);
            return;
        }
        hover.setText(mark.get().exact());
        Tooltip.install(this, hover);
    }
}
