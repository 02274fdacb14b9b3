package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.Set;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;

/// Decides what patients, claims and encounters are in a question: counted, listed, split by, or
/// only what a measure is about.
final class Entities {
    private final Path path;
    private final Draft draft;

    /// Places of what the answer is split by.
    private final Set<Integer> split;

    Entities(Path path, Draft draft, Set<Integer> split) {
        this.path = path;
        this.draft = draft;
        this.split = split;
    }

    /// @param entities their places
    void read(Set<Integer> entities) {
        boolean decided = (!draft.measures.isEmpty() && !describing()) || draft.open();
        var rest = new ArrayList<Integer>();
        for (int k : entities.stream().sorted().toList()) {
            Sense.Entity e = path.entity(k).orElseThrow();
            int before = path.beforeMembers(k);
            if (e.dimension().equals("patient")
                    && path.measure(k + 1).isPresent()
                    && path.touching(k, k + 1)
                    && !(path.inside(k + 2) && path.span(k + 2) instanceof Span.Bound)) {
                throw new Refusal(
                        "What patients themselves owe or pay is not told apart yet: ask without “"
                                + path.text(k)
                                + "”.");
            }
            boolean every =
                    path.mark(k - 1, Marker.BY)
                            && path.text(k - 1).matches("every|each")
                            && draft.measures.isEmpty();
            if (path.mark(before, Marker.COUNT)) {
                draft.measures.add(e.count());
            } else if (every) {
                listed(k, e);
            } else if (path.mark(k - 1, Marker.BY, Marker.SORT)) {
                draft.dimensions.add(e.dimension());
                split.add(k);
            } else if (path.inside(before) && path.span(before) instanceof Span.Rank r) {
                ranked(k, e, r, path.text(before));
            } else if (path.inside(before)
                    && path.span(before) instanceof Span.Bound b
                    && b.kind() == Span.Bound.Kind.PLAIN) {
                draft.bounded.add(e.count());
                continue;
            } else if (path.mark(k + 1, Marker.LIST)
                    || path.mark(before, Marker.WHICH, Marker.LIST, Marker.SHOW)
                            && !(path.mark(before, Marker.SHOW) && !draft.measures.isEmpty())) {
                listed(k, e);
            } else {
                rest.add(k);
                continue;
            }
            decided = true;
        }
        if (decided && !rest.isEmpty() && draft.dimensions.isEmpty()) {
            int k = rest.getFirst();
            if (bearing(k)) {
                listed(k, path.entity(k).orElseThrow());
            } else if (path.mark(k + 1, Marker.WITH) && path.measure(k + 2).isPresent()) {
                throw Refusal.unclear(
                        "Say how much “%s” must be, or ask for it “by %s”."
                                .formatted(path.text(k + 2), path.text(k)));
            }
        }
        if (!decided && !rest.isEmpty()) {
            int k = rest.getFirst();
            Sense.Entity e = path.entity(k).orElseThrow();
            if (path.anyMark(Marker.COUNT)) {
                draft.measures.add(e.count());
            } else if (describing()
                    || path.anyMark(Marker.LIST)
                    || (k == 1 && path.mark(0, Marker.ALL))
                    || relative(k)
                    || path.mark(k + 1, Marker.WITH, Marker.NOT)
                    || aged()
                    || (e.dimension().equals("patient") && draft.hasFilters())) {
                listed(k, e);
            } else {
                draft.measures.add(e.count());
            }
        }
    }

    /// "Patients with A/R over 90 days": the measure only describes what is listed.
    private boolean bearing(int k) {
        boolean first = true;
        for (int at = 0; at < k; at++) {
            first &= path.measure(at).isEmpty();
        }
        return first && path.mark(k + 1, Marker.WITH) && aged();
    }

    /// "Patients whose balance exceeds $5,000": all measures only describe what is listed.
    private boolean describing() {
        boolean any = false;
        for (int k = 0; k < path.size(); k++) {
            if (path.measure(k).isPresent()) {
                any = true;
                boolean bounded =
                        (path.inside(k + 1) && path.span(k + 1) instanceof Span.Bound)
                                || (path.inside(k - 1) && path.span(k - 1) instanceof Span.Bound);
                if (!bounded || !afterEntity(k)) {
                    return false;
                }
            }
        }
        return any && draft.dimensions.isEmpty() && draft.grain.isEmpty();
    }

    private boolean afterEntity(int k) {
        for (int at = 0; at < k; at++) {
            if (path.entity(at).isPresent()) {
                return !path.mark(path.beforeMembers(at), Marker.COUNT, Marker.BY);
            }
        }
        return false;
    }

    /// "Claims sent in April which are still pending".
    private boolean relative(int k) {
        for (int at = k + 1; at < path.size(); at++) {
            if (path.mark(at, Marker.WITH) || path.text(at).equals("whose")) {
                return draft.dimensions.isEmpty() && draft.grain.isEmpty();
            }
        }
        return false;
    }

    private boolean aged() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Bound b && b.kind() != Span.Bound.Kind.PERCENT) {
                return true;
            }
        }
        return false;
    }

    /// "Top 10 patients" are patients, "the most claims" are counted.
    private void ranked(int k, Sense.Entity e, Span.Rank rank, String words) {
        boolean counted =
                rank.rows() == 0
                        && (words.matches("most|fewest|least|more|fewer")
                                || !draft.dimensions.isEmpty()
                                || draft.grain.isPresent());
        if (counted) {
            draft.measures.add(e.count());
        } else {
            draft.dimensions.add(e.dimension());
            split.add(k);
        }
    }

    /// A listing, unless it is split: "show claims by payer" are numbers.
    private void listed(int k, Sense.Entity e) {
        boolean asList =
                path.mark(path.beforeMembers(k), Marker.LIST) || path.mark(k + 1, Marker.LIST);
        boolean split =
                !asList && !draft.dimensions.isEmpty()
                        || draft.grain.isPresent()
                        || path.anySpan(Span.Trend.class);
        if (split && draft.measures.isEmpty()) {
            draft.measures.add(e.count());
            return;
        }
        draft.dimensions.add(e.dimension());
        this.split.add(k);
        draft.listing = true;
    }
}
