package org.claimscope.data.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;

/// Child: the same questions by hand-written SQL on H2 or SQLite.
final class OtherRun {
    private static final int RUNS = 5;

    private OtherRun() {}

    /// @param args the dialect, the last day, folder of extract and answers
    public static void main(String[] args) throws Exception {
        Question.Dialect dialect = Question.Dialect.valueOf(args[0]);
        LocalDate anchor = LocalDate.parse(args[1]);
        Path folder = Path.of(args[2]);
        var told = new Properties();
        try (var engine = PlainEngine.load(dialect, folder)) {
            List<Question> questions = Question.all(anchor);
            for (int q = 0; q < questions.size(); q++) {
                Question question = questions.get(q);
                String sql = question.sql(dialect, anchor);
                Answer.check(
                        folder, q, dialect.name(), Answer.of(question, engine.run(sql), dialect));
                var timing = new Timing(RUNS);
                for (int i = 0; i < RUNS; i++) {
                    timing.time(() -> engine.run(sql));
                }
                timing.tell(told, "plain." + q);
            }
        }
        told.setProperty("rss", Long.toString(Child.peakRssMiB()));
        Child.tell(told);
    }
}
