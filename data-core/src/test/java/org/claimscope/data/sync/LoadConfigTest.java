package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.testing.Clinic;
import org.junit.jupiter.api.Test;

final class LoadConfigTest {
    private static final String HEADER =
            "database,datasource,tablename,loadtype,watermark,is_active,targetpath\n";

    private static FeedList parse(String text) {
        return LoadConfig.parse("load_config.csv", text, Clinic.PROFILES);
    }

    private static void refused(String text, String... words) {
        var refused = assertThrows(ClaimscopeException.class, () -> parse(text));
        assertEquals(ErrorKind.USER, refused.kind());
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
    }

    @Test
    void eachRowIsAFeed() {
        FeedList list =
                parse(
                        "\uFEFF"
                                + HEADER.replace("\n", "\r\n")
                                + "clinic_db,hos-a,dbo.people,Incremental,changed,1,bronze\r\n"
                                + "\r\n"
                                + " clinic_db , hos-b , units , full , , 0 , \r\n");
        assertEquals(
                List.of(
                        new Feed(
                                "hos-a",
                                "people",
                                "**/clinic_db/people.csv",
                                null,
                                Feed.LoadType.INCREMENTAL,
                                false,
                                "changed",
                                true),
                        new Feed(
                                "hos-b",
                                "units",
                                "**/clinic_db/units.csv",
                                null,
                                Feed.LoadType.FULL,
                                false,
                                null,
                                false)),
                list.feeds());
    }

    @Test
    void aWrongHeaderIsRefusedWithTheColumn() {
        refused("", "line 1", "empty");
        refused(HEADER.replace("watermark", "watermrk"), "line 1", "unknown column watermrk");
        refused(HEADER.replace(",targetpath", ""), "line 1", "targetpath is missing");
    }

    @Test
    void aWrongRowIsRefusedWithItsLineAndReason() {
        String good = "d,s,people,Full,,1,t\n";
        refused(HEADER + good + "d,s,nobody,Full,,1,t\n", "line 3", "nobody");
        refused(HEADER + good + good + "d,s,people,Full,,yes,t\n", "line 4", "is_active is 0 or 1");
        refused(HEADER + "d,s,people,Incremental,,1,t\n", "line 2", "watermark");
        refused(HEADER + "d,s,people,Sometimes,,1,t\n", "line 2", "Full or Incremental");
        refused(HEADER + "d,s,people,Full,,1\n", "line 2", "6 columns", "header 7");
        refused(HEADER + "d,,people,Full,,1,t\n", "line 2", "datasource");
        refused(HEADER + "\n\nd,s,,Full,,1,t\n", "line 4", "tablename");
    }

    @Test
    void aPresetThatDoesNotExistIsRefusedWithThoseThatDo() {
        var refused =
                assertThrows(ClaimscopeException.class, () -> FeedList.preset("three-hospitals"));
        assertEquals(ErrorKind.USER, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("two-hospitals"));
    }
}
