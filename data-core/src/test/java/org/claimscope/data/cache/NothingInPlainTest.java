package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.Canaries;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.TwoDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No identifying value lies in plain text in any file, message or log (G21).
final class NothingInPlainTest {
    @TempDir Path temp;
    private Path data;
    private Path workspace;
    private Path passphrase;

    @BeforeEach
    void writeTheData() throws IOException {
        data = temp.resolve("data");
        workspace = temp.resolve("workspace");
        passphrase = temp.resolve("passphrase");
        Files.writeString(passphrase, "correct horse battery staple");
        Canaries.writePatients(data.resolve("patients.csv"));
        // A file without header: its first line, a person, is taken for one.
        Files.writeString(
                data.resolve("headless.csv"),
                Canaries.record(0) + "\n" + Canaries.record(1) + "\n");
        // A file that is something else.
        Files.writeString(
                data.resolve("tuples.csv"),
                "('" + Canaries.lastName(2) + "', '" + Canaries.ssn(2) + "')\n");
    }

    private ChildJvm child(String mode) throws IOException {
        return ChildJvm.start(
                temp.resolve("tmp"),
                CanaryChild.class,
                workspace.toString(),
                data.toString(),
                passphrase.toString(),
                mode);
    }

    private void nothingIsPlain(ChildJvm child) throws IOException {
        assertTrue(Canaries.filesIn(workspace) >= 5, "too few files to have been looked at");
        assertEquals(List.of(), Canaries.findIn(workspace));
        assertEquals(List.of(), Canaries.findIn(temp.resolve("tmp")));
        String log = child.text();
        assertEquals(List.of(), Canaries.find("log", log.getBytes(StandardCharsets.UTF_8)), log);
    }

    @Test
    void theScannerFindsAPlantedCanaryInEveryEncodingAndPlace() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("planted").resolve("deep"));
        for (String canary : Canaries.all()) {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE)) {
                Files.write(
                        folder.resolve("f"), ("some bytes " + canary + " more").getBytes(charset));
                assertFalse(Canaries.findIn(temp.resolve("planted")).isEmpty(), canary);
            }
            for (int shift = 0; shift < 3; shift++) {
                byte[] around =
                        ("xyz".substring(shift) + canary + "tail").getBytes(StandardCharsets.UTF_8);
                Files.write(folder.resolve("f"), Base64.getEncoder().encode(around));
                assertFalse(Canaries.findIn(temp.resolve("planted")).isEmpty(), canary + shift);
            }
        }
        assertFalse(Canaries.findIn(data).isEmpty());
    }

    @Test
    void nothingIsPlainWhileOpenNorAfterTheKill() throws Exception {
        try (var child = child("wait")) {
            child.awaitReady();
            assertTrue(child.lines().contains("ready"), child.text());
            assertEquals(3, child.lines().stream().filter("provoked"::equals).count());
            nothingIsPlain(child);
            assertTrue(child.kill());
            nothingIsPlain(child);
        }
    }

    @Test
    void nothingIsPlainAfterClosing() throws Exception {
        try (var child = child("close")) {
            assertEquals(0, child.exitCode(), child.text());
            assertTrue(child.lines().contains("closed"));
            nothingIsPlain(child);
        }
    }

    @Test
    void nothingIsPlainAfterAKillInTheMiddle() throws Exception {
        // Enough rows that the kill comes while they are written.
        var lines = new java.util.ArrayList<>(Files.readAllLines(data.resolve("patients.csv")));
        for (int i = 100; i < 150_000; i++) {
            lines.add(Canaries.record(i % 9).replaceFirst("P\\d+", "P" + i));
        }
        Files.write(data.resolve("patients.csv"), lines);
        try (var child = child("wait")) {
            Path raw = workspace.resolve("raw");
            while (!Files.isDirectory(raw) || Canaries.filesIn(raw) == 0) {
                assertFalse(child.endsWithin(2), child.text());
            }
            assertTrue(child.kill());
            assertFalse(child.lines().contains("ready"));
            assertTrue(Canaries.filesIn(workspace) >= 4);
            assertEquals(List.of(), Canaries.findIn(workspace));
            assertEquals(List.of(), Canaries.findIn(temp.resolve("tmp")));
        }
    }

    @Test
    void messagesAndExplanationsHoldNoValues() {
        try (var open =
                Workspace.create(workspace, new Credentials.None(), TwoDays.CLOCK, "test")) {
            List<RunEntry> runs = CanaryChild.sync(open, data);
            assertEquals(
                    List.of(
                            RunEntry.Status.REFUSED,
                            RunEntry.Status.LOADED,
                            RunEntry.Status.REFUSED),
                    runs.stream().map(RunEntry::status).toList());
            List<QuarantineItem> quarantine = open.quarantine().list(null, 10);
            assertEquals(1, quarantine.size());
            // The record itself is there, and only there.
            assertTrue(
                    new String(quarantine.getFirst().original(), StandardCharsets.UTF_8)
                            .contains(Canaries.ssn(Canaries.PEOPLE - 1)));
            var said = new StringBuilder();
            runs.forEach(said::append);
            quarantine.forEach(q -> said.append(q).append(q.explanation()).append(q.column()));
            open.journal().runs(10).forEach(said::append);
            open.journal().deliveries().forEach(said::append);
            assertTrue(said.length() > 500);
            assertEquals(
                    List.of(),
                    Canaries.find("messages", said.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
