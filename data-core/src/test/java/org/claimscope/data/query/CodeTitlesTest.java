package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Sync;
import org.claimscope.data.testing.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a code is called depends on the day.
final class CodeTitlesTest {
    @TempDir Path temp;

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Feed list(String source, String rows) {
        return new Feed(
                source,
                "code_list",
                null,
                "code_system,code,display,effective_from,effective_to\n" + rows,
                Feed.LoadType.FULL,
                false,
                null,
                true);
    }

    @Test
    void aTitleIsThatOfTheEditionInForceOnTheDayOfService() {
        try (var clinic = new Clinic(temp.resolve("w"))) {
            new Sync(clinic.workspace())
                    .run(
                            new FeedList(
                                    List.of(
                                            list(
                                                    "icd-2025",
                                                    "icd10cm,E119,Old name,2024-10-01,2025-09-30\n"),
                                            list("icd-2026", "icd10cm,E119,New name,2025-10-01,\n"),
                                            list(
                                                    "hcpcs",
                                                    "hcpcs,E119,A procedure,,\nhcpcs,A0021,Always so,,\n"),
                                            list("carc", "carc,A0021,No procedure,,\n")),
                                    FeedList.shippedProfiles()),
                            FolderSource.of(temp, List.of()),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            CodeTitles titles =
                    CodeTitles.of(clinic.workspace(), Set.of("E11.9", "A0021", "J1100", ""));
            assertEquals(Optional.of("Old name"), titles.diagnosis("E11.9", day("2025-09-30")));
            assertEquals(Optional.of("New name"), titles.diagnosis("e119", day("2025-10-01")));
            assertEquals(Optional.of("New name"), titles.diagnosis("E11.9", null));
            assertEquals(Optional.empty(), titles.diagnosis("E11.9", day("2024-09-30")));
            assertEquals(Optional.of("A procedure"), titles.procedure("E119", day("2024-09-30")));
            assertEquals(Optional.of("Always so"), titles.procedure("A0021", day("1990-01-01")));
            assertEquals(Optional.empty(), titles.procedure("J1100", null));
            assertEquals(0, clinic.workspace().arrowBytes());
        }
    }
}
