package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MoneyScale;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// How one total became another, step under step. What the steps do not explain is a step of its
/// own: a bridge that does not balance must not look as if it did.
public record Waterfall(Bridge bridge) implements Chart {
    private static final double MOST_ROW = 34;
    private static final double LEAST_ROW = 15;

    /// One line of the chart.
    private record Row(
            String label,
            double from,
            double to,
            Token bar,
            String figure,
            boolean total,
            boolean risk) {}

    /// Where the axis starts when the totals are so large that their steps would vanish; the bars
    /// of the totals are then broken, and the card's subtitle should say so.
    public static Optional<String> axisNote(Bridge bridge) {
        double start = start(bridge);
        return start == 0
                ? Optional.empty()
                : Optional.of("axis starts at " + Figures.brief(bridge.unit(), start));
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        if (bridge.opening() == 0 && bridge.closing() == 0 && bridge.steps().isEmpty()) {
            pen.empty(width, height, "No balances to show: load a feed or choose a longer period");
            return;
        }
        List<Row> rows = rows();
        double row = Math.min(MOST_ROW, Math.floor(height / rows.size()));
        if (row < LEAST_ROW) {
            pen.empty(width, height, "Not enough room for " + rows.size() + " steps");
            return;
        }
        double nameWidth = 0;
        double figureWidth = 0;
        for (Row line : rows) {
            nameWidth = Math.max(nameWidth, pen.width(line.label(), TypeRole.CAPTION_STRONG));
            figureWidth = Math.max(figureWidth, pen.width(line.figure(), TypeRole.CAPTION_STRONG));
        }
        nameWidth = Math.ceil(Math.min(nameWidth, width * 0.34));
        double left = nameWidth + 10;
        // A figure may stand on either side of its bar; the names keep the left side free.
        double right = Math.max(left + 1, width - figureWidth - 10);
        double start = start(bridge);
        Scale scale = new Scale(low(rows, start), high(rows), left, right);
        double thick = Math.min(18, row - 5);
        double offset = Math.floor((height - row * rows.size()) / 2);
        for (int i = 0; i < rows.size(); i++) {
            Row line = rows.get(i);
            double top = Math.round(offset + i * row + (row - thick) / 2);
            paintRow(pen, line, scale, top, thick, nameWidth);
            if (i + 1 < rows.size()) {
                pen.upright(
                        Token.EDGE,
                        Math.min(scale.at(line.to()), right - 1),
                        top + thick,
                        top + row);
            }
            pen.mark(
                    0,
                    offset + i * row,
                    width,
                    row,
                    line.label()
                            + "  "
                            + Figures.exact(
                                    bridge.unit(),
                                    line.total() ? line.to() : line.to() - line.from()),
                    line.label());
        }
        if (start != 0) {
            breakMark(pen, left + 6, Math.rint(offset + (row - thick) / 2), thick);
            breakMark(
                    pen,
                    left + 6,
                    Math.rint(offset + (rows.size() - 1) * row + (row - thick) / 2),
                    thick);
        }
    }

    @Override
    public Twin twin() {
        Unit unit = bridge.unit();
        List<List<String>> rows = new ArrayList<>();
        for (Row line : rows()) {
            rows.add(
                    List.of(
                            line.label(),
                            line.total() ? "" : Figures.exact(unit, line.to() - line.from()),
                            Figures.exact(unit, line.to())));
        }
        return new Twin(List.of("Step", "Change", "Total"), rows);
    }

    @Override
    public String summary() {
        StringBuilder words =
                new StringBuilder(bridge.openingLabel())
                        .append(' ')
                        .append(Figures.brief(bridge.unit(), bridge.opening()));
        for (Bridge.Step step : bridge.steps()) {
            words.append(", ").append(step.label()).append(' ').append(signed(step.change()));
        }
        return words.append(", ")
                .append(bridge.closingLabel())
                .append(' ')
                .append(Figures.brief(bridge.unit(), bridge.closing()))
                .toString();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        double start = start(bridge);
        rows.add(
                new Row(
                        bridge.openingLabel(),
                        start,
                        bridge.opening(),
                        Token.SERIES_6,
                        total(bridge.opening()),
                        true,
                        false));
        double at = bridge.opening();
        for (Bridge.Step step : bridge.steps()) {
            rows.add(step(step, at));
            at += step.change();
        }
        double rest = bridge.unexplained();
        double least = bridge.unit() == Unit.RATE ? 5e-6 : 0.005;
        if (Math.abs(rest) >= least && Math.abs(rest) > 1e-9 * Math.abs(bridge.closing())) {
            rows.add(step(new Bridge.Step("Not explained", rest, Tone.WORSE), at));
        }
        rows.add(
                new Row(
                        bridge.closingLabel(),
                        start,
                        bridge.closing(),
                        Token.SERIES_6,
                        total(bridge.closing()),
                        true,
                        false));
        return rows;
    }

    private Row step(Bridge.Step step, double at) {
        Token bar =
                switch (step.tone()) {
                    case BETTER -> Token.DIVERGING_6;
                    case WORSE -> Token.SERIES_2;
                    case AT_RISK -> Token.RISK;
                    case NEUTRAL -> Token.SERIES_1;
                };
        return new Row(
                step.label(),
                at,
                at + step.change(),
                bar,
                signed(step.change()),
                false,
                step.tone() == Tone.AT_RISK);
    }

    /// Totals beside small steps need the digits that the steps change: `$6.662M` and `−$58K`.
    private String total(double value) {
        boolean small = bridge.steps().stream().anyMatch(step -> Math.abs(step.change()) < 1e6);
        return bridge.unit() == Unit.MONEY && small
                ? MoneyScale.of(List.of(bridge.opening(), bridge.closing())).text(value)
                : Figures.level(bridge.unit(), value, decimals());
    }

    private String signed(double change) {
        return Figures.step(bridge.unit(), change, decimals());
    }

    /// One, or two where most steps would read as nothing.
    private int decimals() {
        double tenth = bridge.unit() == Unit.RATE ? 0.0005 : 0.05;
        long steps = bridge.steps().stream().filter(s -> s.change() != 0).count();
        long tiny =
                bridge.steps().stream()
                        .filter(s -> s.change() != 0 && Math.abs(s.change()) < tenth)
                        .count();
        return 2 * tiny > steps ? 2 : 1;
    }

    private void paintRow(
            Pen pen, Row line, Scale scale, double top, double thick, double nameWidth) {
        TypeRole role = line.total() ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
        double baseline = top + thick / 2 + 4;
        String name = pen.fit(line.label(), role, nameWidth);
        pen.text(
                name,
                role,
                line.total() ? Token.TEXT : Token.TEXT_2,
                nameWidth,
                baseline,
                Pen.Align.RIGHT);
        double a = scale.at(line.from());
        double b = scale.at(line.to());
        double left = Math.min(a, b);
        double wide = Math.max(1, Math.abs(b - a));
        pen.box(line.bar(), left, top, wide, thick);
        Token ink = line.risk() ? Token.RISK : Token.TEXT;
        TypeRole figureRole =
                line.total() || line.risk() ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
        double figure = pen.width(line.figure(), figureRole);
        boolean leftSide =
                !line.total() && line.to() < line.from() && left - 6 - figure > nameWidth + 6;
        if (leftSide) {
            pen.text(line.figure(), figureRole, ink, left - 6, baseline, Pen.Align.RIGHT);
        } else {
            pen.text(line.figure(), figureRole, ink, left + wide + 6, baseline, Pen.Align.LEFT);
        }
    }

    private static void breakMark(Pen pen, double x, double top, double thick) {
        double[] xs = {x - 2, x + 3, x - 2, x + 3, x - 2};
        double[] ys = new double[xs.length];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = top - 1 + (thick + 2) * i / (ys.length - 1);
        }
        pen.path(Token.SURFACE, 2.5, xs, ys);
    }

    /// Zero, unless every running total stays far above it: then a round figure below the least.
    private static double start(Bridge bridge) {
        double at = bridge.opening();
        double low = Math.min(at, bridge.closing());
        double high = Math.max(at, bridge.closing());
        for (Bridge.Step step : bridge.steps()) {
            at += step.change();
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        if (low <= 0 || (high - low) > high * 0.4) {
            return 0;
        }
        double room = Math.max((high - low) * 0.35, high * 0.01);
        // Near ticks first; where none of them is low enough, wider ones.
        double near = roundBelow(bridge.unit(), low, high, room, 1);
        return near > 0 ? near : roundBelow(bridge.unit(), low, high, room, 4);
    }

    private static double roundBelow(
            Unit unit, double low, double high, double room, double rooms) {
        return Ticks.covering(unit, low - rooms * room, high).values().stream()
                .mapToDouble(Number::doubleValue)
                .filter(tick -> tick > 0 && tick <= low - room * 0.3)
                .max()
                .orElse(0);
    }

    private static double low(List<Row> rows, double start) {
        return Math.min(
                start,
                rows.stream()
                        .mapToDouble(line -> Math.min(line.from(), line.to()))
                        .min()
                        .orElse(0));
    }

    private static double high(List<Row> rows) {
        double high =
                rows.stream().mapToDouble(line -> Math.max(line.from(), line.to())).max().orElse(1);
        double low =
                rows.stream().mapToDouble(line -> Math.min(line.from(), line.to())).min().orElse(0);
        return high > low ? high : low + 1;
    }
}
