package org.claimscope.data;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
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
    private final Workspace workspace;
    private final Queries queries;

    private DataCore(Workspace workspace, String user) {
        this.workspace = workspace;
        this.queries =
                new Queries(
                        workspace, new Catalog(Kpis.all()), new PolicyEngine(), new Subject(user));
    }

    /// @see Workspace#create
    public static DataCore create(
            Path directory, Credentials credentials, Clock clock, String user) {
        return new DataCore(Workspace.create(directory, credentials, clock, user), user);
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
            if (knownAt == null) {
                loadInbox(workspace);
            }
            done = true;
            return new DataCore(workspace, user);
        } finally {
            if (!done) {
                workspace.close();
            }
        }
    }

    private static void loadInbox(Workspace workspace) {
        try {
            new InboxReader(workspace).all();
        } catch (ClaimscopeException e) {
            // The messages stay safe. What hinders them, such as a full disk, must not hinder
            // people from seeing what is there.
            return;
        }
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
        return new Lineage(
                workspace,
                (kind, place, delivery) -> {
                    Optional<Format> format = Formats.named(kind);
                    return format.isEmpty()
                            ? Optional.empty()
                            : Optional.of(format.get().original(delivery, place));
                });
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

    @Override
    public void close() {
        workspace.close();
    }
}
