package org.claimscope.data.kpi;

import java.util.List;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.kpi.accountresolution.ArOver90Pct;
import org.claimscope.data.kpi.accountresolution.CreditBalance;
import org.claimscope.data.kpi.accountresolution.DaysInAr;
import org.claimscope.data.kpi.accountresolution.DaysToPay;
import org.claimscope.data.kpi.accountresolution.UnderpaymentAmount;
import org.claimscope.data.kpi.claims.AppealLagDays;
import org.claimscope.data.kpi.claims.AppealOverturnRate;
import org.claimscope.data.kpi.claims.ClaimCount;
import org.claimscope.data.kpi.claims.CleanClaimRate;
import org.claimscope.data.kpi.claims.DenialRate;
import org.claimscope.data.kpi.claims.DenialRateDollars;
import org.claimscope.data.kpi.claims.DenialResolutionDays;
import org.claimscope.data.kpi.claims.DeniedAmount;
import org.claimscope.data.kpi.claims.FirstPassYield;
import org.claimscope.data.kpi.claims.FirstPassYieldDollars;
import org.claimscope.data.kpi.claims.ReworkRate;
import org.claimscope.data.kpi.financialmanagement.Adjustments;
import org.claimscope.data.kpi.financialmanagement.ArBalance;
import org.claimscope.data.kpi.financialmanagement.BadDebtRate;
import org.claimscope.data.kpi.financialmanagement.CashToNetRevenue;
import org.claimscope.data.kpi.financialmanagement.Charges;
import org.claimscope.data.kpi.financialmanagement.CharityRate;
import org.claimscope.data.kpi.financialmanagement.CostToCollect;
import org.claimscope.data.kpi.financialmanagement.DenialWriteOffRate;
import org.claimscope.data.kpi.financialmanagement.GrossCollectionRate;
import org.claimscope.data.kpi.financialmanagement.NetCollectionRate;
import org.claimscope.data.kpi.financialmanagement.Payments;
import org.claimscope.data.kpi.financialmanagement.TransactionCount;
import org.claimscope.data.kpi.patientaccess.EncounterCount;
import org.claimscope.data.kpi.patientaccess.InsuranceVerificationRate;
import org.claimscope.data.kpi.patientaccess.PatientCount;
import org.claimscope.data.kpi.patientaccess.PointOfServiceCash;
import org.claimscope.data.kpi.patientaccess.PreRegistrationRate;
import org.claimscope.data.kpi.patientaccess.ServiceAuthorizationRate;
import org.claimscope.data.kpi.patientaccess.UninsuredConversionRate;
import org.claimscope.data.kpi.prebilling.BillLagDays;
import org.claimscope.data.kpi.prebilling.ChargeLagDays;
import org.claimscope.data.kpi.prebilling.DnfbAmount;
import org.claimscope.data.kpi.prebilling.DnfbDays;
import org.claimscope.data.kpi.prebilling.DnspDays;
import org.claimscope.data.kpi.prebilling.FbnsDays;
import org.claimscope.data.kpi.prebilling.LateChargeRate;

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
                new DenialRateDollars(),
                new CleanClaimRate(),
                new FirstPassYield(),
                new FirstPassYieldDollars(),
                new DaysInAr(),
                new ArOver90Pct(),
                new CreditBalance(),
                new DaysToPay(),
                new UnderpaymentAmount(),
                new ChargeLagDays(),
                new LateChargeRate(),
                new BillLagDays(),
                new DnfbAmount(),
                new DnfbDays(),
                new FbnsDays(),
                new DnspDays(),
                new ReworkRate(),
                new AppealOverturnRate(),
                new AppealLagDays(),
                new DenialResolutionDays(),
                new DenialWriteOffRate(),
                new BadDebtRate(),
                new CharityRate(),
                new CashToNetRevenue(),
                new CostToCollect(),
                new PointOfServiceCash(),
                new PreRegistrationRate(),
                new InsuranceVerificationRate(),
                new ServiceAuthorizationRate(),
                new UninsuredConversionRate(),
                new TransactionCount(),
                new EncounterCount(),
                new ClaimCount(),
                new PatientCount());
    }
}
