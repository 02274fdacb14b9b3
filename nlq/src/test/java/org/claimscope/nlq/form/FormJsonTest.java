package org.claimscope.nlq.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.junit.jupiter.api.Test;

/// The names of the contract, nulls included.
final class FormJsonTest {
    private static final QuestionForm FORM =
            QuestionForm.empty().toBuilder()
                    .measures(List.of("denial_rate"))
                    .dimensions(List.of("payer"))
                    .timeGrain("month")
                    .filters(
                            List.of(
                                    Filter.is("facility", "All Saints"),
                                    Filter.members("payer", true, List.of("Aetna", "Cigna")),
                                    Filter.bounds(
                                            "denial_rate",
                                            Op.GREATER,
                                            Filter.Level.MEASURE,
                                            List.of(new BigDecimal("0.150"))),
                                    Filter.bounds(
                                            "ar_age_days",
                                            Op.BETWEEN,
                                            Filter.Level.ROW,
                                            List.of(
                                                    BigDecimal.valueOf(30),
                                                    BigDecimal.valueOf(60)))))
                    .window(new Window(null, LocalDate.of(2025, 3, 31), "as_of", "as of March 31"))
                    .comparison(Comparison.of(Comparison.Type.PRIOR_YEAR))
                    .order(List.of(new Order("change", true)))
                    .limit(5)
                    .build();

    @Test
    void namesAndNullsAreTheContracts() {
        assertEquals(
                """
                {"action":"ANSWER","reason":null,"options":[],"measures":["denial_rate"],"dimensions":["payer"],\
                "time_grain":"month","filters":[{"field":"facility","op":"=","value":"All Saints"},\
                {"field":"payer","op":"not_in","value":["Aetna","Cigna"]},\
                {"field":"denial_rate","op":">","value":0.15,"level":"measure"},\
                {"field":"ar_age_days","op":"between","value":[30,60]}],\
                "window":{"from":null,"to":"2025-03-31","date_role":"as_of","text":"as of March 31"},\
                "comparison":{"type":"prior_year","window":null},"order":[{"by":"change","dir":"desc"}],\
                "limit":5,"spans":[],"assumptions":[],"confidence":1.0,"version":1}\
                """,
                FormJson.write(FORM));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(FORM, FormJson.read(FormJson.write(FORM)));
        QuestionForm open =
                QuestionForm.clarify(
                        "Which?", List.of(new QuestionForm.Option("this", QuestionForm.empty())));
        assertEquals(open, FormJson.read(FormJson.write(open)));
    }

    @Test
    void anythingElseIsNoForm() {
        assertThrows(ClaimscopeException.class, () -> FormJson.read("{\"action\":\"DROP\"}"));
        assertThrows(ClaimscopeException.class, () -> FormJson.read("not json"));
        assertThrows(
                ClaimscopeException.class,
                () ->
                        FormJson.read(
                                "{\"filters\":[{\"field\":\"payer\",\"op\":\"; drop\",\"value\":1}]}"));
    }
}
