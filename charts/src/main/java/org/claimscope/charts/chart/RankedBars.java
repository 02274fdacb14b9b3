package org.claimscope.charts.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;

/// One bar for each named thing, its figure in a column of its own, the target as one line through
/// all. What does not fit is counted in the last row, never dropped in silence.
///
/// @param asBullets thin bars on a track, each with its own target mark
public record RankedBars(Categories categories, boolean asBullets) implements Chart {
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 26;
    private static final double FOOT = 16;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Categories.Item> items = categories.items();
        if (items.isEmpty()) {
            pen.empty(width, height, "Nothing to rank in this period");
            return;
        }
        Unit unit = categories.unit();
        Target target = categories.target();
        double foot = target != null && !asBullets ? FOOT : 0;
        int rows = Math.clamp((long) ((height - foot) / LEAST_ROW), 1, items.size());
        boolean cut = rows < items.size();
        int bars = cut ? rows - 1 : rows;
        double row = Math.min(MOST_ROW, Math.floor((height - foot) / rows));
        List<String> figures =
                items.stream().map(item -> Figures.brief(unit, item.value())).toList();
        double figureWidth = Math.ceil(pen.widest(figures, TypeRole.CAPTION_STRONG));
        List<String> names = items.stream().limit(bars).map(Categories.Item::label).toList();
        double nameWidth =
                Math.ceil(Math.min(pen.widest(names, TypeRole.CAPTION_STRONG), width * 0.34));
        double from = nameWidth + 8;
        double to = Math.max(from + 1, width - figureWidth - 8);
        Scale scale = scale(from, to);
        boolean anyEmphasis = items.stream().anyMatch(Categories.Item::emphasis);
        for (int i = 0; i < bars; i++) {
            Categories.Item item = items.get(i);
            boolean strong = item.emphasis();
            TypeRole role = strong ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
            Token ink = strong ? Token.TEXT : Token.TEXT_2;
            double top = i * row;
            double baseline = top + row / 2 + 4;
            pen.text(
                    pen.fit(item.label(), role, nameWidth),
                    role,
                    ink,
                    nameWidth,
                    baseline,
                    Pen.Align.RIGHT);
            if (asBullets) {
                double full = Math.max(scale.toValue(), 0);
                Bullet.draw(
                        pen,
                        new Bullet(unit, item.value(), target, full),
                        from,
                        top,
                        to - from,
                        row);
            } else {
                Token bar = strong || !anyEmphasis ? Token.SERIES_1 : Token.SERIES_6;
                double thick = Math.min(14, row - 5);
                double zero = scale.at(0);
                double end = scale.at(item.value());
                pen.box(
                        bar,
                        Math.min(zero, end),
                        top + (row - thick) / 2,
                        Math.abs(end - zero),
                        thick);
            }
            pen.text(figures.get(i), role, Token.TEXT, width, baseline, Pen.Align.RIGHT);
            pen.mark(
                    0,
                    top,
                    width,
                    row,
                    item.label() + "  " + Figures.exact(unit, item.value()),
                    item.label());
        }
        if (cut) {
            rest(
                    pen,
                    items.subList(bars, items.size()),
                    bars * row + row / 2 + 4,
                    nameWidth,
                    width);
        }
        if (target != null && !asBullets) {
            targetLine(pen, target, scale, rows * row, width);
        }
    }

    @Override
    public Twin twin() {
        Unit unit = categories.unit();
        return new Twin(
                List.of("Name", Twin.heading(unit)),
                categories.items().stream()
                        .map(item -> List.of(item.label(), Figures.exact(unit, item.value())))
                        .toList());
    }

    @Override
    public String summary() {
        List<Categories.Item> items = categories.items();
        if (items.isEmpty()) {
            return "nothing to rank";
        }
        Categories.Item first = items.getFirst();
        return items.size()
                + " bars, first "
                + first.label()
                + " with "
                + Figures.brief(categories.unit(), first.value());
    }

    private Scale scale(double from, double to) {
        Target target = categories.target();
        DoubleStream values = categories.items().stream().mapToDouble(Categories.Item::value);
        double[] all =
                DoubleStream.concat(
                                values,
                                target == null
                                        ? DoubleStream.empty()
                                        : DoubleStream.of(target.edge()))
                        .toArray();
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(all).max().orElse(0));
        return new Scale(low, high > low ? high : low + 1, from, to);
    }

    private void rest(
            Pen pen,
            List<Categories.Item> hidden,
            double baseline,
            double nameWidth,
            double width) {
        Unit unit = categories.unit();
        String words = hidden.size() + " more";
        if (unit.adds()) {
            double together = hidden.stream().mapToDouble(Categories.Item::value).sum();
            String figure = Figures.brief(unit, together);
            pen.text(figure, TypeRole.CAPTION, Token.TEXT_2, width, baseline, Pen.Align.RIGHT);
        }
        double end = Math.max(nameWidth, Math.ceil(pen.width(words, TypeRole.CAPTION)));
        pen.text(words, TypeRole.CAPTION, Token.TEXT_3, end, baseline, Pen.Align.RIGHT);
    }

    private void targetLine(Pen pen, Target target, Scale scale, double bottom, double width) {
        double x = scale.at(target.edge());
        pen.dashedUpright(Token.OK, x, 0, bottom + 3);
        String words = "target " + Figures.target(categories.unit(), target);
        double wide = pen.width(words, TypeRole.CAPTION);
        double left = Math.clamp(x + 4, 0, Math.max(0, width - wide - 1));
        pen.text(words, TypeRole.CAPTION, Token.OK, left, bottom + 12, Pen.Align.LEFT);
    }
}
