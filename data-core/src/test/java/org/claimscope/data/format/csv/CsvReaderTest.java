package org.claimscope.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimscope.data.format.csv.CsvReader.Problem;
import org.junit.jupiter.api.Test;

final class CsvReaderTest {
    /// A record as the reader shows it.
    private record Read(long line, List<String> fields, Problem problem) {}

    private static Read read(long line, String... fields) {
        return new Read(line, List.of(fields), Problem.NONE);
    }

    /// Hands out a few bytes at a time, as pipes and unpacking streams do.
    private static InputStream inChunks(byte[] bytes, int chunk) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, chunk));
            }
        };
    }

    private static List<Read> readAll(byte[] bytes, int chunk) throws IOException {
        var records = new ArrayList<Read>();
        try (var reader = new CsvReader(inChunks(bytes, chunk), (byte) ',')) {
            while (reader.next()) {
                var fields = new ArrayList<String>();
                for (int i = 0; i < reader.fieldCount(); i++) {
                    fields.add(
                            new String(
                                    reader.bytes(i),
                                    reader.from(i),
                                    reader.length(i),
                                    StandardCharsets.ISO_8859_1));
                }
                records.add(new Read(reader.line(), fields, reader.problem()));
            }
        }
        return records;
    }

    private static List<Read> readAll(String text) throws IOException {
        return readAll(text.getBytes(StandardCharsets.ISO_8859_1), Integer.MAX_VALUE);
    }

    @Test
    void everyLineEndEndsARecord() throws IOException {
        var expected = List.of(read(1, "a", "b"), read(2, "c", ""), read(3, "", "d"));
        assertEquals(expected, readAll("a,b\r\nc,\r\n,d\r\n"));
        assertEquals(expected, readAll("a,b\nc,\n,d\n"));
        assertEquals(expected, readAll("a,b\rc,\r,d\r"));
        assertEquals(expected, readAll("a,b\r\nc,\n,d"));
    }

    @Test
    void emptyLinesAreNoRecordsButAreCounted() throws IOException {
        assertEquals(
                List.of(read(3, "a"), read(5, "b"), read(6, " ")),
                readAll("\r\n\na\r\n\r\nb\n \n\n"));
        assertEquals(List.of(), readAll(""));
        assertEquals(List.of(), readAll("\n\r\n\r"));
    }

    @Test
    void quotesHoldDelimitersLineEndsAndDoubledQuotes() throws IOException {
        assertEquals(
                List.of(read(1, "a,b", "c\r\nd\ne\rf", "say \"hi\"", ""), read(5, "next")),
                readAll("\"a,b\",\"c\r\nd\ne\rf\",\"say \"\"hi\"\"\",\"\"\nnext"));
    }

    @Test
    void aQuoteInsideAFieldIsJustACharacter() throws IOException {
        assertEquals(
                List.of(read(1, "5\" pipe", "a\"b"), read(2, "x")), readAll("5\" pipe,a\"b\nx"));
        // Text after a closing quote belongs to the field.
        assertEquals(List.of(read(1, "abc", "d")), readAll("\"ab\"c,d"));
        assertEquals(List.of(read(1, "a\"bc\"", "d")), readAll("\"a\"\"b\"c\",d"));
    }

    @Test
    void anUnclosedQuoteCostsOnlyItsLine() throws IOException {
        List<Read> records = readAll("a,b\nc,\"d\ne,f\ng,h\n");
        assertEquals(
                List.of(
                        read(1, "a", "b"),
                        new Read(2, List.of("c", "\"d"), Problem.UNCLOSED_QUOTE),
                        read(3, "e", "f"),
                        read(4, "g", "h")),
                records);
    }

    @Test
    void anUnclosedQuoteFarFromTheEndCostsOnlyItsLine() throws IOException {
        var text = new StringBuilder("x,\"y\n");
        for (int i = 0; i < 300_000; i++) {
            text.append(i).append(",1234567\n");
        }
        List<Read> records = readAll(text.toString());
        assertTrue(text.length() > 2 * CsvReader.MAX_RECORD);
        assertEquals(300_001, records.size());
        assertEquals(Problem.UNCLOSED_QUOTE, records.getFirst().problem());
        assertEquals(read(2, "0", "1234567"), records.get(1));
        assertEquals(read(300_001, "299999", "1234567"), records.getLast());
    }

    @Test
    void aByteOrderMarkIsSkippedHoweverTheBytesCome() throws IOException {
        byte[] bytes = "\u00ef\u00bb\u00bfid,x\n1,2\n".getBytes(StandardCharsets.ISO_8859_1);
        for (int chunk = 1; chunk < 5; chunk++) {
            assertEquals(
                    List.of(read(1, "id", "x"), read(2, "1", "2")),
                    readAll(bytes, chunk),
                    "chunk " + chunk);
        }
    }

    @Test
    void nulBytesAreKept() throws IOException {
        assertEquals(List.of(read(1, "a\0b", "\0"), read(2, "\0")), readAll("a\0b,\0\n\0"));
    }

    @Test
    void aFieldOfAMegabyteIsReadWholeAndALongerRecordIsRefusedWhereverItLies() throws IOException {
        for (int before : new int[] {0, 1, 100_000, 524_280, 1_048_570, 1_500_000}) {
            String start = before < 2 ? "" : "s".repeat(before - 2) + "\n";
            int line = start.isEmpty() ? 1 : 2;
            for (boolean quoted : new boolean[] {false, true}) {
                String quote = quoted ? "\"" : "";
                int room = CsvReader.MAX_RECORD - 2 - 2 * quote.length();
                for (int chunk : new int[] {Integer.MAX_VALUE, 100_003}) {
                    String where = before + " before, quoted " + quoted + ", chunk " + chunk;
                    String fits = quote + "f".repeat(room) + quote + ",x";
                    var good =
                            readAll(
                                    (start + fits + "\nnext,1\n")
                                            .getBytes(StandardCharsets.ISO_8859_1),
                                    chunk);
                    Read whole = good.get(good.size() - 2);
                    if (start.length() <= CsvReader.MAX_RECORD) {
                        assertEquals(room, whole.fields().getFirst().length(), where);
                        assertEquals(Problem.NONE, whole.problem(), where);
                    }
                    assertEquals(read(line + 1, "next", "1"), good.getLast(), where);

                    String tooLong = quote + "f".repeat(room + 1) + quote + ",x";
                    var refused =
                            readAll(
                                    (start + tooLong + "\nnext,1\n")
                                            .getBytes(StandardCharsets.ISO_8859_1),
                                    chunk);
                    assertEquals(
                            Problem.TOO_LONG, refused.get(refused.size() - 2).problem(), where);
                    assertEquals(read(line + 1, "next", "1"), refused.getLast(), where);
                }
            }
        }
    }

    @Test
    void theRestOfALineThatIsTooLongIsNoRecord() throws IOException {
        // 3 MB in one line, whose end looks like a record of two columns.
        String text = "a,b\n" + "z".repeat(3_000_000) + "\",stolen,1\nc,d\n";
        for (int chunk : new int[] {Integer.MAX_VALUE, 65_536}) {
            List<Read> records = readAll(text.getBytes(StandardCharsets.ISO_8859_1), chunk);
            assertEquals(3, records.size());
            assertEquals(new Read(2, List.of(), Problem.TOO_LONG), records.get(1));
            assertEquals(read(3, "c", "d"), records.get(2));
        }
    }

    /// RFC 4180 with the reader's leniency, written as plainly as possible.
    private static List<Read> reference(String text) {
        var records = new ArrayList<Read>();
        int at = 0;
        long line = 1;
        while (at < text.length()) {
            int ended = lineEnd(text, at);
            if (ended > 0) {
                at += ended;
                line++;
                continue;
            }
            var fields = new ArrayList<String>();
            int next = record(text, at, fields, true);
            Problem problem = Problem.NONE;
            if (next < 0) {
                fields.clear();
                next = record(text, at, fields, false);
                problem = Problem.UNCLOSED_QUOTE;
            }
            records.add(new Read(line, fields, problem));
            while (at < next) {
                int n = lineEnd(text, at);
                line += n > 0 ? 1 : 0;
                at += Math.max(1, n);
            }
        }
        return records;
    }

    private static int lineEnd(String text, int at) {
        return text.startsWith("\r\n", at)
                ? 2
                : text.charAt(at) == '\n' || text.charAt(at) == '\r' ? 1 : 0;
    }

    /// @return where the next record starts, or -1 for a quote that never closes
    private static int record(String text, int start, List<String> fields, boolean quotes) {
        int at = start;
        while (true) {
            var field = new StringBuilder();
            if (quotes && at < text.length() && text.charAt(at) == '"') {
                at++;
                while (true) {
                    if (at >= text.length()) {
                        return -1;
                    }
                    if (text.charAt(at) != '"') {
                        field.append(text.charAt(at++));
                    } else if (text.startsWith("\"\"", at)) {
                        field.append('"');
                        at += 2;
                    } else {
                        at++;
                        break;
                    }
                }
            }
            while (at < text.length() && text.charAt(at) != ',' && lineEnd(text, at) == 0) {
                field.append(text.charAt(at++));
            }
            fields.add(field.toString());
            if (at >= text.length()) {
                return at;
            }
            if (text.charAt(at) != ',') {
                return at + lineEnd(text, at);
            }
            at++;
        }
    }

    @Test
    void readsLikeThePlainestParserAtEveryChunkSize() throws IOException {
        String alphabet = ",,,\"\"\"\n\r\n ab\0é\t;";
        int unclosed = 0;
        int records = 0;
        for (long seed = 1; seed <= 8_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<Read> expected = reference(text.toString());
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            for (int chunk : new int[] {1, 2, 3, 7, Integer.MAX_VALUE}) {
                assertEquals(
                        expected,
                        readAll(bytes, chunk),
                        "seed " + seed + ", chunk " + chunk + ": " + escaped(text));
            }
            records += expected.size();
            unclosed += (int) expected.stream().filter(r -> r.problem() != Problem.NONE).count();
        }
        assertTrue(
                records > 16_000 && unclosed > 800,
                records + " records, " + unclosed + " unclosed");
    }

    private static String escaped(CharSequence text) {
        return text.toString().replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }

    @Test
    void recordsAcrossTheBuffersBorderAreReadLikeAnyOther() throws IOException {
        // The buffer is filled in steps of 256 KB: put a record with everything in it across each
        // place near there.
        String hard = "\"q\"\"u\r\no\",plain,\"\"\r\n";
        for (int shift = -24; shift <= 4; shift++) {
            for (int border : new int[] {1 << 18, 1 << 19}) {
                var text = new StringBuilder();
                while (text.length() + 100 < border + shift) {
                    text.append("filler,").append(text.length()).append('\n');
                }
                text.append("p".repeat(border + shift - text.length() - 1)).append('\n');
                String all = text + hard + "after,1\n";
                List<Read> expected = reference(all);
                assertEquals(expected, readAll(all), "shift " + shift);
                assertEquals(
                        expected,
                        readAll(all.getBytes(StandardCharsets.ISO_8859_1), 1 << 18),
                        "shift " + shift);
            }
        }
    }
}
