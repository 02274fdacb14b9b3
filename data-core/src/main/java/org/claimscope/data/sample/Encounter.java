package org.claimscope.data.sample;

import java.time.LocalDate;
import org.claimscope.data.sample.Codes.Diagnosis;
import org.claimscope.data.sample.Codes.Procedure;
import org.claimscope.data.sample.People.Patient;

/// One visit or stay, from its first to its last day.
///
/// @param number counts the visits of the story; every stream of chance of this visit hangs on it
record Encounter(
        long number,
        String id,
        Patient patient,
        Provider provider,
        Payer payer,
        EncounterType type,
        LocalDate serviceDate,
        LocalDate dischargeDate,
        Procedure procedure,
        Diagnosis diagnosis) {
    Department department() {
        return provider.department();
    }

    Facility facility() {
        return department().facility;
    }
}
