package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;

/// Whatever is typed becomes a form, a choice or a refusal: never a fault.
final class AnyWordsTest {
    private static final List<String> WORDS =
            List.of(
                    ("charges payments denial rate denials denied paid A/R over 90 days by payer facility month and or not"
                                    + " excluding vs compared to last quarter year this top 5 highest lowest worst Aetna Cigna Medicare"
                                    + " Smith All Saints patients claims encounters with more than 15% $500 between 30 60 march may"
                                    + " 2024 Q1 from since as of end the trend monthly growth improved most which how many list show"
                                    + " only instead remove add what about CO-97 CARC CPT 99213 - , % ( 2025-02-30 same fastest pays"
                                    + " {{payer}} ' ; week of day balance lag revenue all each per ranked first second half posted")
                            .split(" "));

    @Test
    void wordsInAnyOrderNeverFail() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Interpreter interpreter = Forms.interpreter();
        Optional<QuestionForm> previous = Optional.empty();
        for (int n = 0; n < 20_000; n++) {
            var words = new ArrayList<String>();
            int length = 1 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            String text = String.join(" ", words);
            try {
                QuestionForm form =
                        interpreter
                                .read(new Question(text, LocalDate.of(2025, 6, 30), previous))
                                .form();
                assertEquals(bare(form), bare(FormJson.read(FormJson.write(form))));
                if (form.action() == QuestionForm.Action.ANSWER) {
                    assertNotEquals("", Forms.line(form), text);
                    previous = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(form);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }

    /// JSON keeps what the form asks, not where its words stood.
    private static String bare(QuestionForm form) {
        return Forms.line(form) + form.reason() + form.assumptions();
    }

    @Test
    void everyMeasureAnswersToItsName() {
        Interpreter interpreter = Forms.interpreter();
        for (Kpi kpi : Kpis.all()) {
            String name = kpi.definition().label().replace(",", "");
            QuestionForm form =
                    interpreter
                            .read(new Question(name, LocalDate.of(2025, 6, 30), Optional.empty()))
                            .form();
            assertEquals(QuestionForm.Action.ANSWER, form.action(), name);
            // In a question "A/R over 90 days" is a sum of dollars; the share is "A/R over 90 %".
            String read = kpi.id().equals("ar_over_90_pct") ? "ar_balance" : kpi.id();
            assertEquals(List.of(read), form.measures(), name);
        }
    }

    @Test
    void oddTextsAreRefused() {
        Interpreter interpreter = Forms.interpreter();
        for (String text :
                List.of(
                        "",
                        "   ",
                        "?",
                        "...",
                        "a".repeat(10_000),
                        "charges ".repeat(2000),
                        "\u0000",
                        "💰💰",
                        "العربية",
                        "-",
                        "1",
                        "%",
                        "'; --")) {
            QuestionForm form =
                    interpreter.read(Question.of(text, LocalDate.of(2025, 6, 30))).form();
            assertEquals(QuestionForm.Action.REFUSE, form.action(), text);
        }
    }
}
