package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.sync.Feed.LoadType;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.WarehouseDump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every database must do as a source: the same for each product that a test can start.
abstract class DatabaseContract {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 1, 1, 12, 0);
    private static final String CANARY = "Zyxwvut-Canary";

    @TempDir Path temp;
    private Clinic clinic;

    abstract String url();

    abstract @Nullable Path passwordFile();

    abstract Class<?> driver();

    abstract Connection connect() throws SQLException;

    /// The server goes without a word.
    abstract void kill() throws Exception;

    abstract void restart() throws Exception;

    @BeforeEach
    void begin() throws SQLException {
        clinic = new Clinic(temp.resolve("w"));
        execute("drop table if exists people", "drop table if exists ledger");
        execute(
                "create table people (id varchar(20) primary key, name varchar(100), changed timestamp)",
                "create table ledger (id varchar(20) primary key, billed decimal(14, 2), changed timestamp)");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        Workspace workspace = clinic.workspace();
        assertEquals(0, workspace.arrowBytes());
        // One archive for each delivery, and nothing that was only landed.
        Path raw = temp.resolve("w").resolve("raw");
        if (Files.isDirectory(raw)) {
            try (var files = Files.list(raw)) {
                assertEquals(workspace.journal().deliveries().size(), files.count());
            }
        }
        clinic.close();
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static Path jar(Class<?> driver) {
        try {
            return Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    JdbcSettings settings(JdbcSettings.From from, Duration overlap) {
        return new JdbcSettings(
                url(),
                jar(driver()),
                "reader",
                passwordFile(),
                from,
                100,
                Duration.ofSeconds(60),
                overlap);
    }

    Feed feed(String table, JdbcSettings settings, LoadType load, @Nullable String watermark) {
        return new Feed(
                "clinic", table, new Feed.From.Database(settings), load, false, watermark, true);
    }

    private Feed people(LoadType load) {
        return feed(
                "people",
                settings(new JdbcSettings.Table("people"), JdbcSettings.DEFAULT_OVERLAP),
                load,
                "changed");
    }

    /// Once, and not again when the database is down.
    RunEntry sync(Workspace workspace, Feed feed, boolean dryRun, Cancellation cancellation) {
        return sync(workspace, feed, dryRun, cancellation, Patience.USUAL.once());
    }

    private static Path nowhere() {
        return Path.of("");
    }

    private static RunEntry sync(
            Workspace workspace,
            Feed feed,
            boolean dryRun,
            Cancellation cancellation,
            Patience patience) {
        return new Sync(workspace, patience)
                .run(
                        new FeedList(List.of(feed), Clinic.PROFILES),
                        FolderSource.of(nowhere(), List.of()),
                        dryRun,
                        Progress.NONE,
                        cancellation)
                .getFirst();
    }

    RunEntry sync(Feed feed) {
        return sync(clinic.workspace(), feed, false, Cancellation.NONE);
    }

    Clinic clinic() {
        return clinic;
    }

    String archived(long delivery) throws IOException {
        Workspace workspace = clinic.workspace();
        try (var in = workspace.original(workspace.journal().delivery(delivery))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Adds so many people, one a minute from noon of the first of January on.
    private void addPeople(int from, int to) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into people values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = from; i < to; i++) {
                insert.setString(1, "P%06d".formatted(i));
                insert.setString(2, CANARY + i);
                insert.setObject(3, NOON.plusMinutes(i));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    @Test
    void aTableIsLoadedInFullAndThenOnlyWhatChangedSince() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 5_000);
        RunEntry full = sync(people(LoadType.INCREMENTAL));
        assertEquals(Status.LOADED, full.status(), full.message());
        assertEquals(5_000, full.rowsLoaded());
        assertEquals(
                NOON.plusMinutes(4_999) + ":00",
                clinic.workspace().journal().readTo("clinic/people", "changed").orElseThrow());

        execute(
                "update people set name = 'New', changed = timestamp '2025-01-06 00:00:00' where id = 'P000003'",
                "insert into people values ('P9', 'Late', timestamp '2025-01-05 00:30:00')");
        RunEntry more = sync(people(LoadType.INCREMENTAL));
        assertEquals(Status.LOADED, more.status(), more.message());
        assertEquals(2, more.rowsLoaded());
        // A day and a minute of overlap, the late one and the changed one.
        assertEquals(1_441 + 2, more.rowsIn());
        assertEquals(
                "5001",
                WarehouseDump.text(
                        clinic.workspace(),
                        org.claimscope.data.model.Entity.PATIENT,
                        "select count(distinct id) from patient"));
        // And again, of which the first repeats the overlap's rows and the second the same bytes.
        assertEquals(0, sync(people(LoadType.INCREMENTAL)).rowsLoaded());
        assertEquals(Status.UNCHANGED, sync(people(LoadType.INCREMENTAL)).status());
    }

    @Test
    void theOverlapIsAsWideAsTheFeedSays() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 100);
        Feed feed =
                feed(
                        "people",
                        settings(new JdbcSettings.Table("people"), Duration.ofMinutes(15)),
                        LoadType.INCREMENTAL,
                        "changed");
        assertEquals(100, sync(feed).rowsIn());
        assertEquals(16, sync(feed).rowsIn());
    }

    @Test
    void aQueryIsTheAdministratorsOwn() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 3_000);
        Feed feed =
                feed(
                        "people",
                        settings(
                                new JdbcSettings.Query(
                                        "select id, upper(name) as name, changed from people where id < 'P002000' -- half\n;"),
                                JdbcSettings.DEFAULT_OVERLAP),
                        LoadType.INCREMENTAL,
                        "changed");
        assertEquals(2_000, sync(feed).rowsLoaded());
        RunEntry second = sync(feed);
        assertEquals(1_441, second.rowsIn(), second.message());
        assertEquals(0, second.rowsLoaded());
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws Exception {
        addPeople(0, 10);
        RunEntry trial = sync(clinic.workspace(), people(LoadType.FULL), true, Cancellation.NONE);
        assertEquals(10, trial.rowsLoaded());
        assertEquals(List.of(), clinic.workspace().journal().deliveries());
        assertEquals("none", clinic.peopleNow());
    }

    @Test
    void recordsThatDoNotFitGoToQuarantineWithTheirLine() throws Exception {
        execute(
                "drop table people",
                "create table people (id varchar(20), name varchar(100), changed varchar(20))",
                "insert into people values ('P1', 'Ash, \"the elder\"', '2025-01-01')",
                "insert into people values ('P2', 'two\nlines', 'someday')",
                "insert into people values ('P3', null, '2025-01-03')");
        RunEntry run =
                sync(
                        feed(
                                "people",
                                settings(
                                        new JdbcSettings.Query("select * from people order by id"),
                                        Duration.ZERO),
                                LoadType.FULL,
                                null));
        assertEquals(2, run.rowsLoaded(), run.message());
        assertEquals(1, run.rowsQuarantined());
        QuarantineItem item = clinic.workspace().quarantine().list(null, 10).getFirst();
        assertEquals("NOT_A_DATE", item.reason());
        assertEquals("P1 Ash, \"the elder\"", clinic.peopleNow());
        new Reprocessing(clinic.workspace())
                .run(item.id(), java.util.Map.of(item.column(), "2025-01-02"), Clinic.PROFILES);
        assertTrue(clinic.peopleNow().contains("P2 two"), clinic.peopleNow());
    }

    @Test
    void anUndoneDeliveryIsReadFromTheStartAgain() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 5_000);
        long first = sync(people(LoadType.INCREMENTAL)).deliveryId().orElseThrow();
        execute("insert into people values ('P9', 'New', timestamp '2025-01-06 00:00:00')");
        sync(people(LoadType.INCREMENTAL));
        new Sync(clinic.workspace()).undo(first, Clinic.PROFILES);
        RunEntry again = sync(people(LoadType.INCREMENTAL));
        assertEquals(5_001, again.rowsIn(), again.message());
        assertEquals(
                "5001",
                WarehouseDump.text(
                        clinic.workspace(),
                        org.claimscope.data.model.Entity.PATIENT,
                        "select count(distinct id) from patient where valid_to = date '9999-12-31'"));
    }

    @Test
    void oneRowFromTheFutureDoesNotHideWhatChangesUntilThen() throws Exception {
        clinic.on("2025-01-02T12:00:00Z");
        execute(
                "insert into people values ('P1', 'Ash', timestamp '2025-01-02 11:00:00')",
                "insert into people values ('P2', 'Typo', timestamp '2202-01-02 11:00:00')");
        sync(people(LoadType.INCREMENTAL));
        execute("insert into people values ('P3', 'Elm', timestamp '2025-01-02 12:30:00')");
        clinic.on("2025-01-02T13:00:00Z");
        assertEquals(1, sync(people(LoadType.INCREMENTAL)).rowsLoaded());
        assertEquals("P1 Ash, P2 Typo, P3 Elm", clinic.peopleNow());
    }

    @Test
    void rowsThatWereNeverChangedAreNotForgotten() throws Exception {
        clinic.on("2025-01-02T12:00:00Z");
        execute("insert into people values ('P1', 'Ash', timestamp '2025-01-02 11:00:00')");
        sync(people(LoadType.INCREMENTAL));
        execute("insert into people values ('P2', 'Elm', null)");
        assertEquals(1, sync(people(LoadType.INCREMENTAL)).rowsLoaded());
    }

    @Test
    void anotherWatermarkColumnStartsAnew() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 3_000);
        sync(people(LoadType.INCREMENTAL));
        execute("alter table people add column touched timestamp");
        Feed other =
                feed(
                        "people",
                        settings(new JdbcSettings.Table("people"), Duration.ZERO),
                        LoadType.INCREMENTAL,
                        "touched");
        assertEquals(3_000, sync(other).rowsIn());
    }

    @Test
    void nothingChangedIsNoDelivery() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 10);
        sync(people(LoadType.INCREMENTAL));
        execute("delete from people");
        RunEntry run = sync(people(LoadType.INCREMENTAL));
        assertEquals(Status.UNCHANGED, run.status());
        assertEquals(1, clinic.workspace().journal().deliveries().size());
        addPeople(4_000, 4_001);
        assertEquals(1, sync(people(LoadType.INCREMENTAL)).rowsLoaded());
    }

    @Test
    void aCancelledReadTakesNothing() throws Exception {
        addPeople(0, 5_000);
        var asked = new int[1];
        RunEntry run =
                sync(clinic.workspace(), people(LoadType.INCREMENTAL), false, () -> ++asked[0] > 3);
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("cancelled"), run.message());
        assertTrue(asked[0] > 3);
        assertEquals(List.of(), clinic.workspace().journal().deliveries());
        assertEquals(5_000, sync(people(LoadType.INCREMENTAL)).rowsLoaded());
    }

    @Test
    void aServerThatDiesHalfwayLeavesNothingAndTheNextRunGoesOnFromTheWatermark() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        addPeople(0, 5_000);
        sync(people(LoadType.INCREMENTAL));
        String before =
                clinic.workspace().journal().readTo("clinic/people", "changed").orElseThrow();
        String people = clinic.peopleNow();
        execute("update people set name = 'After', changed = timestamp '2025-01-05 00:00:00'");
        var asked = new int[1];
        RunEntry broken =
                sync(
                        clinic.workspace(),
                        people(LoadType.INCREMENTAL),
                        false,
                        () -> {
                            if (++asked[0] == 4) {
                                try {
                                    kill();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                            return false;
                        });
        // Fewer questions than all rows would have led to: it broke off before the end.
        assertTrue(asked[0] == 4 || asked[0] == 5, "not killed in the middle: " + asked[0]);
        assertEquals(Status.FAILED, broken.status(), broken.message());
        assertTrue(broken.message().contains("SQLState"), broken.message());
        assertEquals(people, clinic.peopleNow());
        assertEquals(
                before,
                clinic.workspace().journal().readTo("clinic/people", "changed").orElseThrow());
        assertEquals(1, clinic.workspace().journal().deliveries().size());

        RunEntry down = sync(people(LoadType.INCREMENTAL));
        assertEquals(Status.FAILED, down.status());
        assertTrue(down.message().contains("cannot be reached"), down.message());

        restart();
        if (clinic.workspace().journal().deliveries().size() == 1 && count() == 0) {
            // A database in memory is empty after its death; the source is then filled again.
            addPeople(0, 5_000);
            execute("update people set name = 'After', changed = timestamp '2025-01-05 00:00:00'");
        }
        RunEntry next = sync(people(LoadType.INCREMENTAL));
        assertEquals(5_000, next.rowsLoaded(), next.message());
        assertTrue(clinic.peopleNow().startsWith("P000000 After, P000001 After"));
    }

    @Test
    void aDatabaseThatComesBackIsReadInTheSameRun() throws Exception {
        clinic.on("2025-01-10T00:00:00Z");
        kill();
        var waited = new ArrayList<Integer>();
        IntervalFunction pauses =
                failures -> {
                    waited.add(failures);
                    if (failures == 2) {
                        try {
                            restart();
                            count();
                            execute("delete from people");
                            addPeople(0, 10);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return 1L;
                };
        RunEntry run =
                sync(
                        clinic.workspace(),
                        people(LoadType.FULL),
                        false,
                        Cancellation.NONE,
                        new Patience(3, pauses));
        assertEquals(List.of(1, 2), waited);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(10, run.rowsLoaded());
        assertEquals(1, clinic.workspace().journal().deliveries().size());
    }

    private long count() throws SQLException {
        execute(
                "create table if not exists people (id varchar(20) primary key, name varchar(100), changed timestamp)");
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from people")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void theDatabasesOwnWordsGoNowhere() throws Exception {
        addPeople(0, 3);
        for (JdbcSettings.From from :
                List.of(
                        new JdbcSettings.Table("nowhere"),
                        new JdbcSettings.Query("selekt 1"),
                        new JdbcSettings.Query(
                                "select id, cast(name as integer) as name, changed from people"))) {
            RunEntry run =
                    sync(feed("people", settings(from, Duration.ZERO), LoadType.FULL, "changed"));
            assertEquals(Status.FAILED, run.status());
            assertTrue(run.message().contains("SQLState"), run.message());
            assertFalse(run.message().contains(CANARY), run.message());
        }
        for (RunEntry run : clinic.workspace().journal().runs(10)) {
            assertFalse(run.message().contains(CANARY), run.message());
        }
    }

    @Test
    void aColumnThatIsMissingOrNoDateIsToldByName() throws Exception {
        addPeople(0, 3);
        JdbcSettings settings = settings(new JdbcSettings.Table("people"), Duration.ZERO);
        RunEntry run = sync(feed("people", settings, LoadType.FULL, "name"));
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("name"), run.message());
        JdbcSettings query =
                settings(new JdbcSettings.Query("select id, name from people"), Duration.ZERO);
        run = sync(feed("people", query, LoadType.FULL, "changed"));
        assertTrue(run.message().contains("no column changed"), run.message());
        JdbcSettings twice =
                settings(
                        new JdbcSettings.Query("select id, name, id as \"NAME\" from people"),
                        Duration.ZERO);
        run = sync(feed("people", twice, LoadType.FULL, null));
        assertTrue(run.message().contains("Two columns"), run.message());
    }

    @Test
    void fullAndIncrementalLoadsOfAnyHistoryEndInTheSameTables() throws Exception {
        for (long seed : List.of(1L, 2L)) {
            execute("delete from people", "delete from ledger");
            var random = new Random(seed);
            LocalDateTime now = NOON;
            try (var full = new Clinic(temp.resolve("full" + seed));
                    var incremental = new Clinic(temp.resolve("incremental" + seed))) {
                long read = 0;
                long readInFull = 0;
                for (int day = 0; day < 5; day++) {
                    now = now.plusHours(random.nextInt(10, 60));
                    full.on(now.toInstant(ZoneOffset.UTC).toString());
                    incremental.on(now.toInstant(ZoneOffset.UTC).toString());
                    change(random, now);
                    for (String table : List.of("people", "ledger")) {
                        JdbcSettings settings =
                                settings(
                                        new JdbcSettings.Table(table),
                                        JdbcSettings.DEFAULT_OVERLAP);
                        Feed all = feed(table, settings, LoadType.FULL, "changed");
                        Feed some = feed(table, settings, LoadType.INCREMENTAL, "changed");
                        readInFull +=
                                sync(full.workspace(), all, false, Cancellation.NONE).rowsIn();
                        read +=
                                sync(incremental.workspace(), some, false, Cancellation.NONE)
                                        .rowsIn();
                    }
                    String where = "seed " + seed + ", day " + day;
                    assertEquals(full.peopleNow(), incremental.peopleNow(), where);
                    assertEquals(full.billed(), incremental.billed(), where);
                }
                assertEquals(
                        WarehouseDump.currentContent(full.workspace()),
                        WarehouseDump.currentContent(incremental.workspace()),
                        "seed " + seed);
                assertTrue(read < readInFull, read + " of " + readInFull);
                assertFalse(
                        full.workspace().journal().deliveries().stream()
                                .map(Delivery::loadType)
                                .anyMatch("INCREMENTAL"::equals));
            }
        }
    }

    /// Some rows are new, some change. Some are committed with a time of up to twenty hours ago,
    /// some have none, some are of the year 2202.
    private void change(Random random, LocalDateTime now) throws SQLException {
        try (Connection connection = connect()) {
            for (int i = 0; i < 40; i++) {
                boolean people = random.nextBoolean();
                String id = "K" + random.nextInt(60);
                @Nullable LocalDateTime changed =
                        switch (random.nextInt(8)) {
                            case 0 -> null;
                            case 1 -> now.plusYears(177);
                            default -> now.minusMinutes(random.nextInt(20 * 60));
                        };
                String table = people ? "people" : "ledger";
                try (var delete =
                                connection.prepareStatement(
                                        "delete from " + table + " where id = ?");
                        var insert =
                                connection.prepareStatement(
                                        "insert into " + table + " values (?, ?, ?)")) {
                    delete.setString(1, id);
                    delete.executeUpdate();
                    insert.setString(1, id);
                    if (people) {
                        insert.setString(2, "Name" + random.nextInt(1_000));
                    } else {
                        insert.setBigDecimal(
                                2, java.math.BigDecimal.valueOf(random.nextInt(100_000), 2));
                    }
                    insert.setObject(3, changed);
                    insert.executeUpdate();
                }
            }
        }
    }
}
