package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people state beside a question changes nothing; what could narrow it is never dropped.
final class StatementsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
    private static final String QUESTION = "payments by payer for 2024";

    private static QuestionForm read(String question) {
        return Forms.interpreter().read(Question.of(question, TODAY)).form();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments by payer for 2024, slide 6 is still empty",
                "The boiler is loud today. Payments by payer for 2024",
                "payments by payer for 2024, because 2023 was distorted by the conversion",
                "payments by payer for 2024, so that the policy may be offered to them",
                "payments by payer for 2024 - my neighbour thinks we sit on them",
                "payments by payer for 2024. I had nothing to say in the hallway.",
                "payments by payer for 2024, as the surveyors have asked to see them"
            })
    void whatIsStatedBesideTheQuestionIsSetAside(String question) {
        assertEquals(Forms.line(read(QUESTION)), Forms.line(read(question)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments by payer for 2024. They must be older than the grace period.",
                "payments by payer for 2024. Only the ones that the board approved.",
                "payments by payer for 2024. I mean the frozen ones.",
                "payments by payer for 2024. I also need the frobnication rate.",
                "payments by payer for 2024, without the ones on hold",
                "payments by payer for 2024. It should not include the pilot sites.",
                "payments by payer for 2024, except those that were parked",
                "payments by payer for 2024 from the annex",
                "payments by payer for 2024, flurbish"
            })
    void whatCouldNarrowTheQuestionIsNeverDropped(String question) {
        assertNotEquals(Action.ANSWER, read(question).action(), question);
    }
}
