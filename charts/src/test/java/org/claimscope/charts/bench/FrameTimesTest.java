package org.claimscope.charts.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import org.claimscope.charts.Charts;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.Histogram;
import org.claimscope.charts.chart.LongLine;
import org.claimscope.charts.chart.Scatter;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.LongSeries;
import org.claimscope.charts.shape.Points;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Unit;
import org.claimscope.charts.tile.FigureTile;
import org.claimscope.charts.tile.KpiTile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Frame times: draw and render into pixels, 1200 by 400, in software. Run with `mvn -Pbench -pl
/// charts verify`.
@Tag("bench")
class FrameTimesTest {
    private static final int FRAMES = 60;
    // The naive line takes seconds a frame; its frames stop here, and the table says how many.
    private static final long MOST_NANOS = 20_000_000_000L;
    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 400;
    private static final ChartPalette PALETTE = ChartPalette.of(Theme.LIGHT);

    @Test
    void aMillionPointsFitIntoAFrame() {
        System.out.println(
                "| points | first, ms | LongLine median | p95 | naive median | p95 | frames |");
        System.out.println("|---|---|---|---|---|---|---|");
        double worst = 0;
        for (int size : new int[] {1_000, 100_000, 1_000_000}) {
            double[] times = IntStream.range(0, size).mapToDouble(i -> i * 1e3).toArray();
            double[] values =
                    IntStream.range(0, size)
                            .mapToDouble(i -> Math.sin(i * 20.0 / size) * 100 + i * 37L % 19)
                            .toArray();
            long start = System.nanoTime();
            LongSeries series = new LongSeries("x", Unit.COUNT, times, values);
            double first = (System.nanoTime() - start) / 1e6;
            double[] ours = ours(new LongLine(series));
            double[] naive = naive(series);
            worst = Math.max(worst, at(ours, 0.95));
            System.out.printf(
                    Locale.US,
                    "| %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %d |%n",
                    size,
                    first,
                    at(ours, 0.5),
                    at(ours, 0.95),
                    at(naive, 0.5),
                    at(naive, 0.95),
                    naive.length);
        }
        System.out.println("p95 of the slowest: " + worst + " ms; 33 ms are 30 frames a second");
    }

    @Test
    void tenTilesCostLittle() {
        List<Single> singles = new ArrayList<>();
        Charts.all()
                .forEach(entry -> {
                    if (entry.sample() instanceof KpiTile(Single single)) {
                        singles.add(single);
                    }
                });
        System.out.println("| ten tiles, built and drawn | first, ms | median | p95 |");
        System.out.println("|---|---|---|---|");
        for (boolean tilesFx : new boolean[] {false, true}) {
            double[] all = new double[FRAMES];
            double first = 0;
            for (int frame = 0; frame < FRAMES; frame++) {
                all[frame] = Offscreen.call(() -> tenTiles(singles, tilesFx));
                first = frame == 0 ? all[0] : first;
            }
            System.out.printf(
                    Locale.US,
                    "| %s | %.1f | %.1f | %.1f |%n",
                    tilesFx ? "TilesFX" : "plain",
                    first,
                    at(all, 0.5),
                    at(all, 0.95));
        }
    }

    @Test
    void aMillionValuesAreSpreadOutInAFrame() {
        System.out.println("| values | built, ms | Histogram median | p95 |");
        System.out.println("|---|---|---|---|");
        for (int size : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            double[] days =
                    new Random(7).doubles(size).map(share -> -30 * Math.log(1 - share)).toArray();
            long start = System.nanoTime();
            Distribution spread = new Distribution("Claims", Unit.DAYS, days, 120.0);
            double built = (System.nanoTime() - start) / 1e6;
            double[] all = ours(new Histogram(spread));
            System.out.printf(
                    Locale.US,
                    "| %,d | %.1f | %.1f | %.1f |%n",
                    size,
                    built,
                    at(all, 0.5),
                    at(all, 0.95));
        }
    }

    @Test
    void aMillionPointsAreScatteredInAFrame() {
        System.out.println("| points | built, ms | first, ms | Scatter median | p95 | area, ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (int size : new int[] {1_000, 2_000, 10_000, 100_000, 1_000_000}) {
            Random random = new Random(7);
            List<String> labels = Collections.nCopies(size, "claim");
            double[] days = random.doubles(size).map(share -> -30 * Math.log(1 - share)).toArray();
            double[] billed = random.doubles(size).map(share -> 4e3 * share * share).toArray();
            long start = System.nanoTime();
            Points points =
                    new Points(
                            "Claims",
                            labels,
                            new Points.Axis("Days", Unit.DAYS, days),
                            new Points.Axis("Billed", Unit.MONEY, billed),
                            null);
            Scatter scatter = new Scatter(points);
            double built = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            Offscreen.call(() -> {
                ChartView view = new ChartView(scatter, PALETTE);
                view.resize(WIDTH, HEIGHT);
                view.layout();
                return view;
            });
            double first = (System.nanoTime() - start) / 1e6;
            double[] all = ours(scatter);
            System.out.printf(
                    Locale.US,
                    "| %,d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    size,
                    built,
                    first,
                    at(all, 0.5),
                    at(all, 0.95),
                    area(scatter));
        }
    }

    /// A circle of 100 corners around half of the plot is let go.
    private static double area(Scatter scatter) {
        return Offscreen.call(() -> {
            ChartView view = new ChartView(scatter, PALETTE);
            view.resize(WIDTH, HEIGHT);
            view.layout();
            double nanos = 0;
            for (int run = 0; run < 10; run++) {
                mouse(view, MouseEvent.MOUSE_PRESSED, 900, 200);
                for (int corner = 1; corner <= 100; corner++) {
                    double turn = corner * Math.PI / 50;
                    double x = 600 + 300 * Math.cos(turn);
                    mouse(view, MouseEvent.MOUSE_DRAGGED, x, 200 + 150 * Math.sin(turn));
                }
                long start = System.nanoTime();
                mouse(view, MouseEvent.MOUSE_RELEASED, 900, 200);
                nanos = System.nanoTime() - start;
            }
            return nanos / 1e6;
        });
    }

    private static void mouse(ChartView view, EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    private static double tenTiles(List<Single> singles, boolean tilesFx) {
        long start = System.nanoTime();
        FlowPane page = new FlowPane(8, 8);
        for (int i = 0; i < 10; i++) {
            Single single = singles.get(i % singles.size());
            if (tilesFx) {
                page.getChildren().add(FigureTile.of(single, PALETTE));
            } else {
                ChartView view = new ChartView(new KpiTile(single), PALETTE);
                view.setPrefSize(KpiTile.WIDTH, KpiTile.HEIGHT);
                page.getChildren().add(view);
            }
        }
        Snapshot.image(new Scene(page, WIDTH + 40, 240), 1);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double[] ours(Chart chart) {
        return Offscreen.call(() -> {
            ChartView view = new ChartView(chart, PALETTE);
            Pane root = new Pane(view);
            new Scene(root, WIDTH, HEIGHT);
            view.resize(WIDTH, HEIGHT);
            view.layout();
            return frames(root, () -> view.setPalette(PALETTE));
        });
    }

    /// All points in one polyline, and nothing else: no axis, no marks.
    private static double[] naive(LongSeries series) {
        return Offscreen.call(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            Pane root = new Pane(canvas);
            new Scene(root, WIDTH, HEIGHT);
            int size = series.size();
            double span = series.time(size - 1);
            return frames(
                    root,
                    () -> {
                        double[] xs = new double[size];
                        double[] ys = new double[size];
                        for (int i = 0; i < size; i++) {
                            xs[i] = series.time(i) / span * WIDTH;
                            ys[i] = HEIGHT / 2 - series.value(i);
                        }
                        var gc = canvas.getGraphicsContext2D();
                        gc.clearRect(0, 0, WIDTH, HEIGHT);
                        gc.setStroke(PALETTE.color(Token.SERIES_1));
                        gc.setLineWidth(1.25);
                        gc.strokePolyline(xs, ys, size);
                    });
        });
    }

    private static double[] frames(Pane root, Runnable draw) {
        WritableImage image = new WritableImage((int) WIDTH, (int) HEIGHT);
        double[] all = new double[FRAMES];
        // Some rounds first, so that compiled code is measured.
        long began = System.nanoTime();
        for (int round = 0; round < 20 && System.nanoTime() - began < MOST_NANOS / 10; round++) {
            draw.run();
            root.snapshot(null, image);
        }
        for (int frame = 0; frame < FRAMES; frame++) {
            if (System.nanoTime() - began > MOST_NANOS) {
                return Arrays.copyOf(all, frame);
            }
            long start = System.nanoTime();
            draw.run();
            root.snapshot(null, image);
            all[frame] = (System.nanoTime() - start) / 1e6;
        }
        return all;
    }

    private static double at(double[] all, double share) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
