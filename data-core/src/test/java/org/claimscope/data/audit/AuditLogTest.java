package org.claimscope.data.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuditLogTest {
    private static final int ENTRIES = 50;

    /// The entries in memory, where a test can tamper with them.
    private static final class Book implements AuditStore {
        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public Optional<AuditEntry> last() {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
        }

        @Override
        public void append(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public void alone(Runnable work) {
            work.run();
        }

        @Override
        public void forEach(Consumer<AuditEntry> reader) {
            entries.forEach(reader);
        }
    }

    private final Book book = new Book();
    private AuditLog log;

    @BeforeEach
    void writeSomeEntries() {
        log = log(new byte[32]);
        for (int i = 1; i <= ENTRIES; i++) {
            log.append("query", "kpi " + i, "review", "{\"rows\":" + i + "}");
        }
        assertEquals(Optional.empty(), log.verify());
    }

    private AuditLog log(byte[] key) {
        return new AuditLog(
                book,
                key,
                Clock.fixed(Instant.parse("2025-03-01T12:00:00.123456789Z"), ZoneOffset.UTC),
                "anna");
    }

    private static AuditEntry with(AuditEntry e, int field, String text) {
        return new AuditEntry(
                e.seq(),
                field == 0 ? e.at().plusMillis(1) : e.at(),
                field == 1 ? text : e.actor(),
                field == 2 ? text : e.action(),
                field == 3 ? text : e.resource(),
                field == 4 ? text : e.purpose(),
                field == 5 ? text : e.detail(),
                field == 6 ? "0".repeat(64) : e.hash());
    }

    @Test
    void aChangeOfAnyFieldOfAnyEntryIsFoundAtThatEntry() {
        int changes = 0;
        for (int i = 0; i < ENTRIES; i++) {
            for (int field = 0; field <= 6; field++) {
                AuditEntry before = book.entries.get(i);
                book.entries.set(i, with(before, field, "other"));
                assertEquals(Optional.of((long) i + 1), log.verify(), "field " + field);
                book.entries.set(i, before);
                changes++;
            }
        }
        assertEquals(350, changes);
        assertEquals(Optional.empty(), log.verify());
    }

    @Test
    void aRemovedEntryIsFoundUnlessItIsTheLast() {
        for (int i = 0; i < ENTRIES - 1; i++) {
            AuditEntry removed = book.entries.remove(i);
            assertEquals(Optional.of((long) i + 1), log.verify());
            book.entries.add(i, removed);
        }
        // The stated limit (security.md §4): entries cut at the end need an exported anchor.
        book.entries.removeLast();
        assertEquals(Optional.empty(), log.verify());
    }

    @Test
    void exchangedEntriesAreFound() {
        for (int i = 0; i < ENTRIES - 1; i++) {
            Collections.swap(book.entries, i, i + 1);
            assertEquals(Optional.of((long) i + 1), log.verify());
            Collections.swap(book.entries, i, i + 1);
        }
    }

    @Test
    void anInsertedEntryIsFound() {
        book.entries.add(10, book.entries.get(10));
        assertEquals(Optional.of(12L), log.verify());
    }

    @Test
    void textMovedFromOneFieldToTheNextIsFound() {
        AuditEntry e = book.entries.get(4);
        book.entries.set(
                4,
                new AuditEntry(
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.action() + "k",
                        e.resource().substring(1),
                        e.purpose(),
                        e.detail(),
                        e.hash()));
        assertEquals(Optional.of(5L), log.verify());
    }

    @Test
    void aChainUnderAnotherKeyDoesNotHold() {
        byte[] other = new byte[32];
        other[31] = 1;
        assertEquals(Optional.of(1L), log(other).verify());
    }
}
