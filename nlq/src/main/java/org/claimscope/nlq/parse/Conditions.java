package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Unit;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Filter.Level;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Bound;
import org.claimscope.nlq.parse.Span.Marker;

/// Reads bounds as conditions: on the age of rows, or on what comes out for a member.
final class Conditions {
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);

    /// What a claim bills, in the words that are charges elsewhere.
    private static final String BILLED =
            "billed|(?:total )?billed (?:amount|charges|total)|amount billed|charge amount|billed dollars|total billed";

    private final Path path;
    private final Draft draft;
    private final Lexicon lexicon;

    Conditions(Path path, Draft draft, Lexicon lexicon) {
        this.path = path;
        this.draft = draft;
        this.lexicon = lexicon;
    }

    void read() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Bound b) {
                bound(k, path.mark(k - 1, Marker.NOT) ? opposite(b) : b);
            }
        }
        if (draft.listing && draft.bounded.containsAll(draft.measures)) {
            draft.measures.clear();
        } else {
            draft.measures.addAll(draft.bounded);
            onlyBounded();
        }
    }

    /// "Payments where the denial rate is above 15 %" shows payments: what only a condition names
    /// is not asked for.
    private void onlyBounded() {
        Set<String> asked =
                draft.measures.stream()
                        .filter(id -> !draft.bounded.contains(id) || elsewhere(id))
                        .collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            draft.measures.retainAll(asked);
        }
    }

    private boolean elsewhere(String id) {
        for (int k = 0; k < path.size(); k++) {
            if (path.measure(k).map(m -> m.ids().contains(id)).orElse(false) && !besideBound(k)) {
                return true;
            }
        }
        return false;
    }

    private boolean twice(String id) {
        int times = 0;
        for (int k = 0; k < path.size(); k++) {
            times += path.measure(k).map(m -> m.ids().contains(id)).orElse(false) ? 1 : 0;
        }
        return times > 1;
    }

    private boolean besideBound(int k) {
        int after = path.mark(k + 1, Marker.WITH) ? k + 2 : k + 1;
        return (path.inside(after) && path.span(after) instanceof Bound)
                || (path.inside(k - 1) && path.span(k - 1) instanceof Bound);
    }

    private Unit unit(String measure) {
        return lexicon.measure(measure).map(m -> m.unit()).orElse(Unit.COUNT);
    }

    private void bound(int k, Bound b) {
        Optional<String> age = path.dimension(k - 1).filter(Splits.AGES::contains);
        if (age.isPresent()) {
            draft.conditions.add(Filter.bounds(age.get(), b.op(), Level.ROW, b.numbers()));
            return;
        }
        switch (kind(k, b)) {
            case DAYS -> {
                Optional<String> days =
                        draft.measures.stream().filter(m -> unit(m) == Unit.DAYS).findFirst();
                if (daysInReceivables()) {
                    draft.measures.clear();
                    level("days_in_ar", b, b.numbers());
                } else if (days.isPresent()) {
                    level(days.get(), b, b.numbers());
                } else if (draft.measures.contains("ar_balance") || path.words().contains(" ar ")) {
                    draft.conditions.add(
                            Filter.bounds("ar_age_days", b.op(), Level.ROW, b.numbers()));
                    if (draft.listing) {
                        draft.bounded.add("ar_balance");
                    }
                } else if (draft.measures.contains("claim_count")
                        || draft.dimensions.contains("claim")
                        || claims()) {
                    draft.conditions.add(
                            Filter.bounds("claim_age_days", b.op(), Level.ROW, b.numbers()));
                } else {
                    throw Refusal.unclear("I did not understand what is “" + path.text(k) + "”.");
                }
            }
            case PERCENT -> level(rate(k), b, b.numbers());
            case PLAIN, MONEY -> {
                String measure = bounding(k, b);
                boolean fraction = unit(measure) == Unit.RATE && b.kind() == Bound.Kind.PLAIN;
                level(
                        measure,
                        b,
                        fraction
                                ? b.numbers().stream()
                                        .map(n ->
                                                n.compareTo(BigDecimal.ONE) > 0
                                                        ? n.movePointLeft(2)
                                                        : n)
                                        .toList()
                                : b.numbers());
            }
        }
    }

    /// "Exclude the ones under 5 %" keeps those of 5 % and more. "Facilities with more than 55 days
    /// in A/R" are asked for their days in A/R; what is said of claims or balances is an age.
    private boolean daysInReceivables() {
        return path.words().matches(".* days in (?:the |our )?ar .*")
                && draft.measures.equals(Set.of("ar_balance"))
                && !draft.dimensions.isEmpty()
                && !draft.listing
                && path.spans().stream()
                                .filter(p ->
                                        p.span() instanceof Span.Meant(Sense.Measure _)
                                                || p.span() instanceof Span.Meant(Sense.Entity _))
                                .count()
                        == 1;
    }

    private static Bound opposite(Bound b) {
        Op op =
                switch (b.op()) {
                    case GREATER -> Op.LESS_OR_EQUAL;
                    case GREATER_OR_EQUAL -> Op.LESS;
                    case LESS -> Op.GREATER_OR_EQUAL;
                    case LESS_OR_EQUAL -> Op.GREATER;
                    default -> throw new Refusal("What is outside two bounds cannot be asked for.");
                };
        return new Bound(op, b.numbers(), b.kind());
    }

    private boolean claims() {
        for (int k = 0; k < path.size(); k++) {
            if (path.entity(k).map(e -> e.dimension().equals("claim")).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    /// "A/R over 90" are days: nobody counts receivables in tens of dollars.
    private Bound.Kind kind(int k, Bound b) {
        boolean unnamed = path.spans().stream().noneMatch(p -> p.span() instanceof Span.Meant);
        boolean days =
                b.kind() == Bound.Kind.PLAIN
                        && (path.measure(k - 1).map(m -> m.id().equals("ar_balance")).orElse(false)
                                || (unnamed && draft.inherits("ar_age_days")))
                        && b.numbers().stream().allMatch(n -> n.compareTo(YEAR) <= 0);
        return days ? Bound.Kind.DAYS : b.kind();
    }

    private void level(String measure, Bound b, List<BigDecimal> numbers) {
        draft.conditions.add(Filter.bounds(measure, b.op(), Level.MEASURE, numbers));
        draft.bounded.add(measure);
    }

    private String rate(int k) {
        for (int at = k - 1; at >= 0; at--) {
            if (path.measure(at).isPresent() && unit(path.measure(at).get().id()) == Unit.RATE) {
                return path.measure(at).get().id();
            }
        }
        return draft.measures.stream()
                .filter(m -> unit(m) == Unit.RATE)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unclear("I did not understand what is “" + path.text(k) + "”."));
    }

    /// The measure that a number bounds: the one right after it, else the last one before it.
    private String bounding(int k, Bound b) {
        int after = k + 1;
        while (path.isMember(after)) {
            after++;
        }
        if (path.measure(after).isPresent() && path.gap(k, after) <= 2) {
            return path.measure(after).get().id();
        }
        if (path.entity(after).isPresent()) {
            return path.entity(after).get().count();
        }
        for (int at = k - 1; at >= 0; at--) {
            boolean status = path.text(at).equals("paid") && !draft.measures.contains("payments");
            if (path.measure(at).isPresent()
                    && !status
                    && path.measure(at).get().ids().size() == 1) {
                String said = path.measure(at).get().id();
                if (!draft.dimensions.contains("claim") || !path.text(at).matches(BILLED)) {
                    return said;
                }
                // What a claim bills is its own field, not the ledger's.
                if (besideBound(at) && !twice(said)) {
                    draft.measures.remove(said);
                }
                return "claim_billed";
            }
        }
        Optional<String> before = draft.inheritedBound();
        if (before.isPresent()) {
            return before.get();
        }
        if (b.kind() == Bound.Kind.MONEY && draft.dimensions.contains("claim")) {
            return "claim_billed";
        }
        if (draft.measures.size() == 1) {
            return draft.measures.iterator().next();
        }
        throw Refusal.unclear("I did not understand what is “" + path.text(k) + "”.");
    }
}
