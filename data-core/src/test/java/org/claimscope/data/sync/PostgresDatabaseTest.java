package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.testing.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract over a PostgreSQL that the test starts, and what only PostgreSQL has.
final class PostgresDatabaseTest extends DatabaseContract {
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String url() {
        return server.url();
    }

    @Override
    Path passwordFile() {
        return server.passwordFile();
    }

    @Override
    Class<?> driver() {
        return org.postgresql.Driver.class;
    }

    @Override
    Connection connect() throws SQLException {
        return server.connect();
    }

    @Override
    void kill() throws Exception {
        server.kill();
    }

    @Override
    void restart() throws Exception {
        server.restart();
    }

    @Test
    void valuesAreWrittenExactly() throws Exception {
        execute(
                "drop table if exists every_type",
                """
                create table every_type (id text, exact numeric(20, 6), nan numeric, approx double precision,
                    single real, is_yes boolean, a_day date, an_hour time, wall timestamp, instant timestamptz,
                    scan bytea, story text, number integer, key uuid, doc jsonb, dollars money, forever timestamp, nothing text)
                """,
                """
                insert into every_type values ('1', 12.34, 'NaN', 988.3699951171875,
                    0.1, true, '2025-01-31', '08:15:00', '2025-01-31 08:15:00.25',
                    '2025-01-31 22:00:00-05', '\\x00ff', 'a, "b"', 7, 'c0ffee00-0000-0000-0000-000000000001', '{"a": 1}', 1234.5,
                    'infinity', null)
                """);
        RunEntry run =
                sync(
                        feed(
                                "people",
                                settings(
                                        new JdbcSettings.Query(
                                                "select e.*, 'Ash' as name, a_day as changed from every_type e"),
                                        Duration.ZERO),
                                Feed.LoadType.FULL,
                                "forever"));
        assertEquals(RunEntry.Status.LOADED, run.status(), run.message());
        assertEquals(
                """
                id,exact,nan,approx,single,is_yes,a_day,an_hour,wall,instant,story,number,key,doc,dollars,forever,nothing,name,changed
                1,12.340000,NaN,988.3699951171875,0.1,true,2025-01-31,08:15:00,2025-01-31T08:15:00.25,2025-02-01T03:00:00Z,"a, ""b\""",7,c0ffee00-0000-0000-0000-000000000001,"{""a"": 1}","$1,234.50",+999999999-12-31T23:59:59.999999999,,Ash,2025-01-31
                """,
                archived(run.deliveryId().orElseThrow()));
        assertTrue(run.message().startsWith("binary columns left out: scan"), run.message());
        assertTrue(clinic().workspace().journal().readTo("clinic/people", "forever").isEmpty());
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        Path wrong = temp.resolve("wrong");
        Files.writeString(wrong, "open sesame\n");
        RunEntry run =
                sync(
                        feed(
                                "people",
                                new JdbcSettings(
                                        url(),
                                        jar(driver()),
                                        "reader",
                                        wrong,
                                        new JdbcSettings.Table("people"),
                                        100,
                                        Duration.ofSeconds(10),
                                        Duration.ZERO),
                                Feed.LoadType.FULL,
                                null));
        assertEquals(RunEntry.Status.FAILED, run.status());
        assertTrue(run.message().contains("28P01"), run.message());
        assertFalse(run.message().contains("sesame"), run.message());
    }

    @Test
    void whatTheQueryWouldWriteIsRefusedByTheDatabase() throws Exception {
        execute("insert into people values ('P1', 'Ash', timestamp '2025-01-01 00:00:00')");
        RunEntry run =
                sync(
                        feed(
                                "people",
                                settings(
                                        new JdbcSettings.Query(
                                                "delete from people returning id, name, changed"),
                                        Duration.ZERO),
                                Feed.LoadType.FULL,
                                null));
        assertEquals(RunEntry.Status.FAILED, run.status());
        assertTrue(run.message().contains("25006"), run.message());
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() throws Exception {
        RunEntry run =
                sync(
                        feed(
                                "people",
                                new JdbcSettings(
                                        url(),
                                        jar(driver()),
                                        "reader",
                                        passwordFile(),
                                        new JdbcSettings.Query(
                                                "select pg_sleep(30)::text as id, '' as name, '' as changed"),
                                        100,
                                        Duration.ofSeconds(1),
                                        Duration.ZERO),
                                Feed.LoadType.FULL,
                                null));
        assertEquals(RunEntry.Status.FAILED, run.status());
        assertTrue(run.message().contains("57014"), run.message());
    }

    @Test
    void aFeedListNamesTheDatabaseAndTheVariablesOfTheEnvironment() throws Exception {
        execute("insert into people values ('P1', 'Ash', timestamp '2025-01-01 00:00:00')");
        Path profile = temp.resolve("clinic.yaml");
        Files.writeString(
                profile,
                """
                profile: clinic
                version: 1
                tables:
                  - table: people
                    entity: patient
                    fields: {id: id, last_name: name, modified_date: changed}
                """);
        Path config = temp.resolve("feeds.yaml");
        Files.writeString(
                config,
                """
                profiles: [clinic.yaml]
                vars: {DB: "jdbc:postgresql://nowhere.invalid/emr", SECRETS: , DRIVER: %s}
                feeds:
                  - source: clinic
                    table: people
                    jdbc: {url: "${DB}", driver: "${DRIVER}", user: reader, password_file: "${SECRETS}/password", fetch: 50, overlap: PT15M}
                    load: Incremental
                    watermark: changed
                """
                        .formatted(jar(driver())));
        FeedList feeds =
                FeedList.read(
                        config,
                        java.util.Map.of(
                                "DB", url(), "SECRETS", passwordFile().getParent().toString()));
        RunEntry run =
                new Sync(clinic().workspace())
                        .run(
                                feeds,
                                FolderSource.of(temp, java.util.List.of()),
                                false,
                                Progress.NONE,
                                Cancellation.NONE)
                        .getFirst();
        assertEquals(1, run.rowsLoaded(), run.message());
        assertEquals("P1 Ash", clinic().peopleNow());
    }
}
