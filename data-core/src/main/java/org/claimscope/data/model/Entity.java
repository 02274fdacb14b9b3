package org.claimscope.data.model;

import static org.claimscope.data.model.Field.date;
import static org.claimscope.data.model.Field.identifier;
import static org.claimscope.data.model.Field.identifyingDate;
import static org.claimscope.data.model.Field.money;
import static org.claimscope.data.model.Field.patientRef;
import static org.claimscope.data.model.Field.quantity;
import static org.claimscope.data.model.Field.ref;
import static org.claimscope.data.model.Field.secret;
import static org.claimscope.data.model.Field.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
            text("postal_code"),
            ref("merged_into", "patient")),
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
            ref("diagnosis_code", "diagnosis_code"),
            text("status")),
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
            money("denied"),
            text("claim_type"),
            text("place_of_service"),
            text("billing_npi"),
            text("rendering_npi"),
            text("authorization_number"),
            text("payer_control_number"),
            date("discharge_date"),
            ref("diagnosis_code", "diagnosis_code")),
    PROCEDURE_CODE(Versions.CURRENT, text("category"), text("label"), text("status")),
    DIAGNOSIS_CODE(Versions.CURRENT, text("label")),
    /// A visit that is planned (SIU, FHIR Appointment).
    APPOINTMENT(
            Versions.CURRENT,
            patientRef(),
            ref("encounter_id", "encounter"),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            text("appointment_type"),
            text("status"),
            date("appointment_date"),
            text("start_time"),
            quantity("minutes"),
            ref("procedure_code", "procedure_code")),
    /// What a department says it did, before it is billed (DFT FT1, FHIR ChargeItem).
    CHARGE(
            Versions.CURRENT,
            ref("encounter_id", "encounter"),
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            text("charge_type"),
            text("charge_code"),
            ref("procedure_code", "procedure_code"),
            text("modifiers"),
            text("revenue_code"),
            ref("diagnosis_code", "diagnosis_code"),
            quantity("units"),
            money("billed"),
            date("service_date"),
            date("posted_date")),
    /// A service line as billed (837 2400 LX/SV1/SV2).
    CLAIM_LINE(
            Versions.CURRENT,
            ref("claim_id", "claim"),
            text("line_number"),
            text("line_control_number"),
            ref("procedure_code", "procedure_code"),
            text("modifiers"),
            text("revenue_code"),
            text("diagnosis_pointers"),
            text("place_of_service"),
            text("rendering_npi"),
            quantity("units"),
            money("billed"),
            date("service_date"),
            date("service_date_to"),
            text("ndc")),
    /// One payment of a payer with its explanation (835 from BPR to SE).
    REMITTANCE(
            Versions.CURRENT,
            text("trace_number"),
            ref("payer_id", "payer"),
            text("payer_name"),
            text("payee_npi"),
            text("payment_method"),
            date("payment_date"),
            date("production_date"),
            money("paid"),
            money("provider_adjusted"),
            text("balanced")),
    /// What a payer decided about a claim (835 CLP). A reversal is a row of its own, signed.
    REMITTANCE_CLAIM(
            Versions.CURRENT,
            ref("remittance_id", "remittance"),
            ref("claim_id", "claim"),
            patientRef(),
            text("status"),
            text("filing_code"),
            text("payer_control_number"),
            text("facility_type"),
            text("frequency_code"),
            text("rendering_npi"),
            money("billed"),
            money("paid"),
            money("patient_responsibility"),
            money("allowed"),
            money("denied"),
            text("denial_group_code"),
            text("denial_carc"),
            text("rarc"),
            date("service_date"),
            date("service_date_to"),
            date("received_date"),
            date("payment_date"),
            text("balanced")),
    /// What a payer decided about a service line (835 SVC).
    REMITTANCE_LINE(
            Versions.CURRENT,
            ref("remittance_claim_id", "remittance_claim"),
            ref("claim_id", "claim"),
            text("line_control_number"),
            ref("procedure_code", "procedure_code"),
            text("modifiers"),
            text("revenue_code"),
            text("rarc"),
            quantity("units"),
            money("billed"),
            money("paid"),
            money("allowed"),
            date("service_date"),
            date("service_date_to"),
            text("balanced")),
    /// Why billed is not paid (835 CAS at claim and line, PLB at provider): one row a triple.
    ADJUSTMENT(
            Versions.CURRENT,
            text("level"),
            ref("remittance_id", "remittance"),
            ref("remittance_claim_id", "remittance_claim"),
            ref("remittance_line_id", "remittance_line"),
            ref("claim_id", "claim"),
            text("group_code"),
            text("carc"),
            money("adjusted"),
            quantity("quantity"),
            text("denial_class"),
            text("reference"),
            date("payment_date")),
    /// What came back before a decision (999, 997, 277CA, 277).
    ACKNOWLEDGEMENT(
            Versions.CURRENT,
            text("acknowledgement_type"),
            ref("claim_id", "claim"),
            patientRef(),
            ref("payer_id", "payer"),
            text("interchange_control_number"),
            text("group_control_number"),
            text("transaction_control_number"),
            text("payer_control_number"),
            text("category_code"),
            text("status_code"),
            text("entity_code"),
            text("outcome"),
            money("billed"),
            date("status_date")),
    /// A payer's consent (278).
    PRIOR_AUTHORIZATION(
            Versions.CURRENT,
            patientRef(),
            ref("payer_id", "payer"),
            text("authorization_number"),
            text("action_code"),
            text("service_type"),
            ref("procedure_code", "procedure_code"),
            quantity("units"),
            date("effective_from"),
            date("effective_to"),
            text("status")),
    /// What a payer agreed to pay for a service.
    CONTRACT(
            Versions.CURRENT,
            ref("payer_id", "payer"),
            text("payer_name"),
            ref("facility_id", "facility"),
            ref("procedure_code", "procedure_code"),
            text("revenue_code"),
            text("method"),
            money("rate"),
            date("effective_from"),
            date("effective_to")),
    /// That a note exists, never what it says (MDM, ORU).
    NOTE(
            Versions.CURRENT,
            patientRef(),
            ref("encounter_id", "encounter"),
            ref("provider_id", "provider"),
            text("note_type"),
            text("status"),
            date("service_date"),
            date("signed_date")),
    /// A claim each time it entered the claims tool and was sent (837 CLM, work lists of a claims
    /// tool). The claim itself keeps what it is now; rework and lags need every time. One that an
    /// edit holds has no `submitted_date`.
    SUBMISSION(
            Versions.CURRENT,
            ref("claim_id", "claim"),
            ref("encounter_id", "encounter"),
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            text("payer_name"),
            text("payer_rank"),
            text("frequency_code"),
            text("original_claim_id"),
            text("edit_outcome"),
            money("billed"),
            date("service_date"),
            date("entered_date"),
            date("submitted_date")),
    /// A denial that the provider contested, and what came of it.
    APPEAL(
            Versions.CURRENT,
            ref("claim_id", "claim"),
            ref("encounter_id", "encounter"),
            patientRef(),
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("provider_id", "provider"),
            ref("payer_id", "payer"),
            text("appeal_level"),
            text("outcome"),
            money("appealed"),
            money("recovered"),
            date("denied_date"),
            date("sent_date"),
            date("decided_date")),
    /// A figure of a month that no claim tells: from the general ledger (net receivable, net
    /// patient revenue, cost) or from registration (visits scheduled, pre-registered). Money in
    /// `balance`, counts in `quantity`.
    MONTHLY_FACT(
            Versions.CURRENT,
            ref("facility_id", "facility"),
            ref("department_id", "department"),
            ref("payer_id", "payer"),
            text("kind"),
            date("month_end"),
            money("balance"),
            quantity("quantity")),
    /// A code of a list that somebody publishes (ICD-10-CM, HCPCS II, CARC …), as one edition of
    /// the list has it: the edition is the source. Without days it is valid always.
    CODE(
            Versions.CURRENT,
            text("code_system"),
            text("code"),
            text("label"),
            text("short_label"),
            text("status"),
            text("version"),
            date("effective_from"),
            date("effective_to")),
    /// What Medicare does not pay together or in such numbers (NCCI): a pair of procedures (`ptp`),
    /// or the most units of one (`mue`).
    CODE_EDIT(
            Versions.CURRENT,
            text("edit_type"),
            text("setting"),
            text("column_one"),
            text("column_two"),
            quantity("units"),
            text("indicator"),
            text("rationale"),
            text("version"),
            date("effective_from"),
            date("effective_to")),
    /// Who has a national provider identifier (NPPES): the public register, not the sender's own
    /// providers.
    REGISTERED_PROVIDER(
            Versions.CURRENT,
            text("npi"),
            text("entity_type"),
            text("organization_name"),
            text("first_name"),
            text("last_name"),
            text("taxonomy"),
            text("practice_address"),
            text("city"),
            text("state"),
            text("postal_code"),
            date("enumeration_date"),
            date("deactivation_date"),
            date("reactivation_date"));

    /// Which versions of a record the engine keeps at hand. Every version ever synced stays in the
    /// segments.
    public enum Versions {
        /// The newest only.
        CURRENT,
        /// All, each with the days it was valid (slowly changing dimension, type 2).
        SCD2
    }

    private static final Map<String, Entity> BY_TABLE =
            Arrays.stream(values()).collect(Collectors.toMap(Entity::table, e -> e));

    private final Versions versions;
    private final String table;
    private final List<Field> fields;
    private final Map<String, Integer> places = new HashMap<>();

    Entity(Versions versions, Field... own) {
        this.versions = versions;
        this.table = name().toLowerCase(Locale.ROOT);
        var all = new ArrayList<Field>();
        all.add(text("source"));
        all.add(text("id"));
        all.addAll(Arrays.asList(own));
        all.add(date("modified_date"));
        this.fields = List.copyOf(all);
        for (int i = 0; i < fields.size(); i++) {
            places.put(fields.get(i).name(), i);
        }
    }

    public Versions versions() {
        return versions;
    }

    /// The table's name, which is also the word in profiles, on the command line and in lineage.
    public String table() {
        return table;
    }

    /// `source`, `id`, the entity's own fields, and `modified_date` (when the sender last touched
    /// the record).
    public List<Field> fields() {
        return fields;
    }

    /// The place of a field in [#fields()].
    public int indexOf(String field) {
        Integer place = places.get(field);
        if (place == null) {
            throw new IllegalArgumentException(table + " has no field " + field);
        }
        return place;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(places.get(name)).map(fields::get);
    }

    public static Optional<Entity> named(String table) {
        return Optional.ofNullable(BY_TABLE.get(table));
    }
}
