package org.claimscope.data.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Another JVM on this class path, with the flags of the product, so that a test can kill it or
/// compete with it.
public final class ChildJvm implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;

    private final Path temp;

    private ChildJvm(Process process, Path temp) {
        this.process = process;
        this.temp = temp;
        this.reader = Thread.ofVirtual().start(this::readAll);
    }

    /// @param temp the child's temporary folder
    /// @param main prints `ready` when the parent may go on
    public static ChildJvm start(Path temp, Class<?> main, String... arguments) throws IOException {
        Files.createDirectories(temp);
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
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start(), temp);
    }

    private void readAll() {
        try (BufferedReader in = process.inputReader()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                if (line.equals("ready")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.countDown();
        }
    }

    /// Returns when the child printed `ready`, or ended.
    public void awaitReady() throws InterruptedException {
        if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child is not ready: " + lines());
        }
    }

    /// @return true if the child ended by itself in this time
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /// SIGKILL.
    ///
    /// @return true if the child died of it, rather than ending by itself before
    public boolean kill() throws InterruptedException {
        process.destroyForcibly();
        return exitCode() == 128 + 9;
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child does not end: " + lines());
        }
        reader.join();
        return process.exitValue();
    }

    /// What the child printed so far.
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
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
