package org.claimscope.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.model.Entity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `define`: what a metric means, and the variants it has.
@Command(
        name = "define",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "What a metric means: formula, dates, what is in and out, variants.")
final class DefineCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(arity = "1", paramLabel = "ID", description = "The metric, such as denial_rate.")
    String id = "";

    @Option(names = "--format", paramLabel = "table|json")
    Format format = Format.TABLE;

    /// How the definition is written.
    enum Format {
        TABLE,
        JSON
    }

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        try (DataCore core = session.open(null)) {
            Map<String, @Nullable Object> card = card(core.catalog(), core.catalog().kpi(id));
            if (format == Format.JSON) {
                session.out().println(Json.document(card));
            } else {
                card.forEach((name, value) -> {
                    if (value instanceof List<?> rows) {
                        rows.forEach(row -> session.out().println(name + ": " + row));
                    } else if (value != null) {
                        session.out().println(name + ": " + value);
                    }
                });
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static Map<String, @Nullable Object> card(Catalog catalog, Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        var card = new LinkedHashMap<String, @Nullable Object>();
        card.put("id", kpi.id());
        card.put("label", d.label());
        card.put("formula", d.equation());
        card.put("numerator", d.numerator().id());
        card.put("denominator", d.denominator().map(m -> m.id()).orElse(null));
        card.put("date_basis", d.dateBasis().id());
        card.put("includes", d.includes());
        card.put("excludes", d.excludes());
        card.put("polarity", d.polarity().name().toLowerCase(Locale.ROOT));
        card.put("unit", d.unit().name().toLowerCase(Locale.ROOT));
        card.put("dimensions", d.dimensions().stream().map(Dimension::id).toList());
        card.put("source", d.source());
        card.put("version", d.version());
        card.put("needs", kpi.needs().stream().sorted().map(Entity::table).toList());
        card.put("missing", catalog.missing(kpi).stream().map(Entity::table).toList());
        card.put("caveat", d.caveat().map(Kpi.Caveat::full).orElse(null));
        var benchmarks = new ArrayList<Map<String, String>>();
        kpi.benchmarks()
                .forEach(b ->
                        benchmarks.add(
                                Map.of(
                                        "range", b.range(),
                                        "audience", b.audience(),
                                        "source", b.source(),
                                        "noted", b.noted())));
        card.put("benchmarks", benchmarks);
        var variants = new ArrayList<Map<String, String>>();
        catalog.variants(kpi.id())
                .forEach(v ->
                        variants.add(
                                Map.of(
                                        "name", v.id().substring(kpi.id().length() + 1),
                                        "id", v.id(),
                                        "label", v.definition().label(),
                                        "formula", v.definition().equation())));
        card.put("variants", variants);
        return card;
    }
}
