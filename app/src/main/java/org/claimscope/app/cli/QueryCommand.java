package org.claimscope.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.query.Coverage;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `query`: one or more metrics, split and filtered.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Metrics by dimensions and periods. `query list` names them all.")
final class QueryCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(
            split = ",",
            arity = "1",
            paramLabel = "ID[,ID…]",
            description = "The metrics, such as charges,denial_rate.")
    List<String> measures = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "A named variant of the metric; `define ID` lists them.")
    @Nullable String variant;

    @Mixin QueryOptions options = new QueryOptions();

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "As we knew it then, such as 2025-04-03T12:00:00Z.")
    @Nullable Instant knownAt;

    @Option(names = "--limit", paramLabel = "N")
    int limit;

    @Option(names = "--format", paramLabel = "table|json|csv|xlsx|parquet|arrow")
    Format format = Format.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where an XLSX, Parquet or Arrow file goes.")
    @Nullable Path out;

    /// How the result is written.
    enum Format {
        TABLE,
        JSON,
        CSV,
        XLSX,
        PARQUET,
        ARROW
    }

    @Override
    public Integer call() throws IOException {
        Session session = Commands.session(parent);
        if (measures.equals(List.of("list"))) {
            return list(session);
        }
        try (DataCore core = session.open(knownAt)) {
            MetricQuery query = options.query(asked(core.catalog()), core.catalog(), limit);
            try (Frame frame = core.query().run(query)) {
                Coverage coverage = core.query().coverage(query, frame);
                switch (format) {
                    case JSON ->
                            session.out()
                                    .println(
                                            Json.document(
                                                    document(
                                                            core.catalog(),
                                                            query,
                                                            frame,
                                                            coverage)));
                    case CSV -> table(core.catalog(), query, frame, false).printCsv(session.out());
                    case XLSX -> FrameFiles.xlsx(frame, query.measures(), file());
                    case PARQUET -> frame.writeParquet(file());
                    case ARROW -> FrameFiles.arrow(frame, file());
                    case TABLE -> {
                        table(core.catalog(), query, frame, true).print(session.out());
                        coverage.notes().forEach(n -> session.err().println("· " + n));
                    }
                }
            }
        }
        return ClaimscopeCommand.DONE;
    }

    /// The metrics by their ids; with --variant that variant of each.
    private List<String> asked(Catalog catalog) {
        String name = variant;
        return name == null
                ? measures
                : measures.stream().map(id -> catalog.variant(id, name).id()).toList();
    }

    private static int list(Session session) {
        var table = new TextTable(List.of("metric", "label", "definition"), new HashSet<>());
        for (Kpi kpi : Kpis.all()) {
            table.add(List.of(kpi.id(), kpi.definition().label(), kpi.definition().equation()));
        }
        table.print(session.out());
        var dimensions = new ArrayList<String>();
        for (Dimension d : Dimension.values()) {
            dimensions.add(d.id());
        }
        for (Grain g : Grain.values()) {
            dimensions.add(g.id());
        }
        session.out().println();
        session.out().println("dimensions: " + String.join(", ", dimensions));
        return ClaimscopeCommand.DONE;
    }

    private Path file() {
        if (out == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Say where the file goes with --out FILE.");
        }
        return out;
    }

    private static Map<String, @Nullable Object> document(
            Catalog catalog, MetricQuery query, Frame frame, Coverage coverage) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("form", form(query));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int r = 0; r < frame.rowCount(); r++) {
            rows.add(row(catalog, query, frame, r));
        }
        document.put("rows", rows);
        document.put("row_count", rows.size());
        var definitions = new LinkedHashMap<String, Object>();
        for (String id : query.measures()) {
            definitions.put(id, catalog.kpi(id).definition().version());
        }
        document.put("definitions", definitions);
        var covered = new LinkedHashMap<String, Object>();
        covered.put("notes", coverage.notes());
        var fresh = new LinkedHashMap<String, String>();
        coverage.freshness().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> fresh.put(e.getKey(), e.getValue().toString()));
        covered.put("last_delivery", fresh);
        covered.put("open_quarantine", coverage.openQuarantine());
        document.put("coverage", covered);
        return document;
    }

    private static Map<String, @Nullable Object> form(MetricQuery query) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("action", "ANSWER");
        form.put("measures", query.measures());
        form.put("dimensions", query.dimensions().stream().map(Dimension::id).toList());
        form.put("time_grain", query.grain().map(Grain::id).orElse(null));
        form.put(
                "filters",
                query.filters().stream()
                        .map(f ->
                                Map.of(
                                        "field", f.dimension().id(),
                                        "op", f.op().name().toLowerCase(Locale.ROOT),
                                        "value", f.values()))
                        .toList());
        var window = new LinkedHashMap<String, @Nullable Object>();
        window.put("from", query.from().map(Object::toString).orElse(null));
        window.put("to", query.to().map(Object::toString).orElse(null));
        window.put("date_role", query.dateRole().map(r -> r.id()).orElse(null));
        form.put("window", window);
        form.put("as_of", query.asOf().map(Object::toString).orElse(null));
        form.put("limit", query.limit() == 0 ? null : query.limit());
        return form;
    }

    private static Map<String, @Nullable Object> row(
            Catalog catalog, MetricQuery query, Frame frame, int r) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (Dimension d : query.dimensions()) {
            row.put(d.id(), frame.text(d.id(), r));
            if (d.kind() == Dimension.Kind.MEMBER && d != Dimension.PATIENT) {
                row.put(d.id() + ".key", frame.text(d.id() + "_key", r));
            }
        }
        query.grain().ifPresent(g -> row.put(g.id(), period(g, frame, r)));
        for (String id : query.measures()) {
            Kpi.Definition d = catalog.kpi(id).definition();
            row.put(id, number(d.unit(), frame.number(id, r)));
            d.denominator()
                    .ifPresent(denominator -> {
                        row.put(
                                id + ".numerator",
                                number(d.numerator().unit(), frame.number(id + "_numerator", r)));
                        row.put(
                                id + ".denominator",
                                number(denominator.unit(), frame.number(id + "_denominator", r)));
                    });
        }
        return row;
    }

    private static @Nullable String period(Grain grain, Frame frame, int r) {
        var start = frame.date("period", r);
        return start == null ? null : grain.label(start);
    }

    static @Nullable Object number(Unit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return switch (unit) {
            case MONEY -> value.setScale(2, RoundingMode.HALF_UP);
            case COUNT -> value.longValue();
            case RATE, DAYS -> value.stripTrailingZeros();
        };
    }

    /// @param forPeople rounds and groups; otherwise the exact values
    private static TextTable table(
            Catalog catalog, MetricQuery query, Frame frame, boolean forPeople) {
        var header = new ArrayList<String>();
        query.dimensions().forEach(d -> header.add(d.id()));
        query.grain().ifPresent(g -> header.add(g.id()));
        int members = header.size();
        header.addAll(query.measures());
        var numbers = new HashSet<Integer>();
        for (int i = members; i < header.size(); i++) {
            numbers.add(i);
        }
        var table = new TextTable(header, numbers);
        for (int r = 0; r < frame.rowCount(); r++) {
            var cells = new ArrayList<String>();
            for (Object value :
                    row(catalog, query, frame, r).entrySet().stream()
                            .filter(e -> !e.getKey().contains("."))
                            .limit(members)
                            .map(Map.Entry::getValue)
                            .toArray()) {
                cells.add(value == null ? "" : value.toString());
            }
            for (String id : query.measures()) {
                Unit unit = catalog.kpi(id).definition().unit();
                Object exact = number(unit, frame.number(id, r));
                cells.add(
                        forPeople
                                ? Words.value(unit, frame.number(id, r))
                                : exact instanceof BigDecimal d
                                        ? d.toPlainString()
                                        : exact == null ? "" : exact.toString());
            }
            table.add(cells);
        }
        return table;
    }
}
