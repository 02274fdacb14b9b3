package org.claimscope.data.format.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows as RFC 4180 text in UTF-8, one at a time, so that a file of any length needs no
/// memory.
///
/// Lines end with LF. A cell is quoted only where a reader would otherwise misread it. An absent
/// value is an empty cell, so an absent and an empty text look the same.
public final class CsvWriter implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;
    private long rows;

    /// @param out closed together with this writer
    public CsvWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes one row; every cell is the text of its value, `null` is an empty cell.
    public void row(@Nullable Object... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    /// Writes one row, as {@link #row(Object...)} does.
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        boolean first = true;
        for (Object cell : cells) {
            if (!first) {
                put((byte) ',');
            }
            first = false;
            cell(cell == null ? "" : cell.toString(), cells.size() == 1);
        }
        put((byte) '\n');
        rows++;
    }

    /// The rows written so far, the header among them. As long as no cell holds a line break this
    /// is also the number of the last line.
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            drain();
        }
    }

    private void cell(String text, boolean alone) throws IOException {
        // A row of one empty cell would be a blank line, which readers skip.
        if (needsQuotes(text) || (alone && text.isEmpty())) {
            put((byte) '"');
            text(text.replace("\"", "\"\""));
            put((byte) '"');
        } else {
            text(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private void text(String text) throws IOException {
        int length = text.length();
        if (length > buffer.length) {
            bytes(text);
            return;
        }
        if (used + length > buffer.length) {
            drain();
        }
        int start = used;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                used = start;
                bytes(text);
                return;
            }
            buffer[used++] = (byte) c;
        }
    }

    private void bytes(String text) throws IOException {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
    }

    private void put(byte b) throws IOException {
        if (used == buffer.length) {
            drain();
        }
        buffer[used++] = b;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
