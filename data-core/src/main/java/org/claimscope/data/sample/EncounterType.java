package org.claimscope.data.sample;

/// What kind of visit it was, in the words the sender's file uses.
enum EncounterType {
    INPATIENT("Inpatient"),
    OUTPATIENT("Outpatient"),
    EMERGENCY("Emergency"),
    OFFICE("Office visit"),
    SURGERY("Surgery"),
    TELEMEDICINE("Telemedicine");

    final String label;

    EncounterType(String label) {
        this.label = label;
    }
}
