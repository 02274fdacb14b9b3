package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 100,000 messages, of which one in a hundred cannot be read: each of those waits with its place
/// and its bytes, and all the others are in the tables.
final class PoisonTest {
    private static final int FILES = 20;
    private static final int MESSAGES = 5_000;

    /// What begins like a message and is none: without a type, without a patient, of another kind,
    /// cut off in its header.
    private static final List<String> POISON =
            List.of(
                    "MSH|^~\\&|EHR|HOS|||20250601120000||\rPID|1||P%d\r",
                    "MSH|^~\\&|EHR|HOS|||20250601120000||ADT^A08|M%d|P|2.5\rEVN|A08|20250601120000\r",
                    "MSH|^~\\&|EHR|HOS|||20250601120000||ADT^A40|M%d|P|2.5\rPID|1||P1\r",
                    "MSH|^~\\&|EHR|HOS|||20250601120000||SIU^S12|M%d|P|2.5\rSCH|\r",
                    "MSH|^~\\&|EHR\u0000\u0001%d\r");

    @TempDir Path temp;

    @Test
    void onePercentOfPoisonIsHeldAndNothingElse() throws IOException {
        long seed = Long.getLong("poison.seed", 4);
        System.out.println("poison.seed = " + seed);
        var random = new Random(seed);
        Path folder = Files.createDirectories(temp.resolve("in"));
        Set<String> poisoned = new TreeSet<>();
        for (int f = 0; f < FILES; f++) {
            String name = "adt-%02d.hl7".formatted(f);
            var text = new StringBuilder();
            for (int m = 1; m <= MESSAGES; m++) {
                int number = f * MESSAGES + m;
                if (random.nextInt(100) == 0) {
                    poisoned.add(name + " " + m);

                    text.append(POISON.get(random.nextInt(POISON.size())).formatted(number));
                } else {
                    text.append(
                            "MSH|^~\\&|EHR|HOS|||20250601120000||ADT^A08|M%d|P|2.5\rEVN|A08|20250601120000\rPID|1||P%d^^^HOS^MR||ASH^JO||19700101|F\r"
                                    .formatted(number, number));
                }
            }
            Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        }
        assertTrue(poisoned.size() > 900, poisoned.size() + " of 100,000");
        try (var clinic = new Clinic(temp.resolve("w"))) {
            var feed =
                    new Feed(
                            "hos",
                            "adt",
                            "adt-*.hl7",
                            null,
                            Feed.LoadType.INCREMENTAL,
                            false,
                            null,
                            true);
            List<RunEntry> runs =
                    new Sync(clinic.workspace())
                            .run(
                                    new FeedList(List.of(feed), List.of()),
                                    new FolderSource(folder),
                                    false,
                                    Progress.NONE,
                                    Cancellation.NONE);
            assertEquals(FILES, runs.size());
            List<QuarantineItem> held =
                    clinic.workspace()
                            .quarantine()
                            .list(QuarantineItem.Status.OPEN, FILES * MESSAGES);
            assertEquals(
                    poisoned,
                    held.stream()
                            .map(item -> item.fileName() + " " + item.line())
                            .collect(Collectors.toCollection(TreeSet::new)));
            var without = new ArrayList<Long>();
            for (QuarantineItem item : held) {
                if (item.original().length == 0 || item.explanation().isEmpty()) {
                    without.add(item.id());
                }
            }
            assertEquals(List.of(), without);
            assertEquals(
                    String.valueOf(FILES * MESSAGES - poisoned.size()),
                    WarehouseDump.text(
                            clinic.workspace(),
                            Entity.PATIENT,
                            "select count(distinct id) from patient where last_name = 'ASH'"));
        }
    }
}
