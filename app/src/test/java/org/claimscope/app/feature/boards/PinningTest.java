package org.claimscope.app.feature.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.app.present.Filters;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;

/// What of a question a board can keep.
final class PinningTest {
    /// With two payers in the index.
    private final Interpreter interpreter =
            new Interpreter(
                    new Catalog(Kpis.all()),
                    ValueIndex.read("{\"payer\": [\"Aetna\", \"Cigna\"]}"));

    private Optional<Part> pinned(String question) {
        return Pinning.part(
                question, interpreter.form(Question.of(question, LocalDate.of(2025, 6, 30))));
    }

    @Test
    void aQuestionBecomesThePartThatShowsIt() {
        assertEquals(Look.TILE, pinned("charges last month").orElseThrow().look());
        assertEquals(Look.LINE, pinned("payments by month").orElseThrow().look());
        assertEquals(Look.LINES, pinned("denial rate by month by payer").orElseThrow().look());
        assertEquals(
                Look.CHANGE,
                pinned("denial rate by payer last month vs the month before").orElseThrow().look());
        assertEquals(Look.TABLE, pinned("charges and payments by facility").orElseThrow().look());
        Part bars = pinned("top 5 departments by denied dollars for Aetna").orElseThrow();
        assertEquals(Look.BARS, bars.look());
        assertEquals(5, bars.top());
        assertEquals(List.of(Filters.Cut.of("payer", "Aetna", "Aetna")), bars.where());
    }

    @Test
    void whatAPartCannotKeepIsNotPinned() {
        assertTrue(pinned("denial rate by facility without Cigna").isEmpty());
        assertTrue(pinned("A/R older than 90 days by facility").isEmpty());
        assertTrue(pinned("payments by week").isEmpty());
        assertTrue(pinned("list the denied claims of Aetna").isEmpty());
    }
}
