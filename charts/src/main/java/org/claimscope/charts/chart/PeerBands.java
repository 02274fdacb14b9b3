package org.claimscope.charts.chart;

import java.util.List;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// A member among its peers: in each row a line over all of them, a bar over their middle half, a
/// tick at their median, and the member as a dot, or as a diamond in the worst quarter. Every row
/// has a scale of its own, so places compare and lengths do not.
public record PeerBands(Peers peers) implements Chart {
    private static final double HEAD = 20;
    private static final double ROW = 26;
    private static final double LEAST_ROW = 18;
    private static final double GAP = 16;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Peers.Row> rows = peers.rows();
        if (rows.isEmpty()) {
            pen.empty(width, height, "Nothing to compare in this period");
            return;
        }
        int fit = (int) Math.max(1, (height - HEAD) / LEAST_ROW);
        boolean cut = fit < rows.size();
        int shown = cut ? Math.max(1, fit - 1) : rows.size();
        double row = Math.min(ROW, Math.floor((height - HEAD) / (cut ? shown + 1 : shown)));
        List<Peers.Row> drawn = rows.subList(0, shown);
        double names =
                Math.ceil(
                        Math.min(
                                pen.widest(
                                        drawn.stream().map(Peers.Row::label).toList(),
                                        TypeRole.BODY),
                                width * 0.3));
        double right = width >= 420 ? columns(pen, drawn, row, width) : width;
        double left = names + GAP;
        for (int i = 0; i < shown; i++) {
            Peers.Row one = drawn.get(i);
            double top = HEAD + i * row;
            pen.text(
                    pen.fit(one.label(), TypeRole.BODY, names),
                    TypeRole.BODY,
                    Token.TEXT,
                    0,
                    top + row / 2 + 4,
                    Pen.Align.LEFT);
            pen.level(Token.GRID, 0, width, top + row - 1);
            band(
                    pen,
                    one,
                    left + 6,
                    Math.max(left + 7, right - 8),
                    Math.round(top + row / 2) - 0.5);
            pen.mark(0, top, width, row, exact(one), one.label());
        }
        if (cut) {
            pen.text(
                    (rows.size() - shown) + " more not drawn",
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    0,
                    HEAD + shown * row + row / 2 + 4,
                    Pen.Align.LEFT);
        }
    }

    private void band(Pen pen, Peers.Row row, double left, double right, double y) {
        double[] reach = row.reach();
        Scale across =
                reach[0] == reach[1]
                        ? new Scale(reach[0] - 1, reach[1] + 1, left, right)
                        : new Scale(reach[0], reach[1], left, right);
        if (row.peers().size() >= peers.few()) {
            double from = across.at(row.quantile(0));
            double to = across.at(row.quantile(1));
            pen.box(Token.BORDER_STRONG, from, y - 0.5, Math.max(1, to - from), 1);
            double low = across.at(row.quantile(0.25));
            double high = across.at(row.quantile(0.75));
            pen.box(Token.SEQUENTIAL_2, low, y - 5, Math.max(2, high - low), 10);
            pen.box(Token.TEXT_2, across.at(row.quantile(0.5)) - 1, y - 7, 2, 14);
        } else {
            for (double peer : row.peers()) {
                pen.disc(Token.SERIES_6, across.at(peer), y, 2.5);
            }
        }
        Double value = row.value();
        if (value == null) {
            return;
        }
        if (peers.standing(row) == Peers.Standing.WORST) {
            pen.diamond(Token.WARN, across.at(value), y, 5);
        } else {
            pen.dot(Token.SERIES_1, across.at(value), y, 4.5);
        }
    }

    /// Own figure, the peers' median, and the standing in words.
    ///
    /// @return where the bands must end
    private double columns(Pen pen, List<Peers.Row> rows, double row, double width) {
        List<String> standings = rows.stream().map(r -> peers.standing(r).words()).toList();
        List<String> medians = rows.stream().map(this::median).toList();
        List<String> owns = rows.stream().map(r -> brief(r.unit(), r.value())).toList();
        double standing = column(pen, standings, "Among peers");
        double median = column(pen, medians, "Median");
        double own = column(pen, owns, peers.own());
        double medianRight = width - standing - GAP;
        double ownRight = medianRight - median - GAP;
        heading(pen, "Among peers", width);
        heading(pen, "Median", medianRight);
        heading(pen, peers.own(), ownRight);
        for (int i = 0; i < rows.size(); i++) {
            double baseline = HEAD + i * row + row / 2 + 4;
            pen.text(
                    owns.get(i),
                    TypeRole.BODY_STRONG,
                    Token.TEXT,
                    ownRight,
                    baseline,
                    Pen.Align.RIGHT);
            pen.text(
                    medians.get(i),
                    TypeRole.BODY,
                    Token.TEXT_2,
                    medianRight,
                    baseline,
                    Pen.Align.RIGHT);
            Token ink =
                    switch (peers.standing(rows.get(i))) {
                        case WORST -> Token.WARN;
                        case BEST -> Token.OK;
                        case MIDDLE, LOW, HIGH, UNKNOWN -> Token.TEXT_2;
                    };
            pen.text(standings.get(i), TypeRole.CAPTION, ink, width, baseline, Pen.Align.RIGHT);
        }
        return ownRight - own - GAP;
    }

    private static double column(Pen pen, List<String> words, String head) {
        return Math.ceil(
                Math.max(
                        pen.widest(words, TypeRole.BODY_STRONG),
                        pen.width(head, TypeRole.CAPTION)));
    }

    private static void heading(Pen pen, String words, double right) {
        pen.text(words, TypeRole.CAPTION, Token.TEXT_3, right, 11, Pen.Align.RIGHT);
    }

    private String median(Peers.Row row) {
        return row.peers().size() < peers.few()
                ? Figures.ABSENT
                : brief(row.unit(), row.quantile(0.5));
    }

    private static String brief(Unit unit, @Nullable Double value) {
        return value == null ? Figures.ABSENT : Figures.brief(unit, value);
    }

    private String exact(Peers.Row row) {
        String own = row.label() + "\n" + peers.own() + "  " + brief(row.unit(), row.value());
        if (row.peers().size() < peers.few()) {
            return own + "\n" + row.peers().size() + " peers have a figure, too few for a band";
        }
        String standing = peers.standing(row).words();
        return own
                + (standing.isEmpty() ? "" : ", " + standing)
                + "\n"
                + row.peers().size()
                + " peers, median "
                + brief(row.unit(), row.quantile(0.5))
                + "\nmiddle half "
                + brief(row.unit(), row.quantile(0.25))
                + " to "
                + brief(row.unit(), row.quantile(0.75));
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of(
                        "Measure",
                        peers.own(),
                        "Peers",
                        "Least",
                        "Quarter",
                        "Median",
                        "Three quarters",
                        "Most",
                        "Among peers"),
                peers.rows().stream()
                        .map(row ->
                                List.of(
                                        row.label(),
                                        brief(row.unit(), row.value()),
                                        Figures.count(row.peers().size()),
                                        at(row, 0),
                                        at(row, 0.25),
                                        at(row, 0.5),
                                        at(row, 0.75),
                                        at(row, 1),
                                        peers.standing(row).words()))
                        .toList());
    }

    private static String at(Peers.Row row, double share) {
        return row.peers().isEmpty()
                ? Figures.ABSENT
                : Figures.brief(row.unit(), row.quantile(share));
    }

    @Override
    public String summary() {
        long worst =
                peers.rows().stream()
                        .filter(row -> peers.standing(row) == Peers.Standing.WORST)
                        .count();
        return peers.rows().isEmpty()
                ? "nothing to compare"
                : peers.own()
                        + " beside its peers in "
                        + peers.rows().size()
                        + " measures, in "
                        + worst
                        + " of them in the worst quarter";
    }
}
