package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.TwoDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening: who may, what is missing, what is damaged.
final class WorkspaceTest {
    @TempDir Path temp;

    private Path folder() {
        return temp.resolve("w");
    }

    private Workspace open() {
        return Workspace.open(folder(), new Credentials.None(), TwoDays.CLOCK, "test", null);
    }

    private static ClaimscopeException refusal(ErrorKind kind, Runnable work) {
        var refused = assertThrows(ClaimscopeException.class, work::run);
        assertEquals(kind, refused.kind(), refused.getMessage());
        return refused;
    }

    private static void says(ClaimscopeException refused, String... words) {
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
    }

    /// A closed workspace with 60.00 billed in two deliveries.
    private void makeOne() {
        try (var clinic = new Clinic(folder())) {
            clinic.ledger("T1,10.00", "T2,20.00");
            clinic.ledger("T3,30.00");
            assertEquals("60.00", clinic.billed());
        }
    }

    private List<Path> files(String kind) throws IOException {
        try (var list = Files.list(folder().resolve(kind))) {
            return list.sorted().toList();
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    private String billed(Workspace workspace) {
        return org.claimscope.data.testing.WarehouseDump.text(
                workspace,
                org.claimscope.data.model.Entity.TRANSACTION,
                "select cast(coalesce(sum(billed), 0) as varchar) from transaction");
    }

    @Test
    void aMissingWorkspaceIsTheUsersErrorWithTheCommandThatMakesOne() {
        says(refusal(ErrorKind.USER, () -> open().close()), "no workspace", "workspace create");
    }

    @Test
    void aWorkspaceIsMadeOnlyInAFolderOfItsOwn() throws IOException {
        makeOne();
        says(refusal(ErrorKind.USER, () -> new Clinic(folder()).close()), "already a workspace");
        Path documents = Files.createDirectories(temp.resolve("documents"));
        Files.writeString(documents.resolve("letter.txt"), "dear");
        says(refusal(ErrorKind.USER, () -> new Clinic(documents).close()), "not empty");
        assertEquals("dear", Files.readString(documents.resolve("letter.txt")));
        // Without its header a workspace is not overwritten.
        Files.delete(folder().resolve("vault.json"));
        Files.delete(folder().resolve("vault.copy.json"));
        says(refusal(ErrorKind.USER, () -> new Clinic(folder()).close()), "vault.json");
    }

    @Test
    void aSecondOpeningInThisProcessIsRefusedAndLeavesTheLockWhereItIs() throws Exception {
        makeOne();
        String self = "process " + ProcessHandle.current().pid();
        try (var first = open()) {
            for (int i = 0; i < 3; i++) {
                says(refusal(ErrorKind.SOURCE_DOWN, () -> open().close()), "in use by " + self);
            }
            // Another process still finds it locked: the failed attempts did not give the lock
            // away.
            try (var child =
                    ChildJvm.start(
                            temp.resolve("tmp"), LockChild.class, folder().toString(), "try")) {
                assertEquals(0, child.exitCode());
                assertTrue(
                        child.text().startsWith("SOURCE_DOWN The workspace is in use by " + self),
                        child.text());
            }
            assertEquals("60.00", billed(first));
        }
        open().close();
    }

    @Test
    void aWorkspaceThatAnotherProcessHoldsIsRefusedUntilThatProcessDies() throws Exception {
        makeOne();
        try (var child =
                ChildJvm.start(temp.resolve("tmp"), LockChild.class, folder().toString(), "hold")) {
            child.awaitReady();
            assertTrue(child.text().contains("opened"), child.text());
            says(
                    refusal(ErrorKind.SOURCE_DOWN, () -> open().close()),
                    "in use by process ",
                    " since ");
            assertThrows(
                    ClaimscopeException.class,
                    () -> WorkspaceBackup.write(folder(), temp.resolve("backup.zip")));
            assertTrue(child.kill());
        }
        try (var workspace = open()) {
            assertEquals("60.00", billed(workspace));
        }
    }

    @Test
    void aFailedOpeningGivesTheLockBack() throws IOException {
        makeOne();
        Path control = folder().resolve("control.mv.db");
        byte[] good = Files.readAllBytes(control);
        Files.write(control, new byte[4_096]);
        refusal(ErrorKind.DATA, () -> open().close());
        Files.write(control, good);
        open().close();
    }

    @Test
    void closingTwiceDoesNothing() {
        makeOne();
        Workspace workspace = open();
        workspace.close();
        workspace.close();
        open().close();
    }

    @Test
    void aDamagedHeaderCopyIsReplacedByTheOther() throws IOException {
        makeOne();
        Path header = folder().resolve("vault.json");
        Path copy = folder().resolve("vault.copy.json");
        byte[] good = Files.readAllBytes(header);
        for (Path damaged : List.of(header, copy)) {
            for (int fault = 0; fault < 3; fault++) {
                switch (fault) {
                    case 0 -> Files.delete(damaged);
                    case 1 -> Files.write(damaged, java.util.Arrays.copyOf(good, 40));
                    // A bit of the wrapped key, which still parses.
                    default ->
                            flip(
                                    damaged,
                                    new String(good, java.nio.charset.StandardCharsets.UTF_8)
                                                    .indexOf("wrapped")
                                            + 14);
                }
                try (var workspace = open()) {
                    assertEquals("60.00", billed(workspace));
                }
                assertEquals(-1, java.util.Arrays.mismatch(good, Files.readAllBytes(damaged)));
            }
        }
        Files.writeString(header, "{}");
        Files.writeString(copy, "junk");
        says(refusal(ErrorKind.DATA, () -> open().close()), "vault.json");
    }

    @Test
    void aDamagedControlStoreIsRefusedOrReportedAndNeverSilentlyWrong() throws IOException {
        makeOne();
        Path control = folder().resolve("control.mv.db");
        byte[] good = Files.readAllBytes(control);
        var random = new Random(51);
        int refused = 0;
        int reported = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            if (i % 3 == 2) {
                bad = java.util.Arrays.copyOf(good, random.nextInt(good.length));
            } else {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(control, bad);
            try (var workspace = open()) {
                String sum = billed(workspace);
                if (workspace.badBlocks() > 0) {
                    reported++;
                } else {
                    assertEquals("60.00", sum, "fault " + i);
                }
            } catch (ClaimscopeException e) {
                assertEquals(ErrorKind.DATA, e.kind(), "fault " + i + ": " + e.getMessage());
                says(e, "Restore the workspace from a backup");
                refused++;
            }
            // The history is never swept on the word of a damaged store.
            assertEquals(2, files("segment").size(), "fault " + i);
            assertEquals(2, files("raw").size(), "fault " + i);
        }
        System.out.println(
                "control store: seed 51, 60 faults, "
                        + refused
                        + " refused, "
                        + reported
                        + " reported");
        assertTrue(refused > 0 && refused + reported > 20);
        Files.write(control, good);
        try (var workspace = open()) {
            assertEquals("60.00", billed(workspace));
        }
    }

    @Test
    void aMissingControlStoreIsNotMadeAnewOverAHistory() throws IOException {
        makeOne();
        Files.delete(folder().resolve("control.mv.db"));
        says(refusal(ErrorKind.DATA, () -> open().close()), "missing", "backup");
        assertEquals(2, files("segment").size());
        assertEquals(2, files("raw").size());
    }

    @Test
    void aMissingOrDamagedSegmentIsCalledDamagedAndNamesItsDelivery() throws IOException {
        makeOne();
        for (Path segment : files("segment")) {
            byte[] good = Files.readAllBytes(segment);
            var random = new Random(61);
            for (int fault = 0; fault < 12; fault++) {
                switch (fault) {
                    case 0 -> Files.delete(segment);
                    case 1 -> Files.write(segment, new byte[0]);
                    case 2 -> Files.write(segment, java.util.Arrays.copyOf(good, good.length - 1));
                    default -> flip(segment, random.nextInt(good.length));
                }
                try (var workspace = open()) {
                    var damage = refusal(ErrorKind.DATA, () -> billed(workspace));
                    String id = String.valueOf(segment.getFileName()).replace(".segment", "");
                    says(damage, id, "undo delivery ", "sync again");
                    assertEquals(0, workspace.arrowBytes());
                }
                Files.write(segment, good);
            }
        }
        try (var workspace = open()) {
            assertEquals("60.00", billed(workspace));
        }
    }

    @Test
    void undoingTheDeliveryOfADamagedSegmentAndSyncingAgainHealsIt() throws IOException {
        try (var clinic = new Clinic(folder())) {
            clinic.ledger("T1,10.00", "T2,20.00");
            clinic.ledger("T3,30.00");
            clinic.workspace().close();
            flip(files("segment").getFirst(), 100);
            clinic.reopen(null);
            var damage = refusal(ErrorKind.DATA, clinic::billed);
            String message = String.valueOf(damage.getMessage());
            long delivery =
                    Long.parseLong(message.replaceAll("(?s).*undo delivery (\\d+).*", "$1"));
            clinic.workspace().undo(delivery);
            clinic.ledger("T1,10.00", "T2,20.00");
            clinic.ledger("T3,30.00");
            assertEquals("60.00", clinic.billed());
        }
    }

    @Test
    void aMissingOrDamagedArchiveIsCalledDamaged() throws IOException {
        makeOne();
        try (var workspace = open()) {
            Delivery first = workspace.journal().delivery(1);
            Path raw = folder().resolve("raw").resolve(first.rawId() + ".raw");
            flip(raw, 60);
            assertThrows(
                    Exception.class,
                    () -> {
                        try (var in = workspace.original(first)) {
                            in.readAllBytes();
                        }
                    });
            Files.delete(raw);
            says(refusal(ErrorKind.DATA, () -> workspace.original(first)), "backup");
        }
    }

    @Test
    void filesThatNoCommitNamesAreSweptAndOthersStay() throws IOException {
        makeOne();
        Files.writeString(folder().resolve("segment").resolve("x.segment.part"), "half");
        Files.writeString(folder().resolve("raw").resolve("y.raw"), "whole, not committed");
        try (var workspace = open()) {
            assertEquals("60.00", billed(workspace));
        }
        assertEquals(2, files("segment").size());
        assertEquals(2, files("raw").size());
    }

    @Test
    void nothingIsChangedWhileAnEarlierStateIsShown() {
        try (var clinic = new Clinic(folder())) {
            clinic.on("2025-01-02T12:00:00Z").ledger("T1,10.00");
            clinic.on("2025-01-04T12:00:00Z").ledger("T2,20.00");
            clinic.reopen("2025-01-03T00:00:00Z");
            assertEquals("10.00", clinic.billed());
            RunEntry run = clinic.ledger("T3,5.00");
            assertEquals(RunEntry.Status.FAILED, run.status());
            assertTrue(run.message().contains("--known-at"), run.message());
            refusal(ErrorKind.USER, () -> clinic.workspace().undo(1));
            clinic.reopen(null);
            assertEquals("30.00", clinic.billed());
            assertFalse(clinic.workspace().journal().delivery(1).undoneAt().isPresent());
        }
    }
}
