package org.claimscope.nlq.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.query.MetricQuery;

/// What came out.
///
/// @param columns dimensions, then the period, then measures; a comparison adds `<measure>.before`
///   and `<measure>.change`
/// @param compared the query of the second period
/// @param sql the statement, values as placeholders
/// @param assumptions what was taken for granted, for a person
public record Answer(
        String sentence,
        ChartHint chart,
        List<String> columns,
        List<List<Cell>> rows,
        MetricQuery query,
        Optional<MetricQuery> compared,
        String sql,
        List<String> assumptions,
        Duration took) {
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        assumptions = List.copyOf(assumptions);
    }
}
