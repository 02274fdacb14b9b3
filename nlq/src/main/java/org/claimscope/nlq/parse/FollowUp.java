package org.claimscope.nlq.parse;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;

/// Reads a question that changes the one before: "only Medicare", "and by facility", "what about
/// last month". The result is the whole question, not the change.
final class FollowUp {
    /// Conditions that came with a measure and go with it.
    private static final Set<String> OF_MEASURE =
            Set.of("claim_status", "adjustment_type", "denial_reason", "denial_category");

    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    " (?:(?:break|split|show|group|give me|slice|view|see|cut|sort|rank|list)"
                            + " (?:that|it|this|those|these|them|the same)|(?:that|it|those|them) by) ");

    private final Path path;
    private final Draft draft;
    private final QuestionForm previous;
    private final boolean measured;

    FollowUp(Path path, Draft draft, QuestionForm previous) {
        this.path = path;
        this.draft = draft;
        this.previous = previous;
        this.measured = !draft.measures.isEmpty();
    }

    /// Whether a question leans on the one before.
    static boolean is(Path path, Draft draft) {
        return leans(path) || splits(path) || (draft.measures.isEmpty() && !draft.listing);
    }

    /// "By denial category": nothing but what to split by.
    private static boolean splits(Path path) {
        return path.mark(0, Marker.BY)
                && path.spans().stream()
                        .allMatch(p ->
                                p.span() instanceof Span.Mark
                                        || p.span() instanceof Span.Meant(Sense.Dimension _)
                                        || p.span() instanceof Span.Axis);
    }

    /// Whether its words point back: "and …", "only …", "break that down by …".
    static boolean leans(Path path) {
        return path.mark(
                        0,
                        Marker.PREVIOUS,
                        Marker.AND,
                        Marker.ONLY,
                        Marker.REPLACE,
                        Marker.ADD,
                        Marker.REMOVE)
                || path.anyMark(Marker.REPLACE, Marker.INSTEAD)
                || sorts(path)
                || POINTS_BACK.matcher(path.words()).find();
    }

    /// "Sort by charges, highest first": nothing but an order.
    private static boolean sorts(Path path) {
        return path.mark(0, Marker.SORT)
                && path.measure(1).isPresent()
                && !path.anySpan(Span.Time.class)
                && !path.anySpan(Span.Axis.class)
                && !path.anyMark(Marker.BY, Marker.WITH);
    }

    /// Takes over what is measured and split by, before rankings are read.
    void seed() {
        boolean adds =
                path.anyMark(Marker.ADD) || (path.mark(0, Marker.AND) && path.mark(1, Marker.BY));
        boolean sorts = sorts(path);
        if (sorts && !previous.measures().containsAll(draft.measures)) {
            throw new Refusal("The answer is not about what it shall be sorted by.");
        }
        boolean more = path.anyMark(Marker.ADD) && !path.anyMark(Marker.BY);
        boolean counted =
                draft.listing
                        && !measured
                        && path.anyMark(Marker.LIST, Marker.SHOW)
                        && previous.measures().size() == 1
                        && draft.dimensions.stream()
                                .anyMatch(d -> previous.measures().contains(d + "_count"));
        if (counted) {
            // "List those claims" after their number shows them, not how many each is.
            draft.measures.clear();
        } else if (!measured || more || sorts) {
            var own = new LinkedHashSet<>(draft.measures);
            draft.measures.clear();
            draft.measures.addAll(previous.measures());
            draft.measures.addAll(own);
        }
        if (draft.dimensions.remove(Lexicon.TYPE)) {
            draft.dimensions.add(
                    previous.measures().stream()
                            .flatMap(m -> Splits.typeOf(m).stream())
                            .findFirst()
                            .orElseThrow(FollowUp::untyped));
        }
        boolean replacesAxis =
                path.anyMark(Marker.REPLACE)
                        && !draft.dimensions.isEmpty()
                        && previous.dimensions().isEmpty();
        if (draft.dimensions.isEmpty() || adds) {
            var own = new LinkedHashSet<>(draft.dimensions);
            draft.dimensions.clear();
            draft.dimensions.addAll(previous.dimensions());
            draft.dimensions.addAll(own);
        }
        boolean without =
                path.anyMark(Marker.REMOVE, Marker.INSTEAD)
                        || path.words().matches(".* (combined|together|altogether|overall) .*");
        draft.dimensions.removeIf(d -> without && draft.removed.contains(d));
        Optional<Grain> gone =
                draft.removed.stream().flatMap(r -> Grain.named(r).stream()).findFirst();
        if (gone.isPresent() && !gone.equals(previous.grain())) {
            throw new Refusal("The answer is not by " + gone.get().id() + ".");
        }
        if (draft.grain.isEmpty() && !replacesAxis && gone.isEmpty()) {
            draft.grain = previous.grain();
        }
        draft.listing |= previous.measures().isEmpty() && !measured;
        draft.window = previous.window();
        draft.comparison = previous.comparison();
        if (besides()) {
            draft.besides(previous.filters());
        }
        draft.inherit(previous.filters().stream().filter(this::stays).toList());
    }

    /// "Cigna too"; "and by Cigna" asks for another.
    private boolean besides() {
        for (int k = 0; k < path.size(); k++) {
            if (path.mark(k, Marker.ADD) && !path.text(k).endsWith("by")) {
                return true;
            }
        }
        return false;
    }

    static Refusal untyped() {
        return Refusal.unclear("I did not understand which type is meant.");
    }

    private boolean stays(Filter f) {
        boolean replaced = measured && !draft.measures.containsAll(previous.measures());
        return !replaced || (!OF_MEASURE.contains(f.field()) && f.level() == Filter.Level.ROW);
    }

    /// Takes over order and limit, unless the question has its own.
    void finish() {
        if (draft.order.isEmpty()) {
            for (Order o : previous.order()) {
                boolean known =
                        draft.measures.contains(o.by())
                                || draft.dimensions.contains(o.by())
                                || o.by().equals(QuestionForm.CHANGE);
                if (known) {
                    draft.order.add(o);
                } else if (!draft.measures.isEmpty()) {
                    draft.order.add(new Order(draft.measures.iterator().next(), o.descending()));
                }
            }
            if (draft.limit == null) {
                draft.limit = previous.limit();
            }
        }
        String role = previous.window() == null ? null : previous.window().dateRole();
        if (draft.window != null
                && draft.window.dateRole() == null
                && role != null
                && !role.equals("as_of")) {
            draft.window = draft.window.dated(role);
        }
    }
}
