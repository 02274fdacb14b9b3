package org.claimscope.nlq.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.jspecify.annotations.Nullable;

/// Whether a model's form says all that the parser understood for certain. A filter, a measure or a
/// period that the rules found and the model dropped is no reading to be believed in silence.
final class Consistency {
    private Consistency() {}

    /// @param certain what the parser made of the words it knows
    static boolean between(QuestionForm certain, QuestionForm model) {
        return model.measures().containsAll(certain.measures())
                && model.dimensions().containsAll(certain.dimensions())
                && (certain.timeGrain() == null || certain.timeGrain().equals(model.timeGrain()))
                && certain.filters().stream().allMatch(f -> holds(model.filters(), f))
                && (certain.window() == null || same(certain.window(), model.window()))
                && (certain.comparison() == null
                        || model.comparison() != null
                                && certain.comparison().type() == model.comparison().type())
                && (certain.limit() == null || certain.limit().equals(model.limit()))
                && model.order().containsAll(certain.order());
    }

    private static boolean holds(List<Filter> filters, Filter wanted) {
        return filters.stream()
                .anyMatch(f ->
                        f.field().equals(wanted.field())
                                && f.op() == wanted.op()
                                && f.level() == wanted.level()
                                && same(f.value(), wanted.value()));
    }

    private static boolean same(Filter.Value a, Filter.Value b) {
        if (a instanceof Filter.Members(List<String> one)
                && b instanceof Filter.Members(List<String> other)) {
            return Set.copyOf(one).equals(Set.copyOf(other));
        }
        return a.equals(b);
    }

    private static boolean same(Window a, @Nullable Window b) {
        return b != null
                && Objects.equals(a.from(), b.from())
                && Objects.equals(a.to(), b.to())
                && (a.dateRole() == null || a.dateRole().equals(b.dateRole()));
    }
}
