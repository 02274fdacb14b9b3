package org.claimscope.data.format.hl7v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// HAPI HL7v2 as an independent second reader: every value of every message is the same.
final class Hl7SecondReaderTest {
    private static final int FIELDS = 60;
    private static final int COMPONENTS = 12;

    @Test
    void everyValueOfEveryMessage() throws IOException, HL7Exception {
        int messages = 0;
        int values = 0;
        int refused = 0;
        try (var context = new DefaultHapiContext()) {
            context.setModelClassFactory(new GenericModelClassFactory());
            context.setValidationContext(ValidationContextFactory.noValidation());
            PipeParser hapi = context.getPipeParser();
            for (Path file : files()) {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
                List<String> theirs = split(text);
                var reader = new MessageReader(new ByteArrayInputStream(bytes));
                for (String their : theirs) {
                    assertTrue(reader.next());
                    List<String> expected;
                    try {
                        expected = values(hapi.parse(their));
                    } catch (HL7Exception notTheirs) {
                        refused++;
                        continue;
                    }
                    List<String> found = values(reader.message().believed());
                    assertEquals(
                            String.join("\n", expected),
                            String.join("\n", found),
                            file + " " + reader.number());
                    messages++;
                    values += found.size();
                }
                assertEquals(false, reader.next());
            }
        }
        System.out.printf(
                "hl7: %d values of %d messages as HAPI reads them; HAPI refuses %d messages%n",
                values, messages, refused);
        assertTrue(messages >= 38, "messages: " + messages);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.folder("hl7v2"))) {
            return all.filter(f -> f.toString().matches(".*\\.(hl7|txt)")).sorted().toList();
        }
    }

    /// Cut apart and cleaned of comments another way than ours.
    private static List<String> split(String text) {
        var messages = new ArrayList<String>();
        var message = new StringBuilder();
        for (String line : text.split("\r\n|\r|\n")) {
            if (line.startsWith("MSH")) {
                messages.add(message.toString());
                message.setLength(0);
            }
            if (line.matches("[A-Z][A-Z0-9]{2}\\|.*")) {
                message.append(line).append('\r');
            }
        }
        messages.add(message.toString());
        return messages.subList(1, messages.size());
    }

    private static List<String> values(ca.uhn.hl7v2.model.Message message) throws HL7Exception {
        var values = new ArrayList<String>();
        for (String name : message.getNames()) {
            for (Structure structure : message.getAll(name)) {
                var segment = (ca.uhn.hl7v2.model.Segment) structure;
                int fields = Math.min(FIELDS, segment.numFields());
                for (int f = 1; f <= fields; f++) {
                    if (segment.getName().equals("MSH") && f < 3) {
                        continue;
                    }
                    int repetitions = segment.getField(f).length;
                    for (int r = 0; r < repetitions; r++) {
                        for (int c = 1; c <= COMPONENTS; c++) {
                            String value = Terser.get(segment, f, r, c, 1);
                            add(values, segment.getName(), f, r + 1, c, value);
                        }
                    }
                }
            }
        }
        Collections.sort(values);
        return values;
    }

    private static List<String> values(Message message) {
        var values = new ArrayList<String>();
        for (Segment segment : message.segments()) {
            for (int f = 1; f <= FIELDS; f++) {
                if (segment.name().equals("MSH") && f < 3) {
                    continue;
                }
                for (int r = 1; r <= segment.repetitions(f); r++) {
                    for (int c = 1; c <= COMPONENTS; c++) {
                        String value = segment.text(f, r, c, 1);
                        add(values, segment.name(), f, r, c, value);
                    }
                }
            }
        }
        Collections.sort(values);
        return values;
    }

    private static void add(
            List<String> values, String segment, int f, int r, int c, String value) {
        if (value != null && !value.isBlank()) {
            values.add(segment + "-" + f + "(" + r + ")." + c + "=" + value.strip());
        }
    }
}
