package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Another program's reader (StAEDI) sees the same segments and elements in every real file that it
/// can read to the end.
final class SecondReaderTest {
    @Test
    void segmentsAndElementsAreTheSame() throws IOException {
        int same = 0;
        var unread = new TreeMap<String, String>();
        for (var file : X12InspectTest.files().entrySet()) {
            byte[] bytes = file.getValue();
            int from = bytes[0] == (byte) 0xef ? 3 : 0;
            List<String> theirs;
            try {
                theirs = theirs(Arrays.copyOfRange(bytes, from, bytes.length));
            } catch (EDIStreamException refused) {
                unread.put(file.getKey(), String.valueOf(refused.getMessage()));
                continue;
            }
            assertEquals(theirs, ours(bytes), file.getKey());
            same++;
        }
        System.out.println("second reader: " + same + " files the same, not read by it: " + unread);
        assertTrue(same >= 60, unread.toString());
    }

    /// Name and elements of every segment; parts of composites one after the other.
    private static List<String> theirs(byte[] bytes) throws IOException, EDIStreamException {
        var factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        var segments = new ArrayList<String>();
        try (EDIStreamReader reader =
                factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            var one = new StringBuilder();
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_SEGMENT) {
                    one.setLength(0);
                    one.append(reader.getText());
                } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                    String text = reader.getText().strip();
                    if (!text.isEmpty()) {
                        one.append(' ').append(text);
                    }
                } else if (event == EDIStreamEvent.END_SEGMENT) {
                    segments.add(one.toString());
                }
            }
        }
        return segments;
    }

    private static List<String> ours(byte[] bytes) throws IOException {
        var reader = new SegmentReader(new ByteArrayInputStream(bytes), new Findings(f -> {}));
        var s = new Segments();
        var segments = new ArrayList<String>();
        while (reader.next()) {
            s.clear();
            s.add(reader);
            var one = new StringBuilder(s.text(s.element(0, 0)));
            for (int e = 1; e < s.elements(0); e++) {
                if (reader.id() == Ids.ISA) {
                    append(one, s.text(s.element(0, e)));
                    continue;
                }
                for (int p = 1; p < 40; p++) {
                    append(one, s.text(s.component(0, e, p)));
                }
            }
            segments.add(one.toString());
            if (reader.id() == Ids.IEA) {
                reader.interchangeEnded();
            }
        }
        return segments;
    }

    private static void append(StringBuilder one, String text) {
        if (!text.isBlank()) {
            one.append(' ').append(text.strip());
        }
    }
}
