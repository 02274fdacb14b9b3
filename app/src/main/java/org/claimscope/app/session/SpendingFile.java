package org.claimscope.app.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.nlq.guard.Spending;

/// Today's requests to models, in a file, so that a budget outlives the program. Only the last day
/// is kept. A file that cannot be read or written is an error: then nothing is sent.
final class SpendingFile implements Spending {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /// What is in the file.
    record Day(String day, int calls, long tokens) {}

    SpendingFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Spent on(LocalDate day) {
        if (!Files.exists(file)) {
            return Spent.NOTHING;
        }
        try {
            Day kept = JSON.readValue(Files.readAllBytes(file), Day.class);
            return kept.day().equals(day.toString())
                    ? new Spent(kept.calls(), kept.tokens())
                    : Spent.NOTHING;
        } catch (JacksonException e) {
            throw unusable(e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public synchronized void add(LocalDate day, int calls, long tokens) {
        if (calls == 0 && tokens == 0) {
            return;
        }
        Spent before = on(day);
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(
                    part,
                    JSON.writeValueAsBytes(
                            new Day(
                                    day.toString(),
                                    before.calls() + calls,
                                    before.tokens() + tokens)));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ClaimscopeException unusable(IOException e) {
        return new ClaimscopeException(
                ErrorKind.RESOURCES,
                "Cannot read or write " + file + ": what models were asked today is not known.",
                e);
    }
}
