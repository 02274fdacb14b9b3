package org.claimscope.app.feature.ask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimscope.app.present.Shapes;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.question.Question;

/// What changed most between the two last complete months, as questions: for each of the main
/// measures the payer or facility that moved it most, judged by its part in the whole, so that a
/// small payer's jump does not hide a large one's step. Used from background work only.
final class Moves {
    private static final List<String> MEASURES =
            List.of(
                    "charges",
                    "payments",
                    "denial_rate",
                    "denied_amount",
                    "net_collection_rate",
                    "days_to_pay");
    private static final List<Dimension> SPLITS = List.of(Dimension.PAYER, Dimension.FACILITY);
    private static final int MOST = 4;

    /// Quotients of fewer things say little.
    private static final double FEWEST = 20;

    private final Queries queries;
    private final Nlq nlq;

    Moves(Queries queries, Nlq nlq) {
        this.queries = queries;
        this.nlq = nlq;
    }

    /// One value of a member in a month, and how much it counts.
    private record Part(double value, double weight) {}

    private record Move(
            String measure, Dimension by, String member, Part before, Part now, double size) {}

    /// @param today the month before it is the last complete one
    List<Suggestion> questions(LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        var largest = new HashMap<String, Move>();
        for (Dimension by : SPLITS) {
            Map<String, Map<String, Part>> before = parts(by, last.minusMonths(1));
            Map<String, Map<String, Part>> now = parts(by, last);
            for (String measure : MEASURES) {
                largest(measure, by, before.getOrDefault(measure, Map.of()), now)
                        .ifPresent(m ->
                                largest.merge(measure, m, (a, b) -> a.size() >= b.size() ? a : b));
            }
        }
        return largest.values().stream()
                .sorted(Comparator.comparingDouble(Move::size).reversed())
                .map(m -> suggestion(m, today, last))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    /// Measure → member → its part of a month.
    private Map<String, Map<String, Part>> parts(Dimension by, YearMonth month) {
        var all = new HashMap<String, Map<String, Part>>();
        MetricQuery query =
                MetricQuery.of(MEASURES.toArray(String[]::new))
                        .by(by)
                        .between(month.atDay(1), month.atEndOfMonth());
        try (Frame frame = queries.run(query)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String member = frame.text(by.id(), r);
                if (member == null || member.startsWith("(")) {
                    continue;
                }
                for (String measure : MEASURES) {
                    BigDecimal value = frame.number(measure, r);
                    if (value != null) {
                        double weight = weight(frame, measure, r);
                        all.computeIfAbsent(measure, m -> new HashMap<>())
                                .put(member, new Part(value.doubleValue(), weight));
                    }
                }
            }
        }
        return all;
    }

    private double weight(Frame frame, String measure, int row) {
        if (unit(measure) == Unit.MONEY) {
            return 1;
        }
        BigDecimal counted = frame.number(measure + "_denominator", row);
        return counted == null ? 0 : counted.doubleValue();
    }

    private Unit unit(String measure) {
        return queries.catalog().kpi(measure).definition().unit();
    }

    private Optional<Move> largest(
            String measure,
            Dimension by,
            Map<String, Part> before,
            Map<String, Map<String, Part>> now) {
        double whole =
                before.values().stream().mapToDouble(p -> Math.abs(p.value() * p.weight())).sum();
        boolean money = unit(measure) == Unit.MONEY;
        var moves = new ArrayList<Move>();
        now.getOrDefault(measure, Map.of())
                .forEach((member, part) -> {
                    Part then = before.get(member);
                    if (then == null || whole <= 0 || part.value() == then.value()) {
                        return;
                    }
                    if (money || Math.min(part.weight(), then.weight()) >= FEWEST) {
                        double size =
                                Math.abs(part.value() - then.value())
                                        * (money ? 1 : part.weight())
                                        / whole;
                        moves.add(new Move(measure, by, member, then, part, size));
                    }
                });
        return moves.stream().max(Comparator.comparingDouble(Move::size));
    }

    /// Only what the parser reads as it is meant: a payer may be called like a department.
    private Optional<Suggestion> suggestion(Move move, LocalDate today, YearMonth last) {
        String label =
                queries.catalog()
                        .kpi(move.measure())
                        .definition()
                        .label()
                        .replace(",", "")
                        .toLowerCase(Locale.ROOT);
        String question = label + " for " + move.member() + " last month vs the month before";
        QuestionForm form = nlq.interpret(Question.of(question, today));
        boolean meant =
                form.action() == QuestionForm.Action.ANSWER
                        && form.measures().equals(List.of(move.measure()))
                        && form.comparison() != null
                        && form.filters().stream()
                                .anyMatch(f ->
                                        f.field().equals(move.by().id())
                                                && f.valueText().equals(move.member()));
        var unit = Shapes.unit(unit(move.measure()));
        return meant
                ? Optional.of(
                        new Suggestion(
                                question,
                                Figures.brief(unit, move.before().value())
                                        + " → "
                                        + Figures.brief(unit, move.now().value())
                                        + " in "
                                        + last.getMonth()
                                                .getDisplayName(
                                                        java.time.format.TextStyle.FULL,
                                                        Locale.US)))
                : Optional.empty();
    }
}
