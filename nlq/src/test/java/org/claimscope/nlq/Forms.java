package org.claimscope.nlq;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.ValueIndex;

/// Forms as one line that a person can write and compare.
final class Forms {
    private Forms() {}

    static Interpreter interpreter() {
        return new Interpreter(new Catalog(Kpis.all()), values());
    }

    static ValueIndex values() {
        return ValueIndex.read(String.join("\n", lines("values.json")));
    }

    static List<String> lines(String resource) {
        try (InputStream in = Forms.class.getResourceAsStream(resource)) {
            return new String(
                            Objects.requireNonNull(in).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `charges | by payer | where payer = Aetna | in 2025-01-01..2025-03-31 @posting_date`
    static String line(QuestionForm form) {
        if (form.action() != QuestionForm.Action.ANSWER) {
            return form.action().name();
        }
        var parts = new ArrayList<String>();
        if (!form.measures().isEmpty()) {
            parts.add(String.join(",", form.measures()));
        }
        if (!form.dimensions().isEmpty()) {
            parts.add("by " + String.join(",", form.dimensions()));
        }
        if (form.timeGrain() != null) {
            parts.add("per " + form.timeGrain());
        }
        if (!form.filters().isEmpty()) {
            parts.add(
                    "where "
                            + form.filters().stream()
                                    .map(Forms::filter)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (form.window() != null) {
            parts.add("in " + window(form.window()));
        }
        if (form.comparison() != null) {
            Window w = form.comparison().window();
            parts.add("vs " + form.comparison().type().id() + (w == null ? "" : " " + window(w)));
        }
        form.order()
                .forEach(o -> parts.add("order " + o.by() + (o.descending() ? " desc" : " asc")));
        if (form.limit() != null) {
            parts.add("limit " + form.limit());
        }
        return String.join(" | ", parts);
    }

    private static String filter(Filter f) {
        String value =
                f.value() instanceof Filter.Members(List<String> names)
                        ? names.stream().sorted().collect(Collectors.joining(","))
                        : f.valueText().replace(" and ", ",");
        return f.field()
                + " "
                + f.op().sign()
                + " "
                + value
                + (f.level() == Filter.Level.MEASURE ? " measure" : "");
    }

    private static String window(Window w) {
        return (w.from() == null ? "" : w.from())
                + ".."
                + (w.to() == null ? "" : w.to())
                + (w.dateRole() == null ? "" : " @" + w.dateRole());
    }

    /// The conditions of an expected line in the order that [#line] writes them.
    static String sorted(String expected) {
        return java.util.Arrays.stream(expected.split(" \\| "))
                .map(p ->
                        p.startsWith("where ")
                                ? "where "
                                        + java.util.Arrays.stream(p.substring(6).split(", "))
                                                .map(Forms::members)
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                : p)
                .collect(Collectors.joining(" | "));
    }

    private static String members(String condition) {
        return java.util.Optional.of(
                        java.util.regex.Pattern.compile("(.* (?:in|not_in) )(.*)")
                                .matcher(condition))
                .filter(java.util.regex.Matcher::matches)
                .map(m ->
                        m.group(1)
                                + java.util.Arrays.stream(m.group(2).split(","))
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                .orElse(condition);
    }
}
