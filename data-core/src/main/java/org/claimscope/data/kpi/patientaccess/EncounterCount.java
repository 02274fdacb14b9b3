package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Visits and stays, by the day of care.
public final class EncounterCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Encounters",
                List.of("visits", "encounters", "stays"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of encounters",
                "all encounter types",
                "nothing",
                "encounters",
                Measures.ENCOUNTER_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
