package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.MllpListener;
import org.claimscope.data.source.MllpSettings;
import org.claimscope.data.source.Receiver;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages from the socket to the tables, with a real store.
final class IntakeTest {
    private static final Feed ADT = Feed.of("hos-a", "adt");
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(50);

    @TempDir Path temp;
    private final List<RunEntry> runs = new CopyOnWriteArrayList<>();
    private final List<ClaimscopeException> trouble = new CopyOnWriteArrayList<>();

    private Workspace create(String name) {
        return Workspace.create(temp.resolve(name), new Credentials.None(), TwoDays.CLOCK, "test");
    }

    private static Workspace open(Path folder) {
        return Workspace.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null);
    }

    private Intake intake(Workspace workspace, Duration linger) {
        return Intake.open(workspace, linger, runs::add, trouble::add);
    }

    private static MllpListener listen(Intake intake) {
        return MllpListener.start(
                MllpSettings.local(0),
                MllpListener.Limits.USUAL,
                intake.receiver(ADT),
                TwoDays.CLOCK);
    }

    private static String count(Workspace workspace, Entity entity) {
        return WarehouseDump.text(
                workspace, entity, "select count(distinct id) from " + entity.table());
    }

    private static Receiver.Message message(String key, String content) {
        return new Receiver.Message(key, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// What a crash leaves: the files as they are at this moment.
    private Path asACrashLeavesIt(Workspace workspace, String name) throws IOException {
        Path copy = temp.resolve(name);
        try (var files = Files.walk(workspace.directory())) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(workspace.directory().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.getFileName().toString().startsWith("workspace.")) {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    @Test
    void whatIsAnsweredIsOnTheDiskAndIsLoadedWhenTheWorkspaceIsOpened() throws Exception {
        Path crashed;
        try (var workspace = create("w");
                var intake = intake(workspace, NEVER);
                var listener = listen(intake);
                var sender = new MllpSender(listener.port())) {
            for (int i = 0; i < 25; i++) {
                assertEquals("AA M" + i, MllpSender.told(sender.send(MllpSender.admission(i))));
                assertEquals(i + 1, workspace.inbox().waiting());
            }
            crashed = asACrashLeavesIt(workspace, "crashed");
            assertEquals(List.of(), runs);
        }
        // Closing loads what waits.
        assertEquals(1, runs.size());
        for (Path folder : List.of(temp.resolve("w"), crashed)) {
            try (var core =
                    DataCore.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null)) {
                assertEquals(0, core.workspace().inbox().waiting());
                assertEquals("25", count(core.workspace(), Entity.PATIENT));
                assertEquals(1, core.workspace().journal().deliveries().size());
            }
        }
        assertEquals(List.of(), trouble);
    }

    @Test
    void theSameMessageAgainIsAnsweredTheSameAndStoredOnce() throws Exception {
        try (var workspace = create("w");
                var intake = intake(workspace, SOON);
                var listener = listen(intake);
                var sender = new MllpSender(listener.port())) {
            assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
            loaded(workspace);
            assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
            assertEquals(0, workspace.inbox().waiting());
            // In one transaction too.
            for (int i = 0; i < 3; i++) {
                sender.write(MllpSender.admission(2));
            }
            for (int i = 0; i < 3; i++) {
                assertEquals("AA M2", MllpSender.told(sender.answer()));
            }
            loaded(workspace);
            // The same control id with other bytes is another message.
            String other = MllpSender.admission(1).replace("Jane", "Joan");
            assertEquals("AA M1", MllpSender.told(sender.send(other)));
            loaded(workspace);
            assertEquals("2", count(workspace, Entity.ENCOUNTER));
            assertEquals(3, workspace.journal().deliveries().size());
        }
        try (var workspace = open(temp.resolve("w"));
                var intake = intake(workspace, SOON)) {
            assertEquals(
                    List.of(Receiver.Receipt.REPEATED, Receiver.Receipt.STORED),
                    intake.receive(
                            ADT,
                            List.of(
                                    message("M1", MllpSender.admission(1)),
                                    message("M3", MllpSender.admission(3))),
                            List.of()));
        }
        assertEquals(List.of(), trouble);
    }

    private static void loaded(Workspace workspace) throws InterruptedException {
        for (int i = 0; i < 1_000 && workspace.inbox().waiting() > 0; i++) {
            Thread.sleep(20);
        }
        assertEquals(0, workspace.inbox().waiting());
    }

    @Test
    void messagesOfAnUndoneDeliveryMayComeAgain() throws Exception {
        try (var workspace = create("w")) {
            var again = message("M1", MllpSender.admission(1));
            for (int round = 1; round <= 2; round++) {
                try (var intake = intake(workspace, SOON)) {
                    assertEquals(
                            List.of(Receiver.Receipt.STORED),
                            intake.receive(ADT, List.of(again), List.of()));
                }
                assertEquals("1", count(workspace, Entity.PATIENT));
                if (round == 1) {
                    new Sync(workspace).undo(1, List.of());
                    assertEquals("0", count(workspace, Entity.PATIENT));
                }
            }
        }
    }

    @Test
    void badMessagesGoToQuarantineAndDoNotStopTheRest() throws Exception {
        try (var workspace = create("w")) {
            try (var intake = intake(workspace, SOON)) {
                intake.receive(
                        ADT,
                        List.of(
                                message("M1", MllpSender.admission(1)),
                                message("M2", "MSH|^~\\&|A|B|C|D|2025||ADT^A01|M2|P|2.5"),
                                message("M3", MllpSender.admission(3).strip())),
                        List.of());
            }
            assertEquals("2", count(workspace, Entity.PATIENT));
            assertEquals(1, workspace.quarantine().open());
            assertEquals(1, runs.size());
            assertEquals(1, runs.getFirst().rowsQuarantined());
        }
    }

    @Test
    void aLongMessageIsKeptWholeAndManyFeedsKeepApart() throws Exception {
        String note = "NTE|1||" + "n".repeat(2_500_000) + "\r";
        try (var workspace = create("w")) {
            try (var intake = intake(workspace, SOON)) {
                var feeds = List.of(ADT, Feed.of("hos-b", "adt"));
                for (int i = 0; i < 6; i++) {
                    intake.receive(
                            feeds.get(i % 2),
                            List.of(
                                    message("M" + i, MllpSender.admission(i) + note),
                                    message("S" + i, MllpSender.admission(i + 10))),
                            List.of());
                }
            }
            assertEquals("12", count(workspace, Entity.PATIENT));
            var lengths = new ArrayList<Long>();
            for (var delivery : workspace.journal().deliveries()) {
                try (var original = workspace.original(delivery)) {
                    lengths.add((long) original.readAllBytes().length);
                }
            }
            assertTrue(
                    lengths.stream().mapToLong(l -> l).sum() > 6L * note.length(),
                    lengths::toString);
            assertTrue(workspace.journal().deliveries().size() >= 2);
        }
        assertEquals(List.of(), trouble);
    }

    @Test
    void aBatchIsBoundedInMessagesAndBytes() {
        try (var workspace = create("w")) {
            Inbox inbox = workspace.inbox();
            var arrivals = new ArrayList<Inbox.Arrival>();
            for (int i = 0; i < 10; i++) {
                arrivals.add(new Inbox.Arrival("a/b", "K" + i, new byte[1_500_000], "HL7", ""));
            }
            assertEquals(Collections.nCopies(10, true), inbox.store(arrivals, List.of()));
            assertEquals(10, inbox.waiting());
            assertEquals(1, inbox.next(2_000, 1_000_000).orElseThrow().messages().size());
            Inbox.Batch some = inbox.next(2_000, 5_000_000).orElseThrow();
            assertEquals(3, some.messages().size());
            some.messages().forEach(m -> assertEquals(1_500_000, m.content().length));
            assertEquals(1, inbox.next(1, Long.MAX_VALUE).orElseThrow().messages().size());
            assertTrue(inbox.next(4, Long.MAX_VALUE).orElseThrow().messages().size() <= 4);
            assertEquals(10, inbox.next(2_000, Long.MAX_VALUE).orElseThrow().messages().size());
        }
    }

    @Test
    void positionsAreKeptWithTheMessages() {
        Path folder = temp.resolve("w");
        try (var workspace = create("w")) {
            try (var intake = intake(workspace, SOON)) {
                intake.receive(
                        ADT,
                        List.of(message("M1", MllpSender.admission(1))),
                        List.of(
                                new Inbox.Position("hos-a/adt", "topic-0", "17"),
                                new Inbox.Position("hos-a/adt", "topic-1", "4")));
                intake.receive(
                        ADT, List.of(), List.of(new Inbox.Position("hos-a/adt", "topic-0", "18")));
            }
        }
        try (var workspace = open(folder)) {
            assertEquals(
                    Map.of("topic-0", "18", "topic-1", "4"),
                    workspace.inbox().positions("hos-a/adt"));
            assertEquals(Map.of(), workspace.inbox().positions("hos-b/adt"));
        }
    }

    @Test
    void afterClosingNothingIsTaken() {
        try (var workspace = create("w")) {
            var intake = intake(workspace, SOON);
            intake.close();
            var refused =
                    assertThrows(
                            ClaimscopeException.class,
                            () -> intake.receive(ADT, List.of(message("M1", "x")), List.of()));
            assertEquals(ErrorKind.SOURCE_DOWN, refused.kind());
            intake.close();
        }
    }

    /// One patient's life in 60 messages, over four connections in four random orders.
    @Test
    void fourConnectionsInAnyOrderEndInTheSameState() throws Exception {
        var life = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            life.add(
                    MllpSender.admission(1)
                            .replace("|M1|", "|L" + i + "|")
                            .replace("20250301101500", "202503011015%02d".formatted(i))
                            .replace("Jane", "Jane" + i)
                            .replace("1 Main St", i % 7 == 0 ? "\"\"" : i + " Main St")
                            .replace("|||V1|", "|||V" + i % 5 + "|"));
        }
        var ends = new ArrayList<Map<String, String>>();
        for (int round = 0; round < 4; round++) {
            var order = new ArrayList<>(life);
            if (round > 0) {
                Collections.shuffle(order, new Random(round));
            }
            int connections = round == 0 ? 1 : 4;
            try (var workspace = create("w" + round)) {
                try (var intake = intake(workspace, Duration.ofMillis(100));
                        var listener = listen(intake);
                        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int c = 0; c < connections; c++) {
                        int first = c;
                        threads.submit(() -> {
                            try (var sender = new MllpSender(listener.port())) {
                                for (int i = first; i < order.size(); i += connections) {
                                    sender.send(order.get(i));
                                }
                            }
                            return first;
                        });
                    }
                }
                assertEquals("1", count(workspace, Entity.PATIENT));
                assertEquals("5", count(workspace, Entity.ENCOUNTER));
                ends.add(WarehouseDump.currentContent(workspace));
            }
        }
        ends.forEach(end -> assertEquals(ends.getFirst(), end));
        assertEquals(List.of(), trouble);
    }
}
