package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// Where a total went, as bands whose width is how much. Where only one part of the total goes on,
/// the total is one bar, and that part is drawn again as high as the chart.
public record FlowBands(Flow flow) implements Chart {
    private static final double LEAST_WIDTH = 240;
    private static final double FOOT = 18;
    private static final double AIR = 6;

    @Override
    public void paint(Pen pen, double width, double height) {
        if (flow.total() == 0) {
            pen.empty(width, height, "Nothing to follow: load a feed or choose a longer period");
            return;
        }
        double body = height - FOOT;
        Optional<Flow.Node> branch = flow.onlyBranch();
        List<Flow.Node> first = shown(0);
        List<List<Flow.Node>> columns = new ArrayList<>();
        columns.add(branch.map(List::of).orElse(first));
        for (int stage = 1; stage < flow.stages(); stage++) {
            if (!shown(stage).isEmpty()) {
                columns.add(shown(stage));
            }
        }
        List<Flow.Node> last = columns.getLast();
        double right =
                columns.size() == 1
                        ? Math.ceil(width * 0.6)
                        : Math.ceil(Math.min(width * 0.3, endWidth(pen, last)));
        double begin = branch.isPresent() ? Math.ceil(width * 0.24) : 0;
        Optional<FlowPlan> plan =
                FlowPlan.of(
                        columns,
                        places(begin, width - right - FlowPlan.BAR, columns.size()),
                        body,
                        flow.links().stream().filter(link -> link.value() > 0).toList());
        if (width < LEAST_WIDTH || plan.isEmpty() || first.size() * FlowPlan.LINE > body) {
            long parts = columns.stream().mapToLong(List::size).sum();
            pen.empty(width, height, "Not enough room for " + parts + " parts");
            return;
        }
        branch.ifPresent(b -> whole(pen, b, plan.get().place(b), body));
        bands(pen, plan.get());
        for (int i = 0; i < columns.size(); i++) {
            for (Flow.Node node : columns.get(i)) {
                bar(pen, plan.get().place(node));
            }
            if (i == columns.size() - 1 && i > 0) {
                columns.get(i).forEach(node -> end(pen, plan.get().place(node), right));
            } else if (i > 0 || branch.isEmpty()) {
                double before = i == 0 ? 0 : plan.get().place(columns.get(i - 1).getFirst()).x();
                boolean figures = i > 1 || branch.isEmpty();
                double taken = i == 0 || !figures ? 0 : widestFigure(pen, columns.get(i - 1));
                double next =
                        i + 1 < columns.size()
                                ? plan.get().place(columns.get(i + 1).getFirst()).x()
                                : width;
                for (Flow.Node node : columns.get(i)) {
                    FlowPlan.Place place = plan.get().place(node);
                    if (i == 0) {
                        start(pen, place, (next - FlowPlan.BAR) * 0.5 - AIR);
                    } else {
                        // The first column's names stand in the half of the gap that is theirs.
                        double free = place.x() - before - FlowPlan.BAR;
                        double room =
                                i == 1 && branch.isEmpty() ? free * 0.5 : free - taken - 2 * AIR;
                        between(pen, place, room - AIR);
                    }
                }
            }
        }
        String total = " " + Figures.brief(flow.unit(), flow.total());
        double room = width - pen.width(total, TypeRole.CAPTION) - AIR;
        String words = pen.fit(flow.whole(), TypeRole.CAPTION, room) + total;
        pen.text(words, TypeRole.CAPTION, Token.TEXT_2, 0, height - 4, Pen.Align.LEFT);
    }

    @Override
    public Twin twin() {
        List<List<String>> rows = new ArrayList<>();
        for (Flow.Node node : flow.stage(0)) {
            rows.add(row(flow.whole(), node.label(), node.value(), flow.total()));
        }
        for (Flow.Link link : flow.links()) {
            rows.add(row(link.from(), link.to(), link.value(), held(link.from())));
        }
        return new Twin(List.of("From", "To", Twin.heading(flow.unit()), "Share"), rows);
    }

    @Override
    public String summary() {
        if (flow.total() == 0) {
            return "nothing to follow";
        }
        List<String> words = new ArrayList<>();
        words.add(flow.whole() + " " + Figures.brief(flow.unit(), flow.total()));
        for (Flow.Node node : flow.nodes()) {
            if (node.value() > 0 && (node.stage() == 0 || node.stage() == flow.stages() - 1)) {
                words.add(node.label() + " " + Figures.brief(flow.unit(), node.value()));
            }
        }
        return words.stream().limit(13).reduce((a, b) -> a + ", " + b).orElse("");
    }

    private List<Flow.Node> shown(int stage) {
        return flow.stage(stage).stream().filter(node -> node.value() > 0).toList();
    }

    private double held(String label) {
        return flow.node(label).map(Flow.Node::value).orElse(0.0);
    }

    private List<String> row(String from, String to, double value, double of) {
        return List.of(
                from,
                to,
                Twin.figure(flow.unit(), value),
                of == 0 ? Figures.ABSENT : Figures.exact(Unit.RATE, value / of));
    }

    /// The total as one bar, its parts by name, and how the one that goes on becomes larger.
    private void whole(Pen pen, Flow.Node branch, FlowPlan.Place enlarged, double body) {
        List<Flow.Node> parts = shown(0);
        double scale = body / flow.total();
        double y = 0;
        double[] middles = new double[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            Flow.Node part = parts.get(i);
            double high = part.value() * scale;
            if (part.equals(branch)) {
                double x = FlowPlan.BAR + 1;
                pen.area(
                        Token.SUB,
                        new double[] {x, enlarged.x(), enlarged.x(), x},
                        new double[] {
                            y, enlarged.top(), enlarged.top() + enlarged.height(), y + high
                        });
                double clear = FlowPlan.BAR + 8 + widestPart(pen, parts) + AIR;
                guide(pen, x, y, enlarged.x(), enlarged.top(), clear);
                guide(pen, x, y + high, enlarged.x(), enlarged.top() + enlarged.height(), clear);
            }
            middles[i] = y + high / 2;
            y += high;
        }
        y = 0;
        boolean twoLines = parts.size() * SideLabels.BLOCK <= body;
        double block = twoLines ? SideLabels.BLOCK : FlowPlan.LINE;
        for (int i = 0; i < parts.size(); i++) {
            middles[i] -= block / 2;
        }
        double[] tops = SideLabels.spread(middles, block, 0, body);
        double left = FlowPlan.BAR + 8;
        double room = enlarged.x() - left - AIR;
        for (int i = 0; i < parts.size(); i++) {
            Flow.Node part = parts.get(i);
            double high = part.value() * scale;
            pen.box(ink(part), 0, y, FlowPlan.BAR, Math.max(1, high));
            if (y > 0) {
                pen.box(Token.SURFACE, 0, y, FlowPlan.BAR, 1);
            }
            pen.mark(0, y, FlowPlan.BAR, Math.max(3, high), exact(part), part.label());
            y += high;
            String figure = Figures.brief(flow.unit(), part.value());
            String share = Figures.brief(Unit.RATE, part.value() / flow.total());
            double strong = pen.width(figure, TypeRole.CAPTION_STRONG);
            double below = twoLines ? SideLabels.LINE : 0;
            String name =
                    pen.fit(part.label(), TypeRole.CAPTION, twoLines ? room : room - strong - AIR);
            double x = twoLines ? left : left + pen.width(name, TypeRole.CAPTION) + AIR;
            pen.textWithHalo(
                    name, TypeRole.CAPTION, Token.TEXT_2, left, tops[i] + 11, Pen.Align.LEFT);
            pen.textWithHalo(
                    figure,
                    TypeRole.CAPTION_STRONG,
                    figureInk(part),
                    x,
                    tops[i] + 11 + below,
                    Pen.Align.LEFT);
            if (twoLines && strong + AIR + pen.width(share, TypeRole.CAPTION) <= room) {
                pen.textWithHalo(
                        share,
                        TypeRole.CAPTION,
                        Token.TEXT_2,
                        x + strong + AIR,
                        tops[i] + 11 + below,
                        Pen.Align.LEFT);
            }
        }
    }

    /// The edge of what is enlarged, from where it meets no words any more.
    private static void guide(
            Pen pen, double fromX, double fromY, double toX, double toY, double clear) {
        double start = Math.clamp((clear - fromX) / (toX - fromX), 0, 1);
        pen.path(
                Token.BORDER,
                1,
                new double[] {fromX + (toX - fromX) * start, toX},
                new double[] {fromY + (toY - fromY) * start, toY});
    }

    /// How far the names and figures of the total's parts reach.
    private double widestPart(Pen pen, List<Flow.Node> parts) {
        double widest = 0;
        for (Flow.Node part : parts) {
            double figure =
                    pen.width(Figures.brief(flow.unit(), part.value()), TypeRole.CAPTION_STRONG);
            double share =
                    pen.width(
                            Figures.brief(Unit.RATE, part.value() / flow.total()),
                            TypeRole.CAPTION);
            widest =
                    Math.max(
                            widest,
                            Math.max(
                                    pen.width(part.label(), TypeRole.CAPTION),
                                    figure + AIR + share));
        }
        return widest;
    }

    /// Wide bands first: a narrow one stays in sight where they cross.
    private void bands(Pen pen, FlowPlan plan) {
        plan.bands().stream()
                .sorted(Comparator.comparingDouble(FlowPlan.Band::width).reversed())
                .forEach(band -> {
                    boolean end = band.to().node().stage() == flow.stages() - 1;
                    Token ink = end ? ink(band.to().node()) : Token.SERIES_6;
                    double x = band.from().x() + FlowPlan.BAR;
                    pen.band(
                            ink,
                            x,
                            band.fromTop(),
                            band.to().x(),
                            band.toTop(),
                            Math.max(1, band.width()));
                });
        for (FlowPlan.Band band : plan.bands()) {
            // At its end no band lies over another.
            double gap = band.to().x() - band.from().x() - FlowPlan.BAR;
            double reach = Math.max(4, gap * 0.3);
            pen.mark(
                    band.to().x() - reach,
                    band.toTop(),
                    reach - 1,
                    Math.max(3, band.width()),
                    exact(band.link()),
                    band.link().from(),
                    band.link().to());
        }
    }

    private void bar(Pen pen, FlowPlan.Place place) {
        double high = Math.max(1, place.height());
        pen.box(ink(place.node()), place.x(), place.top(), FlowPlan.BAR, high);
        pen.mark(
                place.x(),
                place.top(),
                FlowPlan.BAR,
                Math.max(3, high),
                exact(place.node()),
                place.node().label());
    }

    private void start(Pen pen, FlowPlan.Place place, double room) {
        String figure = Figures.brief(flow.unit(), place.node().value());
        double strong = pen.width(figure, TypeRole.CAPTION_STRONG);
        String name = pen.fit(place.node().label(), TypeRole.CAPTION, room - strong - AIR);
        double x = place.x() + FlowPlan.BAR + AIR;
        double baseline = place.middle() + 4;
        pen.text(
                figure,
                TypeRole.CAPTION_STRONG,
                figureInk(place.node()),
                x,
                baseline,
                Pen.Align.LEFT);
        pen.text(name, TypeRole.CAPTION, Token.TEXT_2, x + strong + AIR, baseline, Pen.Align.LEFT);
    }

    private void between(Pen pen, FlowPlan.Place place, double room) {
        double baseline = place.middle() + 4;
        pen.text(
                pen.fit(place.node().label(), TypeRole.CAPTION, room),
                TypeRole.CAPTION,
                Token.TEXT,
                place.x() - AIR,
                baseline,
                Pen.Align.RIGHT);
        pen.text(
                Figures.brief(flow.unit(), place.node().value()),
                TypeRole.CAPTION_STRONG,
                Token.TEXT,
                place.x() + FlowPlan.BAR + AIR,
                baseline,
                Pen.Align.LEFT);
    }

    private void end(Pen pen, FlowPlan.Place place, double right) {
        start(pen, place, right - AIR);
    }

    private double endWidth(Pen pen, List<Flow.Node> nodes) {
        double widest = 0;
        for (Flow.Node node : nodes) {
            String figure = Figures.brief(flow.unit(), node.value());
            widest =
                    Math.max(
                            widest,
                            pen.width(figure, TypeRole.CAPTION_STRONG)
                                    + pen.width(node.label(), TypeRole.CAPTION));
        }
        return widest + 3 * AIR;
    }

    private double widestFigure(Pen pen, List<Flow.Node> nodes) {
        return pen.widest(
                nodes.stream().map(n -> Figures.brief(flow.unit(), n.value())).toList(),
                TypeRole.CAPTION_STRONG);
    }

    private static double[] places(double from, double to, int columns) {
        double[] xs = new double[columns];
        for (int i = 0; i < columns; i++) {
            xs[i] = Math.rint(columns == 1 ? from : from + (to - from) * i / (columns - 1));
        }
        return xs;
    }

    private Token ink(Flow.Node node) {
        return switch (node.tone()) {
            case BETTER -> Token.DIVERGING_6;
            case WORSE -> Token.SERIES_2;
            case AT_RISK -> Token.RISK;
            case NEUTRAL ->
                    node.stage() > 0 && node.stage() == flow.stages() - 1
                            ? Token.SERIES_1
                            : Token.SERIES_6;
        };
    }

    private static Token figureInk(Flow.Node node) {
        return node.tone() == Tone.AT_RISK ? Token.RISK : Token.TEXT;
    }

    private String exact(Flow.Node node) {
        return node.label()
                + "  "
                + Figures.exact(flow.unit(), node.value())
                + "\n"
                + Figures.brief(Unit.RATE, node.value() / flow.total())
                + " of "
                + flow.whole().toLowerCase(Locale.ROOT);
    }

    private String exact(Flow.Link link) {
        return link.from()
                + " → "
                + link.to()
                + "  "
                + Figures.exact(flow.unit(), link.value())
                + "\n"
                + Figures.brief(Unit.RATE, link.value() / held(link.from()))
                + " of "
                + link.from();
    }
}
