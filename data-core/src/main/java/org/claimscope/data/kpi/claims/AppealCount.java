package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Appeals against denials, by the day they were sent.
public final class AppealCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Appeals",
                List.of("number of appeals", "appeals sent", "appeal count"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of appeals",
                "appeals by the day they were sent",
                "nothing",
                "appeals",
                ClaimMeasures.APPEAL_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.APPEAL);
    }
}
