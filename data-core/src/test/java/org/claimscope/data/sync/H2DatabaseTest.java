package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract over H2 in memory, behind a socket: a database that every machine has.
final class H2DatabaseTest extends DatabaseContract {
    private static Server server;
    private static Connection keepsIt;

    @BeforeAll
    static void serve() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        keepsIt = open();
    }

    @AfterAll
    static void end() {
        server.stop();
    }

    private static String address() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:emr";
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(address() + ";DB_CLOSE_DELAY=-1", "reader", "");
    }

    @Override
    String url() {
        return address();
    }

    @Override
    @Nullable Path passwordFile() {
        return null;
    }

    @Override
    Class<?> driver() {
        return org.h2.Driver.class;
    }

    @Override
    Connection connect() throws SQLException {
        return open();
    }

    @Override
    void kill() {
        server.stop();
    }

    @Override
    void restart() throws SQLException {
        server =
                Server.createTcpServer(
                                "-tcpPort", Integer.toString(server.getPort()), "-ifNotExists")
                        .start();
        keepsIt = open();
    }

    @Test
    void valuesAreWrittenExactly() throws Exception {
        execute(
                "drop table if exists every_type",
                """
                create table every_type (id varchar(20), exact decimal(20, 6), big decimal(38, 0), approx double precision,
                    single_precision real, is_yes boolean, a_day date, an_hour time, wall timestamp(6), instant timestamp with time zone,
                    scan varbinary(10), story clob, a_number integer, nothing varchar(5))
                """,
                """
                insert into every_type values ('1', 12.340000, 12345678901234567890123456789012345678, 988.3699951171875,
                    0.1, true, date '2025-01-31', time '08:15:00', timestamp '2025-01-31 08:15:00.250000',
                    timestamp with time zone '2025-01-31 22:00:00-05:00', x'00ff', 'a, "b"', 7, null)
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
                                null));
        assertEquals(RunEntry.Status.LOADED, run.status(), run.message());
        assertEquals(
                """
                ID,EXACT,BIG,APPROX,SINGLE_PRECISION,IS_YES,A_DAY,AN_HOUR,WALL,INSTANT,STORY,A_NUMBER,NOTHING,NAME,CHANGED
                1,12.340000,12345678901234567890123456789012345678,988.3699951171875,0.1,true,2025-01-31,08:15:00,2025-01-31T08:15:00.25,2025-02-01T03:00:00Z,"a, ""b\""",7,,Ash,2025-01-31
                """,
                archived(run.deliveryId().orElseThrow()));
        assertEquals(true, run.message().startsWith("binary columns left out: SCAN"));
    }
}
