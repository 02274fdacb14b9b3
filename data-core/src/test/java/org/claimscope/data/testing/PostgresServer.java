package org.claimscope.data.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A PostgreSQL of its own, on a loopback port, in a folder that goes with it. Tests that need one
/// are skipped, with a word, where PostgreSQL is not installed.
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "reader";
    private static final String PASSWORD = "a secret of the test";
    private static final int PATIENCE_SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    public static PostgresServer start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            System.out.println("skipped: PostgreSQL is not installed (apt-get install postgresql)");
            Assumptions.abort("PostgreSQL is not installed");
        }
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // Not below a folder of root's: the server runs as somebody else.
        Path folder = Files.createTempDirectory("claimscope-pg");
        var server = new PostgresServer(programs.get(), folder, port);
        boolean done = false;
        try {
            Files.writeString(server.passwordFile(), PASSWORD + "\n");
            if (root()) {
                run(List.of("chown", "-R", "postgres", folder.toString()), folder);
            }
            run(
                    server.asServer(
                            "initdb",
                            "-D",
                            server.data(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + server.passwordFile(),
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--no-sync"),
                    folder);
            server.restart();
            done = true;
            return server;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    private static Optional<Path> programs() throws IOException {
        var folders =
                new ArrayList<>(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                                .map(Path::of)
                                .toList());
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(v -> v.resolve("bin")).forEach(folders::addFirst);
            }
        }
        return folders.stream()
                .filter(f -> Files.isExecutable(f.resolve("initdb")))
                .filter(f -> Files.isExecutable(f.resolve("postgres")))
                .findFirst();
    }

    /// PostgreSQL refuses to run as root.
    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private List<String> asServer(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command, Path folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + text);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    public Path passwordFile() {
        return folder.resolve("password");
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    /// Starts it, again or for the first time, and waits until it answers.
    public void restart() throws IOException, InterruptedException {
        process =
                new ProcessBuilder(
                                asServer(
                                        "postgres",
                                        "-D",
                                        data(),
                                        "-p",
                                        Integer.toString(port),
                                        "-k",
                                        folder.toString(),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "fsync=off",
                                        "-c",
                                        "shared_buffers=16MB"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("server.log").toFile()))
                        .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Connection _ = connect()) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IOException(Files.readString(folder.resolve("server.log")), e);
                }
                Thread.sleep(50);
            }
        }
    }

    /// Every connection breaks at once, as if the machine were gone.
    public void kill() throws IOException, InterruptedException {
        Process running = process;
        if (running != null && running.isAlive()) {
            // SIGQUIT: the postmaster takes its backends with it, without a clean end.
            run(List.of("kill", "-QUIT", Long.toString(running.pid())), folder);
            running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
