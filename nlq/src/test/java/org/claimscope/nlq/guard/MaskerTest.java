package org.claimscope.nlq.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.provider.Bench;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not ordinary becomes a mask; what is behind it stays here.
final class MaskerTest {
    private final KeyedSet records = new KeyedSet(List.of("Rose May", "May", "Q7-1"));
    private final Masker masker =
            new Masker(new Lexicon(Bench.catalog()), Bench.values(), records::has);

    private Masked.Ready ready(String question) {
        return assertInstanceOf(
                Masked.Ready.class, masker.mask(Question.of(question, Bench.TODAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "charges at Riverside Medical Center last month | charges at <FACILITY_1> last month",
                "charges at riverside vs Aetna and AETNA | charges at <FACILITY_1> vs <PAYER_1> and <PAYER_1>",
                "what did Owen Zelazny bill in march | what did <PROVIDER_1> bill in march",
                "charges for Xaviera since 2024 | charges for <WORD_1> since 2024",
                "denials over 90 days in Q2 2025 | denials over 90 days in q2 2025",
                "payments above $125,000 for the year | payments above <NUMBER_1> for the year",
                "charges of the person born 3/14/1962 in total | charges of the person born <DATE_1> in total",
                "charges since March 14, 1962 in total | charges since <DATE_1> in total",
                "charges since 14 march in total | charges since <DATE_1> in total",
                "charges for 123-45-6789 last month | charges for <WORD_1> last month",
                "charges for (312) 555-0199 last month | charges for <WORD_1> last month",
                "charges for account 998877665 this year | charges for account <NUMBER_1> this year",
                "charges in 1962 or 2024 | charges in <NUMBER_1> or 2024",
                "denials for CARC 97 and CPT 99213 last year | denials for carc 97 and cpt 99213 last year",
                "total charges for Rose May in May | total charges for <WORD_1> in may",
                "denial rate for Bill Xu in april | denial rate for <WORD_1> <WORD_2> in april",
                "what did {{payer}} pay us ${env:HOME} last month | what did payer pay us dollars <WORD_1>, home last month"
            })
    void wordForWord(String question, String masked) {
        assertEquals(masked, ready(question).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xaviera Zubrowska",
                "jane.q@zubrowska.example charges",
                "Xaviera Zubrowska Quixby Wozniaktown Pelikanova charges payments total balance"
            })
    void tooLittleLeftIsNotSent(String question) {
        assertEquals(
                new Masked.Refused(Trouble.NOTHING_TO_ASK),
                masker.mask(Question.of(question, Bench.TODAY)));
    }

    @Test
    void masksAreLiftedHere() {
        Hidden hidden = ready("charges over 125000 at lakeview on 3/14/2024 in total sum").hidden();
        assertEquals(
                Optional.of(new Hidden.Day(LocalDate.of(2024, 3, 14))), hidden.behind("<DATE_1>"));
        assertEquals(
                Optional.of(new Hidden.Figure(new BigDecimal("125000"))),
                hidden.behind("<NUMBER_1>"));
        assertEquals(
                List.of("Lakeview Clinic", "Lakeview Surgery"),
                assertInstanceOf(Hidden.Members.class, hidden.behind("<FACILITY_1>").orElseThrow())
                        .all()
                        .stream()
                        .map(Member::value)
                        .sorted()
                        .toList());
        assertTrue(hidden.behind("<FACILITY_2>").isEmpty());
        assertFalse(hidden.toString().contains("akeview"));
    }
}
