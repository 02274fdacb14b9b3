package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.Optional;
import org.claimscope.data.sample.Codes.Diagnosis;
import org.claimscope.data.sample.Codes.Procedure;
import org.claimscope.data.sample.People.Coverage;
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

    /// The coverage that pays; empty for patients who pay themselves.
    Optional<Coverage> coverage() {
        return patient.coverages().stream()
                .filter(coverage -> coverage.payer() == payer && coverage.covers(serviceDate))
                .findFirst();
    }
}
