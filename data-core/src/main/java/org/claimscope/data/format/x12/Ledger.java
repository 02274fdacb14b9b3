package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;

/// Where claims and remittances become entries of the ledger: charges as billed, payments and
/// contractual adjustments as the payer sent them, with their signs.
///
/// The account of an entry (`encounter_id`) is the patient control number (CLM01, CLP01): the
/// sender's own number for what it waits to be paid for. So charges and payments meet although the
/// payer knows no encounters.
final class Ledger {
    private static final int ID = field("id");
    private static final int ENCOUNTER = field("encounter_id");
    private static final int PATIENT = field("patient_id");
    private static final int PROVIDER = field("provider_id");
    private static final int PAYER = field("payer_id");
    private static final int CLAIM = field("claim_id");
    private static final int TYPE = field("transaction_type");
    private static final int SERVICE_DATE = field("service_date");
    private static final int POSTED_DATE = field("posted_date");
    private static final int PAYMENT_DATE = field("payment_date");
    private static final int BILLED = field("billed");
    private static final int PAID = field("paid");
    private static final int ADJUSTED = field("adjusted");
    private static final int ADJUSTMENT_TYPE = field("adjustment_type");
    private static final int PAYMENT_SOURCE = field("payment_source");
    private static final int GROUP_CODE = field("group_code");
    private static final int CARC = field("carc");
    private static final int PROCEDURE = field("procedure_code");
    private static final int DIAGNOSIS = field("diagnosis_code");

    private static final byte[] CHARGE = bytes("Charge");
    private static final byte[] PAYMENT = bytes("Payment");
    private static final byte[] ADJUSTMENT = bytes("Adjustment");
    private static final byte[] FROM_PAYER = bytes("Payer");
    private static final byte[] CONTRACTUAL = bytes("Contractual");

    private final Records records;

    Ledger(Records records) {
        this.records = records;
    }

    private static int field(String name) {
        return Entity.TRANSACTION.indexOf(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Row row(Key id, Segments claim) {
        return new Row(records.of(Entity.TRANSACTION))
                .text(ID, id)
                .text(CLAIM, claim, claim.element(0, 1))
                .text(ENCOUNTER, claim, claim.element(0, 1));
    }

    /// A service line as it was billed.
    ///
    /// @param claim starts with its CLM
    /// @param cents negative when a void takes the line back
    Row charge(Key id, Segments claim, long cents, long serviceDay, long postedDay) {
        return row(id, claim)
                .text(TYPE, CHARGE)
                .money(BILLED, cents)
                .date(SERVICE_DATE, serviceDay)
                .date(POSTED_DATE, postedDay);
    }

    /// What a payer paid, or (negative) took back.
    ///
    /// @param claim starts with its CLP
    Row payment(Key id, Segments claim, long cents, long serviceDay, long paymentDay) {
        return row(id, claim)
                .text(TYPE, PAYMENT)
                .text(PAYMENT_SOURCE, FROM_PAYER)
                .money(PAID, cents)
                .date(SERVICE_DATE, serviceDay)
                .date(POSTED_DATE, paymentDay)
                .date(PAYMENT_DATE, paymentDay);
    }

    /// What the contract with the payer takes off the charge.
    ///
    /// @param claim starts with its CLP
    Row contractual(
            Key id,
            Segments claim,
            long group,
            long reason,
            long cents,
            long serviceDay,
            long postedDay) {
        return row(id, claim)
                .text(TYPE, ADJUSTMENT)
                .text(ADJUSTMENT_TYPE, CONTRACTUAL)
                .text(GROUP_CODE, claim, group)
                .text(CARC, claim, reason)
                .money(ADJUSTED, cents)
                .date(SERVICE_DATE, serviceDay)
                .date(POSTED_DATE, postedDay);
    }

    static Row payer(Row row, Segments from, long payer) {
        return row.text(PAYER, from, payer);
    }

    static Row provider(Row row, Segments from, long npi) {
        return row.text(PROVIDER, from, npi);
    }

    static Row patient(Row row, Key patient) {
        return row.text(PATIENT, patient);
    }

    static Row procedure(Row row, Segments from, long code) {
        return row.text(PROCEDURE, from, code);
    }

    static Row diagnosis(Row row, Segments from, long code) {
        return row.text(DIAGNOSIS, from, code);
    }
}
