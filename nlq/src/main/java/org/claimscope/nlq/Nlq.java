package org.claimscope.nlq;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.answer.Answering;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.explain.Explanations;
import org.claimscope.nlq.explain.Reasons;
import org.claimscope.nlq.explain.Why;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.lexicon.TaughtWords;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.plan.Plan;
import org.claimscope.nlq.plan.Planner;
import org.claimscope.nlq.question.Question;

/// The front door to questions in plain language: words in, a sentence with its numbers out, or the
/// reason why not.
public final class Nlq {
    private final Queries queries;
    private final Interpreter interpreter;
    private final Planner planner;
    private final Explanations explanations;
    private final Reasons reasons;

    private final Optional<Connector> model;

    /// Without a language model: nothing leaves the machine.
    public Nlq(Queries queries, ValueIndex values) {
        this(queries, values, Optional.empty());
    }

    /// @param model is asked about what the parser does not understand; closed by who made it
    public Nlq(Queries queries, ValueIndex values, Optional<Connector> model) {
        this(queries, values, TaughtWords.NONE, model);
    }

    /// @param taught words of the people who ask
    public Nlq(Queries queries, ValueIndex values, TaughtWords taught, Optional<Connector> model) {
        this.queries = queries;
        this.model = model;
        this.interpreter = new Interpreter(queries.catalog(), values, taught);
        this.planner = new Planner(queries.catalog(), interpreter.lexicon(), values);
        this.reasons = new Reasons(queries.catalog(), interpreter.lexicon());
        this.explanations = new Explanations(queries.catalog(), interpreter.lexicon());
    }

    public Outcome ask(Question question) {
        return ask(question, Cancellation.NONE).outcome();
    }

    /// The parser first, always; a connected model only for what it does not understand.
    public Asked ask(Question question, Cancellation until) {
        Reading parsed = interpreter.read(question);
        if (model.isEmpty()) {
            return new Asked(
                    outcome(parsed, question, until), Reading.Reader.PARSER, Optional.empty());
        }
        return switch (model.get().read(question, parsed, until)) {
            case ModelReader.Result.Read(Reading reading) ->
                    new Asked(
                            outcome(reading, question, until),
                            Reading.Reader.MODEL,
                            Optional.empty());
            case ModelReader.Result.Unread(Optional<Trouble> trouble) ->
                    new Asked(outcome(parsed, question, until), Reading.Reader.PARSER, trouble);
        };
    }

    private Outcome outcome(Reading reading, Question question, Cancellation until) {
        QuestionForm form = reading.form();
        return switch (form.action()) {
            case ANSWER -> answer(form, question.asOf(), until);
            case CLARIFY -> new Outcome.NeedsClarification(form, form.options());
            case REFUSE ->
                    explained(reading, question)
                            .<Outcome>map(e -> new Outcome.Explained(form, e))
                            .orElseGet(() ->
                                    new Outcome.Refused(
                                            form,
                                            String.valueOf(form.reason()),
                                            reading.suggestions()));
        };
    }

    /// What is not permitted is not explained either.
    private Optional<Explanation> explained(Reading reading, Question question) {
        return reading.cause() == Reading.Cause.NOT_PERMITTED
                ? Optional.empty()
                : explanations.of(question.text());
    }

    /// How a question is understood; needs no data.
    public QuestionForm interpret(Question question) {
        return interpreter.read(question).form();
    }

    /// Runs a form, such as one whose chips were changed, as of today.
    public Outcome answer(QuestionForm form) {
        return answer(form, queries.today());
    }

    /// @param asOf the business day of states
    public Outcome answer(QuestionForm form, LocalDate asOf) {
        return answer(form, asOf, Cancellation.NONE);
    }

    /// @param until stops the query too
    public Outcome answer(QuestionForm form, LocalDate asOf, Cancellation until) {
        try {
            Plan plan = planner.plan(form, asOf, queries.today());
            return switch (plan) {
                case Plan.Impossible(String why, List<String> suggestions) ->
                        refused(form, why, suggestions);
                case Plan.Ready ready ->
                        new Outcome.Answered(
                                ready.form(),
                                new Answering(queries.until(until), interpreter.lexicon())
                                        .answer(ready));
            };
        } catch (ClaimscopeException e) {
            String why = String.valueOf(e.getMessage());
            return switch (e.kind()) {
                case USER -> refused(form, why, List.of());
                case DENIED -> refused(form, "Not permitted: " + why, List.of());
                case DATA, SOURCE_DOWN, RESOURCES, INTERNAL -> new Outcome.Failed(why);
            };
        }
    }

    private static Outcome refused(QuestionForm form, String why, List<String> suggestions) {
        return new Outcome.Refused(
                form.toBuilder().action(QuestionForm.Action.REFUSE, why).build(), why, suggestions);
    }

    /// Why a question reads as it does.
    public Why why(String question, QuestionForm form) {
        return reasons.of(question, form);
    }

    /// What the words of questions mean.
    public Interpreter interpreter() {
        return interpreter;
    }

    public List<Chip> chips(QuestionForm form) {
        return interpreter.chips(form);
    }
}
