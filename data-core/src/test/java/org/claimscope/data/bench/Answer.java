package org.claimscope.data.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimscope.data.query.Frame;

/// An answer as text, the same for the same numbers: sums of money to the cent, quotients to the
/// sixth decimal.
final class Answer {
    private Answer() {}

    static List<String> of(Question question, Frame frame) {
        return IntStream.range(0, frame.rowCount())
                .mapToObj(r ->
                        question.columns().stream()
                                .map(c ->
                                        question.columns().indexOf(c) >= question.members()
                                                ? number(c, frame.number(c, r), false)
                                                : c.equals("period")
                                                        ? String.valueOf(frame.date(c, r))
                                                        : frame.text(c, r))
                                .toList())
                .map(cells -> String.join("|", cells))
                .sorted()
                .toList();
    }

    static List<String> of(Question question, List<Object[]> rows, Question.Dialect dialect) {
        return rows.stream()
                .map(row ->
                        IntStream.range(0, row.length)
                                .mapToObj(c ->
                                        c < question.members()
                                                ? member(row[c])
                                                : number(
                                                        question.columns().get(c),
                                                        new BigDecimal(String.valueOf(row[c])),
                                                        dialect == Question.Dialect.SQLITE))
                                .toList())
                .map(cells -> String.join("|", cells))
                .sorted()
                .toList();
    }

    private static String member(Object value) {
        String text = String.valueOf(value);
        // A date may come as a timestamp: its day is meant.
        return text.matches("\\d{4}-\\d\\d-\\d\\d[ T]00:00.*") ? text.substring(0, 10) : text;
    }

    private static String number(String column, BigDecimal value, boolean cents) {
        boolean quotient = column.endsWith("_rate") || column.equals("days_in_ar");
        BigDecimal dollars = cents && !quotient ? value.movePointLeft(2) : value;
        return dollars.setScale(quotient ? 6 : 2, RoundingMode.HALF_UP).toPlainString();
    }

    /// Compares with what the product answered; whoever differs is not timed.
    static void check(Path folder, int index, String who, List<String> answer) throws IOException {
        List<String> expected = Files.readAllLines(folder.resolve("answer-" + index + ".txt"));
        if (!expected.equals(answer)) {
            String differing =
                    Stream.concat(
                                    expected.stream()
                                            .filter(e -> !answer.contains(e))
                                            .map(e -> "product " + e),
                                    answer.stream()
                                            .filter(a -> !expected.contains(a))
                                            .map(a -> who + " " + a))
                            .limit(12)
                            .reduce("", (a, b) -> a + "\n  " + b);
            throw new IllegalStateException(
                    who + " answers question " + (index + 1) + " differently:" + differing);
        }
    }

    static void keep(Path folder, int index, List<String> answer) throws IOException {
        Files.write(folder.resolve("answer-" + index + ".txt"), answer);
    }
}
