package org.claimscope.nlq.score;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;

/// One part of a form that is right or wrong by itself. Sets have no order, words of explanation do
/// not count.
public enum Part {
    MEASURES,
    DIMENSIONS,
    TIME_GRAIN,
    FILTERS,
    WINDOW,
    COMPARISON,
    ORDER,
    LIMIT;

    /// `time_grain`
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether two forms agree in this part.
    public boolean same(QuestionForm a, QuestionForm b) {
        return Objects.equals(of(a), of(b));
    }

    private Object of(QuestionForm form) {
        return switch (this) {
            case MEASURES -> Set.copyOf(form.measures());
            case DIMENSIONS -> Set.copyOf(form.dimensions());
            case TIME_GRAIN -> String.valueOf(form.timeGrain());
            case FILTERS -> form.filters().stream().map(Part::filter).collect(Collectors.toSet());
            case WINDOW -> window(form.window());
            case COMPARISON -> comparison(form.comparison());
            case ORDER -> form.order();
            case LIMIT -> String.valueOf(form.limit());
        };
    }

    /// A set of one member is that member.
    private static List<Object> filter(Filter f) {
        Op op =
                switch (f.op()) {
                    case IN -> Op.EQUAL;
                    case NOT_IN -> Op.NOT_EQUAL;
                    case EQUAL,
                            NOT_EQUAL,
                            GREATER,
                            GREATER_OR_EQUAL,
                            LESS,
                            LESS_OR_EQUAL,
                            BETWEEN,
                            CONTAINS ->
                            f.op();
                };
        Object value =
                f.value() instanceof Filter.Members(List<String> names)
                        ? new TreeSet<>(names)
                        : f.value();
        return List.of(f.field(), op, value, f.level());
    }

    private static String window(@org.jspecify.annotations.Nullable Window w) {
        return w == null ? "" : w.from() + ".." + w.to() + " " + w.dateRole();
    }

    private static String comparison(@org.jspecify.annotations.Nullable Comparison c) {
        return c == null ? "" : c.type() + " " + window(c.window());
    }
}
