package org.claimscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.kpi.Kpis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a metric means and its variants, on the command line; on a workspace without any rows.
final class DefinitionsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path temp;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(temp.resolve("passphrase"), "correct horse battery");
        assertEquals(0, in("workspace", "create", temp.resolve("w").toString()), terminal.err);
    }

    private int in(String... args) {
        boolean creates = args[0].equals("workspace");
        String[] all =
                Stream.of(
                                Stream.of(
                                        "--passphrase-file", temp.resolve("passphrase").toString()),
                                creates
                                        ? Stream.<String>of()
                                        : Stream.of("--workspace", temp.resolve("w").toString()),
                                Stream.of(args))
                        .flatMap(s -> s)
                        .toArray(String[]::new);
        return terminal.run(all);
    }

    @Test
    void aDefinitionListsItsVariants() throws IOException {
        assertEquals(0, in("define", "denial_rate", "--format", "json"), terminal.err);
        JsonNode card = JSON.readTree(terminal.out);
        assertEquals("denial_rate", card.get("id").asText());
        assertEquals("adjudication_date", card.get("date_basis").asText());
        assertEquals("hfma_submitted", card.get("variants").get(0).get("name").asText());
        assertEquals("denial_rate_zero_pay", card.get("variants").get(1).get("id").asText());
        assertEquals(2, card.get("benchmarks").size());
        assertEquals(0, in("define", "days_in_ar"), terminal.err);
        assertTrue(terminal.out.contains("gross_year"), terminal.out);
    }

    @Test
    void aVariantIsAskedForByName() throws IOException {
        assertEquals(
                0,
                in("query", "denial_rate", "--variant", "zero_pay", "--format", "json"),
                terminal.err);
        JsonNode answer = JSON.readTree(terminal.out);
        assertEquals("denial_rate_zero_pay", answer.get("form").get("measures").get(0).asText());
        JsonNode row = answer.get("rows").get(0);
        assertTrue(row.get("denial_rate_zero_pay").isNull());
        assertEquals(0, row.get("denial_rate_zero_pay.numerator").asInt());
        assertEquals(1, in("query", "denial_rate", "--variant", "other"));
        assertTrue(terminal.err.contains("hfma_submitted, zero_pay"), terminal.err);
    }

    /// Each gives value, numerator and denominator by its id; without rows no value is zero where
    /// an input is absent.
    @Test
    void everyMetricAnswersByItsId() throws IOException {
        String ids = String.join(",", Kpis.all().stream().map(Kpi::id).toList());
        assertEquals(0, in("query", ids, "--format", "json"), terminal.err);
        JsonNode row = JSON.readTree(terminal.out).get("rows").get(0);
        for (Kpi kpi : Kpis.all()) {
            assertTrue(row.has(kpi.id()), kpi.id());
            if (kpi.definition().denominator().isPresent()) {
                assertTrue(row.get(kpi.id()).isNull(), kpi.id());
                assertTrue(row.has(kpi.id() + ".numerator"), kpi.id());
                assertTrue(row.has(kpi.id() + ".denominator"), kpi.id());
            }
            if (!kpi.needs().isEmpty()) {
                assertTrue(row.get(kpi.id()).isNull(), kpi.id());
            }
        }
    }
}
