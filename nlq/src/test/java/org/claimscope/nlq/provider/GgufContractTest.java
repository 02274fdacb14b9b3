package org.claimscope.nlq.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.audit.AuditEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.guard.TinyGguf;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model in a file goes the way of all others: masked, checked, counted, noted; only its bytes go
/// to the engine instead of to a socket.
final class GgufContractTest {
    private static final String QUESTION = "charges leaking at Riverside last month";

    @TempDir Path folder;
    private final Interpreter interpreter = new Interpreter(Bench.catalog(), Bench.values());
    private final Bench.Entries entries = new Bench.Entries();
    private final Bench.Purse purse = new Bench.Purse();

    private Connector connector(Path file, int calls) {
        return Bench.connector(
                new Connection(
                        "gguf",
                        file.toUri(),
                        "tiny",
                        "",
                        Optional.empty(),
                        Duration.ofMinutes(2),
                        calls,
                        Long.MAX_VALUE),
                Bench.values(),
                interpreter,
                into -> into.accept("Zbigniew Brzezicki"),
                entries.log(),
                purse);
    }

    @Test
    void aQuestionGoesToTheEngineMaskedAndNoted() throws IOException {
        try (Connector connector = connector(TinyGguf.write(folder.resolve("tiny.gguf")), 100)) {
            Outgoing out = connector.preview(Question.of(QUESTION, Bench.TODAY)).orElseThrow();
            assertTrue(out.text().contains("<FACILITY_1>"));
            assertTrue(out.text().contains("json_schema"));
            assertFalse(out.text().toLowerCase(java.util.Locale.ROOT).contains("riverside"));
            ModelReader.Result result =
                    Bench.read(connector, interpreter, QUESTION, Cancellation.NONE);
            boolean engine =
                    !result.equals(new ModelReader.Result.Unread(Optional.of(Trouble.NO_ENGINE)));
            if (!engine) {
                System.out.println("GgufContractTest skipped: llama.cpp does not load here");
            }
            assumeTrue(engine);
            // Random weights under the grammar: a form, or one that cannot be used.
            if (result instanceof ModelReader.Result.Unread(Optional<Trouble> trouble)) {
                assertTrue(
                        List.of(Trouble.UNREADABLE, Trouble.DECLINED)
                                .contains(trouble.orElseThrow()),
                        trouble.toString());
            }
            assertEquals(
                    List.of("model.send", "model.reply"),
                    entries.all().stream().map(AuditEntry::action).limit(2).toList());
            assertTrue(
                    entries.all().get(1).detail().contains("\"outcome\":\"REPLY\""),
                    entries.all().get(1).detail());
            assertFalse(entries.all().toString().contains("leaking"));
            assertTrue(purse.on(Bench.TODAY).calls() >= 1);
        }
    }

    @Test
    void aSpentBudgetLoadsNothing() {
        try (Connector poor = connector(folder.resolve("missing.gguf"), 0)) {
            assertEquals(
                    new ModelReader.Result.Unread(Optional.of(Trouble.BUDGET_SPENT)),
                    Bench.read(poor, interpreter, QUESTION, Cancellation.NONE));
        }
    }

    @Test
    void aMissingFileIsSaid() throws IOException {
        try (Connector connector = connector(folder.resolve("missing.gguf"), 100)) {
            assertEquals(
                    new Said.Nothing(Trouble.NO_FILE),
                    connector.test(Bench.TODAY, Cancellation.NONE));
        }
        Path words = Files.writeString(folder.resolve("words.gguf"), "words");
        try (Connector connector = connector(words, 100)) {
            Said said = connector.test(Bench.TODAY, Cancellation.NONE);
            assertTrue(
                    List.of(Trouble.NOT_A_MODEL, Trouble.NO_ENGINE)
                            .contains(assertInstanceOf(Said.Nothing.class, said).trouble()));
        }
    }

    @Test
    void onlyAFileIsAFile() {
        for (String address : List.of("https://host/v1", "file://host/x.gguf")) {
            assertThrows(ClaimscopeException.class, () -> connection("gguf", address));
        }
        assertThrows(ClaimscopeException.class, () -> connection("openai", "file:///x.gguf"));
        assertTrue(connection("gguf", "file:///x.gguf").local());
    }

    private static Connection connection(String provider, String address) {
        return new Connection(
                provider,
                URI.create(address),
                "m",
                "",
                Optional.empty(),
                Duration.ofSeconds(1),
                1,
                1);
    }
}
