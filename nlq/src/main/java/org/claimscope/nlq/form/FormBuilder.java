package org.claimscope.nlq.form;

import java.util.List;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.form.QuestionForm.Option;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.form.QuestionForm.SpanNote;
import org.jspecify.annotations.Nullable;

/// A form while it is being changed.
public final class FormBuilder {
    private Action action;
    private @Nullable String reason;
    private List<Option> options;
    private List<String> measures;
    private List<String> dimensions;
    private @Nullable String timeGrain;
    private List<Filter> filters;
    private @Nullable Window window;
    private @Nullable Comparison comparison;
    private List<Order> order;
    private @Nullable Integer limit;
    private List<SpanNote> spans;
    private List<String> assumptions;
    private double confidence;

    FormBuilder(QuestionForm form) {
        action = form.action();
        reason = form.reason();
        options = form.options();
        measures = form.measures();
        dimensions = form.dimensions();
        timeGrain = form.timeGrain();
        filters = form.filters();
        window = form.window();
        comparison = form.comparison();
        order = form.order();
        limit = form.limit();
        spans = form.spans();
        assumptions = form.assumptions();
        confidence = form.confidence();
    }

    public FormBuilder action(Action value, @Nullable String why) {
        action = value;
        reason = why;
        return this;
    }

    public FormBuilder options(List<Option> value) {
        options = value;
        return this;
    }

    public FormBuilder measures(List<String> value) {
        measures = value;
        return this;
    }

    public FormBuilder dimensions(List<String> value) {
        dimensions = value;
        return this;
    }

    public FormBuilder timeGrain(@Nullable String value) {
        timeGrain = value;
        return this;
    }

    public FormBuilder filters(List<Filter> value) {
        filters = value;
        return this;
    }

    public FormBuilder window(@Nullable Window value) {
        window = value;
        return this;
    }

    public FormBuilder comparison(@Nullable Comparison value) {
        comparison = value;
        return this;
    }

    public FormBuilder order(List<Order> value) {
        order = value;
        return this;
    }

    public FormBuilder limit(@Nullable Integer value) {
        limit = value;
        return this;
    }

    public FormBuilder spans(List<SpanNote> value) {
        spans = value;
        return this;
    }

    public FormBuilder assumptions(List<String> value) {
        assumptions = value;
        return this;
    }

    public FormBuilder confidence(double value) {
        confidence = value;
        return this;
    }

    public QuestionForm build() {
        return new QuestionForm(
                action,
                reason,
                options,
                measures,
                dimensions,
                timeGrain,
                filters,
                window,
                comparison,
                order,
                limit,
                spans,
                assumptions,
                confidence);
    }
}
