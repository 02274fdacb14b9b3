package org.claimscope.data.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The twelve rows that no importer may take: a copy of a good row with a key of its own and one
/// cell spoiled. Nothing refers to them, so without them the files are whole.
final class DirtyRows {
    private static final String NO_SUCH_DAY = "2025-02-30";
    private static final String LETTER_FOR_ZERO = "12,5O";
    private static final String MISSING = "";

    /// @param table whose row is spoiled
    record Spoiling(Table table, String column, String value) {
        String describe() {
            return column + (value.isEmpty() ? " is missing" : " is " + value);
        }
    }

    private final Deque<Spoiling> left =
            new ArrayDeque<>(
                    List.of(
                            new Spoiling(Table.PATIENTS, "patient_id", MISSING),
                            new Spoiling(Table.PATIENTS, "birth_date", NO_SUCH_DAY),
                            new Spoiling(Table.COVERAGES, "effective_from", NO_SUCH_DAY),
                            new Spoiling(Table.ENCOUNTERS, "service_date", NO_SUCH_DAY),
                            new Spoiling(Table.TRANSACTIONS, "billed", LETTER_FOR_ZERO),
                            new Spoiling(Table.CLAIMS, "billed", LETTER_FOR_ZERO),
                            new Spoiling(Table.TRANSACTIONS, "posted_date", NO_SUCH_DAY),
                            new Spoiling(Table.ENCOUNTERS, "encounter_id", MISSING),
                            new Spoiling(Table.CLAIMS, "claim_id", MISSING),
                            new Spoiling(Table.TRANSACTIONS, "transaction_id", MISSING),
                            new Spoiling(Table.CLAIMS, "service_date", NO_SUCH_DAY),
                            new Spoiling(Table.TRANSACTIONS, "service_date", NO_SUCH_DAY)));
    private final int apart;
    private long seen;

    /// @param apart so many visits or patients lie between one dirty row and the next
    DirtyRows(int apart) {
        this.apart = apart;
    }

    void next() {
        seen++;
    }

    /// The spoiling that is due after a row of a table, if any.
    Optional<Spoiling> due(Table table) {
        Spoiling first = left.peek();
        if (first == null || first.table != table || seen < apart) {
            return Optional.empty();
        }
        seen = 0;
        return Optional.of(left.remove());
    }

    List<@Nullable Object> spoil(List<@Nullable Object> good, Spoiling spoiling) {
        var cells = new ArrayList<@Nullable Object>(good);
        cells.set(0, "DQ" + left.size());
        cells.set(spoiling.table.columns().indexOf(spoiling.column), spoiling.value);
        return cells;
    }
}
