package org.claimscope.nlq.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A model's reply as plain parts, before any of it is believed. Only the form's keys, only their
/// types, no key twice, nothing behind the object; a code fence around it is forgiven.
record ReplyForm(
        boolean refused,
        List<String> measures,
        List<String> dimensions,
        Optional<String> timeGrain,
        List<Condition> filters,
        Optional<Span> window,
        Optional<Against> comparison,
        List<Order> order,
        Optional<Integer> limit) {
    /// A filter as it was written.
    record Condition(String field, String op, List<String> values, boolean onMeasure) {}

    /// A window as it was written.
    record Span(@Nullable String from, @Nullable String to, @Nullable String dateRole) {}

    /// A comparison as it was written.
    record Against(String type, Optional<Span> window) {}

    /// An order as it was written.
    record Order(String by, boolean descending) {}

    private static final int LONGEST = 20_000;

    private static final Set<String> KEYS =
            Set.of(
                    "action",
                    "reason",
                    "measures",
                    "dimensions",
                    "time_grain",
                    "filters",
                    "window",
                    "comparison",
                    "order",
                    "limit");

    private static final JsonMapper STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(2_000)
                                                    .maxNumberLength(30)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    static ReplyForm read(String reply) {
        String json = unfenced(reply);
        JsonNode root;
        try {
            root = STRICT.readTree(json);
        } catch (JacksonException e) {
            throw new Complaint.Found(Complaint.BAD_JSON);
        }
        if (root == null || !root.isObject()) {
            throw new Complaint.Found(Complaint.NO_JSON);
        }
        keys(root, KEYS);
        String action = text(root, "action").orElse("ANSWER");
        if (!action.equals("ANSWER") && !action.equals("REFUSE")) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        return new ReplyForm(
                action.equals("REFUSE"),
                texts(root, "measures"),
                texts(root, "dimensions"),
                text(root, "time_grain"),
                objects(root, "filters").stream().map(ReplyForm::condition).toList(),
                object(root, "window").map(ReplyForm::span),
                object(root, "comparison").map(ReplyForm::against),
                objects(root, "order").stream().map(ReplyForm::order).toList(),
                limit(root));
    }

    private static String unfenced(String reply) {
        String text = reply.strip();
        if (text.length() > LONGEST) {
            throw new Complaint.Found(Complaint.BAD_JSON);
        }
        if (text.startsWith("```")) {
            int line = text.indexOf('\n');
            int end = text.lastIndexOf("```");
            text = line > 0 && end > line ? text.substring(line + 1, end).strip() : text;
        }
        if (!text.startsWith("{")) {
            throw new Complaint.Found(Complaint.NO_JSON);
        }
        return text;
    }

    private static Condition condition(JsonNode n) {
        keys(n, Set.of("field", "op", "values", "level"));
        String level = text(n, "level").orElse("row");
        if (!level.equals("row") && !level.equals("measure")) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        var values = new ArrayList<String>();
        for (JsonNode v : array(n, "values")) {
            if (!v.isTextual() && !v.isNumber()) {
                throw new Complaint.Found(Complaint.WRONG_TYPE);
            }
            values.add(v.asText());
        }
        return new Condition(
                needed(n, "field"), needed(n, "op"), List.copyOf(values), level.equals("measure"));
    }

    private static Span span(JsonNode n) {
        keys(n, Set.of("from", "to", "date_role", "text"));
        return new Span(
                text(n, "from").orElse(null),
                text(n, "to").orElse(null),
                text(n, "date_role").orElse(null));
    }

    private static Against against(JsonNode n) {
        keys(n, Set.of("type", "window"));
        return new Against(needed(n, "type"), object(n, "window").map(ReplyForm::span));
    }

    private static Order order(JsonNode n) {
        keys(n, Set.of("by", "dir"));
        String dir = needed(n, "dir");
        if (!dir.equals("asc") && !dir.equals("desc")) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        return new Order(needed(n, "by"), dir.equals("desc"));
    }

    private static Optional<Integer> limit(JsonNode root) {
        JsonNode n = root.get("limit");
        if (n == null || n.isNull()) {
            return Optional.empty();
        }
        if (!n.canConvertToInt() || !n.isIntegralNumber()) {
            throw new Complaint.Found(Complaint.BAD_LIMIT);
        }
        return Optional.of(n.asInt());
    }

    private static void keys(JsonNode n, Set<String> allowed) {
        n.fieldNames()
                .forEachRemaining(name -> {
                    if (!allowed.contains(name)) {
                        throw new Complaint.Found(Complaint.UNKNOWN_KEY);
                    }
                });
    }

    private static String needed(JsonNode n, String key) {
        return text(n, key).orElseThrow(() -> new Complaint.Found(Complaint.WRONG_TYPE));
    }

    /// Absent, null and the empty text are the same.
    private static Optional<String> text(JsonNode n, String key) {
        JsonNode v = n.get(key);
        if (v == null || v.isNull()) {
            return Optional.empty();
        }
        if (!v.isTextual()) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        return Optional.of(v.asText()).filter(s -> !s.isEmpty());
    }

    private static List<JsonNode> array(JsonNode n, String key) {
        JsonNode v = n.get(key);
        if (v == null || v.isNull()) {
            return List.of();
        }
        if (!v.isArray() || v.size() > 100) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        var all = new ArrayList<JsonNode>();
        v.forEach(all::add);
        return all;
    }

    private static List<String> texts(JsonNode n, String key) {
        return array(n, key).stream()
                .map(v -> {
                    if (!v.isTextual()) {
                        throw new Complaint.Found(Complaint.WRONG_TYPE);
                    }
                    return v.asText();
                })
                .toList();
    }

    private static List<JsonNode> objects(JsonNode n, String key) {
        return array(n, key).stream()
                .map(v -> {
                    if (!v.isObject()) {
                        throw new Complaint.Found(Complaint.WRONG_TYPE);
                    }
                    return v;
                })
                .toList();
    }

    private static Optional<JsonNode> object(JsonNode n, String key) {
        JsonNode v = n.get(key);
        if (v == null || v.isNull()) {
            return Optional.empty();
        }
        if (!v.isObject()) {
            throw new Complaint.Found(Complaint.WRONG_TYPE);
        }
        return Optional.of(v);
    }
}
