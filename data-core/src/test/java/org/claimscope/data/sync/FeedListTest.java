package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.MllpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedListTest {
    @TempDir Path temp;

    private FeedList read(String yaml) throws IOException {
        Path file = temp.resolve("feeds.yaml");
        Files.writeString(file, yaml);
        return FeedList.read(file);
    }

    private void refused(String yaml, String... words) {
        var refused = assertThrows(ClaimscopeException.class, () -> read(yaml));
        assertEquals(ErrorKind.USER, refused.kind());
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
    }

    @Test
    void aFeedListIsReadWithItsDefaults() throws IOException {
        FeedList list =
                read("feeds:\n  - {source: hos-a, table: patients, files: \"patients*.csv\"}\n");
        assertEquals(
                new Feed(
                        "hos-a",
                        "patients",
                        "patients*.csv",
                        null,
                        Feed.LoadType.FULL,
                        false,
                        null,
                        true),
                list.feeds().getFirst());
        assertEquals(FeedList.PRESETS.size(), list.profiles().size());
    }

    @Test
    void aWrongFeedListIsRefusedWithFileAndReason() {
        refused("", "feeds.yaml");
        refused("feeds:\n", "feeds.yaml");
        refused("feeds:\n  -\n", "feeds.yaml");
        refused("feeds:\n  - {table: patients, files: a}\n", "feeds.yaml", "source");
        refused("feeds:\n  - {source: a, table:, files: a}\n", "feeds.yaml", "table");
        refused(
                "feeds:\n  - {source: a, table: patients}\n",
                "feeds.yaml",
                "either files or inline");
        refused(
                "feeds:\n  - {source: a, table: patients, files: a, load: Sometimes}\n",
                "Full or Incremental");
        refused(
                "feeds:\n  - {source: a, table: patients, files: a, colour: red}\n",
                "line 2",
                "colour");
        refused("profiles: [nowhere.yaml]\nfeeds: []\n", "nowhere.yaml");
    }

    @Test
    void aMissingConfigurationIsTheUsersError() {
        var refused =
                assertThrows(
                        ClaimscopeException.class,
                        () -> FeedList.read(temp.resolve("nothing.yaml")));
        assertEquals(ErrorKind.USER, refused.kind());
    }

    @Test
    void aFeedThatListensIsReadWithItsAddressAndFiles() throws IOException {
        FeedList list =
                read(
                        """
                        feeds:
                          - {source: hos-a, table: adt, mllp: {port: 2575}}
                          - source: hos-b
                            table: adt
                            mllp: {port: 2576, host: 10.1.0.5, keystore: k.p12, password_file: pw, allow: [10.2.0.0/16]}
                        """);
        assertEquals(MllpSettings.local(2575), list.feeds().getFirst().mllp());
        assertEquals(Feed.LoadType.INCREMENTAL, list.feeds().getFirst().loadType());
        assertEquals(
                new MllpSettings(
                        2576,
                        "10.1.0.5",
                        temp.resolve("k.p12"),
                        temp.resolve("pw"),
                        java.util.List.of("10.2.0.0/16")),
                list.feeds().getLast().mllp());
        refused(
                "feeds:\n  - {source: a, table: b, mllp: {port: 1, host: 0.0.0.0}}\n",
                "keystore",
                "allow");
        refused("feeds:\n  - {source: a, table: b, mllp: {}}\n", "port");
        refused(
                "feeds:\n  - {source: a, table: b, files: x, mllp: {port: 1}}\n",
                "either files or inline or mllp");
    }
}
