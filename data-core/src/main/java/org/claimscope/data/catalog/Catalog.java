package org.claimscope.data.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;

/// Everything that can be asked for, by name. Dashboards, rules, questions and the command line all
/// look here.
public final class Catalog {
    private final Map<String, Kpi> kpis = new LinkedHashMap<>();
    private final Map<String, Kpi> variants = new LinkedHashMap<>();
    private final Predicate<Entity> present;

    /// A catalog of data that nobody has seen yet.
    public Catalog(List<Kpi> all) {
        this(all, entity -> false);
    }

    /// @param present whether a table has rows: some KPIs have a better reading when it does, and
    ///   some none when it does not
    public Catalog(List<Kpi> all, Predicate<Entity> present) {
        this.present = present;
        for (Kpi kpi : all) {
            kpis.put(kpi.id(), kpi);
            kpi.variants().stream()
                    .map(v -> InForce.variant(kpi, v))
                    .forEach(v -> variants.put(v.id(), v));
        }
    }

    public List<Kpi> kpis() {
        return kpis.values().stream().map(this::inForce).toList();
    }

    /// A KPI by its id, or one of its variants by its own.
    ///
    /// @throws ClaimscopeException USER, with the nearest names, when there is no such KPI
    public Kpi kpi(String id) {
        Kpi kpi = kpis.get(id);
        if (kpi != null) {
            return inForce(kpi);
        }
        Kpi variant = variants.get(id);
        if (variant == null) {
            throw unknown("metric", id, kpis.keySet().stream());
        }
        return variant;
    }

    /// @throws ClaimscopeException USER, with the names there are, when the KPI has no such variant
    public Kpi variant(String id, String name) {
        Kpi named = kpis.get(id);
        List<Kpi.Variant> known = named == null ? kpi(id).variants() : named.variants();
        if (known.stream().noneMatch(v -> v.name().equals(name))) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    known.isEmpty()
                            ? id + " has no variants."
                            : id
                                    + " has no variant "
                                    + name
                                    + ". There are: "
                                    + String.join(
                                            ", ", known.stream().map(Kpi.Variant::name).toList())
                                    + ".");
        }
        return kpi(id + "_" + name);
    }

    /// The variants of a KPI, by their ids.
    public List<Kpi> variants(String id) {
        return variants.values().stream()
                .filter(v -> v instanceof InForce f && f.of().id().equals(id))
                .toList();
    }

    /// The tables that a KPI needs and that have no rows.
    public List<Entity> missing(Kpi kpi) {
        return kpi.needs().stream().filter(e -> !present.test(e)).sorted().toList();
    }

    private Kpi inForce(Kpi kpi) {
        return kpi.variants().stream()
                .filter(v -> kpi.preferred().filter(v.name()::equals).isPresent())
                .filter(v -> v.needs().stream().allMatch(present))
                .findFirst()
                .<Kpi>map(v -> InForce.preferred(kpi, v))
                .orElseGet(() ->
                        kpi.caveatUntil().filter(present).isPresent()
                                ? InForce.withoutCaveat(kpi)
                                : kpi);
    }

    /// @throws ClaimscopeException USER, with the nearest names, when there is no such dimension
    public Dimension dimension(String id) {
        return Dimension.named(id)
                .orElseThrow(() ->
                        unknown(
                                "dimension",
                                id,
                                Stream.concat(
                                        Arrays.stream(Dimension.values()).map(Dimension::id),
                                        Arrays.stream(Grain.values()).map(Grain::id))));
    }

    private static ClaimscopeException unknown(String what, String id, Stream<String> known) {
        List<String> names = known.toList();
        List<String> near =
                names.stream()
                        .filter(n -> distance(n, id) <= 3 || n.contains(id) || id.contains(n))
                        .sorted(Comparator.comparingInt(n -> distance(n, id)))
                        .limit(3)
                        .toList();
        return new ClaimscopeException(
                ErrorKind.USER,
                "There is no "
                        + what
                        + " "
                        + id
                        + ". "
                        + (near.isEmpty()
                                ? "There are: " + String.join(", ", names)
                                : "Did you mean " + String.join(" or ", near))
                        + (near.isEmpty() ? "." : "?"));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
