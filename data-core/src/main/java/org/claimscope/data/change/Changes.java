package org.claimscope.data.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.change.Change.Effect;
import org.claimscope.data.change.Change.Kind;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Splits the change of a KPI between two periods.
///
/// With `w` a member's share of what is counted and `r` its rate (both of the earlier period with
/// `0`, of the later with `1`), a rate `R = Σ w·r` moves by `Σ w1·(r1−r0)`, the members' own
/// effects, and `Σ (w1−w0)·(r0−R0)`, the mix. A sum of dollars is a volume times a rate: its mix
/// and member effects are those of the rate times the later volume, and the volume's effect is
/// `(V1−V0)·R0`. A member that is new counts as if it had had the average rate before, so what it
/// changes is its own effect and not the mix. These are exact identities, without a remainder.
public final class Changes {
    private final Queries queries;

    public Changes(Queries queries) {
        this.queries = queries;
    }

    /// @param measure id of a KPI
    /// @param now puts a query into the later period, with whatever filters hold
    /// @param before puts a query into the earlier period, with the same filters
    /// @return empty when one of the two figures is absent, and for medians
    /// @throws org.claimscope.data.error.ClaimscopeException USER when the KPI is not split by the
    ///   dimension
    public Optional<Change> of(
            String measure,
            UnaryOperator<MetricQuery> now,
            UnaryOperator<MetricQuery> before,
            Dimension by) {
        Kpi kpi = queries.catalog().kpi(measure);
        if (!kpi.definition().numerator().isSum()) {
            // Medians of members say nothing about the median of all.
            return Optional.empty();
        }
        Optional<String> volume = volume(kpi, by);
        MetricQuery query =
                volume.map(v -> MetricQuery.of(measure, v))
                        .orElseGet(() -> MetricQuery.of(measure));
        Side earlier = side(before.apply(query), kpi, volume, by);
        Side later = side(now.apply(query), kpi, volume, by);
        if (Double.isNaN(earlier.all.value) || Double.isNaN(later.all.value)) {
            return Optional.empty();
        }
        boolean isRate = kpi.definition().denominator().isPresent();
        List<Effect> effects =
                isRate || volume.isPresent() ? rates(earlier, later, isRate) : sums(earlier, later);
        double rest =
                later.all.value
                        - earlier.all.value
                        - effects.stream().mapToDouble(Effect::amount).sum();
        double noise = 1e-9 * (Math.abs(later.all.value) + Math.abs(earlier.all.value));
        if (Math.abs(rest) > noise) {
            effects.add(Effect.common(Kind.OVERLAP, rest));
        }
        return Optional.of(new Change(measure, by, earlier.all.value, later.all.value, effects));
    }

    /// What a sum of dollars is divided by to become a rate: visits, or claims. States on a day and
    /// counts have none.
    private Optional<String> volume(Kpi kpi, Dimension by) {
        Kpi.Definition d = kpi.definition();
        if (d.unit() != Unit.MONEY
                || d.denominator().isPresent()
                || d.dateBasis() == DateRole.AS_OF
                || d.numerator().atPeriodEnd()) {
            return Optional.empty();
        }
        String count =
                d.numerator().population() == Population.LEDGER
                        ? "encounter_count"
                        : d.numerator().population().ofClaims() ? "claim_count" : "";
        return Optional.of(count)
                .filter(c -> !c.isEmpty())
                .filter(c -> queries.catalog().kpi(c).definition().dimensions().contains(by));
    }

    /// A numerator over what it is divided by.
    ///
    /// @param value the KPI's own figure; `Double.NaN` when absent
    record Figure(String label, double value, double top, double bottom) {
        static final Figure NONE = new Figure("", Double.NaN, 0, 0);
    }

    /// One period.
    record Side(Figure all, Map<String, Figure> members) {}

    private Side side(MetricQuery query, Kpi kpi, Optional<String> volume, Dimension by) {
        var members = new HashMap<String, Figure>();
        try (Frame split = queries.run(query.by(by));
                Frame all = queries.run(query)) {
            boolean keyed = split.columns().contains(by.id() + "_key");
            for (int r = 0; r < split.rowCount(); r++) {
                String label = String.valueOf(split.text(by.id(), r));
                String key = keyed ? split.text(by.id() + "_key", r) : null;
                members.put(key == null ? label : key, figure(split, r, label, kpi, volume));
            }
            return new Side(
                    all.rowCount() == 0 ? Figure.NONE : figure(all, 0, "", kpi, volume), members);
        }
    }

    private static Figure figure(
            Frame frame, int r, String label, Kpi kpi, Optional<String> volume) {
        double value = frame.real(kpi.id(), r);
        if (kpi.definition().denominator().isPresent()) {
            return new Figure(
                    label,
                    value,
                    known(frame.real(kpi.id() + "_numerator", r)),
                    known(frame.real(kpi.id() + "_denominator", r)));
        }
        return new Figure(
                label, value, known(value), volume.map(v -> known(frame.real(v, r))).orElse(0.0));
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    static List<Effect> sums(Side before, Side now) {
        var effects = new ArrayList<Effect>();
        for (String key : keys(before, now)) {
            Figure a = before.members.getOrDefault(key, Figure.NONE);
            Figure b = now.members.getOrDefault(key, Figure.NONE);
            effects.add(new Effect(Kind.MEMBER, key, label(a, b), b.top - a.top));
        }
        return largestFirst(effects);
    }

    /// @param isRate whether the KPI is the rate itself, or the rate times its volume
    static List<Effect> rates(Side before, Side now, boolean isRate) {
        double volume0 = before.members.values().stream().mapToDouble(Figure::bottom).sum();
        double volume1 = now.members.values().stream().mapToDouble(Figure::bottom).sum();
        double top0 = before.members.values().stream().mapToDouble(Figure::top).sum();
        if (volume0 == 0 || volume1 == 0) {
            return sums(before, now);
        }
        double average0 = top0 / volume0;
        double scale = isRate ? 1 : volume1;
        double mix = 0;
        var members = new ArrayList<Effect>();
        for (String key : keys(before, now)) {
            Figure a = before.members.getOrDefault(key, Figure.NONE);
            Figure b = now.members.getOrDefault(key, Figure.NONE);
            double share0 = a.bottom / volume0;
            double share1 = b.bottom / volume1;
            double rate0 = a.bottom == 0 ? average0 : a.top / a.bottom;
            mix += scale * (share1 - share0) * (rate0 - average0);
            // What has dollars and nothing counted (a payment after the last visit) has no rate:
            // its dollars are its own effect.
            double own = scale * (b.top / volume1 - share1 * rate0);
            double unshared = a.bottom == 0 ? scale * a.top / volume0 : 0;
            members.add(new Effect(Kind.MEMBER, key, label(a, b), own - unshared));
        }
        var effects = new ArrayList<Effect>();
        if (!isRate) {
            effects.add(Effect.common(Kind.VOLUME, (volume1 - volume0) * average0));
        }
        effects.add(Effect.common(Kind.MIX, mix));
        effects.addAll(largestFirst(members));
        return effects;
    }

    private static Set<String> keys(Side before, Side now) {
        var keys = new TreeSet<>(before.members.keySet());
        keys.addAll(now.members.keySet());
        return keys;
    }

    private static String label(Figure before, Figure now) {
        return now.label.isEmpty() ? before.label : now.label;
    }

    private static List<Effect> largestFirst(List<Effect> effects) {
        effects.sort(
                Comparator.comparingDouble((Effect e) -> -Math.abs(e.amount()))
                        .thenComparing(Effect::label));
        return effects;
    }
}
