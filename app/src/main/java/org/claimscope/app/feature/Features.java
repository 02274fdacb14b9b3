package org.claimscope.app.feature;

import java.util.List;
import org.claimscope.app.feature.ask.AskFeature;
import org.claimscope.app.feature.boards.BoardsFeature;
import org.claimscope.app.feature.boards.MeasureFeature;
import org.claimscope.app.feature.boards.ShippedBoardFeature;
import org.claimscope.app.feature.claim.ClaimFeature;
import org.claimscope.app.feature.claims.ClaimsFeature;
import org.claimscope.app.feature.cycle.CycleFeature;
import org.claimscope.app.feature.denials.DenialsFeature;
import org.claimscope.app.feature.facility.FacilityFeature;
import org.claimscope.app.feature.feeds.FeedsFeature;
import org.claimscope.app.feature.identity.IdentityFeature;
import org.claimscope.app.feature.imports.ImportFeature;
import org.claimscope.app.feature.overview.OverviewFeature;
import org.claimscope.app.feature.patient.PatientFeature;
import org.claimscope.app.feature.provider.ProviderFeature;
import org.claimscope.app.feature.readings.ReadingsFeature;
import org.claimscope.app.feature.receivables.ReceivablesFeature;
import org.claimscope.app.feature.reconciliation.ReconciliationFeature;
import org.claimscope.app.feature.remittances.RemittancesFeature;
import org.claimscope.app.feature.settings.SettingsFeature;
import org.claimscope.app.present.PageId;
import org.claimscope.app.shell.Feature;

/// All pages, in the order of the rail.
public final class Features {
    private Features() {}

    public static List<Feature> all() {
        return List.of(
                new OverviewFeature(),
                new FacilityFeature(),
                new ProviderFeature(),
                new PatientFeature(),
                new CycleFeature(),
                new ReceivablesFeature(),
                new DenialsFeature(),
                new RemittancesFeature(),
                new ClaimsFeature(),
                new ClaimFeature(),
                new ShippedBoardFeature(PageId.PAYERS),
                new ShippedBoardFeature(PageId.OPERATIONS),
                new ShippedBoardFeature(PageId.EXECUTIVE),
                new MeasureFeature(),
                new ReadingsFeature(),
                new AskFeature(),
                new BoardsFeature(),
                new FeedsFeature(),
                new ReconciliationFeature(),
                new IdentityFeature(),
                new ImportFeature(),
                new SettingsFeature());
    }
}
