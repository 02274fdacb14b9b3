package org.claimscope.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.junit.jupiter.api.Test;

final class ProfileTest {
    private static void refused(String yaml, String... words) {
        var refused =
                assertThrows(ClaimscopeException.class, () -> Profile.parse("mine.yaml", yaml));
        assertEquals(ErrorKind.USER, refused.kind());
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
    }

    private static String table(String fields) {
        return "profile: mine\nversion: 1\ntables:\n  - table: people\n    entity: patient\n    fields: "
                + fields
                + "\n";
    }

    @Test
    void aProfileThatDoesNotFitTheModelIsRefusedWithTableAndField() {
        refused(table("{id: a, nickname: b}"), "mine.yaml", "table people", "nickname");
        refused(table("{id: a, source: b}"), "table people", "source");
        refused(table("{last_name: b}"), "table people", "no field id");
        refused(table("{id: a, birth_date: {const: x}}"), "table people", "birth_date");
        refused(
                table("{id: a, birth_date: b}").replace("patient", "person"),
                "table people",
                "no entity person",
                "encounter");
        refused("profile: mine\nversion: 1\ntables: []\n", "no tables");
    }

    @Test
    void aTypingErrorIsRefusedWithItsLine() {
        refused(table("{id: a}") + "    colour: red\n", "mine.yaml, line", "colour");
        refused(table("{id: {from: a, requird: true}}"), "line 6", "requird");
        refused(table("{id: {from: a, const: b}}"), "line 6", "either from or join or const");
        refused(table("{id: {from: a, dates: ymmd}}"), "line 6");
        refused("profile: [", "mine.yaml");
        refused("", "mine.yaml");
        refused(table("null"), "mine.yaml", "people");
    }

    @Test
    void theProfileThatLeavesFewestColumnsUnreadIsChosen() {
        Profile narrow = Profile.parse("narrow", table("{id: a}"));
        Profile wide =
                Profile.parse("wide", table("{id: a, last_name: b}").replace("mine", "wide"));
        var chosen =
                (Mapping.Chosen)
                        Mapping.choose(
                                List.of(narrow, wide), "dbo.PEOPLE", List.of("A", " b ", "c"));
        assertEquals("wide v1", chosen.mapping().label());
        assertEquals(List.of("c"), chosen.unmapped());
        var only = (Mapping.Chosen) Mapping.choose(List.of(narrow, wide), "people", List.of("a"));
        assertEquals("mine v1", only.mapping().label());
    }

    @Test
    void aHeaderThatFitsNoProfileIsToldWhatTheNearestMisses() {
        Profile wide = Profile.parse("wide", table("{id: a, last_name: b, first_name: c}"));
        var none = (Mapping.NoneFits) Mapping.choose(List.of(wide), "people", List.of("a", "x"));
        assertTrue(none.explanation().contains("misses the columns b, c"), none.explanation());
        // The header may be a record of a file without one: nothing of it is quoted.
        assertTrue(!none.explanation().contains("x,"), none.explanation());
        var unknown = (Mapping.NoneFits) Mapping.choose(List.of(wide), "folk", List.of("a"));
        assertTrue(unknown.explanation().contains("folk"), unknown.explanation());
    }
}
