package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.Receiver;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of messages that are safe and do not load.
final class IntakeTroubleTest {
    private static final Feed ADT = Feed.of("hos-a", "adt");

    @TempDir Path temp;
    private final List<RunEntry> runs = new CopyOnWriteArrayList<>();
    private final List<ClaimscopeException> trouble = new CopyOnWriteArrayList<>();
    private final AtomicInteger thrown = new AtomicInteger();

    /// A reader with a defect: it breaks at one message.
    private final class Breaking implements Format {
        private final Format sound;
        private final String poison;

        Breaking(Format sound, String poison) {
            this.sound = sound;
            this.poison = poison;
        }

        @Override
        public boolean read(InputStream in, Reading reading) throws IOException {
            byte[] all = in.readAllBytes();
            if (new String(all, StandardCharsets.ISO_8859_1).contains(poison)) {
                thrown.incrementAndGet();
                throw new IllegalStateException("Doe^Jane breaks it");
            }
            return sound.read(new ByteArrayInputStream(all), reading);
        }

        @Override
        public String id() {
            return sound.id();
        }

        @Override
        public boolean fits(byte[] head) {
            return sound.fits(head);
        }

        @Override
        public Inspection inspect(InputStream in) throws IOException {
            return sound.inspect(in);
        }

        @Override
        public String unit() {
            return sound.unit();
        }

        @Override
        public boolean standsAlone() {
            return sound.standsAlone();
        }

        @Override
        public byte[] original(InputStream in, long place) throws IOException {
            return sound.original(in, place);
        }
    }

    private static Receiver.Message message(int number) {
        return new Receiver.Message(
                "M" + number,
                MllpSender.admission(number).getBytes(StandardCharsets.ISO_8859_1),
                "topic, partition 0, offset " + number);
    }

    private static List<Receiver.Message> messages(int count) {
        var messages = new ArrayList<Receiver.Message>();
        for (int i = 0; i < count; i++) {
            messages.add(message(i));
        }
        return messages;
    }

    private static String patients(Workspace workspace) {
        return WarehouseDump.text(
                workspace, Entity.PATIENT, "select count(distinct id) from patient");
    }

    private Workspace create(Clock clock) {
        return Workspace.create(temp.resolve("w"), new Credentials.None(), clock, "test");
    }

    @Test
    void oneThatAlwaysFailsIsSetAsideAndTheOthersLoad() {
        try (var workspace = create(TwoDays.CLOCK)) {
            takeAll(workspace, 40, "|P13^^^");
            assertEquals(0, workspace.inbox().waiting());
            assertEquals("39", patients(workspace));
            QuarantineItem aside =
                    workspace.quarantine().list(QuarantineItem.Status.OPEN, 10).getFirst();
            assertEquals(1, workspace.quarantine().open());
            assertEquals(Rejection.Reason.NOT_LOADED.name(), aside.reason());
            assertTrue(
                    aside.explanation().startsWith("topic, partition 0, offset 13: could not be"),
                    aside.explanation());
            assertTrue(aside.explanation().contains("IllegalStateException"));
            assertTrue(!aside.explanation().contains("Doe"));
            assertTrue(new String(aside.original(), StandardCharsets.UTF_8).contains("|P13^^^"));
            // All three times, then each half of it, then three times alone.
            assertTrue(thrown.get() >= 9 && thrown.get() <= 14, "attempts: " + thrown);
            assertTrue(!trouble.isEmpty());
            trouble.forEach(t -> assertTrue(!String.valueOf(t.getMessage()).contains("Doe")));
        }
    }

    private void takeAll(Workspace workspace, int count, String poison) {
        var reader =
                new InboxReader(
                        workspace, name -> Formats.named(name).map(f -> new Breaking(f, poison)));
        try (var intake =
                Intake.open(
                        workspace,
                        reader,
                        attempt -> 1L,
                        Duration.ofMillis(200),
                        runs::add,
                        trouble::add)) {
            intake.receive(ADT, messages(count), List.of());
        }
    }

    @Test
    void whenNothingLoadsAnyMoreMostMessagesStayWhereTheyAre() {
        try (var workspace = create(TwoDays.CLOCK)) {
            takeAll(workspace, 60, "MSH|");
            assertEquals(Attempts.MOST_ASIDE, workspace.quarantine().open());
            assertEquals(60 - Attempts.MOST_ASIDE, workspace.inbox().waiting());
            new InboxReader(workspace).all();
            assertEquals("" + (60 - Attempts.MOST_ASIDE), patients(workspace));
        }
    }

    @Test
    void aFullDiskIsNoMessagesFault() {
        var attempts = new Attempts(attempt -> attempt * 100L);
        for (int i = 1; i <= 20; i++) {
            attempts.failed(500, false);
            assertEquals(Duration.ofMillis(i * 100L), attempts.pause());
        }
        assertEquals(InboxReader.MOST, attempts.most());
        assertTrue(!attempts.aside());
        attempts.loaded();
        assertEquals(Duration.ZERO, attempts.pause());
    }

    @Test
    void pausesGrowAndDifferByChance() {
        var pauses = Patience.usualPauses();
        for (int attempt = 1; attempt <= 12; attempt++) {
            long usual = Math.min(30_000, 500L << (attempt - 1));
            long pause = pauses.apply(attempt);
            assertTrue(
                    pause >= usual / 2 && pause <= Math.min(30_000, usual * 3 / 2),
                    attempt + ": " + pause);
        }
    }

    @Test
    void whatIsLeftOverIsTold() {
        Path folder = temp.resolve("w");
        try (var workspace = create(TwoDays.CLOCK)) {
            var arrivals = new ArrayList<Inbox.Arrival>();
            for (int i = 0; i < 3; i++) {
                arrivals.add(
                        new Inbox.Arrival(
                                ADT.name(), "M" + i, message(i).content(), Content.HL7.name(), ""));
            }
            workspace.inbox().store(arrivals, List.of());
            var defect =
                    new InboxReader(
                            workspace,
                            name -> {
                                throw new ClaimscopeException(
                                        ErrorKind.RESOURCES, "The disk is full.");
                            });
            assertEquals(
                    new InboxReader.LeftOver(List.of(), 3, "The disk is full."), defect.leftOver());
        }
        try (var core =
                DataCore.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null)) {
            assertEquals(1, core.leftOver().loaded().size());
            assertEquals(0, core.leftOver().waiting());
            assertEquals("3", patients(core.workspace()));
        }
    }

    /// A clock that a test sets.
    private static final class SetClock extends Clock {
        private volatile Instant now = TwoDays.CLOCK.instant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @Test
    void repeatsAreKnownForThirtyDaysAndThenForgotten() {
        var clock = new SetClock();
        try (var workspace = create(clock)) {
            assertEquals(List.of(Receiver.Receipt.STORED), take(workspace, 1));
            clock.now = clock.now.plus(Intake.REMEMBERED.minusDays(1));
            assertEquals(List.of(Receiver.Receipt.REPEATED), take(workspace, 1));
            assertEquals(List.of(Receiver.Receipt.STORED), take(workspace, 2));
            clock.now = clock.now.plus(Duration.ofDays(2));
            // The first is forgotten at the start; again it changes nothing.
            assertEquals(List.of(Receiver.Receipt.REPEATED), take(workspace, 2));
            assertEquals(List.of(Receiver.Receipt.STORED), take(workspace, 1));
            assertEquals("2", patients(workspace));
            assertEquals(0, runs.getLast().rowsLoaded());
        }
    }

    @Test
    void thousandsAreForgottenWhileNumbersGoOn() {
        var clock = new SetClock();
        try (var workspace = create(clock)) {
            Inbox inbox = workspace.inbox();
            var arrivals = new ArrayList<Inbox.Arrival>();
            for (int i = 0; i < 6_000; i++) {
                arrivals.add(
                        new Inbox.Arrival(
                                ADT.name(), "M" + i, new byte[] {1}, Content.HL7.name(), ""));
            }
            inbox.store(arrivals, List.of());
            inbox.forget(clock.now);
            assertEquals(List.of(false), inbox.store(List.of(arrivals.getLast()), List.of()));
            inbox.forget(clock.now.plusSeconds(1));
            assertEquals(List.of(true), inbox.store(List.of(arrivals.getLast()), List.of()));
            assertEquals(6_001, inbox.waiting());
            assertEquals(Optional.of(1L), inbox.next(1, 1).map(Inbox.Batch::first));
        }
    }

    private List<Receiver.Receipt> take(Workspace workspace, int number) {
        try (var intake = Intake.open(workspace, Duration.ofMillis(1), runs::add, trouble::add)) {
            return intake.receive(ADT, List.of(message(number)), List.of());
        }
    }
}
