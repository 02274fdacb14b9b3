package org.claimscope.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.claimscope.app.Desktop;
import org.claimscope.data.error.ClaimscopeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `claimscope`: without a command, the window; without a display, the morning's job on the sample
/// hospital.
@Command(
        name = "claimscope",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Live numbers of the revenue cycle, from the feeds you have, on your own machine.",
            "Without a command: the window. Without a display: the sample hospital's morning numbers and pictures."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 wrong use, 2 done with quarantine (with --strict), 3 not permitted or wrong passphrase,",
            "4 failed."
        },
        subcommands = {
            WorkspaceCommand.class,
            SyncCommand.class,
            InspectCommand.class,
            QueryCommand.class,
            DefineCommand.class,
            AskCommand.class,
            ModelCommand.class,
            ReportCommand.class,
            DrillCommand.class,
            LineageCommand.class,
            QuarantineCommand.class,
            IdentityCommand.class,
            DeliveryCommand.class,
            AuditCommand.class,
            SampleCommand.class,
            PagesCommand.class,
            SnapshotCommand.class,
            DoctorCommand.class,
            VersionCommand.class,
            TrainCommand.class,
            CommandLine.HelpCommand.class
        })
public final class ClaimscopeCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int WRONG_USE = 1;
    static final int WITH_QUARANTINE = 2;
    static final int NOT_PERMITTED = 3;
    static final int FAILED = 4;

    private final Clock clock;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The workspace's folder. Without it: the sample hospital's.")
    @Nullable Path workspace;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            scope = CommandLine.ScopeType.INHERIT,
            description = "A file whose first line is the passphrase. Without it you are asked.")
    @Nullable Path passphraseFile;

    private ClaimscopeCommand(Clock clock) {
        this.clock = clock;
    }

    /// @return the exit code
    public static int run(String... args) {
        return run(
                Clock.system(ZoneId.systemDefault()),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /// The same with its surroundings given, for tests.
    static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
        if (args.length == 0) {
            // The commands and their options are half a second to read, and none is asked for.
            return opened(new Session(clock, null, null, out, err));
        }
        var line = new CommandLine(new ClaimscopeCommand(clock));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, a) -> {
            err.println(e.getMessage());
            err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return WRONG_USE;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof ClaimscopeException known) {
            err.println(known.getMessage());
            return switch (known.kind()) {
                case USER -> WRONG_USE;
                case DENIED -> NOT_PERMITTED;
                case DATA, SOURCE_DOWN, RESOURCES, INTERNAL -> FAILED;
            };
        }
        // The text may quote a value of a record: only the kind and the place are told.
        StackTraceElement[] trace = e.getStackTrace();
        err.println(
                "Claimscope failed: "
                        + e.getClass().getSimpleName()
                        + (trace.length > 0 ? " at " + trace[0] : "")
                        + ". Please report this line.");
        return FAILED;
    }

    Session session() {
        return new Session(clock, workspace, passphraseFile, out(), err());
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    @Override
    public Integer call() {
        return begun(session());
    }

    private static int opened(Session session) {
        try {
            return begun(session);
        } catch (RuntimeException e) {
            return failed(e, session.err());
        } finally {
            session.out().flush();
            session.err().flush();
        }
    }

    /// The window; without a display the morning's numbers and pictures.
    private static int begun(Session session) {
        if (Desktop.available() && Fonts.missing().isEmpty()) {
            if (Desktop.run(session.home(), session.clock(), session.user())) {
                return DONE;
            }
            session.err()
                    .println(
                            "No window could be opened on this display. Here are the numbers instead; on Debian, a window needs: libgtk-3-0 libgl1 libxtst6");
        }
        return new Morning(session).run();
    }
}
