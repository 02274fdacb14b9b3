package org.claimscope.data.format.csv;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/// A mapping profile: how the tables of one source schema map onto the canonical model. A new
/// source needs a profile, no code.
///
/// @param profile its name
/// @param version counts up with each change, so that a load can say which mapping it used
public record Profile(String profile, int version, List<Table> tables) {
    private static final String EVERY = "*";

    private static final JsonMapper YAML =
            JsonMapper.builder(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// One table of the sender.
    ///
    /// @param table the sender's name, without schema; compared without case
    /// @param entity the table of our model that it fills
    /// @param ignored columns that are known and not used; `*` for all that no rule reads
    record Table(
            String table,
            String entity,
            LinkedHashMap<String, FieldRule> fields,
            @JsonProperty("ignored") @Nullable List<String> ignored) {
        Entity target() {
            return Entity.named(entity).orElseThrow();
        }

        Set<String> ignoredColumns() {
            return ignored == null
                    ? Set.of()
                    : ignored.stream().map(Sniffer::normal).collect(Collectors.toSet());
        }

        /// The columns of a header that this table needs and does not find.
        List<String> missing(List<String> header) {
            Set<String> have = header.stream().map(Sniffer::normal).collect(Collectors.toSet());
            Stream<String> single =
                    fields.values().stream()
                            .filter(r -> !r.optional() && !r.from().isEmpty())
                            .filter(r ->
                                    r.from().stream()
                                            .noneMatch(c -> have.contains(Sniffer.normal(c))))
                            .map(r -> r.from().getFirst());
            Stream<String> joined =
                    fields.values().stream()
                            .flatMap(r -> r.join().stream())
                            .filter(c -> !have.contains(Sniffer.normal(c)));
            return Stream.concat(single, joined).toList();
        }

        /// The columns of a header that no rule reads.
        List<String> unmapped(List<String> header) {
            var known = new LinkedHashSet<String>(ignoredColumns());
            if (known.contains(EVERY)) {
                return List.of();
            }
            for (FieldRule rule : fields.values()) {
                rule.from().forEach(c -> known.add(Sniffer.normal(c)));
                rule.join().forEach(c -> known.add(Sniffer.normal(c)));
            }
            return header.stream().filter(c -> !known.contains(Sniffer.normal(c))).toList();
        }
    }

    /// @param name for messages, such as the file's name
    /// @throws ClaimscopeException USER with line and reason when the profile does not fit the
    ///   model
    public static Profile parse(String name, String yaml) {
        Profile profile;
        try {
            profile = YAML.readValue(yaml, Profile.class);
        } catch (JacksonException e) {
            JsonLocation place = e.getLocation();
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Mapping profile "
                            + name
                            + (place == null ? "" : ", line " + place.getLineNr())
                            + ": "
                            + e.getOriginalMessage(),
                    e);
        }
        var faults = new ArrayList<String>();
        if (profile == null
                || profile.profile == null
                || profile.tables == null
                || profile.tables.isEmpty()) {
            faults.add("no profile name or no tables");
        } else {
            profile.tables.forEach(t -> check(t, faults));
        }
        if (!faults.isEmpty()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Mapping profile " + name + ": " + String.join("; ", faults) + ".");
        }
        return profile;
    }

    /// YAML leaves out what it likes, whatever the types say.
    private static void check(Table table, List<String> faults) {
        if (table == null
                || table.table == null
                || table.entity == null
                || table.fields == null
                || table.fields.containsValue(null)) {
            faults.add(
                    "table "
                            + (table == null ? "" : table.table)
                            + ": table, entity, fields and the column of each field must be there");
            return;
        }
        if (Entity.named(table.entity).isEmpty()) {
            faults.add(
                    "table "
                            + table.table
                            + ": there is no entity "
                            + table.entity
                            + " (known: "
                            + Arrays.stream(Entity.values())
                                    .map(Entity::table)
                                    .collect(Collectors.joining(", "))
                            + ")");
            return;
        }
        Entity entity = table.target();
        for (Map.Entry<String, FieldRule> rule : table.fields.entrySet()) {
            Field field = entity.field(rule.getKey()).orElse(null);
            if (field == null || rule.getKey().equals("source")) {
                faults.add(
                        "table "
                                + table.table
                                + ": "
                                + table.entity
                                + " has no field "
                                + rule.getKey());
            } else if (field.type() != FieldType.TEXT
                    && (rule.getValue().constant() != null
                            || !rule.getValue().join().isEmpty()
                            || !rule.getValue().map().isEmpty())) {
                faults.add(
                        "table "
                                + table.table
                                + ": const, join and map are for text, not for "
                                + field.name());
            }
        }
        if (!table.fields.containsKey("id")) {
            faults.add("table " + table.table + ": no field id");
        }
    }

    /// Name and version, as loads and journals quote it.
    public String label() {
        return profile + " v" + version;
    }
}
