package org.claimscope.nlq.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.nlq.question.Tokens;
import org.junit.jupiter.api.Test;

/// Members are found by name, alias and telling part; never by what tells nobody from anybody.
final class ValueIndexTest {
    private static final ValueIndex INDEX =
            ValueIndex.of(
                    Map.of(
                            "facility",
                            Map.of(
                                    "All Saints Hospital",
                                    List.of("ASH"),
                                    "General Hospital",
                                    List.of()),
                            "provider",
                            Map.of("James Smith", List.of(), "Maria Smith", List.of()),
                            "patient",
                            Map.of("Zelda Quux", List.of()),
                            "colour",
                            Map.of("Teal", List.of())));

    private static List<String> found(String words) {
        return INDEX.find(Tokens.key(words)).stream()
                .flatMap(v -> v.members().stream())
                .map(Member::value)
                .sorted()
                .toList();
    }

    @Test
    void namesAliasesAndParts() {
        assertEquals(List.of("All Saints Hospital"), found("all saints hospital"));
        assertEquals(List.of("All Saints Hospital"), found("ash"));
        assertEquals(List.of("All Saints Hospital"), found("All Saints"));
        assertEquals(List.of("James Smith", "Maria Smith"), found("Smith"));
        assertTrue(INDEX.find("all saint hospital").orElseThrow().whole());
    }

    @Test
    void generalWordsFindNobody() {
        assertEquals(List.of(), found("hospital"));
        assertEquals(List.of(), found("general"));
    }

    @Test
    void patientsAndUnknownDimensionsAreLeftOut() {
        assertEquals(List.of(), found("Zelda Quux"));
        assertEquals(List.of(), INDEX.members("patient"));
        assertEquals(List.of(), found("Teal"));
        assertTrue(INDEX.words().stream().noneMatch(Set.of("zelda", "quux")::contains));
    }

    @Test
    void slipsAreCorrectedOnlyWhenOneWordIsNear() {
        var spelling =
                new Spelling(
                        Set.of("charge", "change", "payment", "facility", "denied", "march"),
                        Set.of());
        assertEquals(Optional.of("charge"), spelling.correct("chagres"));
        assertEquals(Optional.of("payment"), spelling.correct("paymnts"));
        assertEquals(Optional.of("facility"), spelling.correct("facilty"));
        assertEquals(Optional.empty(), spelling.correct("chaxge"));
        assertEquals(Optional.empty(), spelling.correct("parch"));
        assertEquals(Optional.empty(), spelling.correct("paid"));
    }
}
