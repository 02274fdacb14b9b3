package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// How a figure is spread in each group: a box from the 25th to the 75th percentile with the median
/// in it, a line from the 5th to the 95th, the median and the count in columns of their own. Rows
/// that do not fit are counted in the last, never dropped in silence.
public record BoxRows(Boxes boxes) implements Chart {
    private static final double HEAD = 18;
    private static final double FOOT = 20;
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 28;
    private static final double GAP = FigureColumns.GAP;
    private static final double LEAST_DRAWING = 60;

    @Override
    public void paint(Pen pen, double width, double height) {
        if (boxes.rows().isEmpty()) {
            pen.empty(width, height, "Nothing to compare in this period");
            return;
        }
        if (height < HEAD + FOOT + LEAST_ROW) {
            pen.empty(width, height, "Not enough room for a comparison");
            return;
        }
        List<Boxes.Row> all = boxes.rows();
        double room = height - HEAD - FOOT;
        int lines = Math.clamp((long) (room / LEAST_ROW), 1, all.size());
        boolean cut = lines < all.size();
        List<Boxes.Row> shown = all.subList(0, cut ? lines - 1 : lines);
        double row = Math.min(MOST_ROW, Math.floor(room / lines));
        double bottom = HEAD + lines * row;
        List<String> names = shown.stream().map(Boxes.Row::label).toList();
        double nameWidth = Math.ceil(Math.min(pen.widest(names, TypeRole.CAPTION), width * 0.3));
        double left = nameWidth + GAP;
        FigureColumns columns = columns(pen, shown, width - left - LEAST_DRAWING);
        double drawingEnd = width - columns.width(pen);
        if (drawingEnd - left < LEAST_DRAWING) {
            pen.empty(width, height, "Not enough room for a comparison");
            return;
        }
        Ticks ticks = ticks();
        Scale across = new Scale(ticks.low(), ticks.high(), left, drawingEnd);
        axis(pen, ticks, across, bottom, drawingEnd + GAP);
        columns.headings(pen, width, 11);
        for (int i = 0; i < shown.size(); i++) {
            Boxes.Row group = shown.get(i);
            double top = HEAD + i * row;
            double baseline = top + row / 2 + 4;
            String name = pen.fit(group.label(), TypeRole.CAPTION, nameWidth);
            pen.text(name, TypeRole.CAPTION, Token.TEXT_2, nameWidth, baseline, Pen.Align.RIGHT);
            box(pen, group.five(), across, Math.rint(top + row / 2), row);
            columns.row(pen, i, width, baseline);
            pen.mark(0, top, width, row, exact(group), group.label());
        }
        if (cut) {
            String words = Figures.count(all.size() - shown.size()) + " more";
            double end = Math.max(nameWidth, Math.ceil(pen.width(words, TypeRole.CAPTION)));
            double baseline = bottom - row / 2 + 4;
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, end, baseline, Pen.Align.RIGHT);
        }
        Target target = boxes.target();
        if (target != null) {
            line(pen, target, across, bottom, drawingEnd);
        }
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Name", "Count", "p5", "p25", "Median", "p75", "p95"),
                boxes.rows().stream().map(this::row).toList());
    }

    @Override
    public String summary() {
        if (boxes.rows().isEmpty()) {
            return "nothing to compare";
        }
        Boxes.Row first = boxes.rows().getFirst();
        return boxes.rows().size()
                + " groups, first "
                + first.label()
                + " with median "
                + median(first)
                + " of "
                + Figures.count(first.count());
    }

    private List<String> row(Boxes.Row group) {
        return Stream.concat(
                        Stream.of(group.label(), Figures.count(group.count())),
                        fives(group.five()).mapToObj(value -> Twin.figure(boxes.unit(), value)))
                .toList();
    }

    private static DoubleStream fives(Boxes.@Nullable Five five) {
        return five == null
                ? DoubleStream.generate(() -> Double.NaN).limit(5)
                : DoubleStream.of(five.p5(), five.p25(), five.median(), five.p75(), five.p95());
    }

    /// From zero unless that would leave more than half of the axis empty.
    private Ticks ticks() {
        Target target = boxes.target();
        double[] ends =
                DoubleStream.concat(
                                boxes.rows().stream()
                                        .map(Boxes.Row::five)
                                        .filter(Objects::nonNull)
                                        .flatMapToDouble(BoxRows::fives),
                                target == null
                                        ? DoubleStream.empty()
                                        : DoubleStream.of(target.edge()))
                        .sorted()
                        .toArray();
        double least = ends.length == 0 ? 0 : ends[0];
        double most = ends.length == 0 ? 1 : ends[ends.length - 1];
        boolean fromZero = least > 0 && least <= most / 2;
        return Ticks.covering(boxes.unit(), fromZero ? 0 : least, most);
    }

    /// The counts give way first where there is little room.
    private FigureColumns columns(Pen pen, List<Boxes.Row> shown, double room) {
        FigureColumns.Column medians =
                new FigureColumns.Column(
                        "Median",
                        TypeRole.CAPTION_STRONG,
                        Token.TEXT,
                        shown.stream().map(this::median).toList());
        FigureColumns.Column sizes =
                new FigureColumns.Column(
                        "Count",
                        TypeRole.CAPTION,
                        Token.TEXT_2,
                        shown.stream().map(BoxRows::count).toList());
        FigureColumns both = new FigureColumns(List.of(medians, sizes));
        return both.width(pen) <= room ? both : new FigureColumns(List.of(medians));
    }

    private static String count(Boxes.Row group) {
        return Figures.brief(Unit.COUNT, BigDecimal.valueOf(group.count()));
    }

    private static void axis(Pen pen, Ticks ticks, Scale across, double bottom, double limit) {
        double free = 0;
        for (BigDecimal tick : ticks.values()) {
            double x = across.at(tick.doubleValue());
            String words = ticks.label(tick);
            double half = Math.ceil(pen.width(words, TypeRole.CAPTION) / 2);
            pen.upright(Token.GRID, x, HEAD, bottom);
            if (x - half >= free && x + half <= limit) {
                pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, bottom + 14, Pen.Align.CENTER);
                free = x + half + 8;
            }
        }
    }

    private static void box(
            Pen pen, Boxes.@Nullable Five five, Scale across, double middle, double row) {
        if (five == null) {
            return;
        }
        double thick = 2 * Math.rint(Math.min(14, row - 6) / 2);
        double from = Math.rint(across.at(five.p25()));
        double to = Math.max(from + 3, Math.rint(across.at(five.p75())));
        pen.level(Token.EDGE, across.at(five.p5()), from, middle);
        pen.level(Token.EDGE, to, across.at(five.p95()), middle);
        pen.box(Token.FORECAST_BAND, from, middle - thick / 2, to - from, thick);
        pen.frame(Token.SERIES_1, from, middle - thick / 2, to - from, thick, 0);
        double median = Math.rint(across.at(five.median()) - 1);
        pen.box(Token.SERIES_1, median, middle - thick / 2, 3, thick);
    }

    private void line(Pen pen, Target target, Scale across, double bottom, double limit) {
        double x = across.at(target.edge());
        pen.dashedUpright(Token.OK, x, HEAD - 2, bottom);
        String words = "target " + Figures.target(boxes.unit(), target);
        double wide = pen.width(words, TypeRole.CAPTION);
        double right = Math.min(limit, Math.max(wide, x + wide / 2));
        if (wide <= limit) {
            pen.text(words, TypeRole.CAPTION, Token.OK, right, 11, Pen.Align.RIGHT);
        }
    }

    private String median(Boxes.Row group) {
        Boxes.Five five = group.five();
        return five == null ? Figures.ABSENT : Figures.brief(boxes.unit(), five.median());
    }

    private String exact(Boxes.Row group) {
        Boxes.Five five = group.five();
        if (five == null) {
            return group.label() + "\nno figures";
        }
        Unit unit = boxes.unit();
        return group.label()
                + "  "
                + Figures.count(group.count())
                + "\nmedian "
                + Figures.exact(unit, five.median())
                + "\nhalf of them "
                + Figures.exact(unit, five.p25())
                + " to "
                + Figures.exact(unit, five.p75())
                + "\np5 to p95 "
                + Figures.exact(unit, five.p5())
                + " to "
                + Figures.exact(unit, five.p95());
    }
}
