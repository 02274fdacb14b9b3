package org.claimscope.nlq.parse;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;

/// Decides whether a dimension or a period's name in a question is split by, taken away, or only
/// names what a member is.
final class Splits {
    /// What "type" means beside a measure.
    private static final Map<String, String> TYPES =
            Map.of(
                    "adjustments", "adjustment_type",
                    "encounter_count", "encounter_type",
                    "patient_count", "encounter_type",
                    "denied_amount", "denial_category",
                    "denial_rate", "denial_category");

    /// What it means beside one that a condition makes: "denials", "write-offs".
    private static final Map<String, String> IMPLIED =
            Map.of("claim_count", "denial_category", "adjustments", "adjustment_type");

    /// Numbers of days, which only conditions are on.
    static final Set<String> AGES = Set.of("ar_age_days", "claim_age_days");

    private final Path path;
    private final Draft draft;
    private final Lexicon lexicon;
    private final Set<Integer> split = new HashSet<>();

    Splits(Path path, Draft draft, Lexicon lexicon) {
        this.path = path;
        this.draft = draft;
        this.lexicon = lexicon;
    }

    /// Places of what the answer is split by.
    Set<Integer> places() {
        return split;
    }

    void dimension(int k, String said) {
        String id = said.equals(Lexicon.TYPE) ? typeOf(k) : said;
        // "Days of A/R age over 120": an age is a condition, no split.
        if (AGES.contains(id) && path.inside(k + 1) && path.span(k + 1) instanceof Span.Bound) {
            return;
        }
        // "Rank all payers", "identify all payers": all of them are told apart.
        boolean each =
                path.mark(k - 1, Marker.ALL)
                        && path.mark(k - 2, Marker.LIST, Marker.SORT, Marker.COMPARE, Marker.BY);
        boolean pointed =
                each
                        || path.mark(
                                k - 1,
                                Marker.BY,
                                Marker.ADD,
                                Marker.WHICH,
                                Marker.COMPARE,
                                Marker.LIST,
                                Marker.SORT)
                        || (path.inside(k - 1) && path.span(k - 1) instanceof Span.Rank)
                        || column(k)
                        || chained(k);
        boolean where = path.mark(k - 1, Marker.WITH, Marker.ONLY, Marker.NOT) && !column(k);
        boolean beside =
                (path.memberOf(k + 1, id) && path.gap(k, k + 1) <= 2)
                        || (id.equals("payer")
                                && path.touching(k - 1, k)
                                && (path.memberOf(k - 1, "payer_type")
                                        || path.memberOf(k - 1, "financial_class")))
                        || (path.mark(k + 1, Marker.NOT) && path.memberOf(k + 2, id))
                        || (id.equals(Lexicon.CLAIM_STATUS)
                                && path.inside(k + 1)
                                && path.text(
                                                path.mark(k + 1, Marker.NOT) && path.inside(k + 2)
                                                        ? k + 2
                                                        : k + 1)
                                        .equals("paid"))
                        || (path.memberOf(k - 1, id) && path.touching(k - 1, k));
        // "By payer, status Rejected": the next of a row with its member is a condition.
        boolean next =
                path.memberOf(k + 1, id) && chained(k) && !path.mark(k - 1, Marker.BY, Marker.ADD);
        if (beside && (!pointed || where || next || path.mark(k - 1, Marker.WHICH))) {
            return;
        }
        if (!each && path.mark(k - 1, Marker.REMOVE, Marker.ALL, Marker.INSTEAD)) {
            draft.removed.add(id);
            return;
        }
        if (path.mark(k - 1, Marker.COUNT)) {
            throw new Refusal("Counting " + lexicon.label(id) + " members is not available yet.");
        }
        if (!pointed && where && !path.inside(k + 1)) {
            throw Refusal.unclear("I did not understand which " + lexicon.label(id) + " is meant.");
        }
        boolean about =
                path.measure(k + 1).isPresent() && path.touching(k, k + 1) && !path.plural(k);
        if (!pointed && !where && about) {
            throw new Refusal(
                    "I did not understand which "
                            + path.text(k)
                            + " is meant: name it, or say “by "
                            + lexicon.label(id)
                            + "”.");
        }
        if (!pointed && !where && !measured()) {
            throw Refusal.unclear("I did not understand which " + lexicon.label(id) + " is meant.");
        }
        (column(k) ? draft.columns : draft.dimensions).add(id);
        split.add(k);
    }

    /// "Adjustments by type" are split by the adjustments' type, "denials by category" by theirs.
    private String typeOf(int k) {
        for (int at = k - 1; at >= 0; at--) {
            Optional<String> type =
                    path.measure(at)
                            .flatMap(m ->
                                    m.implied().isEmpty()
                                            ? Optional.ofNullable(TYPES.get(m.id()))
                                            : Optional.ofNullable(IMPLIED.get(m.id())))
                            .or(() ->
                                    path.entity(path.inside(k - 2) ? k - 2 : k)
                                            .flatMap(e ->
                                                    Optional.ofNullable(TYPES.get(e.count()))));
            if (type.isPresent()) {
                return type.get();
            }
        }
        return Lexicon.TYPE;
    }

    /// What "type" is beside a measure that is not said again.
    static Optional<String> typeOf(String measure) {
        return Optional.ofNullable(TYPES.get(measure));
    }

    /// Whether a number is asked for; without one a bare "diagnosis" is nothing to split by.
    private boolean measured() {
        for (int k = 0; k < path.size(); k++) {
            if (path.measure(k).isPresent()
                    || path.mark(k, Marker.COUNT, Marker.WITH, Marker.SHOW)) {
                return true;
            }
        }
        return path.span(0) instanceof Span.Meant(Sense.Dimension(String _));
    }

    /// "List them with the payer": a list may show more than what it lists.
    private boolean column(int k) {
        return path.mark(k - 1, Marker.WITH)
                && path.text(k - 1).equals("with")
                && path.anyMark(Marker.LIST)
                && !path.inside(k + 1);
    }

    /// The next of "by payer, facility and month".
    private boolean chained(int k) {
        int before = path.mark(k - 1, Marker.AND, Marker.ADD) ? k - 2 : k - 1;
        return path.inside(before)
                && (split.contains(before) || path.span(before) instanceof Span.Axis)
                && (before == k - 2 || path.gap(before, k) >= 1);
    }

    /// "By quarter instead of by month": what stands after a word that takes away is no axis.
    void axis(int k, Grain grain) {
        if (path.mark(k - 1, Marker.REMOVE, Marker.INSTEAD)) {
            draft.removed.add(grain.id());
        } else {
            draft.grain = Optional.of(grain);
        }
    }

    void unit(int k, Grain grain) {
        if (path.mark(k - 1, Marker.REMOVE, Marker.INSTEAD)) {
            draft.removed.add(grain.id());
            return;
        }
        boolean asked =
                path.mark(k - 1, Marker.WHICH, Marker.BY, Marker.COMPARE, Marker.LIST)
                        || (path.inside(k - 1) && path.span(k - 1) instanceof Span.Rank)
                        || path.mark(k + 1, Marker.WITH)
                        || (k == 0 && path.anyMark(Marker.WITH))
                        || chained(k);
        if (!asked && !path.mark(k - 1, Marker.ADD)) {
            throw Refusal.unclear("I did not understand which " + path.text(k) + " is meant.");
        }
        draft.grain = Optional.of(grain);
        split.add(k);
    }
}
