package org.claimscope.charts.export;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.claimscope.charts.chart.ChartView;

/// A picture of a page that was never shown: at any size, with its style sheets applied. Call on
/// the JavaFX thread.
public final class Snapshot {
    private Snapshot() {}

    /// @param scene not shown in a window; its own size is the size of the picture
    /// @param scale pixels per unit of length; charts are drawn again at that sharpness
    public static WritableImage image(Scene scene, double scale) {
        Parent root = scene.getRoot();
        root.resize(scene.getWidth(), scene.getHeight());
        root.applyCss();
        root.layout();
        sharpen(root, scale);
        // A second pass: text that wraps and scroll panes settle only when their width is known.
        root.applyCss();
        root.layout();
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(scene.getFill());
        how.setTransform(Transform.scale(scale, scale));
        int width = (int) Math.round(scene.getWidth() * scale);
        int height = (int) Math.round(scene.getHeight() * scale);
        return root.snapshot(how, new WritableImage(width, height));
    }

    public static byte[] png(Scene scene, double scale) {
        return PngWriter.encode(image(scene, scale));
    }

    private static void sharpen(Node node, double scale) {
        if (node instanceof ChartView chart) {
            chart.setResolution(scale);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> sharpen(child, scale));
        }
    }
}
