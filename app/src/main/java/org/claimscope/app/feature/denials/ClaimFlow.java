package org.claimscope.app.feature.denials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Where the claims of half a year went by the day shown: first answer, what was done about a
/// denial, what came of it. Half a year, because of the claims of a month alone most are not
/// answered by its end.
///
/// @param flow claim families, each counted once
/// @param sent the months that they were first sent in
public record ClaimFlow(Flow flow, Filters.Period sent) {
    /// Its denominator counts the families that were first sent in a period.
    private static final String MEASURE = "rework_rate";

    private static final List<Dimension> STAGES =
            List.of(Dimension.FIRST_ANSWER, Dimension.DENIAL_FOLLOW_UP, Dimension.DENIAL_OUTCOME);

    /// Top down; the denied part last, where its larger copy begins.
    private static final List<List<String>> ORDER =
            List.of(
                    List.of("Settled", "Pending", "Rejected", "Taken back", "Denied"),
                    List.of("Sent again", "Appealed", "Decided again", "Not worked", "Written off"),
                    List.of("Recovered", "With the payer", "In our queue", "Lost"));

    /// One way through the stages, as far as it leads, and how many went it.
    private record Way(List<String> members, double families) {}

    static ClaimFlow of(Queries queries, PageContext context) {
        Filters.Period sent = context.sent();
        var ways = new ArrayList<Way>();
        MetricQuery query =
                context.of(Drill.of(MEASURE).in(sent), queries.catalog())
                        .by(STAGES.toArray(Dimension[]::new));
        try (Frame frame = queries.run(query)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                var members = new ArrayList<String>();
                for (Dimension stage : STAGES) {
                    String member = String.valueOf(frame.text(stage.id(), r));
                    if (!member.startsWith("(")) {
                        members.add(member);
                    }
                }
                double families = frame.real(MEASURE + "_denominator", r);
                if (families > 0) {
                    ways.add(new Way(List.copyOf(members), families));
                }
            }
        }
        return new ClaimFlow(flow(ways), sent);
    }

    /// What the members of a mark are narrowed to; empty for a mark of another chart.
    public Optional<Drill> drill(List<String> members) {
        var cuts = new ArrayList<Filters.Cut>();
        for (String member : members) {
            Optional<Flow.Node> node = flow.node(member);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            cuts.add(Filters.Cut.of(STAGES.get(node.get().stage()).id(), member, member));
        }
        return Optional.of(Drill.of(MEASURE).ofDenominator().in(sent).to(cuts));
    }

    private static Flow flow(List<Way> ways) {
        var nodes = new ArrayList<Flow.Node>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Map<String, Double> held = new LinkedHashMap<>();
            for (Way way : ways) {
                if (way.members().size() > stage) {
                    held.merge(way.members().get(stage), way.families(), Double::sum);
                }
            }
            SequencedSet<String> shown = new LinkedHashSet<>(ORDER.get(stage));
            shown.retainAll(held.keySet());
            shown.addAll(held.keySet());
            for (String member : shown) {
                nodes.add(
                        new Flow.Node(member, stage, held.getOrDefault(member, 0.0), tone(member)));
            }
        }
        Map<List<String>, Double> links = new LinkedHashMap<>();
        for (Way way : ways) {
            for (int i = 1; i < way.members().size(); i++) {
                links.merge(way.members().subList(i - 1, i + 1), way.families(), Double::sum);
            }
        }
        return new Flow(
                Unit.COUNT,
                "Sent",
                nodes,
                links.entrySet().stream()
                        .map(link ->
                                new Flow.Link(
                                        link.getKey().getFirst(),
                                        link.getKey().getLast(),
                                        link.getValue()))
                        .toList());
    }

    private static Tone tone(String member) {
        return switch (member) {
            case "Settled", "Recovered" -> Tone.BETTER;
            case "Denied", "In our queue" -> Tone.WORSE;
            case "Lost" -> Tone.AT_RISK;
            default -> Tone.NEUTRAL;
        };
    }
}
