package org.claimscope.data.sample;

import java.util.List;

/// Sixteen departments: who works there, what they do, what it costs and how busy they are.
enum Department {
    EMERGENCY("D01", Facility.LARKFIELD, "Emergency"),
    MEDICINE("D02", Facility.LARKFIELD, "General medicine"),
    SURGERY("D03", Facility.LARKFIELD, "Surgery"),
    IMAGING("D04", Facility.LARKFIELD, "Imaging"),
    LABORATORY("D05", Facility.LARKFIELD, "Laboratory"),
    CARDIOLOGY("D06", Facility.LARKFIELD, "Cardiology"),
    MATERNITY("D07", Facility.LARKFIELD, "Maternity"),
    ONCOLOGY("D08", Facility.LARKFIELD, "Oncology"),
    THERAPY("D09", Facility.LARKFIELD, "Physical therapy"),
    FAMILY("D10", Facility.MARSH_LANE, "Family medicine"),
    PEDIATRICS("D11", Facility.MARSH_LANE, "Pediatrics"),
    DERMATOLOGY("D12", Facility.MARSH_LANE, "Dermatology"),
    BEHAVIORAL("D13", Facility.MARSH_LANE, "Behavioral health"),
    ORTHOPEDICS("D14", Facility.QUAY, "Orthopedics"),
    EYE("D15", Facility.QUAY, "Eye surgery"),
    ENDOSCOPY("D16", Facility.QUAY, "Endoscopy");

    static final List<Department> ALL = List.of(values());

    final String id;
    final Facility facility;
    final String label;

    Department(String id, Facility facility, String label) {
        this.id = id;
        this.facility = facility;
        this.label = label;
    }

    record Staff(String specialty, int providers) {}

    /// @param share of the facility's visits on a working day
    /// @param quietDays how much of that is left on weekends and holidays
    record Demand(double share, double quietDays, Suits suits) {
        double on(boolean quiet) {
            return quiet ? share * quietDays : share;
        }
    }

    /// @param medianLine dollars of a middling charge line
    /// @param sigma spread of the logarithm of a line
    /// @param rateTilt factor on a payer's contract rate
    /// @param denialTilt factor on a payer's denial rate
    record Economics(
            double medianLine, double sigma, int mostLines, double rateTilt, double denialTilt) {}

    record Visit(EncounterType type, double share) {}

    /// Whom a department treats, so that no child sees the heart surgeon's adult clinic and no man
    /// the maternity ward.
    enum Suits {
        ANYONE,
        ADULTS,
        CHILDREN,
        WOMEN_20_TO_42
    }

    Staff staff() {
        return switch (this) {
            case EMERGENCY -> new Staff("Emergency medicine", 5);
            case MEDICINE -> new Staff("Internal medicine", 5);
            case SURGERY -> new Staff("General surgery", 4);
            case IMAGING -> new Staff("Radiology", 3);
            case LABORATORY -> new Staff("Pathology", 1);
            case CARDIOLOGY -> new Staff("Cardiology", 3);
            case MATERNITY -> new Staff("Obstetrics", 3);
            case ONCOLOGY -> new Staff("Oncology", 2);
            case THERAPY -> new Staff("Physical therapy", 2);
            case FAMILY -> new Staff("Family medicine", 4);
            case PEDIATRICS -> new Staff("Pediatrics", 2);
            case DERMATOLOGY -> new Staff("Dermatology", 1);
            case BEHAVIORAL -> new Staff("Psychiatry", 2);
            case ORTHOPEDICS -> new Staff("Orthopedic surgery", 2);
            case EYE -> new Staff("Ophthalmology", 1);
            case ENDOSCOPY -> new Staff("Gastroenterology", 2);
        };
    }

    Demand demand() {
        return switch (this) {
            case EMERGENCY -> new Demand(0.19, 1.05, Suits.ANYONE);
            case MEDICINE -> new Demand(0.11, 0.60, Suits.ADULTS);
            case SURGERY -> new Demand(0.06, 0.20, Suits.ADULTS);
            case IMAGING -> new Demand(0.22, 0.25, Suits.ANYONE);
            case LABORATORY -> new Demand(0.14, 0.35, Suits.ANYONE);
            case CARDIOLOGY -> new Demand(0.10, 0.15, Suits.ADULTS);
            case MATERNITY -> new Demand(0.04, 0.80, Suits.WOMEN_20_TO_42);
            case ONCOLOGY -> new Demand(0.05, 0.05, Suits.ADULTS);
            case THERAPY -> new Demand(0.09, 0.05, Suits.ADULTS);
            case FAMILY -> new Demand(0.52, 0.12, Suits.ADULTS);
            case PEDIATRICS -> new Demand(0.20, 0.15, Suits.CHILDREN);
            case DERMATOLOGY -> new Demand(0.10, 0, Suits.ADULTS);
            case BEHAVIORAL -> new Demand(0.18, 0, Suits.ADULTS);
            case ORTHOPEDICS -> new Demand(0.40, 0, Suits.ADULTS);
            case EYE -> new Demand(0.25, 0, Suits.ADULTS);
            case ENDOSCOPY -> new Demand(0.35, 0, Suits.ADULTS);
        };
    }

    Economics economics() {
        return switch (this) {
            case EMERGENCY -> new Economics(700, 0.65, 4, 0.98, 0.95);
            case MEDICINE -> new Economics(560, 0.50, 4, 1.00, 1.00);
            case SURGERY -> new Economics(2100, 0.50, 3, 1.04, 1.10);
            case IMAGING -> new Economics(780, 0.55, 2, 0.97, 1.20);
            case LABORATORY -> new Economics(95, 0.50, 4, 0.95, 0.85);
            case CARDIOLOGY -> new Economics(620, 0.65, 3, 1.02, 1.05);
            case MATERNITY -> new Economics(640, 0.45, 3, 1.00, 0.90);
            case ONCOLOGY -> new Economics(1250, 0.60, 4, 1.05, 1.10);
            case THERAPY -> new Economics(120, 0.35, 4, 0.96, 1.00);
            case FAMILY -> new Economics(190, 0.35, 3, 1.00, 0.90);
            case PEDIATRICS -> new Economics(165, 0.35, 3, 1.00, 0.85);
            case DERMATOLOGY -> new Economics(260, 0.45, 2, 1.01, 0.95);
            case BEHAVIORAL -> new Economics(210, 0.25, 1, 0.98, 1.05);
            case ORTHOPEDICS -> new Economics(2700, 0.45, 3, 1.05, 1.10);
            case EYE -> new Economics(1700, 0.30, 2, 1.02, 0.90);
            case ENDOSCOPY -> new Economics(1150, 0.30, 2, 0.99, 0.95);
        };
    }

    List<Visit> visits() {
        return switch (this) {
            case EMERGENCY -> List.of(new Visit(EncounterType.EMERGENCY, 1));
            case MEDICINE ->
                    List.of(
                            new Visit(EncounterType.INPATIENT, 0.55),
                            new Visit(EncounterType.OUTPATIENT, 0.45));
            case SURGERY ->
                    List.of(
                            new Visit(EncounterType.INPATIENT, 0.35),
                            new Visit(EncounterType.SURGERY, 0.65));
            case IMAGING -> List.of(new Visit(EncounterType.OUTPATIENT, 1));
            case LABORATORY -> List.of(new Visit(EncounterType.OUTPATIENT, 1));
            case CARDIOLOGY ->
                    List.of(
                            new Visit(EncounterType.OUTPATIENT, 0.65),
                            new Visit(EncounterType.OFFICE, 0.25),
                            new Visit(EncounterType.TELEMEDICINE, 0.10));
            case MATERNITY ->
                    List.of(
                            new Visit(EncounterType.INPATIENT, 0.35),
                            new Visit(EncounterType.OUTPATIENT, 0.65));
            case ONCOLOGY ->
                    List.of(
                            new Visit(EncounterType.OUTPATIENT, 0.85),
                            new Visit(EncounterType.TELEMEDICINE, 0.15));
            case THERAPY -> List.of(new Visit(EncounterType.OUTPATIENT, 1));
            case FAMILY ->
                    List.of(
                            new Visit(EncounterType.OFFICE, 0.82),
                            new Visit(EncounterType.TELEMEDICINE, 0.18));
            case PEDIATRICS ->
                    List.of(
                            new Visit(EncounterType.OFFICE, 0.90),
                            new Visit(EncounterType.TELEMEDICINE, 0.10));
            case DERMATOLOGY -> List.of(new Visit(EncounterType.OFFICE, 1));
            case BEHAVIORAL ->
                    List.of(
                            new Visit(EncounterType.OFFICE, 0.45),
                            new Visit(EncounterType.TELEMEDICINE, 0.55));
            case ORTHOPEDICS ->
                    List.of(
                            new Visit(EncounterType.SURGERY, 0.80),
                            new Visit(EncounterType.OFFICE, 0.20));
            case EYE -> List.of(new Visit(EncounterType.SURGERY, 1));
            case ENDOSCOPY -> List.of(new Visit(EncounterType.SURGERY, 1));
        };
    }
}
