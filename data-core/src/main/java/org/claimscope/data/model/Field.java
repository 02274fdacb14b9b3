package org.claimscope.data.model;

import org.jspecify.annotations.Nullable;

/// One field of an entity: its name in the cache, in profiles and in queries.
///
/// @param references the table that this field's ids belong to, within the same source; null for a
///   plain value
public record Field(
        String name, FieldType type, Sensitivity sensitivity, @Nullable String references) {
    static Field text(String name) {
        return new Field(name, FieldType.TEXT, Sensitivity.NONE, null);
    }

    static Field identifier(String name) {
        return new Field(name, FieldType.TEXT, Sensitivity.IDENTIFIER, null);
    }

    static Field secret(String name) {
        return new Field(name, FieldType.TEXT, Sensitivity.SECRET, null);
    }

    static Field date(String name) {
        return new Field(name, FieldType.DATE, Sensitivity.NONE, null);
    }

    static Field identifyingDate(String name) {
        return new Field(name, FieldType.DATE, Sensitivity.IDENTIFIER, null);
    }

    static Field money(String name) {
        return new Field(name, FieldType.MONEY, Sensitivity.NONE, null);
    }

    static Field quantity(String name) {
        return new Field(name, FieldType.QUANTITY, Sensitivity.NONE, null);
    }

    static Field ref(String name, String table) {
        return new Field(name, FieldType.TEXT, Sensitivity.NONE, table);
    }

    static Field patientRef() {
        return new Field("patient_id", FieldType.TEXT, Sensitivity.IDENTIFIER, "patient");
    }
}
