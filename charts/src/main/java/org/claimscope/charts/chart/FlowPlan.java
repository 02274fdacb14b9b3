package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.charts.shape.Flow;

/// Where the bars and the bands of a flow go: one scale for all columns, each bar in the middle of
/// a line that is high enough for its name, so that names cannot meet.
final class FlowPlan {
    /// Height of a line of text with its air.
    static final double LINE = 15;

    /// Width of a bar.
    static final double BAR = 12;

    private static final double GAP = 6;

    /// One bar.
    record Place(Flow.Node node, double x, double top, double height) {
        double middle() {
            return top + height / 2;
        }
    }

    /// One band between two bars; both ends are as wide as its value.
    record Band(Flow.Link link, Place from, Place to, double fromTop, double toTop, double width) {}

    private final Map<String, Place> places;
    private final List<Band> bands;

    private FlowPlan(Map<String, Place> places, List<Band> bands) {
        this.places = places;
        this.bands = bands;
    }

    /// @param columns the bars of each column, top down
    /// @param xs where the columns begin
    /// @param height that the columns have
    /// @return nothing when the names of a column do not fit above one another
    static Optional<FlowPlan> of(
            List<List<Flow.Node>> columns, double[] xs, double height, List<Flow.Link> links) {
        for (List<Flow.Node> column : columns) {
            if (column.size() * LINE + (column.size() - 1) * GAP > height) {
                return Optional.empty();
            }
        }
        double scale = scale(columns, height);
        Map<String, Place> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Flow.Node> column = columns.get(i);
            double used = used(column, scale);
            double gap =
                    column.size() < 2
                            ? 0
                            : Math.min(2 * LINE, GAP + (height - used) / (column.size() - 1));
            double y = Math.max(0, (height - used - (gap - GAP) * (column.size() - 1)) / 2);
            for (Flow.Node node : column) {
                double bar = node.value() * scale;
                double slot = Math.max(LINE, bar);
                places.put(node.label(), new Place(node, xs[i], y + (slot - bar) / 2, bar));
                y += slot + gap;
            }
        }
        return Optional.of(new FlowPlan(places, bands(places, columns, links, scale)));
    }

    Place place(Flow.Node node) {
        Place place = places.get(node.label());
        if (place == null) {
            throw new IllegalStateException(node.label() + " is in no column");
        }
        return place;
    }

    List<Band> bands() {
        return bands;
    }

    /// The bands in the order of the bars at their other end, so that they cross as little as the
    /// order of the bars allows.
    private static List<Band> bands(
            Map<String, Place> places,
            List<List<Flow.Node>> columns,
            List<Flow.Link> links,
            double scale) {
        Map<String, Double> left = new HashMap<>();
        Map<String, Double> entered = new HashMap<>();
        Map<Flow.Link, Double> starts = new HashMap<>();
        List<Flow.Node> order = columns.stream().flatMap(List::stream).toList();
        List<Band> bands = new ArrayList<>();
        for (Flow.Node to : order) {
            for (Flow.Link link : links) {
                if (link.to().equals(to.label()) && places.containsKey(link.from())) {
                    starts.put(link, left.getOrDefault(link.from(), 0.0));
                    left.merge(link.from(), link.value() * scale, Double::sum);
                }
            }
        }
        for (Flow.Node from : order) {
            for (Flow.Link link : links) {
                Place a = places.get(link.from());
                Place b = places.get(link.to());
                if (a == null || b == null || !link.from().equals(from.label())) {
                    continue;
                }
                double start = a.top() + starts.getOrDefault(link, 0.0);
                double end = b.top() + entered.getOrDefault(link.to(), 0.0);
                entered.merge(link.to(), link.value() * scale, Double::sum);
                bands.add(new Band(link, a, b, start, end, link.value() * scale));
            }
        }
        return bands;
    }

    /// The largest scale that leaves each column within the height: lines of small bars do not
    /// shrink, so it is searched for.
    private static double scale(List<List<Flow.Node>> columns, double height) {
        double most =
                columns.stream()
                        .mapToDouble(c -> c.stream().mapToDouble(Flow.Node::value).sum())
                        .max()
                        .orElse(1);
        double fits = 0;
        double tooLarge = height / most;
        for (int i = 0; i < 50; i++) {
            double middle = (fits + tooLarge) / 2;
            if (columns.stream().allMatch(column -> used(column, middle) <= height)) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    private static double used(List<Flow.Node> column, double scale) {
        return column.stream().mapToDouble(n -> Math.max(LINE, n.value() * scale)).sum()
                + GAP * (column.size() - 1);
    }
}
