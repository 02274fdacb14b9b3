package org.claimscope.charts.tile;

import java.util.List;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.Pen;
import org.claimscope.charts.chart.Sparkline;
import org.claimscope.charts.chart.Twin;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Tone;

/// One figure in four fixed lines: its name; its value and course; how it changed and from what;
/// its target and how complete it is. Nothing wraps and no number is cut: when the value is wide,
/// the course gives way.
public record KpiTile(Single single) implements Chart {
    public static final double WIDTH = 240;
    public static final double HEIGHT = 104;

    private static final double PAD = 12;
    private static final double SPARK_WIDTH = 104;
    private static final double SPARK_HEIGHT = 32;
    private static final double SPARK_TOP = 24;
    private static final double LINE_1 = 21;
    private static final double LINE_2 = 50;
    private static final double LINE_3 = 73;
    private static final double LINE_4 = 91;

    @Override
    public void paint(Pen pen, double width, double height) {
        pen.card(Token.SURFACE, 0, 0, width, height, 4);
        pen.frame(Token.BORDER, 0, 0, width, height, 4);
        double right = width - PAD;
        String label = pen.fit(single.label(), TypeRole.BODY, right - PAD);
        pen.text(label, TypeRole.BODY, Token.TEXT_2, PAD, LINE_1, Pen.Align.LEFT);
        value(pen, right);
        if (single.value() == null) {
            reason(pen, right);
        } else {
            change(pen, right);
        }
        target(pen, right);
        pen.mark(0, 0, width, height, exact(), single.label());
    }

    @Override
    public Twin twin() {
        var value = single.value();
        var before = single.before();
        return new Twin(
                List.of("Figure", "Value", "Before", "Target", "Counted", "Coverage"),
                List.of(
                        List.of(
                                single.label(),
                                value == null
                                        ? Figures.ABSENT
                                        : Figures.exact(single.unit(), value),
                                before == null
                                        ? Figures.ABSENT
                                        : Figures.exact(single.unit(), before),
                                Figures.target(single.unit(), single.target()),
                                single.basis(),
                                single.coverage().words())));
    }

    @Override
    public String summary() {
        Change change = change();
        var value = single.value();
        return single.label()
                + " "
                + (value == null ? "not known" : Figures.brief(single.unit(), value))
                + (change.direction() == Change.Direction.UNKNOWN
                        ? ""
                        : ", " + change.text() + " " + change.word())
                + ", target "
                + Figures.target(single.unit(), single.target())
                + ", "
                + single.coverage().words();
    }

    private void value(Pen pen, double right) {
        var value = single.value();
        String text = value == null ? Figures.ABSENT : Figures.brief(single.unit(), value);
        boolean risk = single.polarity() == Polarity.AT_RISK && value != null && value.signum() > 0;
        pen.text(
                text,
                TypeRole.KPI_VALUE,
                risk ? Token.RISK : Token.TEXT,
                PAD,
                LINE_2,
                Pen.Align.LEFT);
        double free =
                right
                        + 2
                        - Math.max(
                                right + 2 - SPARK_WIDTH,
                                PAD + pen.width(text, TypeRole.KPI_VALUE) + 10);
        if (free >= 40) {
            double left = Math.floor(right + 2 - free);
            pen.inside(
                    left,
                    SPARK_TOP,
                    () ->
                            new Sparkline(single.trend(), single.target(), false)
                                    .paint(pen, free, SPARK_HEIGHT));
        }
    }

    /// Why there is no figure takes the place of what it would be compared with.
    private void reason(Pen pen, double right) {
        coverageMark(pen, single.coverage().mark(), PAD + 5, LINE_3 - 4);
        pen.text(
                pen.fit(single.coverage().words(), TypeRole.CAPTION, right - PAD - 16),
                TypeRole.CAPTION,
                Token.WARN,
                PAD + 16,
                LINE_3,
                Pen.Align.LEFT);
    }

    private void change(Pen pen, double right) {
        Change change = change();
        Token ink = ink(change.tone());
        double x = PAD;
        if (change.direction() == Change.Direction.UP) {
            pen.area(
                    ink,
                    new double[] {x, x + 7, x + 3.5},
                    new double[] {LINE_3 - 1, LINE_3 - 1, LINE_3 - 7});
            x += 14;
        } else if (change.direction() == Change.Direction.DOWN) {
            pen.area(
                    ink,
                    new double[] {x, x + 7, x + 3.5},
                    new double[] {LINE_3 - 7, LINE_3 - 7, LINE_3 - 1});
            x += 14;
        }
        pen.text(change.text(), TypeRole.CAPTION_STRONG, ink, x, LINE_3, Pen.Align.LEFT);
        x += pen.width(change.text(), TypeRole.CAPTION_STRONG) + 6;
        var before = single.before();
        String from = before == null ? "" : "from " + Figures.brief(single.unit(), before);
        double fromLeft = right - pen.width(from, TypeRole.CAPTION);
        pen.text(
                pen.fit(change.word(), TypeRole.CAPTION, fromLeft - x - 4),
                TypeRole.CAPTION,
                ink,
                x,
                LINE_3,
                Pen.Align.LEFT);
        pen.text(from, TypeRole.CAPTION, Token.TEXT_2, right, LINE_3, Pen.Align.RIGHT);
    }

    private void target(Pen pen, double right) {
        String words =
                single.target() == null
                        ? "No target"
                        : "Target " + Figures.target(single.unit(), single.target());
        pen.text(words, TypeRole.CAPTION, Token.TEXT_2, PAD, LINE_4, Pen.Align.LEFT);
        if (single.value() == null) {
            return;
        }
        Coverage coverage = single.coverage();
        double room = right - PAD - pen.width(words, TypeRole.CAPTION) - 8 - 16;
        String covered = pen.fit(coverage.words(), TypeRole.CAPTION, room);
        Token ink = coverage.mark() == Coverage.Mark.LOW ? Token.WARN : Token.TEXT_2;
        pen.text(covered, TypeRole.CAPTION, ink, right, LINE_4, Pen.Align.RIGHT);
        coverageMark(
                pen,
                coverage.mark(),
                Math.rint(right - pen.width(covered, TypeRole.CAPTION) - 11),
                LINE_4 - 4);
    }

    /// A 10-px pie: full, part, dashed while maturing, amber half when low.
    private static void coverageMark(Pen pen, Coverage.Mark mark, double x, double y) {
        switch (mark) {
            case FULL -> pen.disc(Token.TEXT_2, x, y, 4);
            case PART -> {
                pen.ring(Token.TEXT_2, x, y, 4.5, false);
                pen.slice(Token.TEXT_2, x, y, 4, 0.75);
            }
            case MATURING -> pen.ring(Token.TEXT_2, x, y, 4.5, true);
            case LOW -> {
                pen.ring(Token.WARN, x, y, 4.5, false);
                pen.slice(Token.WARN, x, y, 4, 0.5);
            }
        }
    }

    private Change change() {
        return Change.of(single.unit(), single.polarity(), single.before(), single.value());
    }

    private static Token ink(Tone tone) {
        return switch (tone) {
            case BETTER -> Token.OK;
            case WORSE -> Token.WARN;
            case AT_RISK -> Token.RISK;
            case NEUTRAL -> Token.TEXT_2;
        };
    }

    private String exact() {
        var value = single.value();
        String figure = value == null ? Figures.ABSENT : Figures.exact(single.unit(), value);
        return single.label()
                + "  "
                + figure
                + (single.basis().isEmpty() ? "" : "\n" + single.basis());
    }
}
