package org.claimscope.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.Excerpt;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.csv.CsvExcerpt;
import org.claimscope.data.identity.Identities;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.query.Lineage;
import org.claimscope.data.query.Queries;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.PolicyEngine;
import org.claimscope.data.security.Subject;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.InboxReader;
import org.claimscope.data.sync.Listening;
import org.claimscope.data.sync.Reprocessing;
import org.claimscope.data.sync.Sync;
import org.jspecify.annotations.Nullable;

/// The front door to a workspace: opens it and hands out what can be done with it. Close it to
/// release the folder and wipe the keys.
public final class DataCore implements AutoCloseable {
    private static final InboxReader.LeftOver NOTHING_LEFT =
            new InboxReader.LeftOver(List.of(), 0, "");

    private final Workspace workspace;
    private final Queries queries;
    private final InboxReader.LeftOver leftOver;

    private DataCore(Workspace workspace, String user, InboxReader.LeftOver leftOver) {
        this.workspace = workspace;
        this.leftOver = leftOver;
        this.queries =
                new Queries(
                        workspace,
                        new Catalog(Kpis.all(), workspace::has),
                        new PolicyEngine(),
                        new Subject(user));
    }

    /// @see Workspace#create
    public static DataCore create(
            Path directory, Credentials credentials, Clock clock, String user) {
        return new DataCore(
                Workspace.create(directory, credentials, clock, user), user, NOTHING_LEFT);
    }

    /// Opens a workspace, and loads first what messages were safe and not loaded when it was last
    /// used.
    ///
    /// @param knownAt shows the data as they were known at an instant; null for now
    /// @see Workspace#open
    public static DataCore open(
            Path directory,
            Credentials credentials,
            Clock clock,
            String user,
            @Nullable Instant knownAt) {
        var workspace = Workspace.open(directory, credentials, clock, user, knownAt);
        boolean done = false;
        try {
            var leftOver = knownAt == null ? new InboxReader(workspace).leftOver() : NOTHING_LEFT;
            done = true;
            return new DataCore(workspace, user, leftOver);
        } finally {
            if (!done) {
                workspace.close();
            }
        }
    }

    /// The messages that were safe and not loaded when the workspace was last used, and what became
    /// of them at opening.
    public InboxReader.LeftOver leftOver() {
        return leftOver;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Catalog catalog() {
        return queries.catalog();
    }

    public Queries query() {
        return queries;
    }

    public Lineage lineage() {
        return new Lineage(workspace, this::sent);
    }

    private Lineage.Sent sent(Delivery delivery, long place) throws IOException {
        Optional<Format> format = Formats.named(delivery.entity());
        if (format.isEmpty()) {
            return sent(CsvExcerpt.of(() -> workspace.original(delivery), place));
        }
        try (var in = workspace.original(delivery)) {
            return sent(format.get().excerpt(in, place));
        }
    }

    private static Lineage.Sent sent(Excerpt excerpt) {
        return new Lineage.Sent(
                new String(excerpt.before(), StandardCharsets.UTF_8),
                new String(excerpt.record(), StandardCharsets.UTF_8),
                new String(excerpt.after(), StandardCharsets.UTF_8));
    }

    public Sync sync() {
        return new Sync(workspace);
    }

    /// Listens for the messages of a list's feeds until it is closed.
    ///
    /// @param told gets each delivery
    /// @param trouble gets what keeps messages from being loaded; they stay safe
    public Listening listen(
            FeedList feeds, Consumer<RunEntry> told, Consumer<ClaimscopeException> trouble) {
        return Listening.start(workspace, feeds, told, trouble);
    }

    public Reprocessing reprocessing() {
        return new Reprocessing(workspace);
    }

    /// When each feed brought something last. Decisions of the desk come when somebody decides.
    public SortedMap<String, Instant> freshness() {
        var newest = new TreeMap<>(workspace.journal().newest());
        newest.keySet().removeIf(feed -> feed.endsWith("/" + Identities.FEED));
        return newest;
    }

    public Identities identities() {
        return new Identities(workspace);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
