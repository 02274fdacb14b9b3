package org.claimscope.nlq.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Code shapes come before numbers and words.
final class TokensTest {
    private static String cut(String text) {
        return String.join(
                " ", Tokens.of(text).stream().map(t -> t.kind() + ":" + t.text()).toList());
    }

    @Test
    void carcCodesAreNoNumbers() {
        assertEquals("CARC:97 WORD:denials", cut("CO-97 denials"));
        assertEquals("CARC:B7", cut("PR B7"));
        assertEquals("WORD:carc NUMBER:97", cut("CARC 97"));
    }

    @Test
    void receivablesAreOneWord() {
        assertEquals("WORD:ar NUMBER:90", cut("A/R 90?"));
    }

    @Test
    void amounts() {
        assertEquals("MONEY:5000", cut("$5,000"));
        assertEquals("MONEY:50000", cut("$50k"));
        assertEquals("MONEY:2000000", cut("$2 million"));
        assertEquals("PERCENT:15%", cut("15 %"));
        assertEquals("PERCENT:15%", cut("15 percent"));
        assertEquals("0.155", Tokens.of("15.5%").getFirst().number().toPlainString());
        assertEquals("NUMBER:2024", cut("2024."));
    }

    @Test
    void hyphensJoinWordsAndPartNumbers() {
        assertEquals("WORD:write WORD:offs", cut("write-offs"));
        assertEquals("NUMBER:30 DASH:- NUMBER:60", cut("30-60"));
        assertEquals("DATE:2025-03-01", cut("2025-03-01"));
    }

    @Test
    void possessivesAndPlurals() {
        assertEquals("WORD:st WORD:mary", cut("St. Mary's"));
        assertEquals(
                List.of("payer", "facility", "status", "class", "diagnosis", "day"),
                Tokens.of("payers facilities status classes diagnosis days").stream()
                        .map(Token::stem)
                        .toList());
    }

    @Test
    void templatesAndSqlStayStrange() {
        assertEquals("OTHER:{ OTHER:{ WORD:payer OTHER:} OTHER:}", cut("{{payer}}"));
    }
}
