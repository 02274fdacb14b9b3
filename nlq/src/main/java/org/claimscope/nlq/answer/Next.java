package org.claimscope.nlq.answer;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.nlq.form.QuestionForm;

/// What people ask next after an answer: words that change its form and are understood.
public final class Next {
    private Next() {}

    public static List<String> after(QuestionForm form) {
        var next = new ArrayList<String>();
        if (form.filters().stream().anyMatch(f -> f.field().equals("claim"))) {
            return List.of();
        }
        if (form.measures().isEmpty()) {
            return List.of("how many", "only last month", "by facility");
        }
        for (String by : List.of("payer", "facility", "department")) {
            if (!form.dimensions().contains(by) && next.size() < 2) {
                next.add(form.dimensions().isEmpty() ? "by " + by : "by " + by + " instead");
            }
        }
        if (form.timeGrain() == null && form.comparison() == null) {
            next.add("by month");
        }
        if (!form.dimensions().isEmpty() && form.limit() == null && form.timeGrain() == null) {
            next.add("top 5");
        }
        if (form.comparison() == null && form.window() != null && form.timeGrain() == null) {
            next.add("compared to last year");
        }
        if (form.filters().stream().noneMatch(f -> f.field().equals("financial_class"))) {
            next.add("only Medicare");
        }
        return next;
    }
}
