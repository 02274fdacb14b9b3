package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Draft.Reading;
import org.claimscope.nlq.parse.Span.Marker;

/// Reads the chosen spans from left to right: which are measured, split by, filtered on.
final class Assembly {
    /// Counted things that rates are of: named beside the rate they are no measure of their own.
    private static final Map<String, Set<String>> PART_OF =
            Map.of(
                    "appeal_count",
                    Set.of("appeal_overturn_rate", "appeal_lag_days", "denial_resolution_days"));

    private final Path path;
    private final Lexicon lexicon;
    private final ValueIndex values;
    private final boolean follows;
    private final Draft draft = new Draft();

    private final Splits splits;
    private final Negation negation;
    private final Set<Integer> entities = new HashSet<>();
    private final List<Filter> implied = new ArrayList<>();
    private final Set<String> implying = new HashSet<>();

    /// @param follows whether the question leans on the one before by its words
    Assembly(Path path, Lexicon lexicon, ValueIndex values, boolean follows) {
        this.follows = follows;
        this.path = path;
        this.lexicon = lexicon;
        this.values = values;
        this.splits = new Splits(path, draft, lexicon);
        this.negation = new Negation(path);
    }

    Draft draft() {
        return draft;
    }

    /// Whether the answer is split by what stands here.
    boolean splitAt(int k) {
        return splits.places().contains(k);
    }

    void read() {
        for (int k = 0; k < path.size(); k++) {
            switch (path.span(k)) {
                case Span.Meant(Sense.Measure m) -> measure(k, m);
                case Span.Meant(Sense.Dimension(String id)) -> splits.dimension(k, id);
                case Span.Meant(Sense.Entity e) -> entities.add(k);
                case Span.Meant(Sense.Value v) -> value(k, v);
                case Span.Code(String dimension, String value) ->
                        draft.member(dimension, value, negation.at(k));
                case Span.Axis axis -> splits.axis(k, axis.grain());
                case Span.Contains(String words) -> contains(k, words);
                case Span.Unit(var grain) -> splits.unit(k, grain);
                case Span.Mark(Marker marker) -> negation.check(k, marker);
                default -> {}
            }
        }
        joined();
        against();
        new Entities(path, draft, splits.places()).read(entities);
        draft.dimensions.addAll(draft.columns);
        var usual = new Usual(path, draft, values);
        if (!follows) {
            usual.measure();
        }
        implied();
        usual.contradiction();
    }

    /// Members by a part of their name: of the dimension that was named last.
    private void contains(int k, String words) {
        for (int at = k - 1; at >= 0; at--) {
            Optional<String> dimension = path.dimension(at);
            if (dimension.isPresent()) {
                draft.conditions.add(
                        new Filter(
                                dimension.get(),
                                Op.CONTAINS,
                                new Filter.Members(List.of(words)),
                                Filter.Level.ROW));
                return;
            }
        }
        throw new Refusal("I did not understand whose name contains “" + words + "”.");
    }

    private void measure(int k, Sense.Measure m) {
        if (path.mark(k - 1, Marker.INSTEAD)) {
            return;
        }
        boolean status =
                path.text(k).equals("paid")
                        && (path.entity(k - 1).isPresent() || path.entity(k + 1).isPresent())
                        && claimAt(path.entity(k - 1).isPresent() ? k - 1 : k + 1);
        status |=
                path.text(k).equals("paid")
                        && path.mark(k - 1, Marker.NOT)
                        && (entities.stream().anyMatch(this::claimAt)
                                || draft.measures.contains("claim_count"));
        status |=
                path.text(k).equals("paid")
                        && path.dimension(path.mark(k - 1, Marker.NOT) ? k - 2 : k - 1)
                                .equals(Optional.of(Lexicon.CLAIM_STATUS));
        status |=
                path.text(k).equals("paid")
                        && path.mark(k - 1, Marker.AND, Marker.OR)
                        && path.memberOf(k - 2, Lexicon.CLAIM_STATUS);
        if (status) {
            draft.member(
                    Lexicon.CLAIM_STATUS,
                    values.spelled(Lexicon.CLAIM_STATUS, "Paid"),
                    negation.at(k));
            return;
        }
        if (path.mark(k - 1, Marker.NOT) && !m.implied().isEmpty()) {
            m.implied().forEach(f -> add(f, true));
            return;
        }
        if (m.ids().size() > 1) {
            draft.choice(
                    path.text(k),
                    m.ids().stream()
                            .map(id ->
                                    new Reading(
                                            lexicon.label(id), Optional.of(id), Optional.empty()))
                            .toList());
            return;
        }
        if (!m.implied().isEmpty()) {
            m.implied().forEach(this::known);
            implied.addAll(m.implied());
            implying.add(m.id());
        }
        draft.measures.add(m.id());
    }

    /// A type of adjustment that the data do not have cannot be asked for.
    private void known(Filter f) {
        List<String> types = values.members(f.field());
        boolean missing =
                f.field().equals("adjustment_type")
                        && !types.isEmpty()
                        && f.value() instanceof Filter.Members(List<String> names)
                        && names.stream()
                                .noneMatch(n -> types.contains(values.spelled(f.field(), n)));
        if (missing) {
            throw new Refusal("The data have no adjustments of the type " + f.valueText() + ".");
        }
    }

    private boolean claimAt(int k) {
        return path.entity(k).map(e -> e.dimension().equals("claim")).orElse(false);
    }

    private void add(Filter f, boolean not) {
        if (f.value() instanceof Filter.Members(List<String> names)) {
            names.forEach(n -> draft.member(f.field(), values.spelled(f.field(), n), not));
        }
    }

    private void value(int k, Sense.Value v) {
        List<Member> members = v.members();
        if (path.mark(k - 1, Marker.INSTEAD)) {
            return;
        }
        if (negation.led(k, Marker.REMOVE)) {
            removed(k, members);
            return;
        }
        for (int near : new int[] {k - 1, k + 1}) {
            Optional<String> named =
                    path.dimension(near)
                            .or(() ->
                                    path.entity(near)
                                            .map(e ->
                                                    e.dimension().equals("encounter")
                                                            ? "encounter_type"
                                                            : e.dimension().equals("claim")
                                                                    ? Lexicon.CLAIM_STATUS
                                                                    : ""));
            if (named.isPresent() && path.gap(Math.min(k, near), Math.max(k, near)) <= 1) {
                List<Member> narrowed =
                        members.stream().filter(m -> m.dimension().equals(named.get())).toList();
                members = narrowed.isEmpty() ? members : narrowed;
            }
        }
        if (!v.whole()) {
            draft.confidence = Math.min(draft.confidence, 0.8);
        }
        boolean not = negation.at(k);
        if (oneReading(members)) {
            Member m = members.getFirst();
            draft.member(m.dimension(), m.value(), not);
            if (!v.whole()) {
                draft.assumptions.add("“" + path.text(k) + "” is read as " + m.value() + ".");
            }
            return;
        }
        draft.choice(
                path.text(k),
                members.stream()
                        .map(m ->
                                new Reading(
                                        m.value() + " (" + lexicon.label(m.dimension()) + ")",
                                        Optional.empty(),
                                        Optional.of(
                                                Filter.members(
                                                        m.dimension(), not, List.of(m.value())))))
                        .toList());
    }

    /// "Remove the Aetna filter" takes a condition away; "remove Aetna" takes Aetna away.
    private void removed(int k, List<Member> members) {
        int next = path.spans().get(k).to();
        boolean filter =
                next < path.tokens().size()
                        && Set.of("filter", "condition", "restriction", "criterion")
                                .contains(path.tokens().get(next).stem());
        if (filter) {
            members.forEach(m -> draft.removed.add(m.dimension()));
        } else if (oneReading(members)) {
            draft.drop(members.getFirst());
        } else {
            throw Refusal.unclear("“" + path.text(k) + "” can mean several things.");
        }
    }

    /// One member, or a name of payers and classes for which there is an order of reading.
    private static boolean oneReading(List<Member> members) {
        return members.size() == 1
                || (ValueIndex.rank(members.getFirst().dimension())
                                < ValueIndex.rank(members.get(1).dimension())
                        && members.stream().map(Member::dimension).distinct().count()
                                == members.size());
    }

    /// "The overturn rate for appeals" is one measure.
    private void subsumed() {
        PART_OF.forEach((whole, rates) -> {
            if (draft.measures.stream().anyMatch(rates::contains)) {
                draft.measures.remove(whole);
            }
        });
    }

    /// Several measures are asked for only when the words join them.
    private void joined() {
        subsumed();
        int last = -1;
        for (int k = 0; k < path.size(); k++) {
            if (!asked(k)) {
                continue;
            }
            if (last >= 0 && !measureId(last).equals(measureId(k)) && !path.joins(last, k)) {
                throw new Refusal(
                        "I did not understand how “"
                                + path.text(last)
                                + "” and “"
                                + path.text(k)
                                + "” belong together: ask for one of them.");
            }
            last = k;
        }
    }

    private String measureId(int k) {
        return path.measure(k).map(Sense.Measure::id).orElse("");
    }

    private boolean asked(int k) {
        return path.measure(k)
                        .map(m -> m.ids().size() == 1 && draft.measures.contains(m.id()))
                        .orElse(false)
                && !path.mark(k - 1, Marker.BY, Marker.SORT)
                && !(path.inside(k + 1) && path.span(k + 1) instanceof Span.Bound)
                && !(path.inside(k - 1) && path.span(k - 1) instanceof Span.Bound);
    }

    /// Members set against each other are told apart in the answer.
    private void against() {
        boolean compare = path.anyMark(Marker.COMPARE);
        for (int k = 0; k < path.size(); k++) {
            int before = k - 1;
            while (path.measure(before).isPresent()) {
                before--;
            }
            boolean joined =
                    path.mark(k, Marker.VERSUS)
                            || (compare && path.mark(k, Marker.AND, Marker.TO) && before == k - 1);
            if (joined && path.isMember(before) && path.isMember(k + 1)) {
                List<String> other = negation.dimensionsAt(k + 1);
                List<String> one = negation.dimensionsAt(before);
                if (one.stream().noneMatch(other::contains)) {
                    throw Refusal.unclear(
                            "“%s” and “%s” are not members of one dimension: name what is compared."
                                    .formatted(path.text(before), path.text(k + 1)));
                }
                one.stream()
                        .filter(d -> other.contains(d) && draft.filtered(d))
                        .findFirst()
                        .ifPresent(draft.dimensions::add);
            }
        }
    }

    private void implied() {
        if (implied.isEmpty()) {
            return;
        }
        boolean dollars =
                path.words().contains(" how much ")
                        || path.words().contains(" dollar")
                        || path.words().contains(" by amount ");
        if (dollars && draft.measures.equals(Set.of("claim_count"))) {
            draft.measures.clear();
            draft.measures.add("denied_amount");
            return;
        }
        if (!implying.containsAll(draft.measures)
                && !draft.measures.equals(Set.of("claim_count"))) {
            throw new Refusal(
                    "These measures need different conditions: ask for "
                            + String.join(
                                    " and ", draft.measures.stream().map(lexicon::label).toList())
                            + " one at a time.");
        }
        // "Written off as bad debt" is bad debt.
        boolean joined = path.anyMark(Marker.AND, Marker.OR, Marker.VERSUS);
        List<Filter> said = joined ? implied : List.of(implied.getLast());
        said.forEach(f -> add(f, false));
        boolean listed =
                path.anyMark(Marker.LIST) && draft.dimensions.isEmpty() && draft.grain.isEmpty();
        if (listed && draft.measures.equals(Set.of("claim_count"))) {
            draft.measures.clear();
            draft.dimensions.add("claim");
            draft.listing = true;
        }
    }
}
