package org.claimscope.data.source.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One page of a search (a Bundle of type `searchset`), its resources written as lines.
final class SearchPage {
    /// A string is no longer than the longest resource.
    private static final int LONGEST_STRING = 16 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(500)
                                    .maxStringLength(LONGEST_STRING)
                                    .build())
                    .build();

    private final JsonParser in;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long resources;
    private long outcomes;
    private @Nullable String next;
    private @Nullable Instant newest;

    private SearchPage(JsonParser in) {
        this.in = in;
    }

    /// @throws IOException when it ends early or is no Bundle
    static SearchPage read(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            var page = new SearchPage(parser);
            page.bundle();
            return page;
        }
    }

    /// A resource as a line that begins with its type, as whoever reads it looks there first.
    ///
    /// @throws IOException when it is no JSON object
    static byte[] line(byte[] json, int from, int length) throws IOException {
        try (JsonParser parser = JSON.createParser(json, from, length)) {
            var page = new SearchPage(parser);
            page.require(parser.nextToken() == JsonToken.START_OBJECT, "no resource");
            return page.resource().line();
        }
    }

    /// One resource a line.
    byte[] lines() {
        return lines.toByteArray();
    }

    long resources() {
        return resources;
    }

    /// OperationOutcomes among the entries: what the server wants to be known about the search.
    long outcomes() {
        return outcomes;
    }

    Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /// The newest `meta.lastUpdated`.
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    private void require(boolean right, String otherwise) throws IOException {
        if (!right) {
            throw new JsonParseException(in, otherwise);
        }
    }

    private void bundle() throws IOException {
        require(in.nextToken() == JsonToken.START_OBJECT, "no Bundle");
        boolean bundle = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "resourceType" -> bundle = in.getText().equals("Bundle");
                case "link" -> links();
                case "entry" -> entries();
                default -> in.skipChildren();
            }
        }
        require(bundle && in.nextToken() == null, "no Bundle");
    }

    private void links() throws IOException {
        require(in.currentToken() == JsonToken.START_ARRAY, "no links");
        while (in.nextToken() == JsonToken.START_OBJECT) {
            String relation = "";
            String url = "";
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "relation" -> relation = in.getText();
                    case "url" -> url = in.getText();
                    default -> in.skipChildren();
                }
            }
            if (relation.equals("next")) {
                next = url;
            }
        }
        require(in.currentToken() == JsonToken.END_ARRAY, "no links");
    }

    /// A resource that was read.
    private record Read(String type, @Nullable Instant changed, byte[] line) {}

    private void entries() throws IOException {
        require(in.currentToken() == JsonToken.START_ARRAY, "no entries");
        while (in.nextToken() == JsonToken.START_OBJECT) {
            Read read = null;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("resource") && in.currentToken() == JsonToken.START_OBJECT) {
                    read = resource();
                } else {
                    in.skipChildren();
                }
            }
            if (read != null) {
                take(read);
            }
        }
        require(in.currentToken() == JsonToken.END_ARRAY, "no entries");
    }

    private void take(Read read) {
        if (read.type().equals("OperationOutcome")) {
            outcomes++;
            return;
        }
        resources++;
        lines.writeBytes(read.line());
        Instant changed = read.changed();
        if (changed != null && (newest == null || changed.isAfter(newest))) {
            newest = changed;
        }
    }

    private Read resource() throws IOException {
        var fields = new ByteArrayOutputStream();
        String type = "";
        String changed = "";
        try (JsonGenerator out = JSON.createGenerator(fields)) {
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (name.equals("resourceType")
                        && value == JsonToken.VALUE_STRING
                        && in.getText().matches("[A-Za-z]{1,64}")) {
                    type = in.getText();
                    continue;
                }
                out.writeFieldName(name);
                String told = copy(out);
                changed = name.equals("meta") ? told : changed;
            }
            out.writeEndObject();
        }
        var line = new ByteArrayOutputStream(fields.size() + 100);
        byte[] rest = fields.toByteArray();
        String begin =
                type.isEmpty()
                        ? "{"
                        : "{\"resourceType\":\"" + type + (rest.length > 2 ? "\"," : "\"");
        line.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
        line.write(rest, 1, rest.length - 1);
        line.write('\n');
        return new Read(type, ReadTo.instant(changed).orElse(null), line.toByteArray());
    }

    /// Writes the value at hand without changing it: a number keeps its digits, as `12.10` is not
    /// `12.1` in FHIR.
    ///
    /// @return the text of its field `lastUpdated`; empty where it has none
    private String copy(JsonGenerator out) throws IOException {
        String changed = "";
        int depth = 0;
        do {
            switch (in.currentToken()) {
                case START_OBJECT -> {
                    out.writeStartObject();
                    depth++;
                }
                case START_ARRAY -> {
                    out.writeStartArray();
                    depth++;
                }
                case END_OBJECT -> {
                    out.writeEndObject();
                    depth--;
                }
                case END_ARRAY -> {
                    out.writeEndArray();
                    depth--;
                }
                case FIELD_NAME -> out.writeFieldName(in.currentName());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getText());
                case VALUE_STRING -> {
                    out.writeString(in.getText());
                    if (depth == 1 && "lastUpdated".equals(in.currentName())) {
                        changed = in.getText();
                    }
                }
                case VALUE_TRUE -> out.writeBoolean(true);
                case VALUE_FALSE -> out.writeBoolean(false);
                case VALUE_NULL -> out.writeNull();
                case null, default -> throw new JsonParseException(in, "ends early");
            }
        } while (depth > 0 && in.nextToken() != JsonToken.NOT_AVAILABLE);
        return changed;
    }
}
