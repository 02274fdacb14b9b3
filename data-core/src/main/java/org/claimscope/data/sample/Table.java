package org.claimscope.data.sample;

import java.util.List;

/// The files and their headers, in the order in which a reader should meet them: nothing refers to
/// a later file.
enum Table {
    FACILITIES("facilities", "facility_id,name,facility_type,city,state"),
    DEPARTMENTS("departments", "department_id,facility_id,name"),
    PROVIDERS(
            "providers",
            "provider_id,first_name,last_name,specialty,department_id,facility_id,npi,"
                    + "modified_date"),
    PAYERS("payers", "payer_id,name,payer_type"),
    DIAGNOSES("diagnoses", "code,label"),
    PROCEDURES("procedures", "code,category"),
    PATIENTS(
            "patients",
            "patient_id,first_name,middle_name,last_name,ssn,phone,sex,birth_date,address,city,"
                    + "state,postal_code,modified_date"),
    COVERAGES(
            "coverages",
            "coverage_id,patient_id,payer_id,plan_name,member_id,rank,effective_from,"
                    + "effective_to,modified_date"),
    ENCOUNTERS(
            "encounters",
            "encounter_id,patient_id,facility_id,department_id,provider_id,payer_id,"
                    + "encounter_type,service_date,discharge_date,procedure_code,diagnosis_code,"
                    + "modified_date"),
    NOTES(
            "notes",
            "note_id,encounter_id,patient_id,provider_id,note_type,status,service_date,signed_date,"
                    + "modified_date"),
    CLAIMS(
            "claims",
            "claim_id,encounter_id,patient_id,facility_id,department_id,provider_id,payer_id,"
                    + "service_date,submitted_date,adjudicated_date,payment_date,billed,allowed,"
                    + "paid,patient_responsibility,claim_status,frequency_code,original_claim_id,"
                    + "denial_group_code,denial_carc,denied,modified_date"),
    TRANSACTIONS(
            "transactions",
            "transaction_id,encounter_id,patient_id,facility_id,department_id,provider_id,"
                    + "payer_id,claim_id,transaction_type,service_date,posted_date,payment_date,"
                    + "billed,paid,adjusted,adjustment_type,payment_source,group_code,carc,"
                    + "procedure_code,diagnosis_code,modified_date"),
    /// What a payer owes by contract, so that the truth about underpayments can be checked.
    CONTRACTS("truth/contracts", "payer_id,department_id,allowed_rate,filing_limit_days"),
    TRUTH("truth/truth", Truth.HEADER);

    final String path;
    private final String header;

    Table(String path, String header) {
        this.path = path;
        this.header = header;
    }

    List<String> columns() {
        return List.of(header.split(",", -1));
    }

    String fileName() {
        return path + ".csv";
    }
}
