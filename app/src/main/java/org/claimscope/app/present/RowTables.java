package org.claimscope.app.present;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.query.Frame;
import org.jspecify.annotations.Nullable;

/// Rows of single records as tables: which columns a kind of record shows, and what opening one
/// opens. Identifiers come masked from the query.
public final class RowTables {
    private static final DateTimeFormatter LEDGER_DAY =
            DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US);

    private RowTables() {}

    /// One column of a record and how it reads.
    ///
    /// @param from column of the frame
    private record Shown(String from, Column column) {}

    /// The rows of a drill, narrow enough for the side panel.
    public static Table brief(Frame rows, Unit unit) {
        var shown = new ArrayList<Shown>();
        if (has(rows, "row_claim_status")) {
            shown.add(words("row_claim", "Claim"));
            shown.add(words("row_payer", "Payer"));
            shown.add(words("row_date", "Date"));
            shown.add(words("row_claim_status", "Status"));
        } else if (has(rows, "row_balance_state")) {
            shown.add(words("row_remittance", "Remittance"));
            shown.add(words("row_payer", "Payer"));
            shown.add(words("row_date", "Date"));
            shown.add(words("row_balance_state", "Balance"));
        } else if (has(rows, "row_adjustment_reason")) {
            shown.add(words("row_remittance", "Remittance"));
            shown.add(words("row_claim", "Claim"));
            shown.add(words("row_adjustment_group", "Group"));
            shown.add(words("row_adjustment_reason", "Reason"));
            shown.add(words("row_date", "Date"));
        } else if (has(rows, "row_transaction_type")) {
            shown.add(words("row_encounter", "Account"));
            shown.add(words("row_payer", "Payer"));
            shown.add(words("row_date", "Date"));
            shown.add(words("row_transaction_type", "Type"));
        } else if (has(rows, "row_age_days")) {
            shown.add(words("row_encounter", "Account"));
            shown.add(words("row_payer", "Payer"));
            shown.add(number("row_age_days", "Age", Unit.DAYS));
        } else {
            shown.add(words("row_patient", "Patient"));
            shown.add(words("row_payer", "Payer"));
            shown.add(words("row_date", "Date"));
        }
        shown.add(number("row_value", "Adds", unit));
        return table(rows, shown, "rows");
    }

    /// Claims in a list.
    public static Table claims(Frame rows) {
        return table(
                rows,
                List.of(
                        new Shown("row_claim", Column.name("Claim")),
                        words("row_patient", "Patient"),
                        words("row_payer", "Payer"),
                        words("row_facility", "Facility"),
                        words("row_provider", "Provider"),
                        words("row_service_date", "Service"),
                        words("row_submitted_date", "Sent"),
                        words("row_adjudicated_date", "Decided"),
                        words("row_claim_status", "Status"),
                        words("row_carc", "CARC"),
                        new Shown("row_billed", Column.ledger("Charge")),
                        new Shown("row_paid", Column.ledger("Paid")),
                        new Shown("row_denied", Column.ledger("Denied"))),
                "claims");
    }

    /// Every column of the rows, for a file; keys left out.
    public static Table all(Frame rows) {
        var shown = new ArrayList<Shown>();
        for (String column : rows.columns()) {
            boolean key =
                    column.endsWith("_key")
                            || column.equals("row_id")
                            || column.startsWith("all_")
                            || column.equals("row_line")
                            || column.equals("row_delivery");
            if (!key && column.startsWith("row_")) {
                shown.add(words(column, column.substring(4)));
            }
        }
        return table(rows, shown, "rows");
    }

    private static boolean has(Frame rows, String column) {
        return rows.columns().contains(column);
    }

    private static Shown words(String from, String title) {
        return new Shown(from, Column.words(title));
    }

    private static Shown number(String from, String title, Unit unit) {
        return new Shown(
                from, unit == Unit.MONEY ? Column.ledger(title) : Column.figure(title, unit));
    }

    private static Table table(Frame rows, List<Shown> shown, String things) {
        var lines = new ArrayList<Row>();
        for (int r = 0; r < rows.rowCount(); r++) {
            var cells = new ArrayList<Cell>();
            for (Shown column : shown) {
                cells.add(cell(rows, column, r));
            }
            Place place = place(rows, r);
            lines.add(new Row(cells, List.of(), place));
        }
        return new Table(shown.stream().map(Shown::column).toList(), lines, null, things);
    }

    private static Cell cell(Frame rows, Shown column, int r) {
        if (column.column().look() != Table.Look.WORDS
                && column.column().look() != Table.Look.NAME) {
            return Shapes.cell(rows, column.from(), r);
        }
        return Cell.of(text(rows, column.from(), r));
    }

    /// A day as ledgers write it, else the text; empty when absent.
    public static String text(Frame rows, String column, int r) {
        LocalDate day = rows.date(column, r);
        if (day != null) {
            return LEDGER_DAY.format(day);
        }
        String text = rows.text(column, r);
        return text == null || text.equals("(none)") ? "" : text;
    }

    /// What opening the row opens: its claim, else its patient.
    private static @Nullable Place place(Frame rows, int r) {
        if (has(rows, "row_claim_key") && rows.text("row_claim_key", r) != null) {
            return Place.claim(String.valueOf(rows.text("row_claim_key", r)));
        }
        if (has(rows, "row_patient_key") && rows.text("row_patient_key", r) != null) {
            return Place.patient(String.valueOf(rows.text("row_patient_key", r)));
        }
        return null;
    }
}
