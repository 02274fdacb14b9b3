package org.claimscope.data.kpi;

import java.util.List;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.kpi.accountresolution.ArOver90Pct;
import org.claimscope.data.kpi.accountresolution.DaysInAr;
import org.claimscope.data.kpi.accountresolution.DaysToPay;
import org.claimscope.data.kpi.claims.ClaimCount;
import org.claimscope.data.kpi.claims.DenialRate;
import org.claimscope.data.kpi.claims.DeniedAmount;
import org.claimscope.data.kpi.financialmanagement.Adjustments;
import org.claimscope.data.kpi.financialmanagement.ArBalance;
import org.claimscope.data.kpi.financialmanagement.Charges;
import org.claimscope.data.kpi.financialmanagement.GrossCollectionRate;
import org.claimscope.data.kpi.financialmanagement.NetCollectionRate;
import org.claimscope.data.kpi.financialmanagement.Payments;
import org.claimscope.data.kpi.financialmanagement.TransactionCount;
import org.claimscope.data.kpi.patientaccess.EncounterCount;
import org.claimscope.data.kpi.patientaccess.PatientCount;

/// All KPIs, in the order that people read them.
public final class Kpis {
    private Kpis() {}

    public static List<Kpi> all() {
        return List.of(
                new Charges(),
                new Payments(),
                new Adjustments(),
                new ArBalance(),
                new GrossCollectionRate(),
                new NetCollectionRate(),
                new DenialRate(),
                new DeniedAmount(),
                new DaysInAr(),
                new ArOver90Pct(),
                new DaysToPay(),
                new TransactionCount(),
                new EncounterCount(),
                new ClaimCount(),
                new PatientCount());
    }
}
