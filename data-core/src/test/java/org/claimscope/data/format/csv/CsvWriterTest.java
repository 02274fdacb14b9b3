package org.claimscope.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.claimscope.data.model.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CsvWriterTest {
    @Test
    void plainCellsAreNotQuotedAndAbsentOnesAreEmpty() throws IOException {
        assertEquals(
                "C1,,2025-06-30,-12.50, spaced \n",
                written("C1", null, LocalDate.of(2025, 6, 30), new Money(-1250), " spaced "));
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() throws IOException {
        assertEquals(
                "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\r\"\n",
                written("a,b", "say \"hi\"", "two\nlines", "\r"));
    }

    @Test
    void aRowOfOneEmptyCellIsNotABlankLine() throws IOException {
        assertEquals("\"\"\n", written(""));
        assertEquals(",\n", written("", ""));
    }

    @Test
    void textIsUtf8AlsoBeyondTheFirstPlane() throws IOException {
        assertEquals("Zoë,\"Ü, 😀\",ok\n", written("Zoë", "Ü, 😀", "ok"));
    }

    @Test
    void rowsLongerThanTheBufferArriveWholeAndAreCounted() throws IOException {
        String cell = "x".repeat(100_000);
        var bytes = new ByteArrayOutputStream();
        var writer = new CsvWriter(bytes);
        writer.row("id", "note");
        writer.row("1", cell);
        assertEquals(2, writer.rows());
        writer.close();
        assertEquals("id,note\n1," + cell + "\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void closingTheWriterClosesTheFile() throws IOException {
        boolean[] closed = {false};
        var bytes =
                new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        new CsvWriter(bytes).close();
        assertTrue(closed[0]);
    }

    private static String written(@Nullable Object... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new CsvWriter(bytes)) {
            writer.row(cells);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
