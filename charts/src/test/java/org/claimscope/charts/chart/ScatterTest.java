package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Points;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScatterTest {
    @Test
    void aDotStandsAtItsTwoFigures() {
        Rendering drawn =
                Rendering.of(
                        new Scatter(
                                points(
                                        new double[] {0, 20, 40, 10},
                                        new double[] {0, 20, 20, Double.NaN},
                                        null)),
                        400,
                        200);
        double x = middle(drawn.text("20\u00A0d"));
        // The upright axis's figures stand 4 px above their baseline; `20` is the second of them.
        double y =
                drawn.texts().stream()
                                .filter(t -> t.text().equals("20"))
                                .findFirst()
                                .orElseThrow()
                                .bottom()
                        - 11 * 0.21
                        - 4;
        Pen.Mark dot = drawn.mark("p1");
        assertEquals(x, middle(dot), 1);
        assertEquals(y, (dot.top() + dot.bottom()) / 2, 1);
        assertEquals(3, drawn.marks().size(), "the fourth has no place");
        assertEquals("p1\nDays  20.00\u00A0d\nLines  20", dot.exact());
        assertEquals(List.of("p1"), dot.members());
        assertNotEquals(drawn.palette().color(Token.SURFACE), drawn.at(middle(dot), y));
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void theAreaOfADotIsInProportionToItsSize() {
        Rendering drawn =
                Rendering.of(
                        new Scatter(
                                points(
                                        new double[] {0, 10, 20},
                                        new double[] {1, 2, 3},
                                        new double[] {900, 225, Double.NaN})),
                        400,
                        200);
        // The largest is 12 px from its middle, a quarter of its area 6, none known 2.
        assertEquals(24, wide(drawn.mark("p0")), 1e-9);
        assertEquals(12, wide(drawn.mark("p1")), 1e-9);
        assertEquals(4, wide(drawn.mark("p2")), 1e-9);
        assertTrue(drawn.mark("p2").exact().endsWith("Billed  –"));
        assertTrue(drawn.words().contains("area: Billed"));
    }

    @Test
    void theNearestWithinTwelvePixelsIsFound() {
        PointField field = field(new double[] {10, 20, 90}, new double[] {10, 10, 90});
        assertEquals(OptionalInt.of(0), field.nearest(14, 10));
        assertEquals(OptionalInt.of(1), field.nearest(16, 10));
        assertEquals(OptionalInt.of(2), field.nearest(90, 102));
        assertEquals(OptionalInt.empty(), field.nearest(90, 103));
        assertEquals(OptionalInt.empty(), field.nearest(50, 50));
    }

    @Test
    void theNearestIsWhatReadingAllPointsGives() {
        Random random = new Random(3);
        double[] xs = random.doubles(5_000, 0, 100).toArray();
        double[] ys = random.doubles(5_000, 0, 100).toArray();
        PointField field = field(xs, ys);
        for (int run = 0; run < 500; run++) {
            double x = random.nextDouble(100);
            double y = random.nextDouble(100);
            int nearest =
                    IntStream.range(0, xs.length)
                            .boxed()
                            .min((a, b) ->
                                    Double.compare(
                                            Math.hypot(xs[a] - x, ys[a] - y),
                                            Math.hypot(xs[b] - x, ys[b] - y)))
                            .orElseThrow();
            assertEquals(OptionalInt.of(nearest), field.nearest(x, y));
        }
    }

    @Test
    void anAreaHoldsWhatItsSidesSay() {
        Random random = new Random(4);
        double[] xs = random.doubles(20_000, 0, 100).toArray();
        double[] ys = random.doubles(20_000, 0, 100).toArray();
        PointField field = field(xs, ys);
        for (int run = 0; run < 100; run++) {
            double[] cornersX = random.doubles(3, 0, 100).toArray();
            double[] cornersY = random.doubles(3, 0, 100).toArray();
            // A point is in a triangle when it is on the same hand of all three sides.
            int[] inside =
                    IntStream.range(0, xs.length)
                            .filter(i -> {
                                boolean ab = left(cornersX, cornersY, 0, 1, xs[i], ys[i]);
                                boolean bc = left(cornersX, cornersY, 1, 2, xs[i], ys[i]);
                                boolean ca = left(cornersX, cornersY, 2, 0, xs[i], ys[i]);
                                return ab == bc && bc == ca;
                            })
                            .toArray();
            assertArrayEquals(inside, field.within(cornersX, cornersY));
        }
        assertEquals(0, field.within(new double[0], new double[0]).length);
        double[] all = {-1, 101, 101, -1};
        assertEquals(20_000, field.within(all, new double[] {-1, -1, 101, 101}).length);
    }

    @Test
    void aCrowdIsSquaresThatALonePointIsNotLostIn() {
        double[] xs = new double[3_001];
        double[] ys = new double[3_001];
        xs[3_000] = 80;
        ys[3_000] = 80;
        Scatter scatter = new Scatter(points(xs, ys, null));
        Rendering drawn = Rendering.of(scatter, 400, 200);
        // 3,000 in one square: the shades begin at 1, 10, 100 and 1,000.
        assertArrayEquals(new int[] {1, 10, 100, 1_000}, Scatter.shades(3_000));
        assertArrayEquals(new int[] {1, 2, 4, 8}, Scatter.shades(124));
        assertArrayEquals(new int[] {1, 5, 25, 125}, Scatter.shades(125));
        assertEquals(16 + 100, drawn.pixels(Token.SEQUENTIAL_4), "one square and its key");
        assertTrue(drawn.pixels(Token.SEQUENTIAL_7) > 100);
        assertEquals(0 + 100, drawn.pixels(Token.SEQUENTIAL_5), "only the key");
        assertEquals(List.of(), drawn.marks());
        assertEquals(
                List.of(
                        List.of("0\u00A0d to under 20\u00A0d", "0 to under 20", "3,000"),
                        List.of("80\u00A0d to under 100\u00A0d", "80 to under 100", "1")),
                scatter.twin().rows());
        assertEquals(
                "Claims, 3,001 points, Days 0.0\u00A0d to 80.0\u00A0d, Lines 0 to 80",
                scatter.summary());
    }

    @Test
    void noOddPointsPutTextOverText() {
        for (Unit unit : Unit.values()) {
            for (Chart odd : OddSpreads.scatters(unit)) {
                for (double width : new double[] {100, 240, 640}) {
                    assertEquals(List.of(), Rendering.of(odd, width, 180).misplaced());
                }
            }
        }
    }

    @Test
    void whatIsNoPointIsRefused() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> points(new double[] {1}, new double[] {1, 2}, null));
        assertEquals("1 labels, 1 and 2 figures of Claims", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> points(new double[] {1}, new double[] {1}, new double[] {-1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> points(new double[] {1e16}, new double[] {1}, null));
    }

    /// A field on which a figure is a pixel.
    static PointField field(double[] xs, double[] ys) {
        Scale pixels = new Scale(0, 1, 0, 1);
        return new PointField(
                points(xs, ys, null), new PointField.Plot(0, 0, 110, 110), pixels, pixels);
    }

    static Points points(double[] xs, double[] ys, double @Nullable [] sizes) {
        List<String> labels =
                xs.length > 100
                        ? Collections.nCopies(xs.length, "p")
                        : IntStream.range(0, xs.length).mapToObj(i -> "p" + i).toList();
        return new Points(
                "Claims",
                labels,
                new Points.Axis("Days", Unit.DAYS, xs),
                new Points.Axis("Lines", Unit.COUNT, ys),
                sizes == null ? null : new Points.Axis("Billed", Unit.MONEY, sizes));
    }

    private static boolean left(double[] xs, double[] ys, int from, int to, double x, double y) {
        return (xs[to] - xs[from]) * (y - ys[from]) > (ys[to] - ys[from]) * (x - xs[from]);
    }

    private static double middle(Pen.PlacedText text) {
        return (text.left() + text.right()) / 2;
    }

    private static double middle(Pen.Mark mark) {
        return (mark.left() + mark.right()) / 2;
    }

    private static double wide(Pen.Mark mark) {
        return mark.right() - mark.left();
    }
}
