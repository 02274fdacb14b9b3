package org.claimscope.data.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Everything that can be asked for, by name. Dashboards, rules, questions and the command line all
/// look here.
public final class Catalog {
    private final Map<String, Kpi> kpis = new LinkedHashMap<>();

    public Catalog(List<Kpi> all) {
        all.forEach(k -> kpis.put(k.id(), k));
    }

    public List<Kpi> kpis() {
        return List.copyOf(kpis.values());
    }

    /// @throws ClaimscopeException USER, with the nearest names, when there is no such KPI
    public Kpi kpi(String id) {
        Kpi kpi = kpis.get(id);
        if (kpi == null) {
            throw unknown("metric", id, kpis.keySet().stream());
        }
        return kpi;
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
