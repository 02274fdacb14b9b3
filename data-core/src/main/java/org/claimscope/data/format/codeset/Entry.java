package org.claimscope.data.format.codeset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.RowWriter;
import org.jspecify.annotations.Nullable;

/// One line of a list.
sealed interface Entry {
    Entity entity();

    /// Sets the fields of a row of [#entity()], without its key.
    ///
    /// @return the key within the edition
    String fill(Fields fields);

    /// A code and what it means.
    ///
    /// @param status `billable` or `heading`, the publisher's action code, or empty
    record Code(
            String system,
            String code,
            String label,
            String shortLabel,
            String status,
            String version,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            implements Entry {
        @Override
        public Entity entity() {
            return Entity.CODE;
        }

        @Override
        public String fill(Fields fields) {
            fields.text("code_system", system);
            fields.text("code", code);
            fields.text("label", label);
            fields.text("short_label", shortLabel);
            fields.text("status", status);
            fields.text("version", version);
            fields.date("effective_from", from);
            fields.date("effective_to", to);
            return code;
        }
    }

    /// A pair that is not paid together, or the most units of one code.
    ///
    /// @param type `ptp` or `mue`
    /// @param two empty for an MUE
    /// @param units negative for a pair
    record Edit(
            String type,
            String setting,
            String one,
            String two,
            long units,
            String indicator,
            String rationale,
            String version,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            implements Entry {
        @Override
        public Entity entity() {
            return Entity.CODE_EDIT;
        }

        @Override
        public String fill(Fields fields) {
            fields.text("edit_type", type);
            fields.text("setting", setting);
            fields.text("column_one", one);
            fields.text("column_two", two);
            if (units >= 0) {
                fields.to.quantity(fields.entity.indexOf("units"), units * 10_000);
            }
            fields.text("indicator", indicator);
            fields.text("rationale", rationale);
            fields.text("version", version);
            fields.date("effective_from", from);
            fields.date("effective_to", to);
            // A pair that was ended can begin again.
            return type + "|" + setting + "|" + one + (two.isEmpty() ? "" : "|" + two + "|" + from);
        }
    }

    /// The fields of a row under construction.
    record Fields(RowWriter to, Entity entity) {
        void text(String field, String value) {
            if (!value.isEmpty()) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                to.text(entity.indexOf(field), utf8, 0, utf8.length);
            }
        }

        void date(String field, @Nullable LocalDate day) {
            if (day != null) {
                to.date(entity.indexOf(field), Math.toIntExact(day.toEpochDay()));
            }
        }
    }
}
