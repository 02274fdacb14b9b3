package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.format.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Segments and elements as they were written by hand, and what is said about what is wrong.
final class SegmentReaderTest {
    static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *240131*0815*^*00501*000000001*0*P*:~";

    private final List<Finding> findings = new ArrayList<>();

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> read(byte[] bytes) throws IOException {
        findings.clear();
        var reader = new SegmentReader(new Drops(bytes), new Findings(findings::add));
        var segments = new ArrayList<String>();
        while (reader.next()) {
            var elements = new ArrayList<String>();
            for (int e = 0; e < reader.elements(); e++) {
                elements.add(reader.text(e));
            }
            segments.add(String.join("|", elements) + (reader.terminated() ? "" : " …"));
            if (reader.id() == Ids.IEA) {
                reader.interchangeEnded();
            }
        }
        return segments.stream().filter(s -> !s.startsWith("ISA")).toList();
    }

    private List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    /// Gives a few bytes at a time, as a network does.
    static final class Drops extends InputStream {
        private final ByteArrayInputStream in;

        Drops(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] b, int off, int len) {
            return in.read(b, off, Math.min(len, 7));
        }
    }

    @Test
    void theIsaTellsTheSeparators() throws IOException {
        assertEquals(
                List.of("GS|HP|A", "ST|835|1", "SVC|HC:1|5|", "SE||"),
                read(ISA + "GS*HP*A~\nST*835*1~\r\nSVC*HC:1*5*~SE**~"));
        assertEquals(List.of(), codes());
        assertEquals(
                List.of("GS|HP", "ST|835"),
                read(
                        ISA.replace('*', '~').replace(":~", "^_").replace('~', '~')
                                + "GS~HP_ST~835_"));
    }

    @Test
    void eachInterchangeHasItsOwn() throws IOException {
        String other = ISA.replace('*', '|').replace("~", "\n").replace('^', '!');
        assertEquals(
                List.of("GS|a:b", "IEA|1", "GS|c~d*e", "IEA|2"),
                read(ISA + "GS*a:b~IEA*1~" + other + "GS|c~d*e\nIEA|2\n"));
        assertEquals(List.of(), codes());
    }

    @Test
    void marksLineEndsAndShortHeadersAreForgiven() throws IOException {
        assertEquals(List.of("GS|x"), read("\u00ef\u00bb\u00bf" + ISA + "GS*x~"));
        assertEquals(List.of("bom"), codes());
        assertEquals(List.of("GS|x"), read(ISA.replace("SENDER  ", "SENDER ") + "GS*x~"));
        assertEquals(List.of("isa-length"), codes());
        assertEquals(
                List.of("GS|x", "ST|835"), read(ISA.replace("~", "\r\n") + "GS*x\r\nST*835\r\n"));
        assertEquals(List.of(), codes());
        assertEquals(List.of("GS|x", "ST|835"), read(ISA.replace("~", "\r") + "GS*x\rST*835\r"));
        // ISA16 left out: the terminator stands in its place.
        assertEquals(
                List.of("GS|x", "ST|835"),
                read(ISA.replace(":~", "~\r\n") + "GS*x~\r\nST*835~\r\n"));
        assertEquals(List.of("isa-length"), codes());
        assertEquals(List.of("GS|NAME OF A PAYER"), read(ISA + "GS*NAME OF\r\n A PAYER~"));
        assertEquals(List.of("line-break"), codes());
    }

    @Test
    void theGroupIsRightWhereTheIsaNamesAnotherTerminator() throws IOException {
        assertEquals(
                List.of("GS|HP|1", "ST|835|1", "BPR|I"),
                read(ISA + "\nGS*HP*1\nST*835*1\nBPR*I\n"));
        assertEquals(List.of("wrong-terminator"), codes());
        assertEquals(
                List.of("GS|HP|1", "ST|835|1", "BPR|I"),
                read(ISA + "GS*HP*1'\nST*835*1'\nBPR*I'\n"));
        assertEquals(List.of("wrong-terminator"), codes());
    }

    @Test
    void withoutAnIsaTheFirstSegmentsTell() throws IOException {
        assertEquals(List.of("GS|HC|1", "ST|837|1", "SE|2"), read("GS*HC*1~\nST*837*1~\nSE*2~\n"));
        assertEquals(List.of("ST|835|1", "BPR|I"), read("ST|835|1\nBPR|I\n"));
    }

    @Test
    void whatIsNoX12IsPassedOver() throws IOException {
        assertEquals(
                List.of("GS|1", "IEA|1", "GS|2"),
                read("From: a@b\n\n" + ISA + "GS*1~IEA*1~ -- end of file 1 -- \n" + ISA + "GS*2~"));
        assertEquals(List.of("garbage", "garbage"), codes());
        assertEquals("segment 1", findings.getFirst().where());
        assertEquals(List.of(), read("PK\u0003\u0004 ISA and nothing of the kind"));
        assertEquals(List.of(), read(ISA.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(List.of("utf-16"), codes());
        assertEquals(List.of(), read(""));
    }

    @Test
    void anInterchangeThatIsCutOffEndsWhereTheNextBegins() throws IOException {
        assertEquals(
                List.of("GS|1", "CLP|12|5 …", "GS|2"), read(ISA + "GS*1~CLP*12*5" + ISA + "GS*2~"));
        String other = ISA.replace('*', '|').replace('~', '\n');
        assertEquals(
                List.of("GS|1", "CLP|12|5 …", "GS|2"),
                read(ISA + "GS*1~CLP*12*5" + other + "GS|2\n"));
        assertEquals(List.of("GS|1", "CLP|1 …"), read(ISA + "GS*1~CLP*1"));
    }

    @Test
    void aSegmentWithoutEndCostsItselfOnly() throws IOException {
        String endless = "x".repeat(SegmentReader.MAX_SEGMENT + 5000);
        findings.clear();
        var reader =
                new SegmentReader(
                        new ByteArrayInputStream(
                                (ISA + "NTE*" + endless + "~GS*2~NTE*" + endless + ISA + "GS*3~")
                                        .getBytes(StandardCharsets.ISO_8859_1)),
                        new Findings(findings::add));
        var seen = new ArrayList<String>();
        while (reader.next()) {
            seen.add(
                    Ids.name(reader.id())
                            + (reader.tooLong() ? " too long" : "")
                            + reader.number());
            assertTrue(reader.original().length < 5000);
        }
        assertEquals(
                List.of("ISA1", " too long2", "GS3", " too long4", "ISA5", "GS6"),
                seen.stream().map(s -> s.replace("NTE", "")).toList());
        assertEquals(List.of("segment-too-long", "segment-too-long"), codes());
    }

    /// A gigabyte on one line, in a heap that does not hold it.
    @Test
    @Tag("deep")
    void aGigabyteOnOneLineNeedsNoMemory() throws IOException {
        long size = 1L << 30;
        var endless =
                new InputStream() {
                    private long given = -ISA.length();

                    @Override
                    public int read() {
                        throw new AssertionError("one by one");
                    }

                    @Override
                    public int read(byte[] b, int off, int len) {
                        if (given >= size) {
                            return -1;
                        }
                        if (given < 0) {
                            byte[] isa = ISA.getBytes(StandardCharsets.ISO_8859_1);
                            System.arraycopy(isa, 0, b, off, isa.length);
                            given = 0;
                            return isa.length;
                        }
                        java.util.Arrays.fill(b, off, off + len, (byte) 'x');
                        given += len;
                        return len;
                    }
                };
        var reader = new SegmentReader(endless, new Findings(findings::add));
        assertTrue(reader.next());
        assertTrue(reader.next());
        assertTrue(reader.tooLong());
        assertTrue(reader.bytes().length < 8 << 20, "buffer " + reader.bytes().length);
        assertFalse(reader.next());
        assertEquals(List.of("segment-too-long"), codes());
    }
}
