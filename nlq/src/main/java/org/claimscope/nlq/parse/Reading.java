package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.form.QuestionForm;

/// A form, and what to ask instead when it is not an answer.
///
/// @param cause why it is no answer
/// @param partial what the words that were understood say, when others were not
/// @param reader who read it
public record Reading(
        QuestionForm form,
        List<String> suggestions,
        Cause cause,
        Optional<QuestionForm> partial,
        Reader reader) {
    /// Why a question has no answer yet.
    public enum Cause {
        /// It has one.
        NONE,
        /// It can mean several things.
        AMBIGUOUS,
        /// Words were not understood.
        NOT_UNDERSTOOD,
        /// It asks for what identifies people.
        NOT_PERMITTED,
        /// It was understood, and is not answered here.
        NOT_ANSWERED
    }

    /// Who read a question.
    public enum Reader {
        /// The rules on this machine.
        PARSER,
        /// A language model; its form passed the same checks.
        MODEL
    }

    public Reading {
        suggestions = List.copyOf(suggestions);
    }

    /// What the rules on this machine made of a question they understood, in one way or several.
    static Reading understood(QuestionForm form) {
        return new Reading(
                form,
                List.of(),
                form.action() == QuestionForm.Action.CLARIFY ? Cause.AMBIGUOUS : Cause.NONE,
                Optional.empty(),
                Reader.PARSER);
    }

    /// The same question as a model read it.
    public static Reading byModel(QuestionForm form) {
        return new Reading(
                form.action() == QuestionForm.Action.ANSWER
                        ? form.withAssumption("Read by the language model: check the chips.")
                        : form,
                List.of(),
                form.action() == QuestionForm.Action.CLARIFY ? Cause.AMBIGUOUS : Cause.NONE,
                Optional.empty(),
                Reader.MODEL);
    }
}
