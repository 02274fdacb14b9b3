package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of patients' payments that came at the service (KPI-16).
public final class PointOfServiceCash implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Point of service cash",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "patients' payments up to 7 days after service or discharge ÷ patients' payments",
                "payments whose source is the patient",
                "payers' payments",
                "metrics.md KPI-16 (PA-7)",
                Measures.PAYMENTS_AT_SERVICE,
                Optional.of(Measures.PATIENT_PAYMENTS),
                "no patient paid in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
