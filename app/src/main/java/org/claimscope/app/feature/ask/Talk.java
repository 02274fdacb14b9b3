package org.claimscope.app.feature.ask;

import java.util.List;
import java.util.function.Consumer;
import org.claimscope.nlq.form.QuestionForm;

/// What a card may ask of the conversation it stands in.
interface Talk {
    /// Asks other words.
    void ask(String question);

    /// Runs a form whose chips were changed.
    void change(Exchange of, QuestionForm form);

    /// Runs the form over another period, said in words.
    void retime(Exchange of, String phrase);

    /// Whether somebody vouches for how the question reads.
    boolean verified(Exchange exchange);

    void verify(Exchange exchange);

    /// Puts what was asked for onto a board.
    void pin(Exchange exchange);

    /// Everything that a word can be taught to mean.
    void meanings(Consumer<List<Meant>> found);

    /// Teaches a word and asks again.
    ///
    /// @param refused gets the reason why not
    void teach(Exchange of, String phrase, Meant meant, Consumer<String> refused);
}
