package org.claimscope.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Inspected;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `inspect`: what is in files, without a workspace.
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "What is in these files; .gz too. Needs no workspace, keeps nothing.")
final class InspectCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Option(names = "--format", defaultValue = "table", paramLabel = "table|json")
    String format = "table";

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        for (Path file : files) {
            Map<String, @Nullable Object> object = object(file);
            if (format.equals("json")) {
                session.out().println(Json.line(object));
            } else {
                object.forEach((name, value) -> {
                    boolean nothing =
                            value instanceof List<?> l && l.isEmpty()
                                    || value instanceof Map<?, ?> m && m.isEmpty();
                    if (value != null && !nothing) {
                        session.out().println(name + ": " + text(value));
                    }
                });
                session.out().println();
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static String text(Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>
                ? Json.line(value)
                : value.toString();
    }

    private static Map<String, @Nullable Object> object(Path file) {
        var o = new LinkedHashMap<String, @Nullable Object>();
        o.put("file", file.toString());
        if (!Files.isRegularFile(file)) {
            return broken(o, "unreadable", "there is no such file");
        }
        Inspected found;
        try {
            found =
                    Inspected.of(
                            String.valueOf(file.getFileName()),
                            () -> FolderSource.open(file),
                            FeedList.shippedProfiles());
        } catch (ClaimscopeException e) {
            return broken(o, "unreadable", String.valueOf(e.getMessage()));
        }
        o.put("format", found.format());
        switch (found) {
            case Inspected.ByItself(Inspection content) -> content(o, content);
            case Inspected.Delimited(CsvInspection csv) -> {
                if (csv.text() != null) {
                    o.put("encoding", csv.text().charset());
                    o.put("delimiter", Character.toString((char) csv.text().delimiter()));
                    o.put("columns", csv.text().header());
                    o.put("records", csv.records());
                    o.put("table", csv.table());
                    o.put("profile", csv.profile());
                    o.put("unmapped", csv.unmapped());
                }
                content(o, Inspection.of(csv.format(), csv.findings()));
            }
        }
        o.put("findings", findings(found.findings()));
        return o;
    }

    private static void content(Map<String, @Nullable Object> o, Inspection content) {
        o.put("transactions", each(content.transactions(), t -> map("type", t.type(), "version", t.version())));
        o.put(
                "claims",
                each(
                        content.claims(),
                        c -> map("id", c.id(), "billed", money(c.billed()), "lines", c.lines())));
        o.put(
                "remittance_claims",
                each(
                        content.remittanceClaims(),
                        c ->
                                map(
                                        "id",
                                        c.id(),
                                        "status",
                                        c.status(),
                                        "billed",
                                        money(c.billed()),
                                        "paid",
                                        money(c.paid()),
                                        "patient_responsibility",
                                        money(c.patientResponsibility()),
                                        "payer_control",
                                        c.payerControl())));
        o.put(
                "adjustments",
                each(
                        content.adjustments(),
                        a ->
                                map(
                                        "group",
                                        a.group(),
                                        "carc",
                                        a.carc(),
                                        "count",
                                        a.count(),
                                        "adjusted",
                                        money(a.adjusted()))));
        o.put(
                "messages",
                each(
                        content.messages(),
                        m ->
                                map(
                                        "type",
                                        m.type(),
                                        "control_id",
                                        m.controlId(),
                                        "patient_id",
                                        m.patientId(),
                                        "charges",
                                        map(
                                                "count",
                                                m.chargeCount(),
                                                "amount",
                                                money(m.charged())))));
        o.put("resources", content.resources());
    }

    private static <T> List<Map<String, @Nullable Object>> each(
            List<T> items, Function<T, Map<String, @Nullable Object>> object) {
        return items.stream().map(object).toList();
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static @Nullable BigDecimal money(@Nullable BigDecimal dollars) {
        return dollars == null ? null : dollars.setScale(2, RoundingMode.HALF_UP);
    }

    private static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return each(findings, f -> map("code", f.code(), "where", f.where(), "text", f.text()));
    }

    private static Map<String, @Nullable Object> broken(
            Map<String, @Nullable Object> o, String code, String text) {
        o.put("format", null);
        o.put("findings", findings(List.of(new Finding(code, "", text))));
        return o;
    }
}
