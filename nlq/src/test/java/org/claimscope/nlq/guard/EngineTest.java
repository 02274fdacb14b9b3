package org.claimscope.nlq.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kherud.llama.LlamaModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.claimscope.data.progress.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// llama.cpp loads a file, writes what the grammar allows, and stops when it is told to. The file
/// has random weights: this is about the plumbing, not about understanding.
final class EngineTest {
    private static final String SCHEMA =
            """
            ,"json_schema":{"type":"object","properties":{"action":{"type":"string","enum":["ANSWER","REFUSE"]}},\
            "required":["action"],"additionalProperties":false}\
            """;

    @TempDir static Path folder;
    private static Path tiny;
    private final Engine engine = new Engine();

    @BeforeAll
    static void library() throws IOException {
        try {
            LlamaLibrary.unpack();
            LlamaModel.jsonSchemaToGrammar("{\"type\":\"string\"}");
        } catch (LinkageError e) {
            System.out.println("EngineTest skipped: llama.cpp does not load here: " + e);
            assumeTrue(false, "llama.cpp does not load here");
        }
        tiny = TinyGguf.write(folder.resolve("tiny.gguf"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String ask(Path file, String schema, int tokens, long millis, Cancellation until) {
        byte[] body =
                ("{\"system\":\"Reply.\",\"user\":\"What now?\",\"n_predict\":"
                                + tokens
                                + schema
                                + "}")
                        .getBytes(StandardCharsets.UTF_8);
        var out = new Outgoing("POST", file.toUri(), Map.of(), body);
        Wire.Answer answer = engine.send(out, System.nanoTime() + millis * 1_000_000, until);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void fails(Trouble trouble, Path file) {
        assertEquals(
                trouble,
                assertThrows(Stopped.class, () -> ask(file, "", 5, 60_000, Cancellation.NONE))
                        .trouble());
    }

    @Test
    void theGrammarHoldsTheReplyToTheSchema() throws IOException {
        String reply = ask(tiny, SCHEMA, 200, 60_000, Cancellation.NONE);
        String action = JsonMapper.builder().build().readTree(reply).path("action").asText();
        assertTrue(action.equals("ANSWER") || action.equals("REFUSE"), reply);
    }

    @Test
    void theFileIsLoadedOnce() throws IOException {
        Path copy = Files.copy(tiny, folder.resolve("once.gguf"));
        String first = ask(copy, SCHEMA, 200, 60_000, Cancellation.NONE);
        assertEquals(first, ask(copy, SCHEMA, 200, 60_000, Cancellation.NONE));
        assertFalse(first.isEmpty());
    }

    @Test
    void cancellingEndsIt() {
        long start = System.nanoTime();
        Stopped stopped =
                assertThrows(
                        Stopped.class,
                        () ->
                                ask(
                                        tiny,
                                        "",
                                        1_000_000,
                                        60_000,
                                        () -> System.nanoTime() - start > 100_000_000L));
        assertEquals(Trouble.CANCELLED, stopped.trouble());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    @Test
    void timeRunsOut() {
        long start = System.nanoTime();
        Stopped stopped =
                assertThrows(Stopped.class, () -> ask(tiny, "", 1_000_000, 100, Cancellation.NONE));
        assertEquals(Trouble.TIMED_OUT, stopped.trouble());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
        // What was given up does not keep the next one waiting.
        assertFalse(ask(tiny, SCHEMA, 200, 20_000, Cancellation.NONE).isEmpty());
    }

    @Test
    void whatIsNoModelIsSaid() throws IOException {
        fails(Trouble.NO_FILE, folder.resolve("missing.gguf"));
        fails(Trouble.NO_FILE, folder);
        fails(
                Trouble.NOT_A_MODEL,
                Files.writeString(folder.resolve("words.gguf"), "these are words"));
        byte[] whole = Files.readAllBytes(tiny);
        fails(
                Trouble.NOT_A_MODEL,
                Files.write(
                        folder.resolve("cut.gguf"),
                        java.util.Arrays.copyOf(whole, whole.length / 2)));
        fails(
                Trouble.NOT_A_MODEL,
                Files.write(folder.resolve("head.gguf"), java.util.Arrays.copyOf(whole, 20)));
    }
}
