package org.claimscope.app.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.claimscope.app.widget.Table;
import org.claimscope.data.DataCore;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.RowOrder;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTableTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    private static final Profile LEDGER =
            Profile.parse(
                    "ledger",
                    """
                    profile: ledger
                    version: 1
                    tables:
                      - table: ledger
                        entity: transaction
                        fields: {id: id, transaction_type: type, procedure_code: procedure, service_date: day, posted_date: day, billed: billed}
                    """);

    @TempDir Path temp;

    private static Feed feed(String table, String rows) {
        return new Feed("clinic", table, null, rows, Feed.LoadType.FULL, false, null, true);
    }

    /// Two rows of one code, before and after its title changed, and one that no list knows.
    @Test
    void aProcedureIsCalledAsOnItsDayOfService() {
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), CLOCK, "test")) {
            core.sync()
                    .run(
                            new FeedList(
                                    List.of(
                                            feed(
                                                    "ledger",
                                                    "id,type,procedure,day,billed\nT1,Charge,A0021,2025-01-31,10\nT2,Charge,A0021,2025-02-01,10\nT3,Charge,99999,2025-02-02,10\n"),
                                            feed(
                                                    "code_list",
                                                    "code_system,code,display,effective_from,effective_to\nhcpcs,A0021,Ambulance,2025-02-01,\n")),
                                    List.of(LEDGER, FeedList.shippedProfiles().getLast())),
                            FolderSource.of(temp, List.of()),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            try (Frame rows =
                    core.query()
                            .rows(MetricQuery.of("transaction_count"), false, RowOrder.OLDEST, 0)) {
                Table table = LedgerTable.of(rows, core.query().titles(LedgerTable.codes(rows)));
                assertEquals(
                        List.of("Charge A0021", "Charge A0021 Ambulance", "Charge 99999"),
                        table.rows().stream()
                                .map(r -> ((Table.Words) r.cells().get(1)).text())
                                .toList());
            }
        }
    }
}
