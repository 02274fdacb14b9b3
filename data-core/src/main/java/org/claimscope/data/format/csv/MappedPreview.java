package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.model.Sensitivity;
import org.claimscope.data.progress.Cancellation;

/// The first rows of a file as a mapping reads them, and what would go to quarantine. Identifying
/// values are masked.
///
/// @param fields of the model, as columns
/// @param rows texts, empty where absent
/// @param held the first records that would be turned away
/// @param rowCount rows read in all
/// @param heldCount records that would be turned away in all
public record MappedPreview(
        List<String> fields,
        List<List<String>> rows,
        List<Held> held,
        long rowCount,
        long heldCount) {
    private static final int MOST_ROWS = 50;
    private static final int MOST_HELD = 100;

    /// @param where such as `line 12, DOB`
    public record Held(String where, String reason, String explanation) {}

    /// Reads the whole file once and keeps the beginning.
    public static MappedPreview of(CsvInspection.Bytes file, String table, List<Profile> profiles) {
        try (BufferedInputStream head = file.open()) {
            if (!(Sniffer.sniff(head) instanceof Sniffed.Text text)) {
                throw new ClaimscopeException(ErrorKind.USER, "The file is not readable as CSV.");
            }
            return switch (Mapping.choose(profiles, table, text.header())) {
                case Mapping.NoneFits(String explanation) ->
                        throw new ClaimscopeException(ErrorKind.USER, explanation);
                case Mapping.Chosen(Mapping mapping, List<String> left) ->
                        read(file, text, mapping);
            };
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "The file cannot be read to the end (" + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    private static MappedPreview read(CsvInspection.Bytes file, Sniffed.Text text, Mapping mapping)
            throws IOException {
        var held = new ArrayList<Held>();
        long[] heldCount = {0};
        var keep = new Keep(mapping.entity());
        try (var in = file.open()) {
            new CsvFormat(text, mapping, "preview")
                    .read(
                            in,
                            keep,
                            r -> {
                                heldCount[0]++;
                                if (held.size() < MOST_HELD) {
                                    held.add(held(r));
                                }
                            },
                            Cancellation.NONE);
        }
        return new MappedPreview(
                keep.fields.stream().map(Field::name).toList(),
                keep.rows,
                held,
                keep.count,
                heldCount[0]);
    }

    private static Held held(Rejection r) {
        return new Held(
                "line " + r.line() + (r.column().isEmpty() ? "" : ", " + r.column()),
                r.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                r.explanation());
    }

    /// Keeps the first rows as masked texts.
    private static final class Keep implements RowWriter {
        private final List<Field> fields;
        private final List<List<String>> rows = new ArrayList<>();
        private final String[] row;
        private long count;

        Keep(Entity entity) {
            fields = entity.fields();
            row = new String[fields.size()];
            Arrays.fill(row, "");
        }

        private boolean full() {
            return rows.size() >= MOST_ROWS;
        }

        private void put(int field, String value) {
            boolean person = fields.get(field).sensitivity() != Sensitivity.NONE;
            row[field] = person ? "••••" + value.substring(Math.max(0, value.length() - 2)) : value;
        }

        @Override
        public void text(int field, byte[] utf8, int from, int length) {
            if (!full()) {
                put(field, new String(utf8, from, length, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void date(int field, int epochDay) {
            if (!full()) {
                put(field, LocalDate.ofEpochDay(epochDay).toString());
            }
        }

        @Override
        public void money(int field, long cents) {
            if (!full()) {
                put(field, BigDecimal.valueOf(cents, 2).toPlainString());
            }
        }

        @Override
        public void quantity(int field, long tenThousandths) {
            if (!full()) {
                put(
                        field,
                        BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString());
            }
        }

        @Override
        public void clear(int field) {
            row[field] = "";
        }

        @Override
        public void endPatch(long line, long eventMicros) {
            endRow(line);
        }

        @Override
        public void endRow(long line) {
            count++;
            if (!full()) {
                rows.add(List.of(row.clone()));
                Arrays.fill(row, "");
            }
        }

        @Override
        public void abandonRow() {
            Arrays.fill(row, "");
        }
    }
}
