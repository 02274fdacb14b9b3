package org.claimscope.data.format.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;

/// A mapping that is proposed for a file no profile fits: which table of the model it fills, and
/// which column each field takes. Somebody looks at it, changes it, and it becomes a profile.
///
/// @param table the sender's name of the table
/// @param columns field of the model to the sender's column; fields without one are left out
/// @param dates order of day, month and year in the sender's dates: `ymd`, `mdy` or `dmy`
public record MappingDraft(String table, Entity entity, Map<String, String> columns, String dates) {
    public MappingDraft {
        columns = new LinkedHashMap<>(columns);
    }

    /// The mapping whose fields find most columns; empty when none finds a key and a second field.
    public static Optional<MappingDraft> propose(
            String table, List<String> header, ColumnWords known) {
        Map<String, String> plain = ColumnWords.plain(header);
        MappingDraft best = null;
        for (Entity entity : Entity.values()) {
            MappingDraft draft = propose(table, entity, plain, known);
            int bonus = draft.named(table) ? 2 : 0;
            if (draft.columns.containsKey("id")
                    && draft.columns.size() >= 2
                    && (best == null
                            || draft.columns.size() + bonus
                                    > best.columns.size() + (best.named(table) ? 2 : 0))) {
                best = draft;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean named(String file) {
        String word = entity.table().replace("_code", "");
        return file.toLowerCase(Locale.ROOT).contains(word);
    }

    /// The columns of a header that fit a table of the model.
    public static MappingDraft propose(
            String table, Entity entity, List<String> header, ColumnWords known) {
        return propose(table, entity, ColumnWords.plain(header), known);
    }

    private static MappingDraft propose(
            String table, Entity entity, Map<String, String> header, ColumnWords known) {
        var columns = new LinkedHashMap<String, String>();
        var taken = new LinkedHashSet<String>();
        for (Field field : entity.fields()) {
            if (field.name().equals("source")) {
                continue;
            }
            Set<String> words = known.of(entity, field.name());
            for (Map.Entry<String, String> column : header.entrySet()) {
                if (words.contains(column.getValue()) && taken.add(column.getKey())) {
                    columns.put(field.name(), column.getKey());
                    break;
                }
            }
        }
        return new MappingDraft(table, entity, columns, "ymd");
    }

    public MappingDraft with(Map<String, String> changed) {
        return new MappingDraft(table, entity, changed, dates);
    }

    public MappingDraft dates(String order) {
        return new MappingDraft(table, entity, columns, order);
    }

    /// The fields of the table that can be filled, the key first.
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        entity.field("id").ifPresent(fields::add);
        entity.fields().stream()
                .filter(f -> !f.name().equals("source") && !f.name().equals("id"))
                .forEach(fields::add);
        return fields;
    }

    /// As a profile is written.
    public String yaml(String name) {
        var out = new StringBuilder();
        out.append("profile: ").append(quoted(name)).append("\nversion: 1\ntables:\n");
        out.append("  - table: ").append(quoted(table)).append('\n');
        out.append("    entity: ").append(entity.table()).append('\n');
        out.append("    fields:\n");
        for (Map.Entry<String, String> column : columns.entrySet()) {
            boolean date =
                    entity.field(column.getKey())
                            .filter(f -> f.type() == FieldType.DATE)
                            .isPresent();
            out.append("      ")
                    .append(column.getKey())
                    .append(": ")
                    .append(
                            date && !dates.equals("ymd")
                                    ? "{from: "
                                            + quoted(column.getValue())
                                            + ", dates: "
                                            + dates
                                            + "}"
                                    : quoted(column.getValue()))
                    .append('\n');
        }
        return out.toString();
    }

    /// A header may hold what YAML does not allow as it is.
    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    (c >= ' ' && c < 0x7f)
                            || (c >= 0xa0 && c < 0xd800)
                            || (c >= 0xe000 && c < 0xfeff);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (plain) {
                out.append(c);
            } else {
                out.append("\\u%04x".formatted((int) c));
            }
        }
        return out.append('"').toString();
    }

    /// The mapping as a profile, checked like any other.
    public Profile profile(String name) {
        return Profile.parse(name, yaml(name));
    }
}
