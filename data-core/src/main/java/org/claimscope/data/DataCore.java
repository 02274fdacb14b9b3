package org.claimscope.data;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.query.Lineage;
import org.claimscope.data.query.Queries;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.PolicyEngine;
import org.claimscope.data.security.Subject;
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

    /// @param knownAt shows the data as they were known at an instant; null for now
    /// @see Workspace#open
    public static DataCore open(
            Path directory,
            Credentials credentials,
            Clock clock,
            String user,
            @Nullable Instant knownAt) {
        return new DataCore(Workspace.open(directory, credentials, clock, user, knownAt), user);
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

    public Reprocessing reprocessing() {
        return new Reprocessing(workspace);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
