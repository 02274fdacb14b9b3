package org.claimscope.nlq.question;

import java.time.LocalDate;
import java.util.Optional;
import org.claimscope.nlq.form.QuestionForm;

/// What somebody wants to know.
///
/// @param asOf the business day that "today" means
/// @param previous how the last question of the conversation was understood
public record Question(String text, LocalDate asOf, Optional<QuestionForm> previous) {
    /// A question on its own.
    public static Question of(String text, LocalDate asOf) {
        return new Question(text, asOf, Optional.empty());
    }
}
