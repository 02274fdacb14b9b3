package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Stages;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// Odd inputs of the charts of flows and stages.
final class OddFlows {
    private static final String LONG_NAME = OddShapes.LONG_NAME;

    private OddFlows() {}

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            charts.add(new FlowBands(new Flow(unit, "all", List.of(), List.of())));
            charts.add(flow(unit, node("zero", 0, 0)));
            charts.add(flow(unit, node(LONG_NAME, 0, 1e12)));
            charts.add(flow(unit, node("a", 0, 3), node("b", 0, 1e-6)));
            charts.add(
                    new FlowBands(
                            new Flow(
                                    unit,
                                    LONG_NAME,
                                    List.of(
                                            node(LONG_NAME, 0, 1e12),
                                            node("b", 0, 1),
                                            node(LONG_NAME + 1, 1, 1),
                                            node(LONG_NAME + 2, 2, 1)),
                                    List.of(
                                            new Flow.Link("b", LONG_NAME + 1, 1),
                                            new Flow.Link(LONG_NAME + 1, LONG_NAME + 2, 1)))));
            charts.add(
                    new FlowBands(
                            new Flow(
                                    unit,
                                    "all",
                                    List.of(
                                            node(LONG_NAME, 0, 2),
                                            node("b", 0, 5),
                                            node(LONG_NAME + 1, 1, 6),
                                            node("d", 1, 1),
                                            node(LONG_NAME + 2, 2, 7)),
                                    List.of(
                                            new Flow.Link(LONG_NAME, LONG_NAME + 1, 2),
                                            new Flow.Link("b", LONG_NAME + 1, 4),
                                            new Flow.Link("b", "d", 1),
                                            new Flow.Link(LONG_NAME + 1, LONG_NAME + 2, 6),
                                            new Flow.Link("d", LONG_NAME + 2, 1)))));
        }
        List<Flow.Node> crowd = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            crowd.add(node(LONG_NAME + i, 0, i));
        }
        charts.add(new FlowBands(new Flow(Unit.COUNT, "all", crowd, List.of())));
        charts.addAll(funnels());
        return charts;
    }

    static List<Chart> funnels() {
        List<Stages.Stage> crowd =
                Collections.nCopies(10_000, new Stages.Stage(LONG_NAME, 9.87654321e12));
        List<List<Stages.Stage>> ways =
                List.of(
                        List.of(),
                        List.of(new Stages.Stage("", 7)),
                        List.of(new Stages.Stage(LONG_NAME, 0), new Stages.Stage("b", 0)),
                        List.of(new Stages.Stage("a", 0), new Stages.Stage(LONG_NAME, 1e15)),
                        List.of(new Stages.Stage("a", 3), new Stages.Stage("b", 3)),
                        crowd);
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : List.of(Unit.MONEY, Unit.COUNT)) {
            ways.forEach(way -> charts.add(new Funnel(new Stages(unit, way))));
        }
        return charts;
    }

    private static Chart flow(Unit unit, Flow.Node... nodes) {
        return new FlowBands(new Flow(unit, "all", List.of(nodes), List.of()));
    }

    private static Flow.Node node(String label, int stage, double value) {
        return new Flow.Node(label, stage, value, Tone.NEUTRAL);
    }
}
