package org.claimscope.data.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/// A part of the benchmark in a JVM of its own, started with the product's flags, so that its
/// memory and its start are the product's and not the benchmark's.
final class Child {
    private Child() {}

    /// @param driver another DuckDB driver to take in place of the product's; null for the
    ///   product's
    /// @param flags more JVM flags, after the product's
    /// @return what the child told with [#tell]
    static Properties run(Path driver, List<String> flags, Class<?> main, Object... args)
            throws IOException, InterruptedException {
        Path told = Files.createTempFile("bench", ".properties");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + System.getProperty("jvm.options"));
        command.addAll(flags);
        command.add("-Dbench.told=" + told);
        command.add("-cp");
        command.add(driver == null ? classPath() : classPathWith(driver));
        command.add(main.getName());
        Arrays.stream(args).map(String::valueOf).forEach(command::add);
        int code =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + code);
        }
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(told)) {
            properties.load(in);
        }
        Files.delete(told);
        return properties;
    }

    /// Hands results to the parent; called once, in the child.
    static void tell(Properties results) throws IOException {
        try (var out = Files.newOutputStream(Path.of(System.getProperty("bench.told")))) {
            results.store(out, null);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String classPathWith(Path driver) {
        return driver
                + System.getProperty("path.separator")
                + Arrays.stream(classPath().split(System.getProperty("path.separator")))
                        .filter(p -> !p.contains("duckdb_jdbc"))
                        .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /// The most memory this process ever held, in MiB: heap, native and mapped.
    static long peakRssMiB() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /// The most heap in use at one time, garbage included, in MiB: an upper bound, because pools
    /// peak at their own times.
    static long peakHeapMiB() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(p -> p.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(u -> u.getUsed())
                        .sum()
                >> 20;
    }

    /// Bytes of all files below a path.
    static long bytesBelow(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }
}
