package org.claimscope.data.model;

import static org.claimscope.data.model.Field.date;
import static org.claimscope.data.model.Field.identifier;
import static org.claimscope.data.model.Field.identifyingDate;
import static org.claimscope.data.model.Field.money;
import static org.claimscope.data.model.Field.patientRef;
import static org.claimscope.data.model.Field.ref;
import static org.claimscope.data.model.Field.secret;
import static org.claimscope.data.model.Field.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables of the canonical model, each with its fields: the one place that knows the shape of
/// the data.
///
/// Every record is keyed `(source, id)`: two hospitals reuse the same ids for different people. The
/// DDL (`warehouse.sql`), the segments' columns, the mapping profiles and the jOOQ tables all
/// follow from here; a test fails when they drift. Money fields are signed: a reversal or refund is
/// a negative row.
public enum Entity {
    FACILITY(Versions.CURRENT, text("name"), text("facility_type"), text("city"), text("state")),
    DEPARTMENT(Versions.CURRENT, text("name"), ref("facility_id", "facility")),
    PROVIDER(
            Versions.SCD2,
            text("first_name"),
            text("last_name"),
            text("specialty"),
            ref("department_id", "department"),
            ref("facility_id", "facility"),
            text("npi")),
    PATIENT(
            Versions.SCD2,
            identifier("first_name"),
            identifier("middle_name"),
            identifier("last_name"),
            secret("ssn"),
            identifier("phone"),
            text("sex"),
            identifyingDate("birth_date"),
            identifier("address"),
            text("city"),
            text("state"),
            text("postal_code")),
    PAYER(Versions.CURRENT, text("name"), text("payer_type")),
    COVERAGE(
            Versions.SCD2,
            patientRef(),
            ref("payer_id", "payer"),
            text("plan_name"),
            identifier("member_id"),
            text("rank"),
            date("effective_from"),
            date("effective_to")),
    ENCOUNTER(
            Versions.CURRENT,
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            text("encounter_type"),
            date("service_date"),
            date("discharge_date"),
            ref("procedure_code", "procedure_code"),
            ref("diagnosis_code", "diagnosis_code")),
    /// The ledger. One row is one event of the sender: a charge, a payment, an adjustment, or
    /// (plain extracts) a charge with what was paid on it.
    TRANSACTION(
            Versions.CURRENT,
            ref("encounter_id", "encounter"),
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            ref("claim_id", "claim"),
            text("transaction_type"),
            text("visit_type"),
            text("line_of_business"),
            text("financial_class"),
            date("visit_date"),
            date("service_date"),
            date("posted_date"),
            date("payment_date"),
            money("billed"),
            money("paid"),
            money("adjusted"),
            text("adjustment_type"),
            text("payment_source"),
            text("group_code"),
            text("carc"),
            ref("procedure_code", "procedure_code"),
            ref("diagnosis_code", "diagnosis_code"),
            identifier("medicaid_id"),
            identifier("medicare_id")),
    CLAIM(
            Versions.SCD2,
            ref("transaction_id", "transaction"),
            ref("encounter_id", "encounter"),
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            text("payer_name"),
            text("payer_type"),
            date("service_date"),
            date("submitted_date"),
            date("adjudicated_date"),
            date("payment_date"),
            money("billed"),
            money("allowed"),
            money("paid"),
            money("patient_responsibility"),
            money("deductible"),
            money("coinsurance"),
            money("copay"),
            text("status"),
            text("claim_status"),
            text("frequency_code"),
            text("original_claim_id"),
            text("group_code"),
            text("carc"),
            money("denied")),
    PROCEDURE_CODE(Versions.CURRENT, text("category"), text("label"), text("status")),
    DIAGNOSIS_CODE(Versions.CURRENT, text("label"));

    /// Which versions of a record the engine keeps at hand. Every version ever synced stays in the
    /// segments.
    public enum Versions {
        /// The newest only.
        CURRENT,
        /// All, each with the days it was valid (slowly changing dimension, type 2).
        SCD2
    }

    private final Versions versions;
    private final List<Field> fields;

    Entity(Versions versions, Field... own) {
        this.versions = versions;
        var all = new ArrayList<Field>();
        all.add(text("source"));
        all.add(text("id"));
        all.addAll(Arrays.asList(own));
        all.add(date("modified_date"));
        this.fields = List.copyOf(all);
    }

    public Versions versions() {
        return versions;
    }

    /// The table's name, which is also the word in profiles, on the command line and in lineage.
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `source`, `id`, the entity's own fields, and `modified_date` (when the sender last touched
    /// the record).
    public List<Field> fields() {
        return fields;
    }

    /// The place of a field in [#fields()].
    public int indexOf(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table() + " has no field " + field);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public static Optional<Entity> named(String table) {
        return Arrays.stream(values()).filter(e -> e.table().equals(table)).findFirst();
    }
}
