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

    /// 837P CLM05-1, 835 CLP08.
    String placeOfService() {
        return switch (this) {
            case INPATIENT -> "21";
            case OUTPATIENT -> "22";
            case EMERGENCY -> "23";
            case OFFICE -> "11";
            case SURGERY -> "24";
            case TELEMEDICINE -> "02";
        };
    }
}
