package org.claimscope.nlq.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.jspecify.annotations.Nullable;

/// How a question was understood, in the catalog's ids: what the parser, saved questions and the
/// chips of the window all speak. The form is the only way from words to a query.
///
/// @param reason why the answer is not given, for a person; only with REFUSE and CLARIFY
/// @param options two to four readings to choose from; only with CLARIFY
/// @param timeGrain `day`, `week`, `month`, `quarter`, `year` or null
/// @param limit most rows, null for all
/// @param spans which words mean what
/// @param assumptions what was taken for granted, for a person
/// @param confidence 1 when every word was used as it is listed; less for corrected or shortened
///   ones
public record QuestionForm(
        Action action,
        @Nullable String reason,
        List<Option> options,
        List<String> measures,
        List<String> dimensions,
        @Nullable String timeGrain,
        List<Filter> filters,
        @Nullable Window window,
        @Nullable Comparison comparison,
        List<Order> order,
        @Nullable Integer limit,
        List<SpanNote> spans,
        List<String> assumptions,
        double confidence) {
    /// Counts up when the contract changes.
    public static final int VERSION = 1;

    /// What to order by when two periods are compared.
    public static final String CHANGE = "change";

    public QuestionForm {
        options = List.copyOf(options);
        measures = List.copyOf(measures);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        spans = List.copyOf(spans);
        assumptions = List.copyOf(assumptions);
    }

    /// What happens with the question.
    public enum Action {
        ANSWER,
        CLARIFY,
        REFUSE
    }

    /// One reading of an ambiguous question.
    ///
    /// @param label what the button says
    public record Option(String label, QuestionForm form) {}

    /// @param by a measure, a dimension, or `change` in a comparison
    public record Order(String by, boolean descending) {}

    /// Which words mean what.
    ///
    /// @param from index of the first character
    /// @param to index after the last one
    /// @param kind such as `measure` or `value`
    /// @param meaning such as `denial_rate` or `payer = Aetna`
    public record SpanNote(int from, int to, String kind, String meaning) {}

    /// Nothing asked for yet.
    public static QuestionForm empty() {
        return new QuestionForm(
                Action.ANSWER,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                1);
    }

    public static QuestionForm refused(String reason) {
        return empty().toBuilder().action(Action.REFUSE, reason).build();
    }

    public static QuestionForm clarify(String reason, List<Option> options) {
        return empty().toBuilder().action(Action.CLARIFY, reason).options(options).build();
    }

    public Optional<Grain> grain() {
        return Optional.ofNullable(timeGrain).flatMap(Grain::named);
    }

    public QuestionForm withMeasures(List<String> changed) {
        return toBuilder().measures(changed).build();
    }

    public QuestionForm withDimensions(List<String> changed) {
        return toBuilder().dimensions(changed).build();
    }

    public QuestionForm withTimeGrain(@Nullable String changed) {
        return toBuilder().timeGrain(changed).build();
    }

    public QuestionForm withFilters(List<Filter> changed) {
        return toBuilder().filters(changed).build();
    }

    public QuestionForm withWindow(@Nullable Window changed) {
        return toBuilder().window(changed).build();
    }

    public QuestionForm withComparison(@Nullable Comparison changed) {
        return toBuilder().comparison(changed).build();
    }

    public QuestionForm withOrder(List<Order> changed) {
        return toBuilder().order(changed).build();
    }

    public QuestionForm withLimit(@Nullable Integer changed) {
        return toBuilder().limit(changed).build();
    }

    public QuestionForm withAssumption(String added) {
        var all = new ArrayList<>(assumptions);
        all.add(added);
        return toBuilder().assumptions(all).build();
    }

    public FormBuilder toBuilder() {
        return new FormBuilder(this);
    }
}
