package org.claimscope.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.claimscope.app.task.Tasks;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace.Note;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Listening;
import org.claimscope.data.sync.OwnProfiles;
import org.jspecify.annotations.Nullable;

/// The feed list of a workspace, while a window has it open: run when somebody asks and as often as
/// the list says, and listened to. The workspace remembers which file it is. Use on the JavaFX
/// thread.
public final class Connections implements AutoCloseable {
    private static final String RUN = "connections";
    private static final String OWN = "feeds.yaml";
    private static final String FIRST =
            """
            # Feeds of this workspace. How each kind is written: docs/feeds.md
            # every: PT15M
            feeds: []
            """;

    private final DataCore core;
    private final Tasks tasks;
    private final Consumer<String> tell;
    private final Runnable changed;
    private final AtomicReference<@Nullable Listening> listening = new AtomicReference<>();
    private @Nullable Path file;
    private @Nullable FeedList list;
    private @Nullable Instant last;
    private boolean running;

    /// @param tell gets what runs by itself and goes wrong
    /// @param changed called after something was loaded
    Connections(DataCore core, Tasks tasks, Consumer<String> tell, Runnable changed) {
        this.core = core;
        this.tasks = tasks;
        this.tell = tell;
        this.changed = changed;
    }

    /// The file and what it says.
    public record Known(Path file, FeedList list) {}

    /// The list that is run; empty when none was chosen or it cannot be read.
    public Optional<Known> known() {
        Path path = file;
        FeedList read = list;
        return path == null || read == null ? Optional.empty() : Optional.of(new Known(path, read));
    }

    /// When it runs next by itself.
    public Optional<Instant> next() {
        Instant ran = last;
        return known().flatMap(k -> k.list().every())
                .map(every -> ran == null ? core.workspace().clock().instant() : ran.plus(every));
    }

    /// Where feeds are listened to and which topics are read, in words.
    public List<String> heard() {
        Listening now = listening.get();
        var words = new ArrayList<String>();
        if (now != null) {
            now.ports().forEach((feed, port) -> words.add(feed + " listens at port " + port));
            now.topics().forEach((feed, topics) -> words.add(feed + " reads " + topics));
        }
        return words;
    }

    /// Takes up the list that the workspace remembers.
    void start() {
        Optional<Path> kept =
                core.workspace()
                        .kept(Note.FEED_LIST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .flatMap(Connections::path);
        kept.ifPresent(path -> {
            try {
                take(path);
            } catch (ClaimscopeException e) {
                tell.accept(String.valueOf(e.getMessage()));
            }
        });
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Runs a list from now on.
    ///
    /// @throws ClaimscopeException USER when it cannot be read
    public void use(Path path) {
        take(path);
        core.workspace().keep(Note.FEED_LIST, path.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void take(Path path) {
        FeedList read = FeedList.read(path);
        file = path;
        list = read;
        last = core.workspace().clock().instant();
        hear(read);
    }

    /// Makes an empty list of the workspace's own, unless there is one, and runs it.
    public Path own() {
        Path path = core.workspace().directory().resolve(OWN);
        if (!Files.exists(path)) {
            write(path, FIRST);
        }
        use(path);
        return path;
    }

    /// The text of the list.
    public String text() {
        try {
            return Files.readString(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Cannot read the feed list " + file + ".", e);
        }
    }

    /// What is wrong with a text; empty when nothing is.
    public Optional<String> fault(String text) {
        Path path = Objects.requireNonNull(file);
        try {
            FeedList.of(
                    String.valueOf(path.getFileName()),
                    text,
                    Objects.requireNonNull(path.toAbsolutePath().getParent()));
            return Optional.empty();
        } catch (ClaimscopeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Saves the list and runs it as it is now.
    ///
    /// @throws ClaimscopeException USER when it says something that cannot be
    public void save(String text) {
        Path path = Objects.requireNonNull(file);
        fault(text)
                .ifPresent(fault -> {
                    throw new ClaimscopeException(ErrorKind.USER, fault);
                });
        write(path, text);
        use(path);
    }

    private static void write(Path path, String text) {
        try {
            Path part = path.resolveSibling(path.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(
                    part,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot write the feed list " + path + ".", e);
        }
    }

    /// Runs all feeds once.
    ///
    /// @param dryRun tells what would change, and changes nothing
    public void run(
            boolean dryRun, Consumer<List<RunEntry>> shown, Consumer<ClaimscopeException> failed) {
        Known now = known().orElse(null);
        if (now == null || running) {
            return;
        }
        running = true;
        last = core.workspace().clock().instant();
        tasks.run(
                RUN,
                dryRun ? "Trying the feeds" : "Syncing the feeds",
                (job, progress) -> sync(now, dryRun, progress, job),
                runs -> {
                    running = false;
                    shown.accept(runs);
                    if (!dryRun) {
                        changed.run();
                    }
                },
                e -> {
                    running = false;
                    failed.accept(e);
                });
    }

    private List<RunEntry> sync(
            Known now, boolean dryRun, Progress progress, Cancellation cancellation) {
        var profiles = new ArrayList<>(now.list().profiles());
        profiles.addAll(new OwnProfiles(core.workspace().directory()).all());
        return core.sync()
                .run(
                        new FeedList(now.list().feeds(), profiles),
                        new FolderSource(
                                Objects.requireNonNull(now.file().toAbsolutePath().getParent())),
                        dryRun,
                        progress,
                        cancellation);
    }

    /// Runs the list when its time has come.
    void tick() {
        Instant now = core.workspace().clock().instant();
        if (!running && next().filter(at -> !at.isAfter(now)).isPresent()) {
            run(
                    false,
                    runs ->
                            runs.stream()
                                    .filter(r -> r.status() == RunEntry.Status.FAILED)
                                    .findFirst()
                                    .ifPresent(r -> tell.accept(r.feed() + ": " + r.message())),
                    e -> tell.accept(String.valueOf(e.getMessage())));
        }
    }

    /// Listens to the feeds whose messages arrive by themselves, and no longer to those before.
    private void hear(FeedList read) {
        tasks.run(
                "listening",
                "Listening to the feeds",
                (job, progress) -> {
                    silence();
                    if (read.listens()) {
                        listening.set(
                                core.listen(
                                        read,
                                        run -> {},
                                        trouble ->
                                                Platform.runLater(() ->
                                                        tell.accept(
                                                                String.valueOf(
                                                                        trouble.getMessage())))));
                    }
                    return true;
                },
                done -> {},
                e -> tell.accept(String.valueOf(e.getMessage())));
    }

    private void silence() {
        Listening old = listening.getAndSet(null);
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        silence();
    }
}
