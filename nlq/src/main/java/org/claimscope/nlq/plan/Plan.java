package org.claimscope.nlq.plan;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.QuestionForm;

/// What runs for a form.
public sealed interface Plan {
    /// @param form with what had to be read otherwise to be answered
    /// @param compared the second period
    /// @param later with a time axis, how many days, weeks, months … a value of the second period
    ///   is before the one that it stands beside
    /// @param drilled whether the rows themselves are listed
    record Ready(
            QuestionForm form,
            MetricQuery query,
            Optional<MetricQuery> compared,
            int later,
            boolean drilled)
            implements Plan {}

    /// The catalog cannot answer it.
    record Impossible(String why, List<String> suggestions) implements Plan {}
}
