package org.claimscope.nlq.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;

/// The form's shape as JSON schema over the catalog's ids, built by hand. Services that heed it
/// cannot name what is not there; for the others the reply is checked all the same.
final class FormSchema {
    private FormSchema() {}

    static ResponseFormat of(Words words) {
        var fields = new ArrayList<>(words.dimensions().keySet());
        fields.addAll(words.numbers());
        fields.addAll(words.measures().keySet());
        fields.add(QuestionForm.CHANGE);
        var orders = new ArrayList<>(words.measures().keySet());
        orders.addAll(words.dimensions().keySet());
        orders.add(QuestionForm.CHANGE);
        JsonObjectSchema window =
                JsonObjectSchema.builder()
                        .addStringProperty("from", "first day, yyyy-MM-dd or <DATE_n>")
                        .addStringProperty("to", "last day, included")
                        .addEnumProperty("date_role", words.roles())
                        .additionalProperties(false)
                        .build();
        JsonObjectSchema filter =
                JsonObjectSchema.builder()
                        .addEnumProperty("field", fields)
                        .addEnumProperty("op", Arrays.stream(Op.values()).map(Op::sign).toList())
                        .addProperty("values", list(new JsonStringSchema()))
                        .addEnumProperty("level", List.of("row", "measure"))
                        .required("field", "op", "values")
                        .additionalProperties(false)
                        .build();
        JsonObjectSchema root =
                JsonObjectSchema.builder()
                        .addEnumProperty("action", List.of("ANSWER", "REFUSE"))
                        .addProperty(
                                "measures",
                                list(oneOf(words.measures().keySet().stream().toList())))
                        .addProperty(
                                "dimensions",
                                list(oneOf(words.dimensions().keySet().stream().toList())))
                        .addEnumProperty("time_grain", words.grains())
                        .addProperty("filters", list(filter))
                        .addProperty("window", window)
                        .addProperty(
                                "comparison",
                                JsonObjectSchema.builder()
                                        .addEnumProperty(
                                                "type",
                                                Arrays.stream(Comparison.Type.values())
                                                        .map(Comparison.Type::id)
                                                        .toList())
                                        .addProperty("window", window)
                                        .required("type")
                                        .additionalProperties(false)
                                        .build())
                        .addProperty(
                                "order",
                                list(
                                        JsonObjectSchema.builder()
                                                .addEnumProperty("by", orders)
                                                .addEnumProperty("dir", List.of("asc", "desc"))
                                                .required("by", "dir")
                                                .additionalProperties(false)
                                                .build()))
                        .addIntegerProperty("limit")
                        .required("action", "measures", "dimensions", "filters", "order")
                        .additionalProperties(false)
                        .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder().name("question_form").rootElement(root).build())
                .build();
    }

    private static JsonArraySchema list(JsonSchemaElement items) {
        return JsonArraySchema.builder().items(items).build();
    }

    private static JsonEnumSchema oneOf(List<String> ids) {
        return JsonEnumSchema.builder().enumValues(ids).build();
    }
}
