package org.claimscope.data.kpi;

import java.util.Set;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Amount;
import org.claimscope.data.catalog.Measure.AmountPerDay;
import org.claimscope.data.catalog.Measure.Balance;
import org.claimscope.data.catalog.Measure.Contribution;
import org.claimscope.data.catalog.Measure.DaysToPay;
import org.claimscope.data.catalog.Measure.Each;
import org.claimscope.data.catalog.Measure.EachPatient;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;

/// The sums that KPIs are made of, each once: two KPIs that say "payments" mean the same payments.
public final class Measures {
    public static final Measure CHARGES =
            ledger("charges", new Amount("billed"), DateRole.POSTING_DATE, Window.PERIOD);
    public static final Measure PAYMENTS =
            ledger("payments", new Amount("paid"), DateRole.PAYMENT_DATE, Window.PERIOD);
    public static final Measure ADJUSTMENTS =
            ledger("adjustments", new Amount("adjusted"), DateRole.POSTING_DATE, Window.PERIOD);
    public static final Measure DAILY_CHARGES =
            ledger(
                    "daily_charges",
                    new AmountPerDay("billed"),
                    DateRole.POSTING_DATE,
                    Window.TRAILING_3_MONTHS);
    public static final Measure COHORT_PAYMENTS =
            ledger(
                    "cohort_payments",
                    new Amount("paid"),
                    DateRole.SERVICE_DATE,
                    Window.MATURE_YEAR);
    public static final Measure COHORT_COLLECTIBLE =
            ledger(
                    "cohort_collectible",
                    new Amount("collectible"),
                    DateRole.SERVICE_DATE,
                    Window.MATURE_YEAR);

    public static final Measure TRANSACTION_COUNT =
            ledger("transaction_count", new Each(), DateRole.POSTING_DATE, Window.PERIOD);

    public static final Measure AR_BALANCE = account("ar_balance", Set.of());
    public static final Measure OPEN_AR = account("open_ar", Set.of(RowRule.OWING));
    public static final Measure BILLED_AR =
            account("billed_ar", Set.of(RowRule.OWING, RowRule.BILLED));
    public static final Measure BILLED_AR_OVER_90 =
            account(
                    "billed_ar_over_90",
                    Set.of(RowRule.OWING, RowRule.BILLED, RowRule.OVER_90_DAYS));

    public static final Measure ENCOUNTER_COUNT =
            new Measure(
                    "encounter_count",
                    Population.ENCOUNTERS,
                    new Each(),
                    DateRole.SERVICE_DATE,
                    Window.PERIOD,
                    Set.of());
    public static final Measure PATIENT_COUNT =
            new Measure(
                    "patient_count",
                    Population.ENCOUNTERS,
                    new EachPatient(),
                    DateRole.SERVICE_DATE,
                    Window.PERIOD,
                    Set.of());

    public static final Measure CLAIM_COUNT =
            claims("claim_count", new Each(), DateRole.SUBMISSION_DATE, Set.of());
    public static final Measure ADJUDICATED_CLAIMS =
            claims(
                    "adjudicated_claims",
                    new Each(),
                    DateRole.ADJUDICATION_DATE,
                    Set.of(RowRule.ADJUDICATED));
    public static final Measure DENIED_CLAIMS =
            claims(
                    "denied_claims",
                    new Each(),
                    DateRole.ADJUDICATION_DATE,
                    Set.of(RowRule.ADJUDICATED, RowRule.DENIED));
    public static final Measure DENIED_AMOUNT =
            claims(
                    "denied_amount",
                    new Amount("denied"),
                    DateRole.ADJUDICATION_DATE,
                    Set.of(RowRule.ADJUDICATED, RowRule.DENIED));
    public static final Measure DAYS_TO_PAY =
            claims(
                    "days_to_pay_sum",
                    new DaysToPay(),
                    DateRole.PAYMENT_DATE,
                    Set.of(RowRule.PAID_AFTER_SUBMISSION));
    public static final Measure PAID_CLAIMS =
            claims(
                    "paid_claims",
                    new Each(),
                    DateRole.PAYMENT_DATE,
                    Set.of(RowRule.PAID_AFTER_SUBMISSION));

    private Measures() {}

    private static Measure ledger(String id, Contribution what, DateRole role, Window window) {
        return new Measure(id, Population.LEDGER, what, role, window, Set.of());
    }

    private static Measure account(String id, Set<RowRule> rules) {
        return new Measure(
                id, Population.ACCOUNTS, new Balance(), DateRole.AS_OF, Window.UP_TO_END, rules);
    }

    private static Measure claims(String id, Contribution what, DateRole role, Set<RowRule> rules) {
        return new Measure(id, Population.CLAIMS, what, role, Window.PERIOD, rules);
    }
}
