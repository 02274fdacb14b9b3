package org.claimscope.data.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.claimscope.data.sample.SampleHospital;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmarks: `mvn -Pbench -pl data-core verify`. Prints tables, fails only when an engine
/// gives another answer.
@Tag("bench")
final class BenchmarksTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);

    /// About a million ledger rows in 28 months.
    private static final int ENCOUNTERS_PER_MONTH = Integer.getInteger("bench.encounters", 6_600);

    private static final String PASSPHRASE = "a phrase for the benchmark";

    @TempDir Path temp;

    @Test
    void syncOpenAndEightQuestionsSideBySide() throws Exception {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        Path workspace = temp.resolve("workspace");
        Path extract = temp.resolve("extract");
        new SampleHospital(42, ANCHOR, ENCOUNTERS_PER_MONTH).writeTo(feed);

        Properties sync = Child.run(null, List.of(), SyncRun.class, feed, workspace, PASSPHRASE);
        double rows = number(sync, "first.ledger.rows");
        double seconds = number(sync, "first.ledger.seconds");
        say("sync        %,.0f ledger rows in %.1f s: %,.0f rows/s", rows, seconds, rows / seconds);
        say(
                "            all files %.1f s; again, unchanged, %.1f s",
                number(sync, "first.seconds"), number(sync, "second.seconds"));
        say(
                "            peak RSS %.0f MiB, heap %.0f MiB",
                number(sync, "rss"), number(sync, "heap"));
        say(
                "            on disk: raw %,.0f, segments %,.0f, control store %,.0f bytes",
                number(sync, "raw"), number(sync, "segment"), number(sync, "control"));

        Properties open = Child.run(null, List.of(), OpenRun.class, workspace, ANCHOR, PASSPHRASE);
        say(
                "open        %.2f s, first answer after %.2f s, peak RSS %.0f MiB",
                number(open, "open"), number(open, "first"), number(open, "rss"));

        Properties product =
                Child.run(null, List.of(), DuckDbRun.class, workspace, ANCHOR, PASSPHRASE, extract);
        Path driver = Path.of("target/bench/duckdb-other.jar");
        Properties other =
                Files.exists(driver)
                        ? Child.run(
                                driver.toAbsolutePath(),
                                List.of(),
                                DuckDbRun.class,
                                workspace,
                                ANCHOR,
                                PASSPHRASE,
                                extract)
                        : new Properties();
        Properties h2 = Child.run(null, List.of(), OtherRun.class, "H2", ANCHOR, extract);
        Properties sqlite = Child.run(null, List.of(), OtherRun.class, "SQLITE", ANCHOR, extract);
        say(
                "%-36s %17s %17s %17s %17s %9s %9s",
                "median / p95, ms",
                "MetricQuery",
                "plain DuckDB",
                "MetricQuery, other",
                "plain, other",
                "H2",
                "SQLite");
        List<Question> questions = Question.all(ANCHOR);
        for (int q = 0; q < questions.size(); q++) {
            say(
                    "%-36s %17s %17s %17s %17s %9s %9s",
                    questions.get(q).title(),
                    both(product, "product." + q),
                    both(product, "plain." + q),
                    both(other, "product." + q),
                    both(other, "plain." + q),
                    h2.getProperty("plain." + q + ".median", "–"),
                    sqlite.getProperty("plain." + q + ".median", "–"));
        }
    }

    private static String both(Properties told, String name) {
        return told.getProperty(name + ".median", "–")
                + " / "
                + told.getProperty(name + ".p95", "–");
    }

    private static double number(Properties told, String name) {
        return Double.parseDouble(told.getProperty(name, "NaN"));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.US, format, values));
    }
}
