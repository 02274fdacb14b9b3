package org.claimscope.data.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another JVM on this class path, with the flags of the product, so that a test can kill it or
/// compete with it.
///
/// It prints into a file: what it printed before a kill is not lost with a pipe.
public final class ChildJvm implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path temp;
    private final Path output;

    private ChildJvm(Process process, Path temp, Path output) {
        this.process = process;
        this.temp = temp;
        this.output = output;
    }

    /// @param temp the child's temporary folder
    /// @param main prints `ready` when the parent may go on
    public static ChildJvm start(Path temp, Class<?> main, String... arguments) throws IOException {
        Files.createDirectories(temp);
        Path output = Files.createTempFile(temp.toAbsolutePath().getParent(), "child-", ".out");
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + System.getProperty("jvm.options"),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Djava.io.tmpdir=" + temp,
                                "-cp",
                                classPath,
                                main.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new ChildJvm(process, temp, output);
    }

    /// Returns when the child printed `ready`, or ended.
    public void awaitReady() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!lines().contains("ready") && !endsWithin(2)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the child is not ready: " + lines());
            }
        }
    }

    /// @return true if the child ended by itself in this time
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /// SIGKILL.
    ///
    /// @return true if the child died of it, rather than ending by itself before
    public boolean kill() throws InterruptedException, IOException {
        process.destroyForcibly();
        return exitCode() == KILLED;
    }

    public int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child does not end: " + lines());
        }
        return process.exitValue();
    }

    /// The whole lines that the child printed so far.
    public List<String> lines() throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    public String text() throws IOException {
        return Files.readString(output);
    }

    /// Ends the child and removes the library of 70 MB that DuckDB unpacks and a killed process
    /// leaves.
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try (var files = Files.list(temp)) {
            for (Path file : files.filter(f -> f.toString().contains("libduckdb")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
