package org.claimscope.data.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.model.Entity;

/// A KPI in one of its readings: a variant under its own id, or the preferred one under the KPI's.
///
/// @param of the KPI it is a reading of
record InForce(String id, Kpi of, Kpi.Definition definition, Set<Entity> needs) implements Kpi {
    static InForce variant(Kpi kpi, Variant variant) {
        return new InForce(
                kpi.id() + "_" + variant.name(), kpi, variant.definition(), variant.needs());
    }

    /// People's words for the KPI mean this reading now.
    static InForce preferred(Kpi kpi, Variant variant) {
        Definition d = variant.definition();
        Definition first = kpi.definition();
        return new InForce(
                kpi.id(),
                kpi,
                with(d, first.synonyms(), d.caveat(), first.target()),
                variant.needs());
    }

    /// The data say by now what the caveat misses.
    static InForce withoutCaveat(Kpi kpi) {
        Definition d = kpi.definition();
        return new InForce(
                kpi.id(), kpi, with(d, d.synonyms(), Optional.empty(), d.target()), kpi.needs());
    }

    private static Definition with(
            Definition d, List<String> synonyms, Optional<Caveat> caveat, Optional<Target> target) {
        return new Definition(
                d.label(),
                synonyms,
                d.unit(),
                d.polarity(),
                d.equation(),
                d.includes(),
                d.excludes(),
                d.source(),
                d.numerator(),
                d.denominator(),
                d.noValue(),
                caveat,
                target,
                d.version());
    }

    @Override
    public List<Variant> variants() {
        return of.id().equals(id) ? of.variants() : List.of();
    }

    @Override
    public List<Benchmark> benchmarks() {
        return of.benchmarks();
    }
}
