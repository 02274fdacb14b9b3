package org.claimscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of questions are interpreted and scored without a workspace.
final class AskFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path temp;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(
                temp.resolve("values.json"),
                """
                {"payer": {"Aetna": ["AET"]}, "facility": ["Lakeview Clinic"], "planet": ["Mars"]}
                """);
        Files.writeString(
                temp.resolve("questions.jsonl"),
                """
                {"id": "a", "conversation": null, "turn": 1, "as_of": "2025-06-30", "question": "charges for AET last month"}
                {"id": 2, "conversation": "c", "turn": 1, "as_of": "2025-06-30", "question": "payments by payer in May"}
                {"id": 3, "conversation": "c", "turn": 2, "as_of": "2025-06-30", "question": "only Lakeview"}
                {"id": 4, "as_of": "2025-06-30", "question": "charges on Mars"}
                """);
    }

    private String at(String file) {
        return temp.resolve(file).toString();
    }

    @Test
    void eachLineGetsItsForm() throws IOException {
        assertEquals(
                0,
                terminal.run(
                        "ask",
                        "--batch",
                        at("questions.jsonl"),
                        "--values",
                        at("values.json"),
                        "--out",
                        at("forms.jsonl")),
                terminal.err);
        List<String> lines = Files.readAllLines(temp.resolve("forms.jsonl"));
        assertEquals(4, lines.size());
        JsonNode first = JSON.readTree(lines.get(0));
        assertEquals("a", first.get("id").asText());
        assertEquals("Aetna", first.get("filters").get(0).get("value").asText());
        assertEquals("2025-05-31", first.get("window").get("to").asText());
        JsonNode third = JSON.readTree(lines.get(2));
        assertEquals(3, third.get("id").asInt());
        assertEquals("payer", third.get("dimensions").get(0).asText());
        assertEquals("Lakeview Clinic", third.get("filters").get(0).get("value").asText());
        assertEquals("REFUSE", JSON.readTree(lines.get(3)).get("action").asText());
    }

    @Test
    void formsThatSomebodyWroteAreScored() throws IOException {
        Files.writeString(
                temp.resolve("gold.jsonl"),
                """
                {"id": 1, "as_of": "2025-06-30", "question": "charges by payer", "form": {"action": "ANSWER", "measures": ["charges"], "dimensions": ["payer"]}}
                {"id": 2, "as_of": "2025-06-30", "question": "charges by payer", "form": {"action": "ANSWER", "measures": ["payments"], "dimensions": ["payer"]}}
                {"id": 3, "as_of": "2025-06-30", "question": "how many nurses do we have", "form": {"action": "REFUSE"}}
                """);
        assertEquals(0, terminal.run("ask", "--score", at("gold.jsonl"), "--json"), terminal.err);
        JsonNode score = JSON.readTree(terminal.out);
        assertEquals(0.5, score.get("exact_forms").asDouble());
        assertEquals(1.0, score.get("abstention_recall").asDouble());
        assertEquals(1.0, score.get("part_dimensions").asDouble());
        assertEquals(0.5, score.get("part_measures").asDouble());
        assertEquals("2", score.get("misses").get(0).get("id").asText());
        assertEquals(0, terminal.run("ask", "--score", at("gold.jsonl")), terminal.err);
        assertTrue(terminal.out.contains("exact_forms"), terminal.out);
    }

    @Test
    void whatIsNoFileOfQuestionsIsSaid() throws IOException {
        assertEquals(1, terminal.run("ask", "--batch", at("none.jsonl"), "--out", at("o")));
        assertTrue(terminal.err.contains("There is no file"), terminal.err);
        Files.write(temp.resolve("latin.jsonl"), new byte[] {'{', (byte) 0xE9, '}'});
        assertEquals(1, terminal.run("ask", "--batch", at("latin.jsonl"), "--out", at("o")));
        assertTrue(terminal.err.contains("UTF-8"), terminal.err);
        Files.writeString(temp.resolve("bad.jsonl"), "\n{\"id\": 1}\n");
        assertEquals(1, terminal.run("ask", "--batch", at("bad.jsonl"), "--out", at("o")));
        assertTrue(terminal.err.contains("Line 2"), terminal.err);
        assertEquals(1, terminal.run("ask", "--score", at("questions.jsonl")));
        assertTrue(terminal.err.contains("needs the form"), terminal.err);
        assertEquals(1, terminal.run("ask", "--batch", at("questions.jsonl")));
        assertTrue(terminal.err.contains("--out"), terminal.err);
    }
}
