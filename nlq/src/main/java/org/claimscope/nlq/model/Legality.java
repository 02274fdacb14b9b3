package org.claimscope.nlq.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Filter.Level;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.guard.Hidden;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Tokens;
import org.jspecify.annotations.Nullable;

/// Turns a model's reply into a form that could have come from the parser: only ids of the catalog,
/// only members that the data have, only days and numbers. Masks are lifted here, on this machine;
/// a mask of several members gives a form for each.
final class Legality {
    private static final int MOST_READINGS = 4;
    private static final int LARGEST_LIMIT = 1000;

    private final Words words;
    private final ValueIndex values;
    private final Hidden hidden;

    Legality(Words words, ValueIndex values, Hidden hidden) {
        this.words = words;
        this.values = values;
        this.hidden = hidden;
    }

    /// The form, or several when a hidden name fits several members.
    ///
    /// @throws Complaint.Found when it is no legal form
    List<QuestionForm> forms(ReplyForm reply) {
        reply.measures()
                .forEach(m -> must(words.measures().containsKey(m), Complaint.NO_SUCH_MEASURE));
        reply.dimensions()
                .forEach(d -> must(words.dimensions().containsKey(d), Complaint.NO_SUCH_DIMENSION));
        must(!reply.measures().isEmpty() || !reply.dimensions().isEmpty(), Complaint.NOTHING_ASKED);
        reply.timeGrain().ifPresent(g -> must(words.grains().contains(g), Complaint.NO_SUCH_GRAIN));
        reply.limit().ifPresent(n -> must(n >= 1 && n <= LARGEST_LIMIT, Complaint.BAD_LIMIT));
        Optional<Window> window = reply.window().map(this::window);
        Optional<Comparison> comparison = reply.comparison().map(this::comparison);
        QuestionForm base =
                QuestionForm.empty().toBuilder()
                        .measures(reply.measures().stream().distinct().toList())
                        .dimensions(reply.dimensions().stream().distinct().toList())
                        .timeGrain(reply.timeGrain().orElse(null))
                        .window(window.filter(w -> w.from() != null || w.to() != null).orElse(null))
                        .comparison(comparison.orElse(null))
                        .order(orders(reply, comparison.isPresent()))
                        .limit(reply.limit().orElse(null))
                        .confidence(0.5)
                        .build();
        List<List<Filter>> readings = List.of(List.of());
        for (ReplyForm.Condition c : reply.filters()) {
            readings = with(readings, filters(c));
        }
        return readings.stream().limit(MOST_READINGS).map(base::withFilters).toList();
    }

    private static void must(boolean legal, Complaint complaint) {
        if (!legal) {
            throw new Complaint.Found(complaint);
        }
    }

    private static List<List<Filter>> with(List<List<Filter>> before, List<Filter> choices) {
        var all = new ArrayList<List<Filter>>();
        for (List<Filter> filters : before) {
            for (Filter choice : choices) {
                var more = new ArrayList<>(filters);
                more.add(choice);
                all.add(List.copyOf(more));
            }
        }
        return all;
    }

    private List<Order> orders(ReplyForm reply, boolean compared) {
        var all = new ArrayList<Order>();
        for (ReplyForm.Order o : reply.order()) {
            must(
                    reply.measures().contains(o.by())
                            || reply.dimensions().contains(o.by())
                            || compared && o.by().equals(QuestionForm.CHANGE),
                    Complaint.BAD_ORDER);
            all.add(new Order(o.by(), o.descending()));
        }
        return all;
    }

    // Filters

    private List<Filter> filters(ReplyForm.Condition c) {
        Op op =
                Arrays.stream(Op.values())
                        .filter(o -> o.sign().equals(c.op()))
                        .findFirst()
                        .orElseThrow(() -> new Complaint.Found(Complaint.NO_SUCH_OP));
        must(!c.values().isEmpty(), Complaint.WRONG_TYPE);
        boolean measure =
                words.measures().containsKey(c.field()) || c.field().equals(QuestionForm.CHANGE);
        if (measure || words.numbers().contains(c.field())) {
            return List.of(
                    Filter.bounds(
                            c.field(), op, measure ? Level.MEASURE : Level.ROW, bounds(op, c)));
        }
        must(words.dimensions().containsKey(c.field()) && !c.onMeasure(), Complaint.NO_SUCH_FIELD);
        return switch (op) {
            case EQUAL, IN -> members(c, false);
            case NOT_EQUAL, NOT_IN -> members(c, true);
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BETWEEN, CONTAINS ->
                    throw new Complaint.Found(Complaint.NO_SUCH_OP);
        };
    }

    private List<BigDecimal> bounds(Op op, ReplyForm.Condition c) {
        must(op != Op.IN && op != Op.NOT_IN && op != Op.CONTAINS, Complaint.NO_SUCH_OP);
        must(c.values().size() == (op == Op.BETWEEN ? 2 : 1), Complaint.NOT_A_NUMBER);
        return c.values().stream().map(this::number).toList();
    }

    private BigDecimal number(String text) {
        if (hidden.behind(text).orElse(null) instanceof Hidden.Figure(BigDecimal value)) {
            return value;
        }
        must(text.matches("-?\\d{1,15}(\\.\\d{1,6})?"), Complaint.NOT_A_NUMBER);
        return new BigDecimal(text);
    }

    /// One filter, or one for each member that a single hidden name may mean.
    private List<Filter> members(ReplyForm.Condition c, boolean not) {
        var names = new ArrayList<List<String>>();
        for (String value : c.values()) {
            List<String> found = names(c.field(), value);
            must(!found.isEmpty(), Complaint.NO_SUCH_MEMBER);
            names.add(found);
        }
        if (names.size() == 1) {
            return names.getFirst().stream()
                    .map(n -> Filter.members(c.field(), not, List.of(n)))
                    .toList();
        }
        must(names.stream().allMatch(n -> n.size() == 1), Complaint.NO_SUCH_MEMBER);
        return List.of(
                Filter.members(
                        c.field(), not, names.stream().map(List::getFirst).distinct().toList()));
    }

    /// Members of the index only: a model cannot invent one.
    private List<String> names(String field, String value) {
        Hidden.@Nullable Secret secret = hidden.behind(value).orElse(null);
        if (secret instanceof Hidden.Members(List<Member> all)) {
            return all.stream()
                    .filter(m -> m.dimension().equals(field) && values.has(field, m.value()))
                    .map(Member::value)
                    .toList();
        }
        if (secret != null) {
            return List.of();
        }
        return values.find(Tokens.key(value)).stream()
                .filter(v -> v.whole())
                .flatMap(v -> v.members().stream())
                .filter(m -> m.dimension().equals(field))
                .map(Member::value)
                .toList();
    }

    // Time

    private Window window(ReplyForm.Span span) {
        LocalDate from = day(span.from());
        LocalDate to = day(span.to());
        must(from == null || to == null || !to.isBefore(from), Complaint.BAD_WINDOW);
        must(
                span.dateRole() == null || words.roles().contains(span.dateRole()),
                Complaint.BAD_WINDOW);
        return new Window(from, to, span.dateRole(), null);
    }

    private @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (hidden.behind(text).orElse(null) instanceof Hidden.Day(LocalDate date)) {
            return date;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Complaint.Found(Complaint.BAD_WINDOW);
        }
    }

    private Comparison comparison(ReplyForm.Against against) {
        Comparison.Type type =
                Arrays.stream(Comparison.Type.values())
                        .filter(t -> t.id().equals(against.type()))
                        .findFirst()
                        .orElseThrow(() -> new Complaint.Found(Complaint.BAD_COMPARISON));
        Window window = against.window().map(this::window).orElse(null);
        must(type != Comparison.Type.CUSTOM || window != null, Complaint.BAD_COMPARISON);
        return new Comparison(type, type == Comparison.Type.CUSTOM ? window : null);
    }
}
