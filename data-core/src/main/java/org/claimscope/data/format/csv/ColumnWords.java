package org.claimscope.data.format.csv;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;

/// What senders call the fields of the model: learned from the model's own names and from the
/// profiles there are, compared by letters and digits only (`Patient ID` is `patient_id`).
public final class ColumnWords {
    private final Map<Entity, Map<String, Set<String>>> words = new EnumMap<>(Entity.class);

    public ColumnWords(List<Profile> known) {
        for (Entity entity : Entity.values()) {
            for (Field field : entity.fields()) {
                of(entity, field.name()).add(plain(field.name()));
            }
            Set<String> ids = of(entity, "id");
            ids.add(plain(entity.table() + "_id"));
            ids.add(plain(entity.table()));
            ids.add(plain(entity.table() + "_number"));
        }
        of(Entity.PATIENT, "id").add("mrn");
        for (Profile profile : known) {
            for (Profile.Table table : profile.tables()) {
                table.fields()
                        .forEach((field, rule) ->
                                rule.from().forEach(c -> of(table.target(), field).add(plain(c))));
            }
        }
    }

    Set<String> of(Entity entity, String field) {
        return words.computeIfAbsent(entity, e -> new HashMap<>())
                .computeIfAbsent(field, f -> new HashSet<>());
    }

    /// The columns of a header, in its order, each with the word it is compared by.
    static Map<String, String> plain(List<String> header) {
        var columns = new LinkedHashMap<String, String>();
        header.forEach(c -> columns.put(c, plain(c)));
        return columns;
    }

    private static String plain(String column) {
        var word = new StringBuilder(column.length());
        for (int i = 0; i < column.length(); i++) {
            char c = Character.toLowerCase(column.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            }
        }
        return word.toString();
    }
}
