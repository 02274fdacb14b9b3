package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Unit;

/// Which few causes make most of a total: a bar for each, largest first, dots for how much of the
/// total is reached, and the line at 80 %. Where a filter is in force, an outline shows each cause
/// without it.
public record Pareto(Contributions contributions) implements Chart {
    private static final double HEAD = 18;
    private static final double FOOT = 15;
    private static final double LEAST_ROW = 16;
    private static final double MOST_ROW = 22;
    private static final double MOST = 0.8;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Contributions.Item> items = contributions.items();
        if (items.isEmpty()) {
            pen.empty(width, height, "Nothing to rank in this period");
            return;
        }
        Unit unit = contributions.unit();
        double[] reached = reached();
        int rows = Math.clamp((long) ((height - HEAD - FOOT) / LEAST_ROW), 1, items.size());
        boolean cut = rows < items.size();
        int bars = cut ? rows - 1 : rows;
        double row = Math.min(MOST_ROW, Math.floor((height - HEAD - FOOT) / rows));
        List<String> figures = items.stream().map(i -> Figures.brief(unit, i.value())).toList();
        double shareWidth = reached.length == 0 ? 0 : pen.width("100.0\u00A0%", TypeRole.CAPTION);
        double figureWidth = Math.ceil(pen.widest(figures, TypeRole.CAPTION_STRONG));
        double figureRight = Math.floor(width - shareWidth - (shareWidth > 0 ? 16 : 0));
        List<String> names = items.stream().limit(bars).map(Contributions.Item::label).toList();
        double nameWidth = Math.ceil(Math.min(pen.widest(names, TypeRole.CAPTION), width * 0.3));
        double from = nameWidth + 8;
        double to = Math.max(from + 1, figureRight - figureWidth - 12);
        Scale scale = scale(from, from + (to - from) * 0.97);
        header(pen, width, figureRight, figureRight - from, shareWidth > 0);
        for (int i = 0; i < bars; i++) {
            bar(pen, items.get(i), scale, HEAD + i * row, row, nameWidth);
            double baseline = HEAD + i * row + row / 2 + 4;
            pen.text(
                    figures.get(i),
                    TypeRole.CAPTION_STRONG,
                    Token.TEXT,
                    figureRight,
                    baseline,
                    Pen.Align.RIGHT);
            String share = reached.length == 0 ? "" : Figures.brief(Unit.RATE, reached[i]);
            pen.text(share, TypeRole.CAPTION, Token.TEXT_2, width, baseline, Pen.Align.RIGHT);
            pen.mark(0, HEAD + i * row, width, row, exact(i, reached), items.get(i).label());
        }
        double bottom = HEAD + rows * row;
        if (cut) {
            rest(pen, items.subList(bars, items.size()), bottom - row / 2 + 4, from, figureRight);
        }
        if (reached.length > 0) {
            line(pen, reached, bars, row, new Scale(0, 1, from, to), bottom);
        }
    }

    @Override
    public Twin twin() {
        Unit unit = contributions.unit();
        double[] reached = reached();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < contributions.items().size(); i++) {
            Contributions.Item item = contributions.items().get(i);
            Double whole = item.unfiltered();
            rows.add(
                    List.of(
                            item.label(),
                            Figures.exact(unit, item.value()),
                            whole == null ? Figures.ABSENT : Figures.exact(unit, whole),
                            reached.length == 0
                                    ? Figures.ABSENT
                                    : Figures.exact(Unit.RATE, reached[i])));
        }
        String name = contributions.name().isEmpty() ? Twin.heading(unit) : contributions.name();
        return new Twin(List.of("Name", name, "Unfiltered", "Cumulative"), rows);
    }

    @Override
    public String summary() {
        double[] reached = reached();
        int count = contributions.items().size();
        if (count == 0) {
            return "nothing to rank";
        }
        int most = 0;
        while (most < reached.length - 1 && reached[most] < MOST) {
            most++;
        }
        Contributions.Item first = contributions.items().getFirst();
        String start =
                first.label() + " " + Figures.brief(contributions.unit(), first.value()) + " first";
        return reached.length == 0
                ? start
                : start + "; " + (most + 1) + " of " + count + " make 80\u00A0%";
    }

    /// How much of the total is reached with each item; empty when shares of it mean nothing: a
    /// total of zero, or something that takes away.
    private double[] reached() {
        double total = contributions.total();
        if (total <= 0 || contributions.items().getLast().value() < 0) {
            return new double[0];
        }
        double[] reached = new double[contributions.items().size()];
        double sum = 0;
        for (int i = 0; i < reached.length; i++) {
            sum += contributions.items().get(i).value();
            reached[i] = Math.min(1, sum / total);
        }
        return reached;
    }

    private Scale scale(double from, double to) {
        double low = 0;
        double high = 0;
        for (Contributions.Item item : contributions.items()) {
            double whole = Objects.requireNonNullElse(item.unfiltered(), item.value());
            low = Math.min(low, Math.min(item.value(), whole));
            high = Math.max(high, Math.max(item.value(), whole));
        }
        return new Scale(low, high > low ? high : low + 1, from, to);
    }

    private void header(Pen pen, double width, double right, double room, boolean shares) {
        String name = pen.fit(contributions.name(), TypeRole.CAPTION, room);
        pen.text(name, TypeRole.CAPTION, Token.TEXT_3, right, 11, Pen.Align.RIGHT);
        if (shares) {
            pen.text("Cumul.", TypeRole.CAPTION, Token.TEXT_3, width, 11, Pen.Align.RIGHT);
        }
    }

    private static void bar(
            Pen pen,
            Contributions.Item item,
            Scale scale,
            double top,
            double row,
            double nameWidth) {
        double thick = Math.min(14, row - 5);
        double upper = Math.round(top + (row - thick) / 2);
        double zero = scale.at(0);
        double end = scale.at(item.value());
        Double whole = item.unfiltered();
        pen.text(
                pen.fit(item.label(), TypeRole.CAPTION, nameWidth),
                TypeRole.CAPTION,
                Token.TEXT_2,
                nameWidth,
                top + row / 2 + 4,
                Pen.Align.RIGHT);
        pen.box(Token.SERIES_1, Math.min(zero, end), upper, Math.abs(end - zero), thick);
        if (whole != null) {
            double wide = Math.max(1, Math.abs(scale.at(whole) - zero));
            pen.frame(Token.BORDER_STRONG, Math.min(zero, scale.at(whole)), upper, wide, thick, 0);
        }
    }

    private void rest(
            Pen pen, List<Contributions.Item> hidden, double baseline, double x, double right) {
        String words = hidden.size() + " more";
        pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, baseline, Pen.Align.LEFT);
        double together = hidden.stream().mapToDouble(Contributions.Item::value).sum();
        String figure = Figures.brief(contributions.unit(), together);
        pen.text(figure, TypeRole.CAPTION, Token.TEXT_2, right, baseline, Pen.Align.RIGHT);
    }

    private static void line(
            Pen pen, double[] reached, int bars, double row, Scale across, double bottom) {
        double most = across.at(MOST);
        pen.dashedUpright(Token.TEXT_3, most, HEAD - 4, bottom + 2);
        String words = "80\u00A0%";
        pen.text(words, TypeRole.CAPTION, Token.TEXT_3, most - 5, bottom + 11, Pen.Align.RIGHT);
        double[] xs = new double[bars];
        double[] ys = new double[bars];
        for (int i = 0; i < bars; i++) {
            xs[i] = across.at(reached[i]);
            ys[i] = Math.round(HEAD + i * row + row / 2);
        }
        pen.path(Token.TEXT_2, 1.25, xs, ys);
        for (int i = 0; i < bars; i++) {
            pen.disc(Token.TEXT_2, xs[i], ys[i], 3);
            pen.disc(Token.SURFACE, xs[i], ys[i], 1.75);
        }
    }

    private String exact(int index, double[] reached) {
        Contributions.Item item = contributions.items().get(index);
        Double whole = item.unfiltered();
        String all =
                whole == null
                        ? ""
                        : "\nwithout the filter " + Figures.exact(contributions.unit(), whole);
        String share =
                reached.length == 0
                        ? ""
                        : "\ncumulative " + Figures.exact(Unit.RATE, reached[index]);
        return item.label()
                + "  "
                + Figures.exact(contributions.unit(), item.value())
                + all
                + share;
    }
}
