package org.claimscope.data.sample;

import java.util.List;

/// Why a payer refuses, and what usually comes of it.
enum DenialReason {
    AUTHORIZATION("197", 0.22, 0.51, 0.43, 0.02, 0.78),
    INFORMATION("16", 0.20, 0.91, 0.02, 0.01, 0.60),
    ELIGIBILITY("27", 0.14, 0.91, 0.02, 0.03, 0.40),
    MEDICAL_NEED("50", 0.13, 0.42, 0.52, 0.02, 0.72),
    BUNDLED("97", 0.10, 0.78, 0.14, 0.03, 0.60),
    OTHER_PAYER("22", 0.07, 0.88, 0.02, 0.04, 0.50),
    CODING("4", 0.05, 0.90, 0.02, 0.03, 0.50),
    NOT_COVERED("96", 0.04, 0.40, 0.32, 0.20, 0.50),
    TIMELY_FILING("29", 0.03, 0.20, 0.40, 0.32, 0.50),
    ENROLMENT("B7", 0.02, 0.76, 0.12, 0.05, 0.50),
    /// The payer already has this claim. Comes up only where a duplicate was planted.
    DUPLICATE("18", 0, 0, 0, 0, 0);

    static final String GROUP = "CO";
    static final List<DenialReason> ALL = List.of(values());

    final String carc;
    final double corrected;
    final double appealed;
    final double writtenOff;
    final double overturned;
    private final double weight;

    /// The shares corrected, appealed and written off at once; the rest of the denials lies
    /// unworked until somebody gives up.
    ///
    /// @param weight how common the reason is
    /// @param overturned share of the appeals that are won
    DenialReason(
            String carc,
            double weight,
            double corrected,
            double appealed,
            double writtenOff,
            double overturned) {
        this.carc = carc;
        this.weight = weight;
        this.corrected = corrected;
        this.appealed = appealed;
        this.writtenOff = writtenOff;
        this.overturned = overturned;
    }

    /// How likely this reason is among the denials of a payer in a department.
    double weight(Payer payer, Department department) {
        return weight * payerTilt(payer) * departmentTilt(department);
    }

    /// A corrected claim replaces the first (frequency 7) where the claim itself was wrong; where
    /// only the payer's records were, the first claim is processed again.
    boolean needsReplacement() {
        return switch (this) {
            case INFORMATION, BUNDLED, CODING -> true;
            case AUTHORIZATION,
                    ELIGIBILITY,
                    MEDICAL_NEED,
                    OTHER_PAYER,
                    NOT_COVERED,
                    TIMELY_FILING,
                    ENROLMENT,
                    DUPLICATE ->
                    false;
        };
    }

    /// Payers refuse single lines for these; the others hit the whole claim.
    boolean canBePartial() {
        return switch (this) {
            case AUTHORIZATION, MEDICAL_NEED, BUNDLED, CODING, NOT_COVERED -> true;
            case INFORMATION, ELIGIBILITY, OTHER_PAYER, TIMELY_FILING, ENROLMENT, DUPLICATE ->
                    false;
        };
    }

    private double payerTilt(Payer payer) {
        return switch (this) {
            case AUTHORIZATION ->
                    switch (payer) {
                        case HERON -> 1.5;
                        case PLOVER -> 1.4;
                        case MEDICARE -> 0.2;
                        case CURLEW, TERN, MEDICAID, SELF_PAY -> 0.9;
                    };
            case INFORMATION -> payer == Payer.CURLEW ? 1.7 : 1;
            case ELIGIBILITY -> payer == Payer.MEDICAID ? 2.4 : 0.8;
            case MEDICAL_NEED -> payer == Payer.MEDICARE || payer == Payer.PLOVER ? 1.8 : 0.8;
            case BUNDLED, OTHER_PAYER -> payer == Payer.MEDICARE ? 1.5 : 1;
            case TIMELY_FILING -> payer == Payer.CURLEW || payer == Payer.HERON ? 1.6 : 0.7;
            case CODING, NOT_COVERED, ENROLMENT, DUPLICATE -> 1;
        };
    }

    private double departmentTilt(Department department) {
        if (this != AUTHORIZATION) {
            return 1;
        }
        return switch (department) {
            case IMAGING, SURGERY, ORTHOPEDICS, ONCOLOGY -> 1.8;
            case EMERGENCY, LABORATORY, PEDIATRICS -> 0.3;
            case MEDICINE,
                    CARDIOLOGY,
                    MATERNITY,
                    THERAPY,
                    FAMILY,
                    DERMATOLOGY,
                    BEHAVIORAL,
                    EYE,
                    ENDOSCOPY ->
                    0.9;
        };
    }
}
