package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A workspace for lists of codes.
abstract class CodeSetFixture {
    @TempDir Path temp;
    Clinic clinic;

    @BeforeEach
    final void begin() {
        clinic = new Clinic(temp.resolve("w"));
    }

    @AfterEach
    final void end() {
        assertEquals(0, clinic.workspace().arrowBytes());
        clinic.close();
    }

    final RunEntry sync(String source, String table, Path file) {
        var feed =
                new Feed(
                        source,
                        table,
                        String.valueOf(file.getFileName()),
                        null,
                        Feed.LoadType.FULL,
                        false,
                        null,
                        true);
        return new Sync(clinic.workspace())
                .run(
                        new FeedList(List.of(feed), FeedList.shippedProfiles()),
                        new FolderSource(file.toAbsolutePath().getParent()),
                        false,
                        Progress.NONE,
                        Cancellation.NONE)
                .getFirst();
    }

    final RunEntry sync(String source, String table, String text) throws IOException {
        Path file = temp.resolve(source + "-" + table + ".txt");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return sync(source, table, file);
    }

    final String text(Entity entity, String sql) {
        return WarehouseDump.text(clinic.workspace(), entity, sql);
    }

    final String codes() {
        return text(
                Entity.CODE,
                "select coalesce(string_agg(concat_ws('|', source, code_system, code, label, short_label, status, effective_from, effective_to), chr(10) order by source, code), 'none') from code");
    }

    /// The unread records, as `line reason column`.
    final List<String> quarantine() {
        return clinic.workspace().quarantine().list(null, 100).stream()
                .map((QuarantineItem i) -> i.line() + " " + i.reason() + " " + i.column())
                .sorted()
                .toList();
    }

    /// As CMS pads it.
    static String order(int number, String code, int billable, String title) {
        String brief = title.length() > 60 ? title.substring(0, 60) : title;
        return "%05d %-7s %d %-60s %s\r\n".formatted(number, code, billable, brief, title);
    }
}
