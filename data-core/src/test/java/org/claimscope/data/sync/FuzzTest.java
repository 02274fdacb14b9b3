package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every parser on every seed and on every input that ever broke one (`fuzz/<parser>/`), and with
/// `-Pdeep` on what Jazzer makes of them.
///
/// Jazzer runs in a JVM of its own, one a parser: its agent would rewrite the classes under the
/// other tests.
final class FuzzTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 16_384;

    private static Path seeds(ForeignBytes parser) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(FuzzTest.class.getResource("/fuzz/" + parser.folder()))
                        .toURI());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCorpusBreaksNothing(ForeignBytes parser) throws Exception {
        List<Path> files = files(seeds(parser));
        assertFalse(files.isEmpty());
        for (Path file : files) {
            byte[] input = Files.readAllBytes(file);
            assertTimeoutPreemptively(
                    PATIENCE, () -> parser.check(input), () -> String.valueOf(file.getFileName()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("deep")
    void fiftyThousandRunsFindNothing(ForeignBytes parser, @TempDir Path temp) throws Exception {
        long seed = Long.getLong("fuzz.seed", 20_261_123);
        long runs = Long.getLong("fuzz.runs", 50_000);
        long seconds = Long.getLong("fuzz.seconds", 600);
        System.out.println(parser + ": fuzz.seed = " + seed + ", fuzz.runs = " + runs);
        Path found = Files.createDirectories(temp.resolve("found"));
        Path output = temp.resolve("output");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + System.getProperty("jvm.options"),
                                "-Xmx512m",
                                "-XX:+EnableDynamicAgentLoading",
                                parser.option(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + ForeignBytes.class.getName(),
                                "--instrumentation_includes=org.claimscope.data.**",
                                "--disabled_hooks=.*",
                                "--reproducer_path=" + temp,
                                "-seed=" + seed,
                                "-runs=" + runs,
                                "-max_total_time=" + seconds,
                                // The first input waits until every class is rewritten.
                                "-timeout=60",
                                "-max_len=" + LONGEST,
                                "-artifact_prefix=" + temp + "/",
                                found.toString(),
                                seeds(parser).toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(seconds + 120, TimeUnit.SECONDS), "it does not end");
            String text = Files.readString(output);
            assertEquals(0, process.exitValue(), text);
            String done = text.lines().filter(l -> l.startsWith("Done ")).findFirst().orElse(text);
            System.out.println(parser + ": " + done);
            assertTrue(Long.parseLong(done.split(" ")[1]) >= runs, done);
        } finally {
            process.destroyForcibly();
        }
    }
}
