package org.claimscope.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class SnifferTest {
    private static final String TABLE = "PatientID,Name\nP1,Ann\nP2,Bob\n";

    private static Sniffed sniff(byte[] bytes) throws IOException {
        return Sniffer.sniff(new BufferedInputStream(new ByteArrayInputStream(bytes), 1 << 17));
    }

    private static Sniffed sniff(String text) throws IOException {
        return sniff(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sniffed text(String charset, char delimiter, String... header) {
        return new Sniffed.Text(charset, (byte) delimiter, List.of(header));
    }

    private static String codeOf(Sniffed sniffed) {
        return switch (sniffed) {
            case Sniffed.NotCsv(String code, String explanation) -> code;
            case Sniffed.Text text -> "text " + text.header();
            case Sniffed.Empty() -> "empty";
        };
    }

    @Test
    void commasTabsSemicolonsAndBarsAreFoundByTheHeader() throws IOException {
        assertEquals(text("UTF-8", ',', "PatientID", "Name"), sniff(TABLE));
        assertEquals(text("UTF-8", '\t', "a", "b,c", "d"), sniff("a\tb,c\td\n"));
        assertEquals(text("UTF-8", ';', "a", "b", "c"), sniff("a;b;c\n1,5;2;3\n"));
        assertEquals(text("UTF-8", '|', "a", "b"), sniff("a|b\n"));
        assertEquals(text("UTF-8", ',', "only"), sniff("only\n1\n"));
        assertEquals(text("UTF-8", ',', "a;b;c", "d"), sniff("\"a;b;c\",d\n"));
    }

    @Test
    void theHeaderIsTheFirstLineThatTheReaderReads() throws IOException {
        assertEquals(text("UTF-8", ',', "a", "b"), sniff("\n\r\na , b\n1,2\n"));
        // A first column without a name, as data frames are written.
        assertEquals(text("UTF-8", '\t', "", "a", "b"), sniff("\ta\tb\n0\t1\t2\n"));
        assertEquals(text("UTF-8", ',', "", "a"), sniff(",a\n0,1\n"));
        // A line of spaces is a line for the reader, so it is one here.
        assertEquals(text("UTF-8", ',', ""), sniff("  \na,b\n"));
    }

    @Test
    void utf16IsFoundWithAndWithoutAMark() throws IOException {
        for (String name : List.of("UTF-16LE", "UTF-16BE")) {
            Charset charset = Charset.forName(name);
            assertEquals(text(name, ',', "PatientID", "Name"), sniff(TABLE.getBytes(charset)));
            assertEquals(
                    text(name, ',', "PatientID", "Name"),
                    sniff(("\uFEFF" + TABLE).getBytes(charset)));
        }
    }

    @Test
    void aMarkBelongsToNoColumn() throws IOException {
        assertEquals(text("UTF-8", ',', "PatientID", "Name"), sniff("\uFEFF" + TABLE));
    }

    @Test
    void whatIsNotUtf8IsWindows1252EvenAtTheVeryEnd() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        assertEquals(
                text("windows-1252", ',', "a", "b"),
                sniff("a,b\n1,José Müller\n".getBytes(windows)));
        assertEquals(text("windows-1252", ',', "a", "b"), sniff("a,b\n1,José".getBytes(windows)));
        assertEquals(text("UTF-8", ',', "a", "b"), sniff("a,b\n1,José"));
        // A character of UTF-8 across the end of the look is none the worse.
        for (int filler = 65_520; filler < 65_536; filler++) {
            assertEquals(
                    text("UTF-8", ',', "a", "b"), sniff("a,b\n" + "x".repeat(filler - 4) + "€€€€"));
        }
    }

    @Test
    void otherFilesAreCalledByTheirNames() throws IOException {
        assertEquals(
                "git-lfs-pointer",
                codeOf(
                        sniff(
                                "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n")));
        assertEquals("zip", codeOf(sniff("PK\u0003\u0004rest of a spreadsheet")));
        assertEquals("x12", codeOf(sniff("ISA*00*          *00*          *ZZ*A~")));
        assertEquals("hl7v2", codeOf(sniff("MSH|^~\\&|ADT|H1|||202401010101||ADT^A01|1|P|2.5\r")));
        assertEquals("hl7v2", codeOf(sniff("BHS|^~\\&|X\r")));
        assertEquals("json", codeOf(sniff("{\"a\":1}")));
        assertEquals("json", codeOf(sniff("[\n  {\"a\":1},\n  {\"a\":2}\n]")));
        assertEquals("xml", codeOf(sniff("<?xml version=\"1.0\"?><a/>")));
        assertEquals("tuples", codeOf(sniff("('P1', 'Ann')\n('P2', 'Bob')\n")));
        assertEquals(
                "tuples",
                codeOf(
                        sniff(
                                "('P1', 'Ann')\n('P2', 'Bob')\n"
                                        .getBytes(StandardCharsets.UTF_16LE))));
        assertEquals("binary", codeOf(sniff("a,b\0\u0001\u0002,c\n".repeat(3))));
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(TABLE.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("gzip", codeOf(sniff(zipped.toByteArray())));
    }

    @Test
    void aColumnMayStartLikeAnX12OrHl7Segment() throws IOException {
        assertEquals("text [ISActive, b]", codeOf(sniff("ISActive,b\n1,2\n")));
        assertEquals("text [ISA, b]", codeOf(sniff("ISA,b\n1,2\n")));
        assertEquals("text [MSH_ID, b]", codeOf(sniff("MSH_ID,b\n1,2\n")));
    }

    @Test
    void nothingIsEmpty() throws IOException {
        assertEquals(new Sniffed.Empty(), sniff(""));
        assertEquals(new Sniffed.Empty(), sniff(" \r\n\n\t"));
        assertEquals(new Sniffed.Empty(), sniff("\uFEFF"));
    }

    @Test
    void explanationsQuoteNothingOfTheFile() throws IOException {
        for (String start : List.of("{\"", "<", "('", "ISA*", "MSH|")) {
            Sniffed sniffed = sniff(start + "Zephyrine");
            assertFalse(sniffed.toString().contains("Zephyrine"), sniffed.toString());
        }
    }

    @Test
    void lookingPutsEveryByteBack() throws IOException {
        byte[] bytes = TABLE.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (var in = new BufferedInputStream(new ByteArrayInputStream(bytes), 1 << 17)) {
            Sniffer.sniff(in);
            assertEquals(bytes.length, in.readAllBytes().length);
        }
    }
}
