package org.claimscope.nlq.plan;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.QuestionForm;

/// What runs for a form.
public sealed interface Plan {
    /// @param form with what had to be read otherwise to be answered
    /// @param compared the second period
    /// @param drilled whether the rows themselves are listed
    record Ready(
            QuestionForm form, MetricQuery query, Optional<MetricQuery> compared, boolean drilled)
            implements Plan {}

    /// The catalog cannot answer it.
    record Impossible(String why, List<String> suggestions) implements Plan {}
}
