package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoTest {
    private static final String HEADER =
            "transaction_id,encounter_id,patient_id,facility_id,department_id,provider_id,payer_id,claim_id,transaction_type,service_date,posted_date,payment_date,billed,paid,adjusted,adjustment_type,payment_source,group_code,carc,procedure_code,diagnosis_code,modified_date\n";

    @TempDir Path temp;

    private static String charge(String id, String billed) {
        return id + ",E1,P1,F,D,V,Y,C1,Charge,2025-01-02,2025-01-03,," + billed + ",,,,,,,,,\n";
    }

    private static List<RunEntry> sync(DataCore core, Path data) {
        return core.sync()
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "s",
                                                "transactions",
                                                "transactions*.csv",
                                                null,
                                                Feed.LoadType.INCREMENTAL,
                                                false,
                                                null,
                                                true)),
                                FeedList.shippedProfiles()),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static String charges(DataCore core) {
        try (Frame f = core.query().run(MetricQuery.of("charges").by(Dimension.SOURCE))) {
            return f.rowCount() == 0 ? "none" : f.number("charges", 0).toPlainString();
        }
    }

    /// The second file repeats A (no news then) and changes B; the third changes C. Without the
    /// first, A counts from the second, and what came later still wins.
    @Test
    void whatALaterDeliveryRepeatedOutlivesTheUndo() throws Exception {
        Path data = Files.createDirectories(temp.resolve("data"));
        Files.writeString(
                data.resolve("transactions.csv"),
                HEADER
                        + charge("A", "10.00")
                        + charge("B", "20.00")
                        + charge("C", "30.00")
                        + charge("D", "5.00"));
        Path workspace = temp.resolve("w");
        try (var core =
                DataCore.create(workspace, new Credentials.None(), Clock.systemUTC(), "test")) {
            assertEquals(4, sync(core, data).getFirst().rowsLoaded());
            Files.writeString(
                    data.resolve("transactions-2.csv"),
                    HEADER + charge("A", "10.00") + charge("B", "21.00") + charge("C", "30.00"));
            assertEquals(1, sync(core, data).getLast().rowsLoaded());
            Files.writeString(data.resolve("transactions-3.csv"), HEADER + charge("C", "33.00"));
            assertEquals(1, sync(core, data).getLast().rowsLoaded());
            assertEquals("69.00", charges(core));

            core.sync().undo(1, FeedList.shippedProfiles());
            assertEquals("64.00", charges(core));
        }
        try (var core =
                DataCore.open(workspace, new Credentials.None(), Clock.systemUTC(), "test", null)) {
            assertEquals("64.00", charges(core));
            // Handed over again, the first file is the sender's newest word: B and C go back to
            // what it says.
            assertEquals(3, sync(core, data).getFirst().rowsLoaded());
            assertEquals("65.00", charges(core));
        }
    }
}
