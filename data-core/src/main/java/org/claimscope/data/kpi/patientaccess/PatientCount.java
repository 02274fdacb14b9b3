package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Different people seen.
public final class PatientCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Patients",
                List.of("patients", "people seen"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of different patients with an encounter",
                "a patient once, however many encounters; two sources' patients are never merged",
                "patients without an encounter in the period",
                "encounters",
                Measures.PATIENT_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
