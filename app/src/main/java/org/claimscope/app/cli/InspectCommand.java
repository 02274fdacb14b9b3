package org.claimscope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
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
        CsvInspection found;
        try {
            found =
                    CsvInspection.of(
                            String.valueOf(file.getFileName()),
                            () -> FolderSource.open(file),
                            FeedList.shippedProfiles());
        } catch (ClaimscopeException e) {
            return broken(o, "unreadable", String.valueOf(e.getMessage()));
        }
        o.put("format", found.format());
        if (found.text() != null) {
            o.put("encoding", found.text().charset());
            o.put("delimiter", Character.toString((char) found.text().delimiter()));
            o.put("columns", found.text().header());
            o.put("records", found.records());
            o.put("table", found.table());
            o.put("profile", found.profile());
            o.put("unmapped", found.unmapped());
        }
        o.put("transactions", List.of());
        o.put("claims", List.of());
        o.put("remittance_claims", List.of());
        o.put("adjustments", List.of());
        o.put("messages", List.of());
        o.put("resources", Map.of());
        o.put(
                "findings",
                found.findings().stream()
                        .map(f -> finding(f.code(), f.where(), f.text()))
                        .toList());
        return o;
    }

    private static Map<String, @Nullable Object> broken(
            Map<String, @Nullable Object> o, String code, String text) {
        o.put("format", null);
        o.put("findings", List.of(finding(code, "", text)));
        return o;
    }

    private static Map<String, String> finding(String code, String where, String text) {
        var f = new LinkedHashMap<String, String>();
        f.put("code", code);
        f.put("where", where);
        f.put("text", text);
        return f;
    }
}
