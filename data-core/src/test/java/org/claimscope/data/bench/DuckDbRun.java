package org.claimscope.data.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.claimscope.data.DataCore;
import org.claimscope.data.security.Credentials;

/// Child: the product's queries and hand-written SQL on plain DuckDB, turn and turn about in one
/// JVM, so that whatever else the machine does weighs on both.
final class DuckDbRun {
    /// `-Dbench.runs=3` for a quick look.
    private static final int RUNS = Integer.getInteger("bench.runs", 24);

    private static final int WARM_UP = RUNS / 4;

    private DuckDbRun() {}

    /// @param args workspace, last day, passphrase, folder of extract and answers; the first run
    ///   writes those
    public static void main(String[] args) throws Exception {
        LocalDate anchor = LocalDate.parse(args[1]);
        Path folder = Path.of(args[3]);
        var told = new Properties();
        try (var passphrase = new Credentials.Passphrase(args[2].toCharArray());
                var core =
                        DataCore.open(
                                Path.of(args[0]),
                                passphrase,
                                OpenRun.clockAfter(anchor),
                                "bench",
                                null)) {
            boolean first = Files.notExists(folder);
            if (first) {
                Extract.write(core.workspace(), folder);
            }
            try (var plain = PlainEngine.load(Question.Dialect.DUCKDB, folder)) {
                List<Question> questions = Question.all(anchor);
                var statements = new ArrayList<String>();
                for (int q = 0; q < questions.size(); q++) {
                    Question question = questions.get(q);
                    statements.add(question.sql(Question.Dialect.DUCKDB, anchor));
                    try (var frame = core.query().run(question.query())) {
                        List<String> answer = Answer.of(question, frame);
                        if (first) {
                            Answer.keep(folder, q, answer);
                        }
                        Answer.check(folder, q, "the product", answer);
                    }
                    Answer.check(
                            folder,
                            q,
                            "plain DuckDB",
                            Answer.of(
                                    question,
                                    plain.run(statements.get(q)),
                                    Question.Dialect.DUCKDB));
                }
                for (int q = 0; q < questions.size(); q++) {
                    Question question = questions.get(q);
                    String sql = statements.get(q);
                    Timing.Work ours = () -> core.query().run(question.query()).close();
                    Timing.Work theirs = () -> plain.run(sql);
                    for (int i = 0; i < WARM_UP; i++) {
                        ours.run();
                        theirs.run();
                    }
                    var product = new Timing(RUNS);
                    var hand = new Timing(RUNS);
                    for (int i = 0; i < RUNS; i++) {
                        product.time(ours);
                        hand.time(theirs);
                    }
                    product.tell(told, "product." + q);
                    hand.tell(told, "plain." + q);
                }
            }
        }
        told.setProperty("rss", Long.toString(Child.peakRssMiB()));
        Child.tell(told);
    }
}
