package org.claimscope.data.format.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.Rejection.Reason;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/// Reads delimited text through a mapping: each record becomes a row, or a rejection with line,
/// column and reason.
public final class CsvFormat {
    private static final int LONGEST_VALUE = 65_536;
    private static final int LONGEST_ID = 200;

    private final Sniffed.Text text;
    private final Mapping mapping;
    private final String source;
    private final List<Column> columns;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    /// One rule, bound to a place in the header.
    private record Column(
            int field,
            FieldType type,
            String name,
            int place,
            List<Integer> joined,
            byte[] constant,
            byte[] prefix,
            Map<ByteBuffer, byte[]> map,
            byte[][] nullTokens,
            boolean required,
            boolean id,
            Values.DateOrder order) {}

    public CsvFormat(Sniffed.Text text, Mapping mapping, String source) {
        this.text = text;
        this.mapping = mapping;
        this.source = source;
        this.columns = bind();
    }

    private List<Column> bind() {
        Entity entity = mapping.entity();
        List<String> header = text.header().stream().map(Sniffer::normal).toList();
        var bound = new ArrayList<Column>();
        mapping.table()
                .fields()
                .forEach((name, rule) -> {
                    int place = -1;
                    for (String column : rule.from()) {
                        place = place >= 0 ? place : header.indexOf(Sniffer.normal(column));
                    }
                    List<Integer> joined =
                            rule.join().stream()
                                    .map(c -> header.indexOf(Sniffer.normal(c)))
                                    .toList();
                    String constant = rule.constant();
                    if (place < 0 && joined.isEmpty() && constant == null) {
                        return;
                    }
                    Field field = entity.field(name).orElseThrow();
                    var map = new HashMap<ByteBuffer, byte[]>();
                    rule.map()
                            .forEach((theirs, ours) ->
                                    map.put(ByteBuffer.wrap(bytes(theirs)), bytes(ours)));
                    bound.add(
                            new Column(
                                    entity.indexOf(name),
                                    field.type(),
                                    place >= 0 ? text.header().get(place) : name,
                                    place,
                                    joined,
                                    bytes(
                                            constant == null
                                                    ? ""
                                                    : constant.replace("${source}", source)),
                                    bytes(rule.prefixFor(source)),
                                    map,
                                    rule.nullTokens().stream()
                                            .map(CsvFormat::bytes)
                                            .toArray(byte[][]::new),
                                    rule.required() || name.equals("id"),
                                    name.equals("id"),
                                    rule.order()));
                });
        return List.copyOf(bound);
    }

    /// The fields of the table that no column of this file fills.
    public Set<String> untold() {
        List<Field> fields = mapping.entity().fields();
        return IntStream.range(0, fields.size())
                .filter(i -> columns.stream().noneMatch(c -> c.field() == i))
                .mapToObj(i -> fields.get(i).name())
                .filter(name -> !name.equals("source"))
                .collect(Collectors.toSet());
    }

    /// Reads to the end, or until cancelled.
    ///
    /// @param in the delivery's bytes in their own character set, from the start
    /// @param rows takes the good records
    /// @param rejections takes the others
    /// @return true if the end was reached
    public boolean read(
            InputStream in,
            RowWriter rows,
            Consumer<Rejection> rejections,
            Cancellation cancellation)
            throws IOException {
        try (var reader = new CsvReader(Utf8Stream.of(in, text.charset()), text.delimiter())) {
            if (!reader.next()) {
                return true;
            }
            int width = text.header().size();
            long count = 0;
            while (reader.next()) {
                Rejection fault = row(reader, width, rows);
                if (fault == null) {
                    rows.endRow(reader.line());
                } else {
                    rows.abandonRow();
                    rejections.accept(fault);
                }
                if (++count % 4096 == 0 && cancellation.requested()) {
                    return false;
                }
            }
            return true;
        }
    }

    private @Nullable Rejection row(CsvReader reader, int width, RowWriter rows) {
        switch (reader.problem()) {
            case NONE -> {}
            case UNCLOSED_QUOTE -> {
                return reject(
                        reader, "", Reason.UNCLOSED_QUOTE, "a quote is opened and never closed");
            }
            case TOO_LONG -> {
                return reject(
                        reader,
                        "",
                        Reason.TOO_LONG,
                        "the record is longer than " + CsvReader.MAX_RECORD + " bytes");
            }
        }
        if (reader.fieldCount() != width) {
            return reject(
                    reader,
                    "",
                    Reason.COLUMN_COUNT,
                    "the record has " + reader.fieldCount() + " columns, the header " + width);
        }
        for (Column column : columns) {
            Rejection fault =
                    !column.joined.isEmpty()
                            ? joined(column, reader, rows)
                            : column.place < 0
                                    ? constant(column, rows)
                                    : value(column, reader, rows);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable Rejection constant(Column column, RowWriter rows) {
        rows.text(column.field, column.constant, 0, column.constant.length);
        return null;
    }

    /// A part that is empty would make two records one.
    private @Nullable Rejection joined(Column column, CsvReader reader, RowWriter rows) {
        var all = new ByteArrayOutputStream();
        for (int place : column.joined) {
            String part =
                    new String(
                                    reader.bytes(place),
                                    reader.from(place),
                                    reader.length(place),
                                    StandardCharsets.UTF_8)
                            .strip();
            if (part.isEmpty()) {
                return reject(
                        reader,
                        text.header().get(place),
                        Reason.MISSING_VALUE,
                        text.header().get(place) + " is empty and must not be");
            }
            all.writeBytes(bytes(all.size() == 0 ? part : "|" + part));
        }
        byte[] b = all.toByteArray();
        return text(column, reader, rows, b, 0, b.length);
    }

    private @Nullable Rejection value(Column column, CsvReader reader, RowWriter rows) {
        byte[] b = reader.bytes(column.place);
        int from = reader.from(column.place);
        int end = from + reader.length(column.place);
        while (from < end && b[from] <= ' ' && b[from] >= 0) {
            from++;
        }
        while (end > from && b[end - 1] <= ' ' && b[end - 1] >= 0) {
            end--;
        }
        int length = end - from;
        if (length == 0) {
            return column.required
                    ? reject(
                            reader,
                            column.name,
                            Reason.MISSING_VALUE,
                            column.name + " is empty and must not be")
                    : null;
        }
        for (byte[] token : column.nullTokens) {
            if (Arrays.equals(b, from, end, token, 0, token.length)) {
                return column.required
                        ? reject(
                                reader,
                                column.name,
                                Reason.NULL_TOKEN,
                                column.name
                                        + " holds the text "
                                        + new String(token, StandardCharsets.UTF_8)
                                        + " in place of a value")
                        : null;
            }
        }
        switch (column.type) {
            case TEXT -> {
                return text(column, reader, rows, b, from, length);
            }
            case DATE -> {
                long day = Values.epochDay(b, from, length, column.order);
                if (day == Values.UNREADABLE) {
                    return reject(
                            reader, column.name, Reason.NOT_A_DATE, column.name + " is no date");
                }
                rows.date(column.field, (int) day);
            }
            case MONEY -> {
                long cents = Values.cents(b, from, length);
                if (cents == Values.UNREADABLE) {
                    return reject(
                            reader,
                            column.name,
                            Reason.NOT_MONEY,
                            column.name + " is no sum of money");
                }
                rows.money(column.field, cents);
            }
            case QUANTITY -> {
                long quantity = Values.tenThousandths(b, from, length);
                if (quantity == Values.UNREADABLE) {
                    return reject(
                            reader,
                            column.name,
                            Reason.NOT_A_NUMBER,
                            column.name + " is no number");
                }
                rows.quantity(column.field, quantity);
            }
        }
        return null;
    }

    private @Nullable Rejection text(
            Column column, CsvReader reader, RowWriter rows, byte[] b, int from, int length) {
        if (length > (column.id ? LONGEST_ID : LONGEST_VALUE)) {
            return reject(reader, column.name, Reason.TOO_LONG, column.name + " is too long");
        }
        for (int i = from; i < from + length; i++) {
            if (b[i] < 0) {
                try {
                    utf8.decode(ByteBuffer.wrap(b, from, length));
                } catch (CharacterCodingException e) {
                    return reject(
                            reader,
                            column.name,
                            Reason.BAD_ENCODING,
                            column.name + " is not valid " + text.charset());
                }
                break;
            }
        }
        if (!column.map.isEmpty()) {
            byte[] ours = column.map.get(ByteBuffer.wrap(b, from, length));
            if (ours != null) {
                rows.text(column.field, ours, 0, ours.length);
            }
            return null;
        }
        if (column.prefix.length == 0) {
            rows.text(column.field, b, from, length);
            return null;
        }
        byte[] prefixed = Arrays.copyOf(column.prefix, column.prefix.length + length);
        System.arraycopy(b, from, prefixed, column.prefix.length, length);
        rows.text(column.field, prefixed, 0, prefixed.length);
        return null;
    }

    private static Rejection reject(
            CsvReader reader, String column, Reason reason, String explanation) {
        return new Rejection(reader.line(), column, reason, explanation, reader.original());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
