package org.claimscope.nlq;

import java.util.List;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Option;

/// What becomes of a question. The five never look alike.
public sealed interface Outcome {
    /// @param form as it was answered
    record Answered(QuestionForm form, Answer answer) implements Outcome {}

    /// It can mean several things: somebody chooses.
    record NeedsClarification(QuestionForm form, List<Option> options) implements Outcome {}

    /// It asks what something means, or what can be asked.
    record Explained(QuestionForm form, Explanation explanation) implements Outcome {}

    /// It is not understood, not permitted or not available; the reason says which.
    ///
    /// @param suggestions words or questions that are understood
    record Refused(QuestionForm form, String why, List<String> suggestions) implements Outcome {}

    /// It was understood, and its query failed.
    record Failed(String why) implements Outcome {}
}
