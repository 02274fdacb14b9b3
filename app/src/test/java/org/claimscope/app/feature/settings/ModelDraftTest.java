package org.claimscope.app.feature.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.app.feature.settings.ModelDraft.Part;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.ModelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings of a model that cannot work are refused beside their field, in words.
final class ModelDraftTest {
    @TempDir Path folder;

    private static ModelDraft draft(String provider, String address, String model, String key) {
        return new ModelDraft(true, provider, address, model, key, "", "", "30", "200", "1000000");
    }

    private Map<Part, String> problems(ModelDraft draft) {
        return draft.problems(new Home(folder));
    }

    @Test
    void aModelOnThisMachineNeedsNoKey() {
        assertEquals(Map.of(), problems(draft("ollama", "http://127.0.0.1:11434", "m", "")));
    }

    @Test
    void plainHttpGoesNowhereElse() {
        Map<Part, String> found = problems(draft("ollama", "http://models.example.org", "m", ""));
        assertEquals(
                "Plain http reaches models on this machine only: use https.",
                found.get(Part.ADDRESS));
        assertEquals(
                Set.of(Part.ADDRESS),
                problems(draft("openai", "not an address", "m", "")).keySet());
    }

    @Test
    void everyFieldIsJudgedForItself() {
        var draft = new ModelDraft(true, "", "", " ", "", "contract 7", "soon", "0", "many", "-1");
        assertEquals(
                Set.of(
                        Part.PROVIDER,
                        Part.ADDRESS,
                        Part.MODEL,
                        Part.AGREEMENT,
                        Part.TIMEOUT,
                        Part.CALLS,
                        Part.TOKENS),
                problems(draft).keySet());
    }

    @Test
    void aKeyIsThereAndItsOwnersAlone() throws IOException {
        String address = "https://api.anthropic.com/v1";
        assertTrue(
                problems(draft("anthropic", address, "m", ""))
                        .get(Part.KEY)
                        .startsWith("This service needs a key"));
        assertTrue(
                problems(draft("anthropic", address, "m", "no.key"))
                        .get(Part.KEY)
                        .startsWith("Cannot read the file of the model's key"));
        Path key = Files.writeString(folder.resolve("a.key"), "sk-settings-1\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(
                problems(draft("anthropic", address, "m", "a.key"))
                        .get(Part.KEY)
                        .contains("chmod 600"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(Map.of(), problems(draft("anthropic", address, "m", "a.key")));
    }

    @Test
    void whatIsSavedIsWhatIsShownAgain() throws IOException {
        var home = new Home(folder.resolve("new"));
        var draft =
                new ModelDraft(
                        true,
                        "openai",
                        "https://models.example.org/v1",
                        "large",
                        "model.key",
                        "BAA 2025-7",
                        "2027-12-31",
                        "45",
                        "50",
                        "90000");
        draft.settings().save(home);
        assertEquals(draft, ModelDraft.of(ModelSettings.written(home)));
        assertEquals(Optional.of(draft.settings()), ModelSettings.of(home));
        String kept = Files.readString(ModelSettings.file(home));
        assertTrue(kept.contains("\"base_url\" : \"https://models.example.org/v1\""), kept);
        assertFalse(kept.contains("null"), kept);
    }

    @Test
    void nothingIsOnBeforeSomebodyTurnsItOn() {
        assertFalse(ModelDraft.of(Optional.empty()).enabled());
    }
}
