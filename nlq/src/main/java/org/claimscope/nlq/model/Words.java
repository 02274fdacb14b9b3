package org.claimscope.nlq.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;

/// The ids a model may answer with, each with what it means in a few words: the catalog's own, the
/// same in every workspace.
///
/// @param measures id → label and definition
/// @param dimensions id → label
/// @param numbers fields that conditions with numbers may be on, beside measures
/// @param grains steps of time
/// @param roles dates that can decide
record Words(
        Map<String, String> measures,
        Map<String, String> dimensions,
        List<String> numbers,
        List<String> grains,
        List<String> roles) {
    private static final int SHORT = 120;

    static Words of(Catalog catalog) {
        var measures = new LinkedHashMap<String, String>();
        for (Kpi kpi : catalog.kpis()) {
            Kpi.Definition d = kpi.definition();
            measures.put(kpi.id(), d.label() + ": " + cut(d.equation()));
        }
        var dimensions = new LinkedHashMap<String, String>();
        for (Dimension d : Dimension.values()) {
            if (d.kind() != Dimension.Kind.NUMBER) {
                dimensions.put(d.id(), String.join(", ", d.words()));
            }
        }
        var grains = new ArrayList<String>();
        for (Grain g : Grain.values()) {
            grains.add(g.id());
        }
        var roles = new ArrayList<String>();
        for (DateRole r : DateRole.values()) {
            roles.add(r.id());
        }
        return new Words(
                measures, dimensions, List.of("ar_age_days", "claim_age_days"), grains, roles);
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + " …";
    }
}
