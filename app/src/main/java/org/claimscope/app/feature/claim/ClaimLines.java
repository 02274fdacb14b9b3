package org.claimscope.app.feature.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.query.ClaimTold;
import org.claimscope.data.query.CodeTitles;
import org.jspecify.annotations.Nullable;

/// The lines of a claim as a table, and the sums that must come out of them.
final class ClaimLines {
    /// One of a line's sums, if it was told.
    private interface Sum {
        @Nullable BigDecimal of(ClaimTold.Line line);
    }

    private static final List<Sum> MONEY =
            List.of(
                    ClaimTold.Line::billed,
                    ClaimTold.Line::reduced,
                    ClaimTold.Line::patient,
                    ClaimTold.Line::denied,
                    ClaimTold.Line::paid);

    private final ClaimTold told;

    ClaimLines(ClaimTold told) {
        this.told = told;
    }

    Set<String> codes() {
        return told.lines().stream().map(ClaimTold.Line::code).collect(Collectors.toSet());
    }

    /// @param day of service, whose edition of the code lists says what codes are called
    /// @return null where nobody tells of lines
    @Nullable Table table(CodeTitles titles, @Nullable LocalDate day) {
        if (told.lines().isEmpty()) {
            return null;
        }
        var columns =
                List.of(
                        Column.words("#"),
                        Column.words("Code"),
                        Column.name("Service"),
                        Column.words("Rev."),
                        Column.figure("Units", Unit.COUNT),
                        Column.ledger("Charge"),
                        Column.ledger("Reduction"),
                        Column.ledger("Patient"),
                        Column.ledger("Denied"),
                        Column.ledger("Paid"),
                        Column.words("Reasons"));
        var rows = new ArrayList<Row>();
        boolean anySent = anySent();
        for (ClaimTold.Line line : told.lines()) {
            boolean ours = line.isSent() || !anySent;
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(ours ? Integer.toString(rows.size() + 1) : ""));
            cells.add(Cell.of(line.code()));
            cells.add(
                    Cell.of(
                            titles.procedure(line.code(), day)
                                    .orElse(ours ? "" : "Answered, not billed so")));
            cells.add(Cell.of(line.revenueCode()));
            cells.add(cell(line.units()));
            MONEY.forEach(money -> cells.add(cell(money.of(line))));
            cells.add(Cell.of(line.reasons()));
            rows.add(Row.of(cells));
        }
        var total = new ArrayList<Cell>();
        total.add(Cell.of(""));
        total.add(Cell.of(""));
        total.add(Cell.of("Total"));
        total.add(Cell.of(""));
        total.add(Cell.of(""));
        // The payer's own lines repeat charges that stand above.
        total.add(Cell.of(sent().doubleValue()));
        MONEY.stream().skip(1).forEach(money -> total.add(Cell.of(sum(money).doubleValue())));
        total.add(Cell.of(""));
        return new Table(columns, rows, Row.of(total), "lines");
    }

    /// @param billed the claim's charge
    List<BalanceCheck> checks(BigDecimal billed) {
        var checks = new ArrayList<BalanceCheck>();
        if (anySent()) {
            checks.add(
                    check(
                            "Lines",
                            "lines " + ledger(sent()) + ", claim " + ledger(billed) + " (CLM02)",
                            sent().subtract(billed)));
        }
        told.decision()
                .ifPresent(d -> {
                    checks.add(
                            check(
                                    "Charge",
                                    "payer "
                                            + ledger(d.billed())
                                            + ", claim "
                                            + ledger(billed)
                                            + " (CLP03)",
                                    d.billed().subtract(billed)));
                    checks.add(
                            check(
                                    "Paid",
                                    ledger(d.billed())
                                            + " − adjusted "
                                            + ledger(d.adjusted())
                                            + " = "
                                            + ledger(d.billed().subtract(d.adjusted()))
                                            + (d.difference().signum() == 0
                                                    ? " (CLP04)"
                                                    : ", CLP04 is " + ledger(d.paid())),
                                    d.difference()));
                });
        return checks;
    }

    private static BalanceCheck check(String name, String words, BigDecimal off) {
        return new BalanceCheck(name, words, off.signum() == 0, ledger(off));
    }

    /// Whether an 837 told of lines; without one, those of the 835 stand for them.
    private boolean anySent() {
        return told.lines().stream().anyMatch(ClaimTold.Line::isSent);
    }

    private BigDecimal sent() {
        boolean anySent = anySent();
        return told.lines().stream()
                .filter(line -> line.isSent() || !anySent)
                .map(line -> known(line.billed()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Sum money) {
        return told.lines().stream()
                .map(line -> known(money.of(line)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal known(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static Cell cell(@Nullable BigDecimal value) {
        return value == null ? Cell.absent() : Cell.of(value.doubleValue());
    }

    private static String ledger(BigDecimal value) {
        return Figures.ledger(value);
    }
}
