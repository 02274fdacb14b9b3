package org.claimscope.charts.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a total went, stage by stage: what it first divided into, and how the parts went on. What
/// flows into a node is what the node holds, and what flows out of it is all of it or nothing.
///
/// @param whole what the total is called, such as `Sent`
/// @param nodes of one stage in the order to show them, top down; their labels differ
/// @param links each from one stage to a later one
public record Flow(Unit unit, String whole, List<Node> nodes, List<Link> links) {
    /// Where a part is at one stage.
    ///
    /// @param stage from 0, the first division of the total
    /// @param value not below zero
    public record Node(String label, int stage, double value, Tone tone) {
        public Node {
            if (!Double.isFinite(value) || value < 0 || stage < 0) {
                throw new IllegalArgumentException(
                        label + " holds " + value + " at stage " + stage);
            }
        }
    }

    /// How much went from one node to another.
    public record Link(String from, String to, double value) {
        public Link {
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException("from " + from + " to " + to + " goes " + value);
            }
        }
    }

    public Flow {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        Set<String> labels = new HashSet<>();
        for (Node node : nodes) {
            if (!labels.add(node.label())) {
                throw new IllegalArgumentException("two nodes are called " + node.label());
            }
        }
        for (Link link : links) {
            Optional<Node> from = named(nodes, link.from());
            Optional<Node> to = named(nodes, link.to());
            if (from.isEmpty() || to.isEmpty() || from.get().stage() >= to.get().stage()) {
                throw new IllegalArgumentException(
                        "nothing can go from " + link.from() + " to " + link.to());
            }
        }
        for (Node node : nodes) {
            double in = sum(links.stream().filter(l -> l.to().equals(node.label())).toList());
            double out = sum(links.stream().filter(l -> l.from().equals(node.label())).toList());
            if (node.stage() > 0 && differ(in, node.value())
                    || out > 0 && differ(out, node.value())) {
                throw new IllegalArgumentException(
                        node.label() + " holds " + node.value() + ", in " + in + ", out " + out);
            }
        }
    }

    /// What the first stage adds up to.
    public double total() {
        return stage(0).stream().mapToDouble(Node::value).sum();
    }

    public List<Node> stage(int stage) {
        return nodes.stream().filter(node -> node.stage() == stage).toList();
    }

    /// How many stages there are.
    public int stages() {
        return nodes.stream().mapToInt(Node::stage).max().orElse(-1) + 1;
    }

    public Optional<Node> node(String label) {
        return named(nodes, label);
    }

    /// The one part of the total that goes on, when the others stay where they are: a small part
    /// among large ones, which deserves a scale of its own.
    public Optional<Node> onlyBranch() {
        List<Node> going =
                stage(0).stream()
                        .filter(node ->
                                links.stream()
                                        .anyMatch(link ->
                                                link.value() > 0
                                                        && link.from().equals(node.label())))
                        .toList();
        return going.size() == 1 && stage(0).size() > 1
                ? Optional.of(going.getFirst())
                : Optional.empty();
    }

    private static Optional<Node> named(List<Node> nodes, String label) {
        return nodes.stream().filter(node -> node.label().equals(label)).findFirst();
    }

    private static double sum(List<Link> links) {
        return links.stream().mapToDouble(Link::value).sum();
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > 1e-9 * Math.max(1, Math.max(a, b));
    }
}
