package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Versions, closings, undo and earlier states: the tables are a fold over what came.
final class HistoryTest {
    @TempDir Path temp;

    private Clinic clinic() {
        return new Clinic(temp.resolve("w"));
    }

    @Test
    void theFirstVersionIsValidFromTheBeginningAndLaterOnesFromTheirEvent() {
        try (var clinic = clinic()) {
            clinic.people("P1,Ash,2024-03-01");
            assertEquals("Ash 0001-01-01..9999-12-31", clinic.versionsOf("P1"));
            clinic.people("P1,Birch,2024-06-01");
            clinic.people("P1,Cedar,2024-09-15");
            String expected =
                    "Ash 0001-01-01..2024-06-01, Birch 2024-06-01..2024-09-15, Cedar 2024-09-15..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
        }
    }

    @Test
    void aVersionWithoutAnEventDayIsValidFromItsDelivery() {
        try (var clinic = clinic()) {
            clinic.on("2025-01-02T23:30:00Z").people("P1,Ash,");
            clinic.on("2025-01-05T00:30:00Z").people("P1,Birch,");
            String expected = "Ash 0001-01-01..2025-01-05, Birch 2025-01-05..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
        }
    }

    @Test
    void anEventThatRunsBackwardsNeverStartsBeforeTheVersionItReplaces() {
        try (var clinic = clinic()) {
            clinic.people("P1,Ash,2024-03-01");
            clinic.people("P1,Birch,2024-06-01");
            clinic.people("P1,Cedar,2024-02-01");
            clinic.people("P1,Dogwood,2024-07-01");
            String expected =
                    "Ash 0001-01-01..2024-06-01, Birch 2024-06-01..2024-06-01,"
                            + " Cedar 2024-06-01..2024-07-01, Dogwood 2024-07-01..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
        }
    }

    @Test
    void versionsOfOneKeyWithinOneFileAreTakenInTheOrderOfLines() {
        try (var clinic = clinic()) {
            RunEntry run =
                    clinic.people(
                            "P1,Ash,2024-03-01",
                            "P2,Elm,2024-03-01",
                            "P1,Birch,2024-06-01",
                            "P1,Birch,2024-06-01");
            assertEquals(3, run.rowsLoaded());
            assertEquals(1, run.rowsUnchanged());
            String expected = "Ash 0001-01-01..2024-06-01, Birch 2024-06-01..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
        }
    }

    @Test
    void aFullLoadClosesWhoIsAbsentAndOpensWhoComesBack() {
        try (var clinic = clinic()) {
            clinic.allPeople("P1,Ash,2024-03-01", "P2,Birch,2024-03-01");
            RunEntry second = clinic.on("2025-02-01T12:00:00Z").allPeople("P2,Birch,2024-03-01");
            assertEquals(1, second.rowsClosed());
            assertEquals(0, second.rowsLoaded());
            assertEquals("P2 Birch", clinic.peopleNow());
            assertEquals(
                    "Ash 0001-01-01..2025-02-01, closed 2025-02-01..9999-12-31",
                    clinic.versionsOf("P1"));
            clinic.on("2025-03-01T12:00:00Z").allPeople("P1,Ash,2025-02-20", "P2,Birch,2024-03-01");
            String expected =
                    "Ash 0001-01-01..2025-02-01, closed 2025-02-01..2025-02-20, Ash 2025-02-20..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
            assertEquals("P1 Ash, P2 Birch", clinic.peopleNow());
        }
    }

    @Test
    void aFullLoadOfATableWithoutVersionsClosesAndOpensToo() {
        try (var clinic = clinic()) {
            clinic.allUnits("U1,North", "U2,South");
            assertEquals(1, clinic.allUnits("U2,South").rowsClosed());
            assertEquals("U2 South", clinic.unitsNow());
            assertEquals(1, clinic.allUnits("U2,South", "U1,North").rowsLoaded());
            clinic.reopen(null);
            assertEquals("U1 North, U2 South", clinic.unitsNow());
        }
    }

    @Test
    void nothingIsClosedWhenSomethingIsInQuarantine() {
        try (var clinic = clinic()) {
            clinic.allPeople("P1,Ash,2024-03-01", "P2,Birch,2024-03-01");
            RunEntry run = clinic.allPeople("P2,Birch,2024-03-01", "P1,Ash,no date");
            assertEquals(1, run.rowsQuarantined());
            assertEquals(0, run.rowsClosed());
            assertEquals("P1 Ash, P2 Birch", clinic.peopleNow());
        }
    }

    @Test
    void anIncrementalLoadClosesNobody() {
        try (var clinic = clinic()) {
            clinic.people("P1,Ash,2024-03-01", "P2,Birch,2024-03-01");
            assertEquals(0, clinic.people("P2,Beech,2024-04-01").rowsClosed());
            assertEquals("P1 Ash, P2 Beech", clinic.peopleNow());
        }
    }

    @Test
    void undoReturnsTheNumbersAndSyncingAgainLoadsAgain() {
        try (var clinic = clinic()) {
            clinic.ledger("T1,10.00", "T2,20.00");
            clinic.ledger("T2,25.00", "T3,30.00");
            assertEquals("65.00", clinic.billed());
            clinic.workspace().undo(2);
            assertEquals("30.00", clinic.billed());
            clinic.reopen(null);
            assertEquals("30.00", clinic.billed());
            assertEquals(2, clinic.ledger("T2,25.00", "T3,30.00").rowsLoaded());
            assertEquals("65.00", clinic.billed());
            assertEquals(List.of(), clinic.workspace().auditBreaks());
        }
    }

    @Test
    void undoOfOneOfTwoVersionsBringsTheOlderBack() {
        try (var clinic = clinic()) {
            clinic.people("P1,Ash,2024-03-01");
            clinic.people("P1,Birch,2024-06-01");
            clinic.people("P1,Cedar,2024-09-01");
            clinic.workspace().undo(3);
            assertEquals(
                    "Ash 0001-01-01..2024-06-01, Birch 2024-06-01..9999-12-31",
                    clinic.versionsOf("P1"));
            clinic.workspace().undo(1);
            assertEquals("Birch 0001-01-01..9999-12-31", clinic.versionsOf("P1"));
        }
    }

    @Test
    void undoThatRestoresLaterRepetitionsDoublesNoVersion() {
        try (var clinic = clinic()) {
            clinic.people("P1,Ash,2024-03-01", "P2,Elm,2024-03-01");
            clinic.people("P1,Birch,2024-06-01", "P2,Elm,2024-03-01");
            clinic.people("P1,Cedar,2024-09-01");
            new Sync(clinic.workspace()).undo(1, Clinic.PROFILES);
            String expected = "Birch 0001-01-01..2024-09-01, Cedar 2024-09-01..9999-12-31";
            assertEquals(expected, clinic.versionsOf("P1"));
            assertEquals("Elm 0001-01-01..9999-12-31", clinic.versionsOf("P2"));
            clinic.reopen(null);
            assertEquals(expected, clinic.versionsOf("P1"));
            assertEquals("Elm 0001-01-01..9999-12-31", clinic.versionsOf("P2"));
        }
    }

    @Test
    void knownAtShowsTheStateOfThatInstantUndoneImportsIncluded() {
        try (var clinic = clinic()) {
            clinic.on("2025-01-02T12:00:00Z").ledger("T1,10.00");
            clinic.on("2025-01-04T12:00:00Z").ledger("T1,15.00", "T2,20.00");
            clinic.on("2025-01-06T12:00:00Z").workspace().undo(2);
            clinic.on("2025-01-08T12:00:00Z").ledger("T3,1.00");
            var expected = new TreeMap<String, String>();
            expected.put("2025-01-01T00:00:00Z", "0.00");
            expected.put("2025-01-02T12:00:00Z", "10.00");
            expected.put("2025-01-03T00:00:00Z", "10.00");
            expected.put("2025-01-05T00:00:00Z", "35.00");
            expected.put("2025-01-07T00:00:00Z", "10.00");
            expected.put("2025-01-09T00:00:00Z", "11.00");
            expected.forEach((instant, sum) -> {
                clinic.reopen(instant);
                assertEquals(sum, clinic.billed(), instant);
            });
        }
    }

    /// However a history is cut into full and incremental loads, it ends in the same tables; so
    /// does the engine that followed it and the one that loads it anew.
    @Test
    void fullAndIncrementalLoadsOfTheSameHistoryEndTheSame() {
        int changes = 0;
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            try (var full = new Clinic(temp.resolve("full" + seed));
                    var incremental = new Clinic(temp.resolve("incremental" + seed))) {
                Map<String, String> people = new TreeMap<>();
                for (int day = 1; day <= 8; day++) {
                    var changed = new ArrayList<String>();
                    for (int i = 0; i < 6; i++) {
                        String id = "P" + random.nextInt(12);
                        String row =
                                id
                                        + ",Name"
                                        + random.nextInt(4)
                                        + ",2024-0"
                                        + (1 + random.nextInt(9))
                                        + "-10";
                        if (!people.containsKey(id) || !people.get(id).equals(row)) {
                            people.put(id, row);
                            changed.removeIf(r -> r.startsWith(id + ","));
                            changed.add(row);
                            changes++;
                        }
                    }
                    String now = "2025-01-%02dT12:00:00Z".formatted(day);
                    full.on(now).allPeople(people.values().toArray(String[]::new));
                    incremental.on(now).people(changed.toArray(String[]::new));
                }
                for (String id : people.keySet()) {
                    assertEquals(full.versionsOf(id), incremental.versionsOf(id), "seed " + seed);
                }
                var current = WarehouseDump.currentContent(full.workspace());
                assertEquals(current, WarehouseDump.currentContent(incremental.workspace()));
                var followed = WarehouseDump.of(full.workspace());
                full.reopen(null);
                assertEquals(followed, WarehouseDump.of(full.workspace()), "seed " + seed);
            }
        }
        assertTrue(changes > 150, changes + " changes");
    }

    @Test
    void anUndoneHistoryIsTheHistoryWithoutIt() {
        for (long seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            try (var with = new Clinic(temp.resolve("with" + seed));
                    var without = new Clinic(temp.resolve("without" + seed))) {
                int left = 2 + random.nextInt(3);
                for (int delivery = 1; delivery <= 5; delivery++) {
                    var rows = new ArrayList<String>();
                    for (int i = 0; i < 5; i++) {
                        // Never the same content twice, so that each row is news in both.
                        rows.add("T" + random.nextInt(8) + "," + delivery + "." + i + (i + 1));
                    }
                    with.ledger(rows.toArray(String[]::new));
                    if (delivery != left) {
                        without.ledger(rows.toArray(String[]::new));
                    }
                }
                with.workspace().undo(left);
                assertEquals(without.billed(), with.billed(), "seed " + seed);
                assertEquals(
                        WarehouseDump.of(without.workspace()), WarehouseDump.of(with.workspace()));
            }
        }
    }
}
