package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.time.TimePhrase;
import org.jspecify.annotations.Nullable;

/// Reads periods, what they are set against, and which date decides.
final class Comparing {
    private final Path path;
    private final Draft draft;
    private final LocalDate asOf;
    private final Pairs pairs;

    Comparing(Path path, Draft draft, LocalDate asOf) {
        this.path = path;
        this.draft = draft;
        this.asOf = asOf;
        this.pairs = new Pairs(path, asOf);
    }

    void read() {
        var said = new ArrayList<Said>();
        @Nullable Said against = null;
        @Nullable Window state = null;
        for (int k = 0; k < path.size(); k++) {
            if (!(path.span(k) instanceof Span.Time(TimePhrase.Meaning meaning))) {
                continue;
            }
            Optional<List<Said>> ends = pairs.at(k, changes());
            if (ends.isPresent()) {
                said.addAll(ends.get());
                continue;
            }
            switch (meaning) {
                case TimePhrase.Impossible(String why) -> throw new Refusal(why);
                case TimePhrase.AsOf(LocalDate day) -> {
                    var on = new Window(null, day, "as_of", path.text(k));
                    if (state != null && setAgainst(k)) {
                        draft.comparison = new Comparison(Comparison.Type.CUSTOM, on);
                    } else {
                        state = on;
                    }
                }
                case TimePhrase.Span span -> {
                    var one = new Said(span, path.text(k));
                    if (setAgainst(k)) {
                        against = one;
                    } else {
                        said.add(one);
                    }
                }
            }
        }
        if (said.size() == 2) {
            said.set(0, pairs.inYearOf(said.get(0), said.get(1)));
        } else if (said.size() == 1 && against != null) {
            said.set(0, pairs.inYearOf(said.get(0), against));
        }
        if (against == null && said.size() == 2) {
            against = second(said);
            if (against == null) {
                draft.window =
                        new Window(
                                said.get(0).span().from(),
                                said.get(1).span().to(),
                                null,
                                said.get(0).text() + " and " + said.get(1).text());
            }
        } else if (said.size() > 1) {
            throw new Refusal(
                    "The question names several periods: ask for one, or one against another.");
        }
        if (state != null) {
            draft.window = state;
        } else if (!said.isEmpty() && said.size() < 2) {
            draft.window = said.getFirst().window();
        }
        if (state != null && against != null && day(against.span())) {
            draft.comparison =
                    new Comparison(
                            Comparison.Type.CUSTOM,
                            new Window(null, against.span().to(), "as_of", against.text()));
        } else if (against != null) {
            compare(said.isEmpty() ? null : said.getFirst(), against);
        }
        phrases();
        role();
    }

    private static boolean day(TimePhrase.Span span) {
        return span.from() != null && span.from().equals(span.to());
    }

    /// Whether a period is the one that another is compared with.
    private boolean setAgainst(int k) {
        boolean to =
                path.mark(k - 1, Marker.TO)
                        && (path.anyMark(Marker.COMPARE) || changes())
                        && !from(k - 2);
        boolean last =
                path.text(k).matches("(from|over|since) (the )?(last|previous|prior) .*")
                        && changes()
                        && !path.text(k).matches(".* \\d+ .*");
        last |= path.text(k).matches("over (?:19|20)\\d\\d") && changes();
        boolean first = from(k) && path.mark(k + 1, Marker.TO) && changes();
        return path.mark(k - 1, Marker.VERSUS) || to || last || first;
    }

    private boolean from(int k) {
        return path.inside(k)
                && path.span(k) instanceof Span.Time
                && path.text(k).startsWith("from ");
    }

    private boolean changes() {
        for (int k = 0; k < path.size(); k++) {
            if (path.span(k) instanceof Span.Change
                    || (path.span(k) instanceof Span.Rank && path.text(k).matches(Ranking.MOVING))
                    || (path.span(k) instanceof Span.Rank r
                            && (r.direction() == Span.Direction.RISE
                                    || r.direction() == Span.Direction.FALL))) {
                return true;
            }
        }
        return false;
    }

    /// Two periods with "and": the later one is set against the earlier one.
    private @Nullable Said second(List<Said> said) {
        if (!path.anyMark(Marker.COMPARE) && !changes()) {
            if (said.get(0).touches(said.get(1))) {
                return null;
            }
            throw new Refusal("The question names two periods: say “compare”, or ask for one.");
        }
        LocalDate a = said.get(0).span().from();
        LocalDate b = said.get(1).span().from();
        if (a != null && b != null && a.isBefore(b)) {
            return said.removeFirst();
        }
        return said.removeLast();
    }

    private void compare(@Nullable Said first, Said second) {
        Said inherited = first == null ? inherited() : null;
        if (inherited != null && inherited.span().unit().equals(second.span().unit())) {
            compare(inherited, second);
            return;
        }
        if (first == null) {
            Optional<Grain> unit =
                    second.span().unit().or(() -> Grain.named(second.text().replaceAll(".* ", "")));
            boolean last = second.named("last", "previous", "prior");
            if (draft.window != null && last) {
                draft.comparison =
                        Comparison.of(
                                second.named("year")
                                        ? Comparison.Type.PRIOR_YEAR
                                        : Comparison.Type.PRIOR_PERIOD);
                return;
            }
            if (draft.window == null && last && unit.isPresent()) {
                Grain grain = unit.get();
                draft.window = new Window(grain.start(asOf), asOf, null, "this " + grain.id());
                draft.assumptions.add("The period is this " + grain.id() + " to date.");
                draft.comparison =
                        Comparison.of(
                                grain == Grain.YEAR
                                        ? Comparison.Type.PRIOR_YEAR
                                        : Comparison.Type.PRIOR_PERIOD);
                return;
            }
            draft.comparison = new Comparison(Comparison.Type.CUSTOM, second.window());
            return;
        }
        LocalDate from = first.span().from();
        LocalDate to = first.span().to();
        LocalDate otherFrom = second.span().from();
        LocalDate otherTo = second.span().to();
        if (from == null || to == null || otherFrom == null || otherTo == null) {
            draft.comparison = new Comparison(Comparison.Type.CUSTOM, second.window());
            return;
        }
        Optional<Grain> unit = first.span().unit();
        boolean lastYear =
                second.named("last year", "previous year", "prior year")
                        || (otherFrom.equals(from.minusYears(1)) && first.sameUnit(second));
        boolean namedBefore =
                second.named("prior", "previous", "preceding")
                        && first.sameUnit(second)
                        && otherFrom.equals(from);
        boolean sameLength = first.sameUnit(second) && unit.isPresent();
        boolean before =
                sameLength && otherFrom.equals(unit.get().plus(unit.get().start(from), -1))
                        || otherTo.plusDays(1).equals(from)
                                && otherTo.toEpochDay() - otherFrom.toEpochDay()
                                        == to.toEpochDay() - from.toEpochDay();
        draft.comparison =
                lastYear
                        ? Comparison.of(Comparison.Type.PRIOR_YEAR)
                        : before || namedBefore
                                ? Comparison.of(Comparison.Type.PRIOR_PERIOD)
                                : new Comparison(Comparison.Type.CUSTOM, second.window());
    }

    /// The period of the question before, where it is a whole one.
    private @Nullable Said inherited() {
        Window w = draft.window;
        if (w == null || w.from() == null || w.to() == null || "as_of".equals(w.dateRole())) {
            return null;
        }
        LocalDate from = w.from();
        LocalDate to = w.to();
        for (Grain grain : Grain.values()) {
            if (grain.start(from).equals(from) && grain.plus(from, 1).minusDays(1).equals(to)) {
                return new Said(
                        new TimePhrase.Span(from, to, Optional.of(grain), false),
                        String.valueOf(w.text()));
            }
        }
        return null;
    }

    private void phrases() {
        for (int k = 0; k < path.size(); k++) {
            switch (path.span(k)) {
                case Span.Against(Comparison.Type type, boolean axis, Grain grain) -> {
                    Optional<Window> moved = axis ? Optional.empty() : instead(type);
                    if (moved.isPresent()) {
                        draft.window = moved.get();
                        continue;
                    }
                    draft.comparison = Comparison.of(type);
                    if (axis && draft.grain.isEmpty() && !onePeriod(grain)) {
                        draft.grain = Optional.of(grain);
                    }
                }
                case Span.Trend() -> {
                    if (draft.grain.isEmpty()) {
                        draft.grain = Optional.of(trendGrain());
                    }
                }
                default -> {}
            }
        }
    }

    /// "And the week before?" after last week's number asks for that week's.
    private Optional<Window> instead(Comparison.Type type) {
        boolean alone =
                path.spans().stream()
                        .allMatch(p ->
                                p.span() instanceof Span.Against
                                        || p.span() instanceof Span.Mark(Marker m)
                                                && (m == Marker.PREVIOUS || m == Marker.AND));
        return alone && draft.window != null && draft.comparison == null
                ? Comparison.of(type).against(draft.window)
                : Optional.empty();
    }

    /// "Month over month" of one month sets it against the one before.
    private boolean onePeriod(Grain grain) {
        Window w = draft.window;
        return w != null
                && w.from() != null
                && w.to() != null
                && grain.start(w.from()).equals(grain.start(w.to()));
    }

    /// A month at a time; within one month, a day at a time.
    private Grain trendGrain() {
        Window w = draft.window;
        return w != null
                        && w.from() != null
                        && w.to() != null
                        && w.to().toEpochDay() - w.from().toEpochDay() < 31
                ? Grain.DAY
                : Grain.MONTH;
    }

    private void role() {
        for (int k = 0; k < path.size(); k++) {
            Optional<String> said =
                    path.span(k) instanceof Span.Role(String role)
                            ? Optional.of(role)
                            : path.span(k) instanceof Span.Axis axis
                                    ? axis.dateRole()
                                    : Optional.empty();
            // What the question says itself counts more than what it takes over.
            if (said.isPresent()
                    && draft.window != null
                    && !"as_of".equals(draft.window.dateRole())) {
                draft.window = draft.window.dated(said.get());
            }
        }
    }
}
