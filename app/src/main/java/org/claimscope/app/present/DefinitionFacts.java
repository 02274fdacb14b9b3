package org.claimscope.app.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.catalog.Kpi;

/// What is told of a measure: its equation first, then each fact under its name, empty ones left
/// out.
public record DefinitionFacts(String label, String equation, List<Fact> facts) {
    private static final String KNOWN = "Known as";

    public DefinitionFacts {
        facts = List.copyOf(facts);
    }

    public record Fact(String name, String words) {}

    public static DefinitionFacts of(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        var facts = new ArrayList<Fact>();
        add(facts, "Counted", d.includes());
        add(facts, "Left out", d.excludes());
        add(facts, "Date", d.numerator().role().id().replace('_', ' '));
        add(facts, "When n/a", d.noValue());
        d.caveat().ifPresent(c -> add(facts, "Mind", c.full()));
        d.target()
                .ifPresent(t ->
                        add(
                                facts,
                                "Target",
                                Figures.target(Shapes.unit(d.unit()), Shapes.target(t))
                                        + " ("
                                        + t.source()
                                        + ")"));
        kpi.benchmarks().forEach(b -> add(facts, "Others", b.range() + ", " + b.audience()));
        add(facts, "Also called", String.join(", ", d.synonyms()));
        add(facts, "Source", d.source());
        add(facts, KNOWN, kpi.id().toLowerCase(Locale.ROOT) + ", version " + d.version());
        return new DefinitionFacts(d.label(), d.equation(), facts);
    }

    /// Its id and version, which tell two readings of one word apart.
    public String known() {
        return facts.stream()
                .filter(fact -> fact.name().equals(KNOWN))
                .map(Fact::words)
                .findFirst()
                .orElse("");
    }

    private static void add(List<Fact> facts, String name, String words) {
        if (!words.isBlank()) {
            facts.add(new Fact(name, words));
        }
    }
}
