package org.claimscope.app.present;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.data.query.CodeTitles;
import org.claimscope.data.query.Frame;

/// An account as its ledger: one line for each row, oldest first, with the balance after it.
public final class LedgerTable {
    private LedgerTable() {}

    /// The procedures of the rows.
    public static Set<String> codes(Frame rows) {
        var codes = new HashSet<String>();
        for (int r = 0; r < rows.rowCount(); r++) {
            codes.add(RowTables.text(rows, "row_procedure_code", r));
        }
        return codes;
    }

    /// @param rows of the ledger, oldest first
    /// @param titles of their procedures
    public static Table of(Frame rows, CodeTitles titles) {
        var columns =
                List.of(
                        Column.words("Date"),
                        Column.name("Event"),
                        Column.words("Claim"),
                        Column.ledger("Charge"),
                        Column.ledger("Reduction"),
                        Column.ledger("Insurer"),
                        Column.ledger("Patient"),
                        Column.balance("Balance"));
        var lines = new ArrayList<Row>();
        var sums =
                new BigDecimal[] {
                    BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO
                };
        BigDecimal balance = BigDecimal.ZERO;
        for (int r = 0; r < rows.rowCount(); r++) {
            BigDecimal charge = money(rows, "row_billed", r);
            BigDecimal reduction = money(rows, "row_adjusted", r).negate();
            BigDecimal paid = money(rows, "row_paid", r).negate();
            boolean byPatient =
                    RowTables.text(rows, "row_payment_source", r).equalsIgnoreCase("patient");
            BigDecimal insurer = byPatient ? BigDecimal.ZERO : paid;
            BigDecimal patient = byPatient ? paid : BigDecimal.ZERO;
            BigDecimal[] parts = {charge, reduction, insurer, patient};
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(RowTables.text(rows, "row_date", r)));
            cells.add(Cell.of(event(rows, r, titles)));
            cells.add(Cell.of(RowTables.text(rows, "row_claim", r)));
            for (int p = 0; p < parts.length; p++) {
                sums[p] = sums[p].add(parts[p]);
                balance = balance.add(parts[p]);
                cells.add(parts[p].signum() == 0 ? Cell.of("") : Cell.of(parts[p].doubleValue()));
            }
            cells.add(Cell.of(balance.doubleValue()));
            lines.add(Row.of(cells));
        }
        if (lines.isEmpty()) {
            return Table.empty(columns, "ledger rows");
        }
        var total = new ArrayList<Cell>();
        total.add(Cell.of(""));
        total.add(Cell.of("Total"));
        total.add(Cell.of(""));
        for (BigDecimal sum : sums) {
            total.add(Cell.of(sum.doubleValue()));
        }
        total.add(Cell.of(balance.doubleValue()));
        return new Table(columns, lines, Row.of(total), "ledger rows");
    }

    private static BigDecimal money(Frame rows, String column, int r) {
        BigDecimal value = rows.number(column, r);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String event(Frame rows, int r, CodeTitles titles) {
        String type = RowTables.text(rows, "row_transaction_type", r);
        String procedure = RowTables.text(rows, "row_procedure_code", r);
        String adjustment = RowTables.text(rows, "row_adjustment_type", r);
        String group = RowTables.text(rows, "row_group_code", r);
        String carc = RowTables.text(rows, "row_carc", r);
        var words = new ArrayList<String>();
        words.add(type.isEmpty() ? "Entry" : type);
        if (!adjustment.isEmpty()) {
            words.add(adjustment);
        }
        if (!carc.isEmpty()) {
            words.add(group.isEmpty() ? carc : group + "-" + carc);
        }
        if (!procedure.isEmpty()) {
            words.add(procedure);
            titles.procedure(procedure, rows.date("row_service_date", r)).ifPresent(words::add);
        }
        return String.join(" ", words);
    }
}
