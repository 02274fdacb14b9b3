package org.claimscope.nlq.form;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.form.QuestionForm.Order;
import org.jspecify.annotations.Nullable;

/// The form as JSON: the names of the contract, absent = null.
public final class FormJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FormJson() {}

    /// Ready to be written by any JSON writer, keys in the contract's order.
    public static Map<String, @Nullable Object> document(QuestionForm form) {
        var d = new LinkedHashMap<String, @Nullable Object>();
        d.put("action", form.action().name());
        d.put("reason", form.reason());
        d.put(
                "options",
                form.options().stream()
                        .map(o -> pairs("label", o.label(), "form", document(o.form())))
                        .toList());
        d.put("measures", form.measures());
        d.put("dimensions", form.dimensions());
        d.put("time_grain", form.timeGrain());
        d.put("filters", form.filters().stream().map(FormJson::filter).toList());
        d.put("window", form.window() == null ? null : window(form.window()));
        d.put("comparison", form.comparison() == null ? null : comparison(form.comparison()));
        d.put(
                "order",
                form.order().stream()
                        .map(o -> pairs("by", o.by(), "dir", o.descending() ? "desc" : "asc"))
                        .toList());
        d.put("limit", form.limit());
        d.put(
                "spans",
                form.spans().stream()
                        .map(s ->
                                pairs(
                                        "from",
                                        s.from(),
                                        "to",
                                        s.to(),
                                        "kind",
                                        s.kind(),
                                        "meaning",
                                        s.meaning()))
                        .toList());
        d.put("assumptions", form.assumptions());
        d.put("confidence", form.confidence());
        d.put("version", QuestionForm.VERSION);
        return d;
    }

    /// Keys and values in their order.
    private static Map<String, Object> pairs(Object... keysAndValues) {
        var d = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            d.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return d;
    }

    private static Map<String, @Nullable Object> filter(Filter f) {
        var d = new LinkedHashMap<String, @Nullable Object>();
        d.put("field", f.field());
        d.put("op", f.op().sign());
        d.put(
                "value",
                switch (f.value()) {
                    case Filter.Members(List<String> names) ->
                            f.op() == Op.IN || f.op() == Op.NOT_IN ? names : names.getFirst();
                    case Filter.Bounds(List<BigDecimal> numbers) ->
                            numbers.size() == 1
                                    ? plain(numbers.getFirst())
                                    : numbers.stream().map(FormJson::plain).toList();
                });
        if (f.level() == Filter.Level.MEASURE) {
            d.put("level", "measure");
        }
        return d;
    }

    private static Number plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return plain.longValueExact();
        }
        return plain;
    }

    private static Map<String, @Nullable Object> window(Window w) {
        var d = new LinkedHashMap<String, @Nullable Object>();
        d.put("from", w.from() == null ? null : w.from().toString());
        d.put("to", w.to() == null ? null : w.to().toString());
        d.put("date_role", w.dateRole());
        d.put("text", w.text());
        return d;
    }

    private static Map<String, @Nullable Object> comparison(Comparison c) {
        var d = new LinkedHashMap<String, @Nullable Object>();
        d.put("type", c.type().id());
        d.put("window", c.window() == null ? null : window(c.window()));
        return d;
    }

    public static String write(QuestionForm form) {
        try {
            return MAPPER.writeValueAsString(document(form));
        } catch (JacksonException e) {
            throw new IllegalStateException("a form cannot be written as JSON", e);
        }
    }

    /// @throws ClaimscopeException USER when it is not a form
    public static QuestionForm read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new ClaimscopeException(ErrorKind.USER, "This is not a question's form.", e);
        }
    }

    private static QuestionForm read(JsonNode n) {
        return QuestionForm.empty().toBuilder()
                .action(Action.valueOf(n.path("action").asText("ANSWER")), text(n.get("reason")))
                .options(
                        stream(n.path("options"))
                                .map(o ->
                                        new QuestionForm.Option(
                                                o.path("label").asText(), read(o.path("form"))))
                                .toList())
                .measures(strings(n.path("measures")))
                .dimensions(strings(n.path("dimensions")))
                .timeGrain(text(n.get("time_grain")))
                .filters(stream(n.path("filters")).map(FormJson::readFilter).toList())
                .window(readWindow(n.get("window")))
                .comparison(readComparison(n.get("comparison")))
                .order(
                        stream(n.path("order"))
                                .map(o ->
                                        new Order(
                                                o.path("by").asText(),
                                                o.path("dir").asText().equals("desc")))
                                .toList())
                .limit(n.path("limit").isInt() ? n.path("limit").asInt() : null)
                .assumptions(strings(n.path("assumptions")))
                .confidence(n.path("confidence").asDouble(1))
                .build();
    }

    private static Filter readFilter(JsonNode f) {
        JsonNode value = f.path("value");
        List<JsonNode> parts = value.isArray() ? stream(value).toList() : List.of(value);
        Filter.Value read =
                parts.stream().allMatch(JsonNode::isNumber)
                        ? new Filter.Bounds(parts.stream().map(JsonNode::decimalValue).toList())
                        : new Filter.Members(parts.stream().map(JsonNode::asText).toList());
        return new Filter(
                f.path("field").asText(),
                Op.of(f.path("op").asText()),
                read,
                f.path("level").asText("row").equals("measure")
                        ? Filter.Level.MEASURE
                        : Filter.Level.ROW);
    }

    private static @Nullable Window readWindow(@Nullable JsonNode w) {
        return w == null || w.isNull()
                ? null
                : new Window(
                        date(w.get("from")),
                        date(w.get("to")),
                        text(w.get("date_role")),
                        text(w.get("text")));
    }

    private static @Nullable Comparison readComparison(@Nullable JsonNode c) {
        return c == null || c.isNull()
                ? null
                : new Comparison(
                        Comparison.Type.valueOf(c.path("type").asText().toUpperCase(Locale.ROOT)),
                        readWindow(c.get("window")));
    }

    private static @Nullable LocalDate date(@Nullable JsonNode n) {
        String text = text(n);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable JsonNode n) {
        return n == null || n.isNull() ? null : n.asText();
    }

    private static List<String> strings(JsonNode n) {
        var all = new ArrayList<String>();
        n.forEach(x -> all.add(x.asText()));
        return all;
    }

    private static Stream<JsonNode> stream(JsonNode n) {
        return StreamSupport.stream(n.spliterator(), false);
    }
}
