package org.claimscope.nlq.parse;

import java.util.List;
import org.claimscope.nlq.form.QuestionForm;

/// A form, and what to ask instead when it is not an answer.
public record Reading(QuestionForm form, List<String> suggestions) {
    public Reading {
        suggestions = List.copyOf(suggestions);
    }
}
