package org.claimscope.data.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.Feed.LoadType;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Sync;
import org.jspecify.annotations.Nullable;

/// A workspace that a test feeds with a few rows at a time, on days that the test chooses.
public final class Clinic implements AutoCloseable {
    public static final List<Profile> PROFILES =
            List.of(
                    Profile.parse(
                            "clinic",
                            """
                            profile: clinic
                            version: 1
                            tables:
                              - table: people
                                entity: patient
                                fields: {id: id, last_name: name, modified_date: changed}
                              - table: units
                                entity: department
                                fields: {id: id, name: name}
                              - table: ledger
                                entity: transaction
                                fields: {id: id, billed: billed}
                            """));

    private final Path folder;
    private Instant now = Instant.parse("2025-01-01T12:00:00Z");
    private Workspace workspace;

    public Clinic(Path folder) {
        this.folder = folder;
        this.workspace = Workspace.create(folder, new Credentials.None(), ticking(), "test");
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /// The clock of the next deliveries.
    public Clinic on(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Workspace workspace() {
        return workspace;
    }

    public void reopen(@Nullable String knownAt) {
        workspace.close();
        workspace =
                Workspace.open(
                        folder,
                        new Credentials.None(),
                        ticking(),
                        "test",
                        knownAt == null ? null : Instant.parse(knownAt));
    }

    /// Rows of `id,name,changed`.
    public RunEntry people(String... rows) {
        return deliver("people", "id,name,changed", LoadType.INCREMENTAL, false, rows);
    }

    /// All people there are; who is absent is closed.
    public RunEntry allPeople(String... rows) {
        return deliver("people", "id,name,changed", LoadType.FULL, true, rows);
    }

    /// All units there are, as `id,name`; a unit that is absent is closed.
    public RunEntry allUnits(String... rows) {
        return deliver("units", "id,name", LoadType.FULL, true, rows);
    }

    /// Rows of `id,billed`.
    public RunEntry ledger(String... rows) {
        return deliver("ledger", "id,billed", LoadType.INCREMENTAL, false, rows);
    }

    public RunEntry deliver(
            String table, String header, LoadType type, boolean closeAbsent, String... rows) {
        String text = header + "\n" + String.join("\n", rows) + "\n";
        return new Sync(workspace)
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "clinic",
                                                table,
                                                null,
                                                text,
                                                type,
                                                closeAbsent,
                                                null,
                                                true)),
                                PROFILES),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE)
                .getFirst();
    }

    /// Every version of a person, oldest first: `name from..to`, with `closed` in place of the name
    /// of a version that closes.
    public String versionsOf(String person) {
        return WarehouseDump.text(
                workspace,
                Entity.PATIENT,
                "select coalesce(string_agg(case when is_closed then 'closed' else last_name end || ' ' || valid_from || '..' || valid_to, ', ' order by delivery_id, line), 'none') from patient where id = '"
                        + person
                        + "'");
    }

    /// Who is known now, as `id name`.
    public String peopleNow() {
        return WarehouseDump.text(
                workspace,
                Entity.PATIENT,
                "select coalesce(string_agg(id || ' ' || last_name, ', ' order by id), 'none') from patient where valid_to = date '9999-12-31' and not is_closed");
    }

    public String unitsNow() {
        return WarehouseDump.text(
                workspace,
                Entity.DEPARTMENT,
                "select coalesce(string_agg(id || ' ' || name, ', ' order by id), 'none') from department");
    }

    public String billed() {
        return WarehouseDump.text(
                workspace,
                Entity.TRANSACTION,
                "select cast(coalesce(sum(billed), 0) as varchar) from transaction");
    }

    @Override
    public void close() {
        workspace.close();
    }
}
