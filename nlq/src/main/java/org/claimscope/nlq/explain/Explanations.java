package org.claimscope.nlq.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.model.Entity;
import org.claimscope.nlq.explain.Explanation.Fact;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;

/// Answers "how do you compute days in A/R", "what does DNFB mean" and "what can I ask" from the
/// catalog. A question for a number is none of these.
public final class Explanations {
    private static final Pattern ASKS =
            Pattern.compile(
                    "\\b(?:define|definitions?|mean|means|meaning|meant by|explain|formula|calculated?|calculation"
                            + "|computed?|stands? for|how (?:do|does|is|are) .* (?:defined|measured?|figured?|work)"
                            + "|what goes into|what counts as|difference between)\\b");

    private static final Pattern EVERYTHING =
            Pattern.compile(
                    "\\b(?:what|which) (?:can|could|should|may) (?:i|we|you|one) (?:ask|do|answer)\\b|^help\\b|\\bhelp me\\b"
                            + "|^(?:what|which|list|show|show me) (?:the |all |all the |your |our )?(?:measures|metrics|kpis)"
                            + "(?: (?:exist|are there|are available|do you (?:have|know|offer)|can i ask for))?$"
                            + "|\\bwhat do you know\\b|\\bhow do i use\\b|\\bwhat questions\\b");

    private final Catalog catalog;
    private final Lexicon lexicon;

    public Explanations(Catalog catalog, Lexicon lexicon) {
        this.catalog = catalog;
        this.lexicon = lexicon;
    }

    /// @param question as it was written
    public Optional<Explanation> of(String question) {
        String text = question.strip().toLowerCase(Locale.ROOT).replaceAll("[?!.]+$", "");
        List<String> measures = ASKS.matcher(text).find() ? measures(text) : List.of();
        if (!measures.isEmpty()) {
            return Optional.of(measure(catalog.kpi(measures.getFirst())));
        }
        return EVERYTHING.matcher(text).find() ? Optional.of(everything()) : Optional.empty();
    }

    /// The measures that a question names, the longest name first.
    private List<String> measures(String text) {
        List<Token> tokens = Tokens.of(text);
        for (int words = Math.min(8, tokens.size()); words > 0; words--) {
            var named = new ArrayList<String>();
            for (int i = 0; i + words <= tokens.size(); i++) {
                String key =
                        tokens.subList(i, i + words).stream()
                                .map(Token::stem)
                                .collect(Collectors.joining(" "));
                lexicon.sense(key)
                        .filter(s -> s instanceof Sense.Measure)
                        .ifPresent(s -> named.add(((Sense.Measure) s).id()));
            }
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of();
    }

    private Explanation measure(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Formula", d.equation()));
        facts.add(new Fact("Dated by", lexicon.label(d.dateBasis().id())));
        facts.add(new Fact("Includes", d.includes()));
        facts.add(new Fact("Leaves out", d.excludes()));
        facts.add(
                new Fact(
                        "Better",
                        switch (d.polarity()) {
                            case HIGHER_IS_BETTER -> "higher";
                            case LOWER_IS_BETTER -> "lower";
                            case NEITHER -> "neither: it is a size";
                        }));
        for (Kpi.Benchmark b : kpi.benchmarks()) {
            facts.add(
                    new Fact(
                            "Benchmark",
                            b.range() + " (" + b.audience() + "; " + b.source() + ")"));
        }
        for (Kpi variant : catalog.variants(kpi.id())) {
            facts.add(
                    new Fact(
                            "Also defined as",
                            variant.definition().label() + ": " + variant.definition().equation()));
        }
        facts.add(
                new Fact(
                        "By",
                        d.dimensions().stream()
                                .filter(x -> x.kind() != Dimension.Kind.NUMBER)
                                .map(x -> x.words().getFirst())
                                .collect(Collectors.joining(", "))));
        List<Entity> missing = catalog.missing(kpi);
        if (!missing.isEmpty()) {
            facts.add(
                    new Fact(
                            "Needs",
                            missing.stream()
                                            .map(e -> e.table().replace('_', ' '))
                                            .collect(Collectors.joining(", "))
                                    + ": no feed has sent any"));
        }
        d.caveat().ifPresent(c -> facts.add(new Fact("Note", c.full())));
        facts.add(new Fact("Source", d.source() + ", version " + d.version()));
        return new Explanation(
                kpi.id(),
                d.label() + ": " + d.equation() + ".",
                facts,
                List.of(
                        d.label().replace(",", "") + " by payer last quarter",
                        d.label().replace(",", "") + " by month this year"));
    }

    private Explanation everything() {
        var facts = new ArrayList<Fact>();
        for (Unit unit : Unit.values()) {
            String names =
                    catalog.kpis().stream()
                            .filter(k -> k.definition().unit() == unit)
                            .map(k -> k.definition().label())
                            // Labels have commas of their own.
                            .collect(Collectors.joining("; "));
            facts.add(
                    new Fact(
                            switch (unit) {
                                case MONEY -> "Amounts";
                                case COUNT -> "Counts";
                                case RATE -> "Rates";
                                case DAYS -> "Days";
                            },
                            names));
        }
        facts.add(
                new Fact(
                        "By",
                        java.util.Arrays.stream(Dimension.values())
                                .filter(d -> d.kind() != Dimension.Kind.NUMBER)
                                .map(d -> d.words().getFirst())
                                .collect(Collectors.joining(", "))));
        facts.add(
                new Fact(
                        "When",
                        "last month, Q1 2025, year to date, last 90 days, between March and May, as of March 31"));
        facts.add(
                new Fact(
                        "Also",
                        "top 5, over 90 days, more than $5,000, excluding Medicare, against last year; lists of patients, claims and encounters; why a claim is not paid"));
        return new Explanation(
                "",
                "Ask for any of "
                        + catalog.kpis().size()
                        + " measures, by any dimension and period; then go on with “only Medicare” or “by month”.",
                facts,
                List.of(
                        "Denial rate by payer last quarter",
                        "Top 5 payers by A/R over 90 days",
                        "Patients with incomplete billing documentation last month",
                        "How do you compute days in A/R?"));
    }
}
