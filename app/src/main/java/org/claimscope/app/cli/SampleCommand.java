package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.sample.HospitalInterface;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.sample.SampleLive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sample`: the sample hospital as a sender of its own: its live mode, and its interfaces.
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Lets the sample hospital send live events, or write its story as other systems do.")
final class SampleCommand implements Callable<Integer> {
    private static final int FASTEST = 50;

    /// Nobody wants a forgotten sender to fill the disk.
    private static final Duration LONGEST = Duration.ofHours(8);

    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(ErrorKind.USER, "Say which: sample start, stop or write.");
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = {
                "Starts sending in the background; `sync` takes the events in.",
                "Ends with `sample stop`, or after eight hours."
            })
    int start(
            @Option(
                            names = "--rate",
                            defaultValue = "5",
                            paramLabel = "N",
                            description = "Events a second, 1 to 50.")
                    int rate)
            throws IOException {
        Session session = Commands.session(parent);
        if (rate < 1 || rate > FASTEST) {
            throw new ClaimscopeException(ErrorKind.USER, "--rate is 1 to " + FASTEST + ".");
        }
        if (running(session).isPresent()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The sample is sending already. Stop it with: sample stop");
        }
        Path feed = session.sampleFeed().ensureFiles();
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx256m");
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.add("org.claimscope.app.Main");
        command.addAll(List.of("sample", "run", "--rate", Integer.toString(rate)));
        Process sender =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Files.writeString(pidFile(session), Long.toString(sender.pid()));
        session.out()
                .println(
                        "sending "
                                + rate
                                + " events a second to "
                                + feed
                                + " (process "
                                + sender.pid()
                                + ")");
        return ClaimscopeCommand.DONE;
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops sending.")
    int stop() throws IOException {
        Session session = Commands.session(parent);
        Optional<ProcessHandle> sender = running(session);
        sender.ifPresent(ProcessHandle::destroy);
        Files.deleteIfExists(pidFile(session));
        session.out().println(sender.isPresent() ? "stopped" : "the sample was not sending");
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the sample hospital as the interfaces of a real one tell it, and a feeds.yaml",
                "that takes the files: `sync --config DIR/feeds.yaml --data DIR`."
            })
    int write(
            @Parameters(paramLabel = "DIR", description = "Where the files go.") Path folder,
            @Option(
                            names = "--as",
                            required = true,
                            paramLabel = "LIST",
                            description = "Interfaces, separated by commas: hl7, 837, 277ca.")
                    String as,
            @Option(
                            names = "--encounters",
                            defaultValue = "" + SampleHospital.DEFAULT_ENCOUNTERS_PER_MONTH,
                            paramLabel = "N",
                            description = "Visits a month (default: ${DEFAULT-VALUE}).")
                    int encounters)
            throws IOException {
        Session session = Commands.session(parent);
        Set<HospitalInterface> interfaces = HospitalInterface.parse(as);
        LocalDate anchor =
                LocalDate.ofInstant(session.clock().instant(), ZoneId.systemDefault()).minusDays(1);
        new SampleHospital(SampleFeed.SEED, anchor, encounters).writeAs(folder, interfaces);
        session.out().println(folder.resolve("feeds.yaml"));
        return ClaimscopeCommand.DONE;
    }

    @Command(name = "run", hidden = true, description = "Sends in this process.")
    int run(@Option(names = "--rate", defaultValue = "5") int rate)
            throws IOException, InterruptedException {
        Session session = Commands.session(parent);
        Path feed = session.sampleFeed().ensureFiles();
        var live = new SampleLive(SampleFeed.SEED, session.clock(), feed);
        long end = System.nanoTime() + LONGEST.toNanos();
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            live.appendEvents(rate);
            next += 1_000_000_000L;
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
        return ClaimscopeCommand.DONE;
    }

    private static Optional<ProcessHandle> running(Session session) throws IOException {
        Path file = pidFile(session);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Session session) {
        return session.home().folder().resolve("sample").resolve("live.pid");
    }
}
