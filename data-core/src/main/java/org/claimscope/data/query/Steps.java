package org.claimscope.data.query;

import static org.jooq.impl.DSL.inline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimscope.data.cache.Kept;
import org.claimscope.data.model.Entity;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Rows that are no table of their own: a select made of named steps, each a file `<step>.sql`
/// beside this class that says what it is and which steps it uses.
///
/// @param name of the table that it is kept as: equal for equal selects
/// @param sql one select, in brackets
/// @param tables what it reads
/// @param by what its rows are of, as the last step's file says: `-- by claim:` or `-- by visit:`
///   and the column
record Steps(String name, String sql, Set<Entity> tables, Kept.By by) {
    private static final Pattern USES = Pattern.compile("^-- uses: (.*)$", Pattern.MULTILINE);
    private static final Pattern BY =
            Pattern.compile("^-- by (claim|visit): ([a-z_]+)\\R", Pattern.MULTILINE);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join) (?:main\\.)?([a-z_]+)");

    /// What the class map calls a denial, of the classes of adjustments (metrics.md C8).
    private static final String DENIAL_CLASSES =
            """
            ('AUTHORIZATION', 'TIMELY_FILING', 'MEDICAL_NEED', 'CODING', 'INFORMATION',
                'NOT_COVERED', 'PROVIDER', 'ELIGIBILITY', 'OTHER_PAYER')\
            """;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /// Later than every version begins and earlier than the newest one ends.
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 30);

    /// @param asOf the day whose state is shown; null for the newest
    static Steps of(String name, @Nullable LocalDate asOf) {
        var steps = new LinkedHashMap<String, String>();
        collect(name, steps);
        String last = steps.remove(name);
        var sql = new StringBuilder("(\n");
        String separator = "with ";
        for (Map.Entry<String, String> step : steps.entrySet()) {
            sql.append(separator).append(step.getKey()).append(" as (\n");
            sql.append(step.getValue()).append("\n)");
            separator = ",\n";
        }
        sql.append(steps.isEmpty() ? "" : "\n").append(last).append("\n)");
        // A day is no text of a person: it cannot be anything but a date literal.
        LocalDate day = asOf == null ? NEWEST : asOf;
        var by = BY.matcher(read(name));
        return new Steps(
                name + "_" + (asOf == null ? "now" : DAY.format(asOf)),
                sql.toString()
                        .replace(":denial_classes", DENIAL_CLASSES)
                        .replace(":as_of", DSL.using(SQLDialect.DUCKDB).renderInlined(inline(day))),
                tables(sql.toString()),
                by.find() ? by(by.group(1), by.group(2)) : new Kept.By.Nothing());
    }

    private static Kept.By by(String kind, String column) {
        return kind.equals("claim") ? new Kept.By.Claim(column) : new Kept.By.Visit(column);
    }

    /// The rows, to be made before a question is asked about them.
    Kept kept() {
        return new Kept(sql, tables, by);
    }

    /// Each step after those that it uses.
    private static void collect(String name, Map<String, String> steps) {
        if (steps.containsKey(name)) {
            return;
        }
        String text = BY.matcher(read(name)).replaceAll("");
        var uses = USES.matcher(text);
        if (uses.find()) {
            for (String used : uses.group(1).split(", ")) {
                collect(used.strip(), steps);
            }
        }
        steps.put(name, uses.replaceAll("").strip());
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        Steps.class.getResourceAsStream(name + ".sql"),
                        () -> "there is no step " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Entity> tables(String sql) {
        Set<Entity> tables = EnumSet.noneOf(Entity.class);
        var reads = READ.matcher(sql);
        while (reads.find()) {
            Entity.named(reads.group(1)).ifPresent(tables::add);
        }
        return tables;
    }
}
