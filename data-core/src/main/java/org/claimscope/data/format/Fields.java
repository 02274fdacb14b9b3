package org.claimscope.data.format;

import org.claimscope.data.model.Entity;

/// Where the fields of the records lie that message formats fill: indexes in [Entity#fields()],
/// looked up once.
public final class Fields {
    /// The same in every entity.
    public static final int ID = Entity.PATIENT.indexOf("id");

    private Fields() {}

    static int modified(Entity entity) {
        return entity.fields().size() - 1;
    }

    public static final class Facility {
        public static final int NAME = Entity.FACILITY.indexOf("name");
        public static final int FACILITY_TYPE = Entity.FACILITY.indexOf("facility_type");
        public static final int CITY = Entity.FACILITY.indexOf("city");
        public static final int STATE = Entity.FACILITY.indexOf("state");

        private Facility() {}
    }

    public static final class Department {
        public static final int NAME = Entity.DEPARTMENT.indexOf("name");
        public static final int FACILITY_ID = Entity.DEPARTMENT.indexOf("facility_id");

        private Department() {}
    }

    public static final class Provider {
        public static final int FIRST_NAME = Entity.PROVIDER.indexOf("first_name");
        public static final int LAST_NAME = Entity.PROVIDER.indexOf("last_name");
        public static final int SPECIALTY = Entity.PROVIDER.indexOf("specialty");
        public static final int DEPARTMENT_ID = Entity.PROVIDER.indexOf("department_id");
        public static final int FACILITY_ID = Entity.PROVIDER.indexOf("facility_id");
        public static final int NPI = Entity.PROVIDER.indexOf("npi");

        private Provider() {}
    }

    public static final class Patient {
        public static final int FIRST_NAME = Entity.PATIENT.indexOf("first_name");
        public static final int MIDDLE_NAME = Entity.PATIENT.indexOf("middle_name");
        public static final int LAST_NAME = Entity.PATIENT.indexOf("last_name");
        public static final int SSN = Entity.PATIENT.indexOf("ssn");
        public static final int PHONE = Entity.PATIENT.indexOf("phone");
        public static final int SEX = Entity.PATIENT.indexOf("sex");
        public static final int BIRTH_DATE = Entity.PATIENT.indexOf("birth_date");
        public static final int ADDRESS = Entity.PATIENT.indexOf("address");
        public static final int CITY = Entity.PATIENT.indexOf("city");
        public static final int STATE = Entity.PATIENT.indexOf("state");
        public static final int POSTAL_CODE = Entity.PATIENT.indexOf("postal_code");
        public static final int MERGED_INTO = Entity.PATIENT.indexOf("merged_into");

        private Patient() {}
    }

    public static final class Payer {
        public static final int NAME = Entity.PAYER.indexOf("name");

        private Payer() {}
    }

    public static final class Coverage {
        public static final int PATIENT_ID = Entity.COVERAGE.indexOf("patient_id");
        public static final int PAYER_ID = Entity.COVERAGE.indexOf("payer_id");
        public static final int PLAN_NAME = Entity.COVERAGE.indexOf("plan_name");
        public static final int MEMBER_ID = Entity.COVERAGE.indexOf("member_id");
        public static final int RANK = Entity.COVERAGE.indexOf("rank");
        public static final int EFFECTIVE_FROM = Entity.COVERAGE.indexOf("effective_from");
        public static final int EFFECTIVE_TO = Entity.COVERAGE.indexOf("effective_to");

        private Coverage() {}
    }

    public static final class Encounter {
        public static final int PATIENT_ID = Entity.ENCOUNTER.indexOf("patient_id");
        public static final int FACILITY_ID = Entity.ENCOUNTER.indexOf("facility_id");
        public static final int DEPARTMENT_ID = Entity.ENCOUNTER.indexOf("department_id");
        public static final int PROVIDER_ID = Entity.ENCOUNTER.indexOf("provider_id");
        public static final int PAYER_ID = Entity.ENCOUNTER.indexOf("payer_id");
        public static final int ENCOUNTER_TYPE = Entity.ENCOUNTER.indexOf("encounter_type");
        public static final int SERVICE_DATE = Entity.ENCOUNTER.indexOf("service_date");
        public static final int DISCHARGE_DATE = Entity.ENCOUNTER.indexOf("discharge_date");
        public static final int PROCEDURE_CODE = Entity.ENCOUNTER.indexOf("procedure_code");
        public static final int DIAGNOSIS_CODE = Entity.ENCOUNTER.indexOf("diagnosis_code");
        public static final int STATUS = Entity.ENCOUNTER.indexOf("status");

        private Encounter() {}
    }

    public static final class Transaction {
        public static final int ENCOUNTER_ID = Entity.TRANSACTION.indexOf("encounter_id");
        public static final int PATIENT_ID = Entity.TRANSACTION.indexOf("patient_id");
        public static final int FACILITY_ID = Entity.TRANSACTION.indexOf("facility_id");
        public static final int DEPARTMENT_ID = Entity.TRANSACTION.indexOf("department_id");
        public static final int PROVIDER_ID = Entity.TRANSACTION.indexOf("provider_id");
        public static final int PAYER_ID = Entity.TRANSACTION.indexOf("payer_id");
        public static final int CLAIM_ID = Entity.TRANSACTION.indexOf("claim_id");
        public static final int TRANSACTION_TYPE = Entity.TRANSACTION.indexOf("transaction_type");
        public static final int VISIT_TYPE = Entity.TRANSACTION.indexOf("visit_type");
        public static final int FINANCIAL_CLASS = Entity.TRANSACTION.indexOf("financial_class");
        public static final int SERVICE_DATE = Entity.TRANSACTION.indexOf("service_date");
        public static final int POSTED_DATE = Entity.TRANSACTION.indexOf("posted_date");
        public static final int PAYMENT_DATE = Entity.TRANSACTION.indexOf("payment_date");
        public static final int BILLED = Entity.TRANSACTION.indexOf("billed");
        public static final int PAID = Entity.TRANSACTION.indexOf("paid");
        public static final int ADJUSTED = Entity.TRANSACTION.indexOf("adjusted");
        public static final int ADJUSTMENT_TYPE = Entity.TRANSACTION.indexOf("adjustment_type");
        public static final int PAYMENT_SOURCE = Entity.TRANSACTION.indexOf("payment_source");
        public static final int PROCEDURE_CODE = Entity.TRANSACTION.indexOf("procedure_code");
        public static final int DIAGNOSIS_CODE = Entity.TRANSACTION.indexOf("diagnosis_code");

        private Transaction() {}
    }

    public static final class Claim {
        public static final int ENCOUNTER_ID = Entity.CLAIM.indexOf("encounter_id");
        public static final int PATIENT_ID = Entity.CLAIM.indexOf("patient_id");
        public static final int FACILITY_ID = Entity.CLAIM.indexOf("facility_id");
        public static final int DEPARTMENT_ID = Entity.CLAIM.indexOf("department_id");
        public static final int PROVIDER_ID = Entity.CLAIM.indexOf("provider_id");
        public static final int PAYER_ID = Entity.CLAIM.indexOf("payer_id");
        public static final int SERVICE_DATE = Entity.CLAIM.indexOf("service_date");
        public static final int SUBMITTED_DATE = Entity.CLAIM.indexOf("submitted_date");
        public static final int ADJUDICATED_DATE = Entity.CLAIM.indexOf("adjudicated_date");
        public static final int PAYMENT_DATE = Entity.CLAIM.indexOf("payment_date");
        public static final int BILLED = Entity.CLAIM.indexOf("billed");
        public static final int ALLOWED = Entity.CLAIM.indexOf("allowed");
        public static final int PAID = Entity.CLAIM.indexOf("paid");
        public static final int PATIENT_RESPONSIBILITY =
                Entity.CLAIM.indexOf("patient_responsibility");
        public static final int DEDUCTIBLE = Entity.CLAIM.indexOf("deductible");
        public static final int COINSURANCE = Entity.CLAIM.indexOf("coinsurance");
        public static final int COPAY = Entity.CLAIM.indexOf("copay");
        public static final int STATUS = Entity.CLAIM.indexOf("status");
        public static final int CLAIM_STATUS = Entity.CLAIM.indexOf("claim_status");
        public static final int FREQUENCY_CODE = Entity.CLAIM.indexOf("frequency_code");
        public static final int GROUP_CODE = Entity.CLAIM.indexOf("group_code");
        public static final int CARC = Entity.CLAIM.indexOf("carc");
        public static final int DENIED = Entity.CLAIM.indexOf("denied");
        public static final int CLAIM_TYPE = Entity.CLAIM.indexOf("claim_type");
        public static final int BILLING_NPI = Entity.CLAIM.indexOf("billing_npi");
        public static final int PAYER_CONTROL_NUMBER = Entity.CLAIM.indexOf("payer_control_number");
        public static final int DISCHARGE_DATE = Entity.CLAIM.indexOf("discharge_date");
        public static final int DIAGNOSIS_CODE = Entity.CLAIM.indexOf("diagnosis_code");

        private Claim() {}
    }

    public static final class ProcedureCode {
        public static final int LABEL = Entity.PROCEDURE_CODE.indexOf("label");

        private ProcedureCode() {}
    }

    public static final class DiagnosisCode {
        public static final int LABEL = Entity.DIAGNOSIS_CODE.indexOf("label");

        private DiagnosisCode() {}
    }

    public static final class Appointment {
        public static final int PATIENT_ID = Entity.APPOINTMENT.indexOf("patient_id");
        public static final int ENCOUNTER_ID = Entity.APPOINTMENT.indexOf("encounter_id");
        public static final int FACILITY_ID = Entity.APPOINTMENT.indexOf("facility_id");
        public static final int DEPARTMENT_ID = Entity.APPOINTMENT.indexOf("department_id");
        public static final int PROVIDER_ID = Entity.APPOINTMENT.indexOf("provider_id");
        public static final int APPOINTMENT_TYPE = Entity.APPOINTMENT.indexOf("appointment_type");
        public static final int STATUS = Entity.APPOINTMENT.indexOf("status");
        public static final int APPOINTMENT_DATE = Entity.APPOINTMENT.indexOf("appointment_date");
        public static final int START_TIME = Entity.APPOINTMENT.indexOf("start_time");
        public static final int MINUTES = Entity.APPOINTMENT.indexOf("minutes");
        public static final int PROCEDURE_CODE = Entity.APPOINTMENT.indexOf("procedure_code");

        private Appointment() {}
    }

    public static final class Charge {
        public static final int ENCOUNTER_ID = Entity.CHARGE.indexOf("encounter_id");
        public static final int PATIENT_ID = Entity.CHARGE.indexOf("patient_id");
        public static final int FACILITY_ID = Entity.CHARGE.indexOf("facility_id");
        public static final int DEPARTMENT_ID = Entity.CHARGE.indexOf("department_id");
        public static final int PROVIDER_ID = Entity.CHARGE.indexOf("provider_id");
        public static final int PAYER_ID = Entity.CHARGE.indexOf("payer_id");
        public static final int CHARGE_TYPE = Entity.CHARGE.indexOf("charge_type");
        public static final int CHARGE_CODE = Entity.CHARGE.indexOf("charge_code");
        public static final int PROCEDURE_CODE = Entity.CHARGE.indexOf("procedure_code");
        public static final int MODIFIERS = Entity.CHARGE.indexOf("modifiers");
        public static final int DIAGNOSIS_CODE = Entity.CHARGE.indexOf("diagnosis_code");
        public static final int UNITS = Entity.CHARGE.indexOf("units");
        public static final int BILLED = Entity.CHARGE.indexOf("billed");
        public static final int SERVICE_DATE = Entity.CHARGE.indexOf("service_date");
        public static final int POSTED_DATE = Entity.CHARGE.indexOf("posted_date");

        private Charge() {}
    }

    public static final class ClaimLine {
        public static final int CLAIM_ID = Entity.CLAIM_LINE.indexOf("claim_id");
        public static final int LINE_NUMBER = Entity.CLAIM_LINE.indexOf("line_number");
        public static final int PROCEDURE_CODE = Entity.CLAIM_LINE.indexOf("procedure_code");
        public static final int MODIFIERS = Entity.CLAIM_LINE.indexOf("modifiers");
        public static final int REVENUE_CODE = Entity.CLAIM_LINE.indexOf("revenue_code");
        public static final int DIAGNOSIS_POINTERS =
                Entity.CLAIM_LINE.indexOf("diagnosis_pointers");
        public static final int PLACE_OF_SERVICE = Entity.CLAIM_LINE.indexOf("place_of_service");
        public static final int UNITS = Entity.CLAIM_LINE.indexOf("units");
        public static final int BILLED = Entity.CLAIM_LINE.indexOf("billed");
        public static final int SERVICE_DATE = Entity.CLAIM_LINE.indexOf("service_date");
        public static final int SERVICE_DATE_TO = Entity.CLAIM_LINE.indexOf("service_date_to");

        private ClaimLine() {}
    }

    public static final class RemittanceClaim {
        public static final int CLAIM_ID = Entity.REMITTANCE_CLAIM.indexOf("claim_id");
        public static final int PATIENT_ID = Entity.REMITTANCE_CLAIM.indexOf("patient_id");
        public static final int STATUS = Entity.REMITTANCE_CLAIM.indexOf("status");
        public static final int PAYER_CONTROL_NUMBER =
                Entity.REMITTANCE_CLAIM.indexOf("payer_control_number");
        public static final int BILLED = Entity.REMITTANCE_CLAIM.indexOf("billed");
        public static final int PAID = Entity.REMITTANCE_CLAIM.indexOf("paid");
        public static final int PATIENT_RESPONSIBILITY =
                Entity.REMITTANCE_CLAIM.indexOf("patient_responsibility");
        public static final int ALLOWED = Entity.REMITTANCE_CLAIM.indexOf("allowed");
        public static final int DENIED = Entity.REMITTANCE_CLAIM.indexOf("denied");
        public static final int DENIAL_GROUP_CODE =
                Entity.REMITTANCE_CLAIM.indexOf("denial_group_code");
        public static final int DENIAL_CARC = Entity.REMITTANCE_CLAIM.indexOf("denial_carc");
        public static final int SERVICE_DATE = Entity.REMITTANCE_CLAIM.indexOf("service_date");
        public static final int SERVICE_DATE_TO =
                Entity.REMITTANCE_CLAIM.indexOf("service_date_to");
        public static final int PAYMENT_DATE = Entity.REMITTANCE_CLAIM.indexOf("payment_date");

        private RemittanceClaim() {}
    }

    public static final class RemittanceLine {
        public static final int REMITTANCE_CLAIM_ID =
                Entity.REMITTANCE_LINE.indexOf("remittance_claim_id");
        public static final int CLAIM_ID = Entity.REMITTANCE_LINE.indexOf("claim_id");
        public static final int PROCEDURE_CODE = Entity.REMITTANCE_LINE.indexOf("procedure_code");
        public static final int MODIFIERS = Entity.REMITTANCE_LINE.indexOf("modifiers");
        public static final int REVENUE_CODE = Entity.REMITTANCE_LINE.indexOf("revenue_code");
        public static final int RARC = Entity.REMITTANCE_LINE.indexOf("rarc");
        public static final int UNITS = Entity.REMITTANCE_LINE.indexOf("units");
        public static final int BILLED = Entity.REMITTANCE_LINE.indexOf("billed");
        public static final int PAID = Entity.REMITTANCE_LINE.indexOf("paid");
        public static final int ALLOWED = Entity.REMITTANCE_LINE.indexOf("allowed");
        public static final int SERVICE_DATE = Entity.REMITTANCE_LINE.indexOf("service_date");
        public static final int SERVICE_DATE_TO = Entity.REMITTANCE_LINE.indexOf("service_date_to");

        private RemittanceLine() {}
    }

    public static final class Adjustment {
        public static final int LEVEL = Entity.ADJUSTMENT.indexOf("level");
        public static final int REMITTANCE_CLAIM_ID =
                Entity.ADJUSTMENT.indexOf("remittance_claim_id");
        public static final int REMITTANCE_LINE_ID =
                Entity.ADJUSTMENT.indexOf("remittance_line_id");
        public static final int CLAIM_ID = Entity.ADJUSTMENT.indexOf("claim_id");
        public static final int GROUP_CODE = Entity.ADJUSTMENT.indexOf("group_code");
        public static final int CARC = Entity.ADJUSTMENT.indexOf("carc");
        public static final int ADJUSTED = Entity.ADJUSTMENT.indexOf("adjusted");

        private Adjustment() {}
    }

    public static final class Note {
        public static final int PATIENT_ID = Entity.NOTE.indexOf("patient_id");
        public static final int ENCOUNTER_ID = Entity.NOTE.indexOf("encounter_id");
        public static final int PROVIDER_ID = Entity.NOTE.indexOf("provider_id");
        public static final int NOTE_TYPE = Entity.NOTE.indexOf("note_type");
        public static final int STATUS = Entity.NOTE.indexOf("status");
        public static final int SERVICE_DATE = Entity.NOTE.indexOf("service_date");
        public static final int SIGNED_DATE = Entity.NOTE.indexOf("signed_date");

        private Note() {}
    }
}
