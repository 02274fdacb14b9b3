package org.claimscope.nlq.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.junit.jupiter.api.Test;

/// Figures computed by hand over five questions: one exact, one wrong in a part, one not answered,
/// one rightly and one wrongly not refused.
final class ScoreTest {
    private static QuestionForm form(String json) {
        return FormJson.read(json);
    }

    @Test
    void rightWrongAndAbstainedAreToldApart() {
        var charges = form("{\"measures\":[\"charges\"],\"dimensions\":[\"payer\",\"facility\"]}");
        var otherOrder =
                form("{\"measures\":[\"charges\"],\"dimensions\":[\"facility\",\"payer\"]}");
        var payments = form("{\"measures\":[\"payments\"]}");
        var limited = form("{\"measures\":[\"payments\"],\"limit\":5}");
        var refused = QuestionForm.refused("no");
        var score = new Score();
        score.add("1", "a", charges, otherOrder);
        score.add("2", "b", payments, limited);
        score.add("3", "c", payments, refused);
        score.add("4", "d", refused, refused);
        score.add("5", "e", refused, payments);
        assertEquals(1 / 3.0, score.exactForms(), 1e-9);
        assertEquals(2 / 3.0, score.coverage(), 1e-9);
        assertEquals(1 / 3.0, score.rightAnswers(), 1e-9);
        assertEquals(1 / 2.0, score.abstentionPrecision(), 1e-9);
        assertEquals(1 / 2.0, score.abstentionRecall(), 1e-9);
        assertEquals(2 / 5.0, score.reliability(0), 1e-9);
        assertEquals(0, score.reliability(1), 1e-9);
        assertEquals((2 - 20) / 5.0, score.reliability(10), 1e-9);
        assertEquals(2 / 3.0, score.right(Part.MEASURES), 1e-9);
        assertEquals(1 / 3.0, score.right(Part.LIMIT), 1e-9);
        assertEquals(List.of("2", "3", "5"), score.misses().stream().map(Score.Miss::id).toList());
    }

    @Test
    void oneMemberOfASetIsThatMember() {
        var one =
                form(
                        "{\"measures\":[\"charges\"],\"filters\":[{\"field\":\"payer\",\"op\":\"=\",\"value\":\"Aetna\"}]}");
        var in =
                form(
                        "{\"measures\":[\"charges\"],\"filters\":[{\"field\":\"payer\",\"op\":\"in\",\"value\":[\"Aetna\"]}]}");
        var not =
                form(
                        "{\"measures\":[\"charges\"],\"filters\":[{\"field\":\"payer\",\"op\":\"!=\",\"value\":\"Aetna\"}]}");
        assertEquals(true, Part.FILTERS.same(one, in));
        assertEquals(false, Part.FILTERS.same(one, not));
    }

    @Test
    void turnsOfAConversationShareItWhereverTheyStand() {
        List<Turn> turns =
                Turn.read(
                        List.of(
                                "{\"id\":2,\"conversation\":\"c\",\"turn\":2,\"as_of\":\"2025-06-30\",\"question\":\"second\"}",
                                "",
                                "{\"id\":1,\"conversation\":\"c\",\"turn\":1,\"as_of\":\"2025-06-30\",\"question\":\"first\"}",
                                "{\"id\":3,\"as_of\":\"2025-06-30\",\"question\":\"alone\"}"));
        List<QuestionForm> forms =
                Turn.interpret(
                        turns,
                        q ->
                                QuestionForm.empty()
                                        .withMeasures(
                                                List.of(
                                                        q.text(),
                                                        q.previous()
                                                                .map(p -> p.measures().getFirst())
                                                                .orElse("nothing"))));
        assertEquals(
                List.of(
                        List.of("second", "first"),
                        List.of("first", "nothing"),
                        List.of("alone", "nothing")),
                forms.stream().map(QuestionForm::measures).toList());
        assertThrows(ClaimscopeException.class, () -> Turn.read(List.of("{\"question\":1}")));
        assertThrows(ClaimscopeException.class, () -> Turn.read(List.of("not JSON")));
    }
}
