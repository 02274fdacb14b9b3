package org.claimscope.app.feature.ask;

import java.util.List;
import java.util.Optional;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.chart.Chart;
import org.claimscope.nlq.Chip;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.explain.Why;
import org.claimscope.nlq.form.QuestionForm;
import org.jspecify.annotations.Nullable;

/// A question and what became of it, ready to be shown.
///
/// @param form as it was understood; null when it failed before
/// @param kind answered, explained, asked back, refused, failed
/// @param sentence the answer, or the reason
/// @param options readings to choose from
/// @param suggestions questions that are understood
/// @param facts what is explained
/// @param chart null where a table is best
/// @param table null without rows
/// @param sql values as placeholders; empty without a query
/// @param why why it reads so; null when it is not answered
/// @param byModel whether a language model read it
/// @param modelTrouble why a connected model was of no use; empty when it was, or was not asked
record Exchange(
        String question,
        @Nullable QuestionForm form,
        Kind kind,
        String sentence,
        List<Chip> chips,
        List<QuestionForm.Option> options,
        List<String> suggestions,
        List<String> assumptions,
        List<Explanation.Fact> facts,
        @Nullable Chart chart,
        @Nullable Table table,
        String sql,
        String measure,
        long millis,
        @Nullable Why why,
        boolean byModel,
        String modelTrouble) {
    /// The same, and who read it.
    Exchange read(boolean model, String trouble) {
        return new Exchange(
                question,
                form,
                kind,
                sentence,
                chips,
                options,
                suggestions,
                assumptions,
                facts,
                chart,
                table,
                sql,
                measure,
                millis,
                why,
                model,
                trouble);
    }

    /// What the next question goes on from.
    ///
    /// @param before the newest first
    static Optional<QuestionForm> last(List<Exchange> before) {
        return before.stream()
                .filter(e -> e.kind() == Kind.ANSWERED)
                .findFirst()
                .map(Exchange::form);
    }

    /// It went wrong before anything was known.
    static Exchange failed(String question, String why) {
        return plain(question, null, Kind.FAILED, why, List.of(), List.of(), 0);
    }

    /// Words without figures.
    static Exchange plain(
            String question,
            @Nullable QuestionForm form,
            Kind kind,
            String sentence,
            List<QuestionForm.Option> options,
            List<String> suggestions,
            long millis) {
        return new Exchange(
                question,
                form,
                kind,
                sentence,
                List.of(),
                options,
                suggestions,
                List.of(),
                List.of(),
                null,
                null,
                "",
                "",
                millis,
                null,
                false,
                "");
    }

    enum Kind {
        ANSWERED,
        EXPLAINED,
        ASKED_BACK,
        REFUSED,
        FAILED
    }
}
