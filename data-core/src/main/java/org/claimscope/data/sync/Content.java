package org.claimscope.data.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.Inspection;

/// What a message that arrived by itself is, which decides what it can share a delivery with: many
/// become one file of their format, in which each keeps its place.
enum Content {
    /// HL7 v2, as MLLP blocks, which keep each one whole and apart whatever its last byte is.
    HL7("hl7v2"),
    /// FHIR resources, one a line.
    RESOURCES("fhir"),
    /// FHIR Bundles, read document after document.
    BUNDLES("fhir"),
    /// Nothing that is known; each goes to quarantine.
    UNREADABLE("hl7v2");

    private static final byte[] END = {0x1c, '\r'};
    private static final int LOOK = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();

    private final String format;

    Content(String format) {
        this.format = format;
    }

    static Content of(byte[] message) {
        String format =
                Formats.of(Arrays.copyOf(message, Math.min(message.length, Format.HEAD)))
                        .map(Format::id)
                        .orElse("");
        if (format.equals(HL7.format)) {
            return HL7;
        }
        return format.equals(RESOURCES.format) && isJson(message) ? fhir(message) : UNREADABLE;
    }

    private static Content fhir(byte[] message) {
        var head =
                new String(message, 0, Math.min(message.length, LOOK), StandardCharsets.ISO_8859_1);
        return head.contains("\"Bundle\"") || head.stripLeading().startsWith("[")
                ? BUNDLES
                : RESOURCES;
    }

    /// One broken document would take those behind it along.
    private static boolean isJson(byte[] message) {
        for (byte b : message) {
            if (b == 0) {
                return false;
            }
        }
        try (JsonParser parser = JSON.createParser(message)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// The word for what the delivery is, in the journal.
    String format() {
        return format;
    }

    /// One file of them.
    byte[] joined(List<byte[]> messages) {
        var file = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            switch (this) {
                case HL7, UNREADABLE -> {
                    file.write(0x0b);
                    file.writeBytes(message);
                    file.writeBytes(END);
                }
                case RESOURCES, BUNDLES -> {
                    // Line ends stand between JSON's words only, never in them.
                    for (byte b : message) {
                        file.write(b == '\r' || b == '\n' ? ' ' : b);
                    }
                    file.write('\n');
                }
            }
        }
        return file.toByteArray();
    }

    /// How many places of the delivery a message takes.
    long places(byte[] message) {
        return switch (this) {
            case RESOURCES, UNREADABLE -> 1;
            case HL7 -> inspection(message).messages().size();
            case BUNDLES ->
                    inspection(message).resources().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        };
    }

    private Inspection inspection(byte[] message) {
        try (var in = new BufferedInputStream(new ByteArrayInputStream(joined(List.of(message))))) {
            return Formats.named(format).orElseThrow().inspect(in);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}
