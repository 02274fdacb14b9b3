package org.claimscope.data.format.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of a resource that is of use, as a small tree. What nobody here asks for is passed over
/// while it is read and never becomes an object: narrative, extensions, most of clinical content.
///
/// Numbers stay the text they were sent as, so that sums are exact. What is absent is the empty
/// text or [#NONE]; where a list is asked for as one, it is its first element.
final class Json {
    static final Json NONE = new Json();

    /// All field names that are read, at whatever depth.
    private static final Set<String> WANTED =
            Set.of(
                    "resourceType",
                    "id",
                    "meta",
                    "lastUpdated",
                    "fullUrl",
                    "resource",
                    "entry",
                    "contained",
                    "identifier",
                    "system",
                    "value",
                    "status",
                    "type",
                    "coding",
                    "code",
                    "display",
                    "text",
                    "category",
                    "reference",
                    "active",
                    "name",
                    "family",
                    "given",
                    "use",
                    "telecom",
                    "gender",
                    "birthDate",
                    "address",
                    "line",
                    "city",
                    "state",
                    "postalCode",
                    "link",
                    "other",
                    "beneficiary",
                    "payor",
                    "subscriberId",
                    "class",
                    "order",
                    "period",
                    "start",
                    "end",
                    "subject",
                    "participant",
                    "individual",
                    "actor",
                    "serviceProvider",
                    "location",
                    "managingOrganization",
                    "partOf",
                    "practitioner",
                    "organization",
                    "specialty",
                    "reasonCode",
                    "encounter",
                    "recordedDate",
                    "onsetDateTime",
                    "performedDateTime",
                    "performedPeriod",
                    "patient",
                    "created",
                    "billablePeriod",
                    "provider",
                    "facility",
                    "insurer",
                    "insurance",
                    "focal",
                    "coverage",
                    "claim",
                    "request",
                    "outcome",
                    "diagnosis",
                    "diagnosisCodeableConcept",
                    "item",
                    "sequence",
                    "productOrService",
                    "modifier",
                    "revenue",
                    "servicedDate",
                    "servicedPeriod",
                    "quantity",
                    "net",
                    "diagnosisSequence",
                    "locationCodeableConcept",
                    "adjudication",
                    "reason",
                    "amount",
                    "total",
                    "payment",
                    "date",
                    "supportingInfo",
                    "appointmentType",
                    "serviceType",
                    "minutesDuration",
                    "context",
                    "occurrenceDateTime",
                    "occurrencePeriod",
                    "performer",
                    "performingOrganization",
                    "priceOverride",
                    "enteredDate",
                    "unitPrice",
                    "preAuthRef",
                    "careTeam",
                    "role",
                    "bodySite",
                    "description");

    private String[] names = {};
    private Object[] values = {};
    private int size;
    private boolean list;

    private Json() {}

    /// Reads the object or list that the parser stands at the start of.
    static Json read(JsonParser in) throws IOException {
        var node = new Json();
        if (in.currentToken() == JsonToken.START_ARRAY) {
            node.list = true;
            while (in.nextToken() != JsonToken.END_ARRAY) {
                node.take("", in);
            }
            return node;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (WANTED.contains(name)) {
                node.take(name, in);
            } else {
                in.skipChildren();
            }
        }
        return node;
    }

    private void take(String name, JsonParser in) throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT, START_ARRAY -> {
                if (name.equals("text")) {
                    // Narrative; the text of a coded value is a string.
                    in.skipChildren();
                } else {
                    add(name, read(in));
                }
            }
            case VALUE_NULL -> {}
            default -> add(name, in.getText());
        }
    }

    private void add(String name, Object value) {
        if (size == values.length) {
            int more = Math.max(4, size * 2);
            names = Arrays.copyOf(names, more);
            values = Arrays.copyOf(values, more);
        }
        names[size] = name;
        values[size++] = value;
    }

    private @Nullable Object value(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /// A text, number or truth value as sent; of a list the first.
    String text(String name) {
        Object value = value(name);
        if (value instanceof Json node && node.list && node.size > 0) {
            value = node.values[0];
        }
        return value instanceof String text ? text : "";
    }

    /// A nested object; of a list the first.
    Json child(String name) {
        Object value = value(name);
        if (value instanceof Json node && node.list) {
            value = node.size > 0 ? node.values[0] : null;
        }
        return value instanceof Json node && !node.list ? node : NONE;
    }

    /// All nested objects of a name, one or many.
    List<Json> all(String name) {
        if (!(value(name) instanceof Json node)) {
            return List.of();
        }
        if (!node.list) {
            return List.of(node);
        }
        var all = new ArrayList<Json>(node.size);
        for (int i = 0; i < node.size; i++) {
            if (node.values[i] instanceof Json element) {
                all.add(element);
            }
        }
        return all;
    }

    /// All texts of a list.
    List<String> texts(String name) {
        if (!(value(name) instanceof Json node)) {
            String one = text(name);
            return one.isEmpty() ? List.of() : List.of(one);
        }
        var all = new ArrayList<String>(node.size);
        for (int i = 0; i < node.size; i++) {
            if (node.values[i] instanceof String text) {
                all.add(text);
            }
        }
        return all;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
