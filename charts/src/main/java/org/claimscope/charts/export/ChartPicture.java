package org.claimscope.charts.export;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.Pen;
import org.claimscope.charts.chart.Twin;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// One chart as a picture for a report: its title and what was counted above it. Call on the JavaFX
/// thread.
public final class ChartPicture {
    private static final double PAD = 16;
    private static final double HEAD = 44;

    private ChartPicture() {}

    /// @param scale pixels per unit of length
    /// @param note what was counted and how, with filters and as-of day
    /// @return a PNG
    public static byte[] png(
            Chart chart,
            ChartPalette palette,
            double width,
            double height,
            double scale,
            String title,
            String note) {
        var view = new ChartView(new Titled(chart, title, note), palette);
        double wide = Math.max(200, width) + 2 * PAD;
        double tall = Math.max(80, height) + HEAD + PAD;
        Pane pane = new Pane(view);
        view.resize(wide, tall);
        Scene scene = new Scene(pane, wide, tall);
        scene.setFill(palette.color(Token.SURFACE));
        return Snapshot.png(scene, scale);
    }

    private record Titled(Chart chart, String title, String note) implements Chart {
        @Override
        public void paint(Pen pen, double width, double height) {
            pen.box(Token.SURFACE, 0, 0, width, height);
            double room = width - 2 * PAD;
            pen.text(
                    pen.fit(title, TypeRole.CARD_TITLE, room),
                    TypeRole.CARD_TITLE,
                    Token.TEXT,
                    PAD,
                    18,
                    Pen.Align.LEFT);
            pen.text(
                    pen.fit(note, TypeRole.CAPTION, room),
                    TypeRole.CAPTION,
                    Token.TEXT_2,
                    PAD,
                    34,
                    Pen.Align.LEFT);
            pen.inside(PAD, HEAD, () -> chart.paint(pen, room, height - HEAD - PAD));
        }

        @Override
        public String summary() {
            return chart.summary();
        }

        @Override
        public Twin twin() {
            return chart.twin();
        }
    }
}
