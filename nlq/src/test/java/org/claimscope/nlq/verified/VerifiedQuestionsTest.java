package org.claimscope.nlq.verified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;

/// Shipped questions are understood; saved ones come back and notice when they read otherwise.
final class VerifiedQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Interpreter INTERPRETER =
            new Interpreter(
                    new Catalog(Kpis.all()),
                    ValueIndex.of(
                            Map.of(
                                    "claim_status",
                                    Map.of(
                                            "Denied", List.of(),
                                            "Rejected", List.of(),
                                            "Pending", List.of()),
                                    "documentation_status",
                                    Map.of(
                                            "Incomplete", List.of(),
                                            "Missing", List.of()))));

    private static QuestionForm form(String question) {
        return INTERPRETER.form(Question.of(question, DAY));
    }

    @Test
    void everyShippedQuestionIsUnderstoodAndThereOnce() {
        var seen = new HashSet<String>();
        List<VerifiedQuestion> all = VerifiedQuestions.shipped().all();
        assertTrue(all.size() >= 25, "questions: " + all.size());
        assertEquals(4, all.stream().map(VerifiedQuestion::pack).distinct().count());
        for (VerifiedQuestion q : all) {
            assertEquals(Action.ANSWER, form(q.question()).action(), q.question());
            assertTrue(seen.add(q.question()), q.question());
        }
    }

    @Test
    void otherWordsOfNoMeaningAreTheSameQuestion() {
        VerifiedQuestions all = VerifiedQuestions.shipped();
        assertEquals(
                "DNFB by facility",
                all.matching("Please show me the DNFB by facility!").orElseThrow().question());
        assertTrue(all.matching("DNFB facility").isEmpty());
        assertTrue(all.matching("DNFB by payer").isEmpty());
    }

    @Test
    void savedQuestionsComeBackAndTheirDatesMove() {
        QuestionForm form = form("charges by payer last month");
        var saved = VerifiedQuestions.shipped().saved("charges by payer last month", form);
        VerifiedQuestions again = VerifiedQuestions.of(saved.json());
        assertEquals(saved.all().size(), again.all().size());
        VerifiedQuestion one = again.matching("charges by payer last month").orElseThrow();
        assertEquals(VerifiedQuestion.SAVED, one.pack());
        QuestionForm later =
                INTERPRETER.form(
                        Question.of("charges by payer last month", LocalDate.of(2025, 9, 10)));
        assertTrue(one.stands(later));
        assertFalse(one.stands(later.withDimensions(List.of("facility"))));
        assertEquals(VerifiedQuestions.shipped(), again.without("charges by payer last month"));
        assertEquals(
                VerifiedQuestions.shipped(),
                again.without("DNFB by facility").without(one.question()));
    }

    @Test
    void whatCannotBeReadLeavesTheShippedOnes() {
        assertEquals(
                VerifiedQuestions.shipped(),
                VerifiedQuestions.of("{broken".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
