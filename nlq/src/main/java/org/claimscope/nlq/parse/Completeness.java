package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Unit;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Option;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;

/// Whether a question says enough; if not, what it could mean.
final class Completeness {
    private static final List<String> USUAL_MEASURES =
            List.of("charges", "payments", "ar_balance", "denial_rate");

    /// Who does what is measured; of the rest both may be asked.
    private static final Map<String, String> DOERS =
            Map.ofEntries(
                    Map.entry("encounter_count", "provider"),
                    Map.entry("patient_count", "provider"),
                    Map.entry("charges", "provider"),
                    Map.entry("charge_lag_days", "provider"),
                    Map.entry("payments", "payer"),
                    Map.entry("claim_paid", "payer"),
                    Map.entry("days_to_pay", "payer"),
                    Map.entry("underpayment_amount", "payer"),
                    Map.entry("ar_balance", "payer"),
                    Map.entry("ar_over_90_pct", "payer"),
                    Map.entry("days_in_ar", "payer"),
                    Map.entry("claim_count", "payer"),
                    Map.entry("denied_amount", "payer"),
                    Map.entry("denial_rate", "payer"),
                    Map.entry("denial_rate_dollars", "payer"),
                    Map.entry("adjustments", "payer"));

    private static final List<String> USUAL_SPLITS =
            List.of("payer", "facility", "department", "provider");

    private final Path path;
    private final Draft draft;
    private final Lexicon lexicon;
    private final LocalDate asOf;

    Completeness(Path path, Draft draft, Lexicon lexicon, LocalDate asOf) {
        this.path = path;
        this.draft = draft;
        this.lexicon = lexicon;
        this.asOf = asOf;
    }

    QuestionForm checked() {
        draft.emptyRange()
                .ifPresent(field -> {
                    throw new Refusal(
                            "The conditions on " + lexicon.label(field) + " exclude each other.");
                });
        QuestionForm form = draft.form();
        if (form.measures().isEmpty() && !draft.listing) {
            boolean said =
                    !form.dimensions().isEmpty()
                            || !form.filters().isEmpty()
                            || form.window() != null;
            if (!said) {
                throw new Refusal(
                        Reading.Cause.NOT_UNDERSTOOD,
                        "I did not find a measure in the question.",
                        examples());
            }
            return measure(form);
        }
        money(form);
        form = standing(form);
        Optional<String> who = whose(form);
        if (who.isPresent()) {
            form =
                    form.withDimensions(List.of(who.get()))
                            .withAssumption("“Who” is read as " + lexicon.label(who.get()) + ".");
        }
        form = each(form);
        boolean one = form.dimensions().isEmpty() && form.timeGrain() == null;
        if (one && (!form.order().isEmpty() || form.limit() != null)) {
            return split(form, "The highest or lowest of what?");
        }
        boolean level = form.filters().stream().anyMatch(f -> f.level() == Filter.Level.MEASURE);
        if (one && level) {
            return split(form, "Which ones are meant?");
        }
        if (path.anySpan(Span.Change.class) && form.window() == null && form.timeGrain() == null) {
            return periods(form);
        }
        return form;
    }

    /// "Clean claim rate in dollars": a unit that the measure does not have is never dropped.
    private void money(QuestionForm form) {
        boolean any =
                form.measures().stream()
                        .anyMatch(m ->
                                m.endsWith("_dollars")
                                        || lexicon.measure(m)
                                                .map(e -> e.unit() == Unit.MONEY)
                                                .orElse(false));
        boolean said = path.words().matches(".* (?:in|by|,) (?:dollars?|usd) .*");
        if (said && !any && !form.measures().isEmpty()) {
            throw new Refusal(
                    lexicon.label(form.measures().getFirst()) + " is not measured in dollars.");
        }
    }

    /// "For all facilities, worst first": what is put in order is told apart.
    private QuestionForm each(QuestionForm form) {
        boolean ordered =
                form.dimensions().isEmpty()
                        && form.timeGrain() == null
                        && !form.order().isEmpty()
                        && draft.removed.size() == 1
                        && Grain.named(draft.removed.iterator().next()).isEmpty();
        return ordered ? form.withDimensions(List.copyOf(draft.removed)) : form;
    }

    /// "Who paid us the most" are payers; "who saw the most patients" are providers.
    private Optional<String> whose(QuestionForm form) {
        boolean asked =
                form.dimensions().isEmpty()
                        && form.measures().size() == 1
                        && (!form.order().isEmpty() || form.limit() != null)
                        && path.words().contains(" who ");
        if (!asked) {
            return Optional.empty();
        }
        return Optional.ofNullable(DOERS.get(form.measures().getFirst()));
    }

    /// "Days in A/R on May 31": what stands on a day is as of it.
    private QuestionForm standing(QuestionForm form) {
        Window w = form.window();
        boolean day =
                w != null
                        && w.dateRole() == null
                        && w.from() != null
                        && w.from().equals(w.to())
                        && form.timeGrain() == null
                        && form.comparison() == null
                        && String.valueOf(w.text()).matches("(?:on|at) .*");
        boolean states =
                !form.measures().isEmpty()
                        && form.measures().stream()
                                .allMatch(m ->
                                        lexicon.measure(m).map(e -> e.snapshot()).orElse(false));
        return day && states
                ? form.withWindow(
                        new Window(
                                null, java.util.Objects.requireNonNull(w).to(), "as_of", w.text()))
                : form;
    }

    private static List<String> examples() {
        return List.of("Charges by payer last month", "Denial rate by month this year");
    }

    private QuestionForm measure(QuestionForm form) {
        var options = new ArrayList<Option>();
        for (String id : USUAL_MEASURES) {
            QuestionForm one = form.withMeasures(List.of(id));
            if (path.anySpan(Span.Rank.class)) {
                one = one.withOrder(List.of(new Order(id, true)));
            }
            options.add(new Option(lexicon.label(id), one));
        }
        return QuestionForm.clarify("Which measure is meant?", options);
    }

    private QuestionForm split(QuestionForm form, String why) {
        return QuestionForm.clarify(
                why,
                USUAL_SPLITS.stream()
                        .map(d ->
                                new Option(
                                        "by " + lexicon.label(d), form.withDimensions(List.of(d))))
                        .toList());
    }

    private QuestionForm periods(QuestionForm form) {
        var options = new ArrayList<Option>();
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
            LocalDate start = grain.plus(grain.start(asOf), -1);
            LocalDate end = grain.start(asOf).minusDays(1);
            options.add(
                    new Option(
                            "last " + grain.id() + ", against the one before",
                            form.withWindow(new Window(start, end, null, "last " + grain.id()))));
        }
        return QuestionForm.clarify("The change over which period?", List.copyOf(options));
    }
}
