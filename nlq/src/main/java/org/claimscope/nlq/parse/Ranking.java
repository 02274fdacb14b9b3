package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Filter.Level;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.parse.Span.Bound;
import org.claimscope.nlq.parse.Span.Direction;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.parse.Span.Move;

/// Reads bounds, rankings and changes, once it is known what is measured.
final class Ranking {
    /// Words by which a rank is one of change.
    static final String MOVING = ".*(improve|worse|deterior|got|gett).*";

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);

    private final Path path;
    private final Assembly assembly;
    private final Draft draft;
    private final Lexicon lexicon;

    Ranking(Path path, Assembly assembly, Lexicon lexicon) {
        this.path = path;
        this.assembly = assembly;
        this.draft = assembly.draft();
        this.lexicon = lexicon;
    }

    void read() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Bound b) {
                bound(k, b);
            }
        }
        if (draft.listing && draft.bounded.containsAll(draft.measures)) {
            draft.measures.clear();
        } else {
            draft.measures.addAll(draft.bounded);
            onlyBounded();
        }
        change();
        rank();
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

    private boolean besideBound(int k) {
        int after = path.mark(k + 1, Marker.WITH) ? k + 2 : k + 1;
        return (path.inside(after) && path.span(after) instanceof Bound)
                || (path.inside(k - 1) && path.span(k - 1) instanceof Bound);
    }

    private Unit unit(String measure) {
        return lexicon.measure(measure).map(m -> m.unit()).orElse(Unit.COUNT);
    }

    private void bound(int k, Bound b) {
        switch (kind(k, b)) {
            case DAYS -> {
                Optional<String> days =
                        draft.measures.stream().filter(m -> unit(m) == Unit.DAYS).findFirst();
                if (days.isPresent()) {
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
                // What a claim bills is its own field, not the ledger's.
                return draft.dimensions.contains("claim") && path.text(at).equals("billed")
                        ? "claim_billed"
                        : path.measure(at).get().id();
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

    private void change() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Change(Move move)) {
                compared();
                boolean which =
                        !draft.dimensions.isEmpty()
                                && (path.anyMark(Marker.WHICH, Marker.LIST) || whoseBefore(k));
                if (which && move != Move.ANY && !hasRank() && !draft.measures.isEmpty()) {
                    boolean up = up(move, draft.measures.iterator().next());
                    draft.conditions.add(
                            Filter.bounds(
                                    QuestionForm.CHANGE,
                                    up ? Op.GREATER : Op.LESS,
                                    Level.MEASURE,
                                    List.of(BigDecimal.ZERO)));
                }
            }
        }
    }

    private boolean whoseBefore(int k) {
        for (int at = 0; at < k; at++) {
            if (path.mark(at, Marker.WITH)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRank() {
        return path.spans().stream().anyMatch(p -> p.span() instanceof Span.Rank);
    }

    private void compared() {
        if (draft.comparison == null) {
            draft.comparison = Comparison.of(Comparison.Type.PRIOR_PERIOD);
            draft.assumptions.add("Compared with the period directly before.");
        }
    }

    private boolean up(Move move, String measure) {
        boolean lower = polarity(measure) == Polarity.LOWER_IS_BETTER;
        return switch (move) {
            case ANY, UP -> true;
            case DOWN -> false;
            case BETTER -> !lower;
            case WORSE -> lower;
        };
    }

    private Polarity polarity(String measure) {
        boolean denials =
                measure.equals("claim_count")
                        && draft.members(Lexicon.CLAIM_STATUS).stream()
                                .anyMatch(s -> s.equalsIgnoreCase(Lexicon.DENIED));
        if (denials) {
            return Polarity.LOWER_IS_BETTER;
        }
        return lexicon.measure(measure).map(m -> m.polarity()).orElse(Polarity.NEITHER);
    }

    private void rank() {
        boolean sorted =
                path.anyMark(
                        Marker.SORT,
                        Marker.ASCENDING,
                        Marker.DESCENDING,
                        Marker.WORST_FIRST,
                        Marker.BEST_FIRST);
        boolean ranked = false;
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Rank r) {
                // "Shortest lag: top 3": the first says which end, the other how many.
                if (ranked && r.rows() > 0 && path.text(k).startsWith("top")) {
                    draft.limit = r.rows();
                } else {
                    rankAt(k, r);
                }
                ranked = true;
                sorted = false;
            }
        }
        if (sorted && !draft.measures.isEmpty()) {
            Optional<Move> moved = rankedByChange();
            String by = moved.isPresent() ? QuestionForm.CHANGE : measureFor(sortAt());
            draft.order.add(
                    new Order(by, moved.isPresent() ? moved.get() != Move.DOWN : descending(by)));
        }
        if (rows() > 0 && draft.limit == null) {
            draft.limit = rows();
        }
    }

    private boolean descending(String by) {
        boolean lower = polarity(by) == Polarity.LOWER_IS_BETTER;
        if (path.anyMark(Marker.WORST_FIRST)) {
            return lower;
        }
        return path.anyMark(Marker.BEST_FIRST) ? !lower : !path.anyMark(Marker.ASCENDING);
    }

    /// "By growth in charges", "ranked by change in denied dollars".
    private Optional<Move> rankedByChange() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Change(Move move)
                    && path.mark(k - 1, Marker.BY, Marker.SORT)) {
                return Optional.of(move);
            }
        }
        boolean first =
                path.mark(0, Marker.SORT)
                        || path.anyMark(
                                Marker.ASCENDING,
                                Marker.DESCENDING,
                                Marker.BEST_FIRST,
                                Marker.WORST_FIRST);
        for (int k = 0; k < path.size() && first; k++) {
            if (path.span(k) instanceof Span.Change(Move move)) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }

    private int sortAt() {
        for (int k = 0; k < path.size(); k++) {
            if (path.mark(k, Marker.SORT)) {
                return k;
            }
        }
        return 0;
    }

    /// The measure that ranks: after "by", else right after the rank, else the first.
    private String measureFor(int k) {
        for (int at = k + 1; at < path.size(); at++) {
            if (path.measure(at).isPresent()
                    && draft.measures.contains(path.measure(at).get().id())
                    && (path.mark(at - 1, Marker.BY, Marker.SORT) || at == k + 1)) {
                return path.measure(at).get().id();
            }
        }
        return draft.measures.iterator().next();
    }

    /// "Improved their denial rate the most": the rank is of the change that was named before.
    private Span.Rank ofChange(int k, Span.Rank r) {
        boolean most =
                path.text(k).equals("most")
                        && path.measure(k + 1).isEmpty()
                        && path.entity(k + 1).isEmpty();
        for (int at = 0; at < k && most; at++) {
            if (path.span(at) instanceof Span.Change(Move move)) {
                return new Span.Rank(Spans.side(move), r.rows());
            }
        }
        return r;
    }

    private void rankAt(int k, Span.Rank said) {
        Span.Rank r = ofChange(k, said);
        Optional<Move> moved = rankedByChange();
        boolean change =
                moved.isPresent()
                        || r.direction() == Direction.RISE
                        || r.direction() == Direction.FALL
                        || !r.equals(said)
                        || path.text(k).matches(MOVING);
        if (change) {
            compared();
        }
        if (draft.measures.isEmpty()) {
            draft.limit = r.rows() > 0 ? Integer.valueOf(r.rows()) : draft.limit;
            return;
        }
        if (draft.grain.isPresent() && !draft.dimensions.isEmpty()) {
            throw new Refusal("The top of each period is not available yet: ask for one period.");
        }
        String by = inTime(k, measureFor(k));
        boolean lower = polarity(by) == Polarity.LOWER_IS_BETTER;
        boolean descending =
                switch (r.direction()) {
                    case HIGH, RISE -> moved.isEmpty() || moved.get() != Move.DOWN;
                    case LOW, FALL -> false;
                    case BEST -> !lower;
                    case WORST -> lower;
                };
        draft.order.clear();
        draft.order.add(new Order(change ? QuestionForm.CHANGE : by, descending));
        if (r.rows() > 0) {
            draft.limit = r.rows();
        } else if (rows() > 0) {
            draft.limit = rows();
        } else if (!pluralSubject()) {
            draft.limit = 1;
        }
    }

    /// "Fastest" and "slowest" are about days: who pays fastest has the fewest days to pay.
    private String inTime(int k, String by) {
        boolean time = path.text(k).matches(".*(fast|slow|quick|long|short)e(r|st).*");
        if (!time || unit(by) == Unit.DAYS) {
            return by;
        }
        if (!by.equals("payments") || !path.words().matches(".* pays? .*")) {
            throw Refusal.unclear("I did not understand “" + path.text(k) + "” here.");
        }
        draft.measures.remove(by);
        draft.measures.add("days_to_pay");
        return "days_to_pay";
    }

    private int rows() {
        return path.spans().stream()
                .map(Placed::span)
                .mapToInt(s -> s instanceof Span.Rows(int rows) ? rows : 0)
                .max()
                .orElse(0);
    }

    private boolean pluralSubject() {
        var subjects = new ArrayList<Integer>();
        for (int k = 0; k < path.size(); k++) {
            if (assembly.splitAt(k) && !path.mark(k - 1, Marker.BY)) {
                subjects.add(k);
            }
        }
        return !subjects.isEmpty()
                && path.plural(subjects.getFirst())
                // "Which of the facilities" is one of them.
                && !(path.inside(subjects.getFirst() - 1)
                        && path.text(subjects.getFirst() - 1).startsWith("which of"));
    }
}
