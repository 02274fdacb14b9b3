package org.claimscope.nlq.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Filter.Level;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.parse.Span.Direction;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.parse.Span.Move;

/// Reads conditions, changes and rankings, once it is known what is measured.
final class Ranking {
    /// Words by which a rank is one of change.
    static final String MOVING = ".*(improve|worse|deterior|got|gett).*";

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
        new Conditions(path, draft, lexicon).read();
        change();
        rank();
    }

    private Unit unit(String measure) {
        return lexicon.measure(measure).map(m -> m.unit()).orElse(Unit.COUNT);
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
        boolean ordered = sorted && !path.anyMark(Marker.SORT);
        boolean ranked = false;
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Rank r && !comparative(k)) {
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
            for (int k = 0; k < path.size(); k++) {
                if (path.mark(k, Marker.ASCENDING, Marker.DESCENDING)) {
                    by = inTime(k, by);
                }
            }
            draft.order.add(
                    new Order(by, moved.isPresent() ? moved.get() != Move.DOWN : descending(by)));
        }
        if (ordered && ranked && !draft.order.isEmpty()) {
            agreeing(draft.order.getFirst());
        }
        if (rows() > 0 && draft.limit == null) {
            draft.limit = rows();
        }
    }

    /// "Was it better in 2024 than in 2023" asks for both, and ranks nothing.
    private boolean comparative(int k) {
        return path.text(k)
                        .matches("better|worse|higher|lower|more|less|fewer|greater|larger|smaller")
                && draft.comparison != null
                && draft.dimensions.isEmpty()
                && draft.grain.isEmpty()
                && !draft.listing;
    }

    /// "Top 5 by denial rate, lowest first" names both ends.
    private void agreeing(Order order) {
        if (!order.by().equals(QuestionForm.CHANGE)
                && order.descending() != descending(order.by())) {
            throw Refusal.unclear("I did not understand which end comes first.");
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
                return new Span.Rank(Ranks.side(move), r.rows());
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
        } else if (!pluralSubject() && !path.text(k).endsWith(" first")) {
            draft.limit = 1;
        }
    }

    /// "Fastest" and "slowest" are about days: who pays fastest has the fewest days to pay.
    private String inTime(int k, String by) {
        boolean time = path.text(k).matches(".*\\b(fast|slow|quick|long|short)(e(r|st))?\\b.*");
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
