package org.claimscope.nlq.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;

/// How a set of questions was understood.
///
/// Answering wrongly is worse than not answering: `reliability` counts a right form 1, a wrong one
/// −c, and an abstention (CLARIFY or REFUSE) on a question that can be answered 0; abstaining where
/// one should is right (questions.md §5).
public final class Score {
    /// A question that was not understood as it should be.
    public record Miss(String id, String question, QuestionForm wanted, QuestionForm got) {}

    private final Map<Part, Integer> rightParts = new EnumMap<>(Part.class);
    private final List<Miss> misses = new ArrayList<>();
    private int answerable;
    private int answered;
    private int answeredOfAnswerable;
    private int exact;
    private int unanswerable;
    private int abstained;
    private int abstainedRightly;

    /// Counts one question.
    public void add(String id, String question, QuestionForm wanted, QuestionForm got) {
        boolean answers = got.action() == Action.ANSWER;
        answered += answers ? 1 : 0;
        abstained += answers ? 0 : 1;
        if (wanted.action() != Action.ANSWER) {
            unanswerable++;
            abstainedRightly += answers ? 0 : 1;
            if (answers) {
                misses.add(new Miss(id, question, wanted, got));
            }
            return;
        }
        answerable++;
        answeredOfAnswerable += answers ? 1 : 0;
        boolean all = answers;
        for (Part part : Part.values()) {
            boolean same = answers && part.same(wanted, got);
            rightParts.merge(part, same ? 1 : 0, Integer::sum);
            all &= same;
        }
        exact += all ? 1 : 0;
        if (!all) {
            misses.add(new Miss(id, question, wanted, got));
        }
    }

    public int questions() {
        return answerable + unanswerable;
    }

    public int answerable() {
        return answerable;
    }

    public int unanswerable() {
        return unanswerable;
    }

    /// Of the questions that can be answered, those answered with the exact form.
    public double exactForms() {
        return share(exact, answerable);
    }

    /// Of the answers given, those that are right.
    public double rightAnswers() {
        return share(exact, answered);
    }

    /// Of the questions that can be answered, those with this part right.
    public double right(Part part) {
        return share(rightParts.getOrDefault(part, 0), answerable);
    }

    /// Of the abstentions, those on questions that cannot be answered.
    public double abstentionPrecision() {
        return share(abstainedRightly, abstained);
    }

    /// Of the questions that cannot be answered, those refused or clarified.
    public double abstentionRecall() {
        return share(abstainedRightly, unanswerable);
    }

    /// @param c what a wrong answer costs, in right ones
    public double reliability(int c) {
        return share(exact + abstainedRightly - (double) c * (answered - exact), questions());
    }

    public List<Miss> misses() {
        return List.copyOf(misses);
    }

    /// Of the questions that can be answered, those answered at all.
    public double coverage() {
        return share(answeredOfAnswerable, answerable);
    }

    private static double share(double part, int whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
