package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Option;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Member;
import org.jspecify.annotations.Nullable;

/// What has been read of a question so far.
final class Draft {
    final Set<String> measures = new LinkedHashSet<>();

    /// Measures that only a condition names.
    final Set<String> bounded = new LinkedHashSet<>();

    final Set<String> dimensions = new LinkedHashSet<>();

    /// What a list shows besides what it lists.
    final Set<String> columns = new LinkedHashSet<>();

    final Set<String> removed = new LinkedHashSet<>();
    final List<Filter> conditions = new ArrayList<>();
    final List<Order> order = new ArrayList<>();
    final List<String> assumptions = new ArrayList<>();
    private final Map<String, Set<String>> wanted = new LinkedHashMap<>();
    private final Map<String, Set<String>> unwanted = new LinkedHashMap<>();
    private final Map<String, Set<String>> dropped = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    /// Conditions of the question before, unless this one has its own.
    private final List<Filter> inherited = new ArrayList<>();

    Optional<Grain> grain = Optional.empty();
    @Nullable Window window;
    @Nullable Comparison comparison;
    @Nullable Integer limit;
    boolean listing;
    double confidence = 1;

    /// A word with several readings: one of them is chosen by the person.
    private record Choice(String word, List<Reading> readings) {}

    /// @param filter the condition the reading adds, empty for a measure
    record Reading(String label, Optional<String> measure, Optional<Filter> filter) {}

    void member(String dimension, String value, boolean not) {
        (not ? unwanted : wanted).computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
    }

    /// A member that is no longer wanted, whether or not the question before asked for it.
    void drop(Member m) {
        dropped.computeIfAbsent(m.dimension(), d -> new LinkedHashSet<>()).add(m.value());
    }

    void withoutMember(String dimension) {
        wanted.remove(dimension);
    }

    void choice(String word, List<Reading> readings) {
        choices.add(new Choice(word, readings));
    }

    boolean open() {
        return !choices.isEmpty();
    }

    boolean filtered(String dimension) {
        return wanted.containsKey(dimension) || unwanted.containsKey(dimension);
    }

    Set<String> members(String dimension) {
        return wanted.getOrDefault(dimension, Set.of());
    }

    /// A member that is wanted and not wanted.
    Optional<String> contradiction() {
        return wanted.entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream()
                                .filter(unwanted.getOrDefault(e.getKey(), Set.of())::contains))
                .findFirst();
    }

    /// A field whose bounds leave nothing: over 90 and under 30.
    Optional<String> emptyRange() {
        for (Filter f : conditions) {
            for (Filter g : conditions) {
                boolean same = f.field().equals(g.field()) && f.level() == g.level();
                if (same
                        && f.value() instanceof Filter.Bounds(List<BigDecimal> low)
                        && g.value() instanceof Filter.Bounds(List<BigDecimal> high)
                        && (f.op() == Op.GREATER || f.op() == Op.GREATER_OR_EQUAL)
                        && (g.op() == Op.LESS || g.op() == Op.LESS_OR_EQUAL)
                        && low.getFirst().compareTo(high.getFirst()) >= 0) {
                    return Optional.of(f.field());
                }
            }
        }
        return Optional.empty();
    }

    boolean hasFilters() {
        return !wanted.isEmpty()
                || !unwanted.isEmpty()
                || !dropped.isEmpty()
                || !conditions.isEmpty();
    }

    /// Takes conditions over. What this question leaves out is left out besides: after "without
    /// Aetna", "leave out Cigna too" is about neither.
    void inherit(List<Filter> filters) {
        inherited.addAll(filters);
        for (String d : List.copyOf(unwanted.keySet())) {
            Set<String> gone = unwanted.getOrDefault(d, Set.of());
            boolean further =
                    !wanted.containsKey(d)
                            && filters.stream()
                                    .anyMatch(f ->
                                            f.field().equals(d)
                                                    && f.value()
                                                            instanceof
                                                            Filter.Members(List<String> names)
                                                    && (negative(f) || !gone.containsAll(names)));
            if (further) {
                dropped.computeIfAbsent(d, k -> new LinkedHashSet<>()).addAll(gone);
                unwanted.remove(d);
            }
        }
    }

    /// "Cigna as well": the members that this question names join those of the one before.
    void besides(List<Filter> before) {
        for (Filter f : before) {
            Set<String> named = wanted.get(f.field());
            if (named != null
                    && !negative(f)
                    && f.value() instanceof Filter.Members(List<String> names)) {
                var all = new LinkedHashSet<>(names);
                all.addAll(named);
                wanted.put(f.field(), all);
            }
        }
    }

    private static boolean negative(Filter f) {
        return f.op() == Op.NOT_EQUAL || f.op() == Op.NOT_IN;
    }

    boolean inherits(String field) {
        return inherited.stream().anyMatch(f -> f.field().equals(field));
    }

    /// The measure that a condition of the question before is on.
    Optional<String> inheritedBound() {
        return inherited.stream()
                .filter(f -> f.level() == Filter.Level.MEASURE)
                .map(Filter::field)
                .findFirst();
    }

    List<Filter> filters() {
        var all = new ArrayList<Filter>();
        for (Filter f : inherited) {
            boolean changed =
                    filtered(f.field())
                            || conditions.stream().anyMatch(c -> c.field().equals(f.field()));
            if (!changed && !removed.contains(f.field())) {
                remaining(f).ifPresent(all::add);
            }
        }
        dropped.forEach((d, v) -> {
            if (inherited.stream().noneMatch(f -> f.field().equals(d)) && !filtered(d)) {
                all.add(Filter.members(d, true, List.copyOf(v)));
            }
        });
        wanted.forEach((d, v) -> all.add(Filter.members(d, false, List.copyOf(v))));
        unwanted.forEach((d, v) -> all.add(Filter.members(d, true, List.copyOf(v))));
        all.addAll(conditions);
        return all;
    }

    /// The condition without the members that were dropped; one that leaves members out leaves them
    /// out as well.
    private Optional<Filter> remaining(Filter f) {
        Set<String> gone = dropped.get(f.field());
        if (gone == null || !(f.value() instanceof Filter.Members(List<String> names))) {
            return Optional.of(f);
        }
        var left = new LinkedHashSet<>(names);
        boolean not = negative(f);
        if (not) {
            left.addAll(gone);
        } else {
            left.removeAll(gone);
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Filter.members(f.field(), not, List.copyOf(left)));
    }

    QuestionForm form() {
        return QuestionForm.empty().toBuilder()
                .measures(List.copyOf(measures))
                .dimensions(List.copyOf(dimensions))
                .timeGrain(grain.map(Grain::id).orElse(null))
                .filters(filters())
                .window(window)
                .comparison(comparison)
                .order(order)
                .limit(limit)
                .assumptions(assumptions)
                .confidence(confidence)
                .build();
    }

    /// The question with the first open word read each of its ways.
    QuestionForm clarified(QuestionForm base) {
        Choice first = choices.getFirst();
        var options = new ArrayList<Option>();
        for (Reading r : first.readings().subList(0, Math.min(4, first.readings().size()))) {
            QuestionForm form = base;
            if (r.measure().isPresent()) {
                var all = new ArrayList<>(base.measures());
                all.add(r.measure().get());
                form = form.withMeasures(all);
            }
            if (r.filter().isPresent()) {
                var all = new ArrayList<>(base.filters());
                all.add(r.filter().get());
                form = form.withFilters(all);
            }
            options.add(new Option(r.label(), form));
        }
        return QuestionForm.clarify("“" + first.word() + "” can mean several things.", options);
    }
}
