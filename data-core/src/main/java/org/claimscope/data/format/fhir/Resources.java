package org.claimscope.data.format.fhir;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Utf8;

/// The resources of a delivery: decides what kind of text it is and reads unit after unit.
final class Resources {
    private static final int LOOK = 1 << 16;

    /// R4 resources nest about twenty deep; more is an attack or an accident.
    private static final int MAX_DEPTH = 500;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(Units.MAX_RESOURCE)
                                    .build())
                    .build();

    private Resources() {}

    /// A resource of a unit, and the key it is referred to by.
    ///
    /// @param id its id, or the UUID that the Bundle's entry names it by
    record Resource(Json json, String type, String id) {}

    static Units of(InputStream delivery, Consumer<Finding> findings) throws IOException {
        InputStream in = Utf8.of(delivery, findings);
        byte[] head = in.readNBytes(LOOK);
        return isLines(head) ? new LineUnits(head, in) : new DocumentUnits(head, in);
    }

    /// NDJSON, or documents over several lines? A first line that is broken NDJSON looks like the
    /// first of a document; what the second begins with tells them apart.
    static boolean isLines(byte[] head) {
        int at = 0;
        while (at < head.length && (head[at] <= ' ' || head[at] < 0)) {
            at++;
        }
        if (at == head.length || head[at] != '{') {
            return at == head.length || head[at] != '[';
        }
        int end = at;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        String line = new String(head, at, end - at, StandardCharsets.ISO_8859_1);
        if (line.contains("\"Bundle\"")) {
            return false;
        }
        return end == head.length
                || isBalanced(line)
                || end + 1 < head.length && head[end + 1] == '{';
    }

    private static boolean isBalanced(String line) {
        int depth = 0;
        boolean string = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (string) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    string = false;
                }
            } else if (c == '"') {
                string = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return depth == 0 && !string;
    }

    /// The resources of a unit: one, or those of a Bundle that lies in one line.
    ///
    /// @throws JacksonException if it is no JSON
    static List<Resource> read(byte[] bytes, int from, int length) throws IOException {
        var found = new ArrayList<Resource>(1);
        try (JsonParser in = JSON.createParser(bytes, from, length)) {
            while (in.nextToken() != null) {
                if (in.currentToken() != JsonToken.START_OBJECT) {
                    throw new com.fasterxml.jackson.core.JsonParseException(in, "no object");
                }
                unwrap(Json.read(in), "", found);
            }
        }
        return found;
    }

    private static void unwrap(Json json, String fullUrl, List<Resource> found) {
        String type = json.text("resourceType");
        if (type.isEmpty() && !json.child("resource").isEmpty()) {
            unwrap(json.child("resource"), json.text("fullUrl"), found);
        } else if (type.equals("Bundle")) {
            for (Json entry : json.all("entry")) {
                unwrap(entry, "", found);
            }
        } else if (!type.isEmpty() || !json.has("fullUrl") && !json.has("request")) {
            String uuid = fullUrl.startsWith(References.UUID) ? References.key(fullUrl) : "";
            found.add(new Resource(json, type, uuid.isEmpty() ? json.text("id") : uuid));
        }
    }
}
