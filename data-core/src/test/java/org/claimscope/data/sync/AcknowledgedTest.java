package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was told to be safe is there after a kill, in one workspace that is killed again and again
/// (G3).
final class AcknowledgedTest {
    @TempDir Path temp;

    @Test
    void everyDeliveryThatWasToldSafeSurvivesTheKill() throws Exception {
        killAgainAndAgain(8, 77);
    }

    @Test
    @Tag("deep")
    void everyDeliveryThatWasToldSafeSurvivesAHundredKills() throws Exception {
        killAgainAndAgain(100, 78);
    }

    private void killAgainAndAgain(int kills, long seed) throws Exception {
        var random = new Random(seed);
        Path folder = temp.resolve("w");
        long safe = 0;
        int betweenAcknowledgements = 0;
        for (int i = 0; i < kills; i++) {
            try (var child =
                    ChildJvm.start(
                            temp.resolve("tmp"), AcknowledgingChild.class, folder.toString())) {
                child.awaitReady();
                long delay = random.nextInt(600);
                assertTrue(!child.endsWithin(delay), child.text());
                assertTrue(child.kill());
                List<String> told = child.lines();
                String found =
                        told.stream().filter(l -> l.startsWith("found ")).findFirst().orElseThrow();
                long there = Long.parseLong(found.split(" ")[1]);
                String where =
                        "seed " + seed + ", kill " + i + ", told safe " + safe + ", " + found;
                assertTrue(there >= safe, where);
                // The one that was under way may have been committed and not yet told.
                assertTrue(there <= safe + 1, where);
                assertTrue(found.endsWith("breaks []"), where);
                betweenAcknowledgements += there > safe ? 1 : 0;
                safe =
                        Math.max(
                                there,
                                told.stream().filter(l -> l.startsWith("safe ")).count() + there);
            }
        }
        try (var workspace = KillNineChild.open(folder, new Credentials.None())) {
            long there = AcknowledgingChild.deliveries(workspace);
            assertTrue(there >= safe && there <= safe + 1);
            assertTrue(there > kills, "the kills hit no deliveries");
            // Delivery n brings D(n) to D(n+4); later wins, so D(n) stays as delivery n named it.
            assertEquals(
                    there + 4,
                    Long.parseLong(
                            WarehouseDump.text(
                                    workspace,
                                    Entity.DEPARTMENT,
                                    "select count(*) from department")));
            assertEquals(
                    "0",
                    WarehouseDump.text(
                            workspace,
                            Entity.DEPARTMENT,
                            "select count(*) from department where cast(substr(id, 2) as bigint) <= "
                                    + there
                                    + " and name <> 'Department ' || substr(id, 2)"));
        }
        System.out.printf(
                "kill -9: seed %d, %d kills, %d deliveries told safe, %d committed but not told%n",
                seed, kills, safe, betweenAcknowledgements);
    }
}
