package org.claimscope.data.kpi;

import java.util.Set;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.AbsoluteAmount;
import org.claimscope.data.catalog.Measure.Amount;
import org.claimscope.data.catalog.Measure.AmountPerDay;
import org.claimscope.data.catalog.Measure.Balance;
import org.claimscope.data.catalog.Measure.Contribution;
import org.claimscope.data.catalog.Measure.Days;
import org.claimscope.data.catalog.Measure.DaysAt;
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

    public static final Measure YEARS_DAILY_CHARGES =
            ledger(
                    "years_daily_charges",
                    new AmountPerDay("billed"),
                    DateRole.POSTING_DATE,
                    Window.TRAILING_12_MONTHS);
    public static final Measure POSTED_COLLECTIBLE =
            ledger(
                    "posted_collectible",
                    new Amount("collectible"),
                    DateRole.POSTING_DATE,
                    Window.PERIOD);
    public static final Measure MONTHS_PAYMENTS =
            ledger(
                    "months_payments",
                    new Amount("paid"),
                    DateRole.PAYMENT_DATE,
                    Window.MONTH_TO_DATE);
    public static final Measure PATIENT_PAYMENTS =
            new Measure(
                    "patient_payments",
                    Population.LEDGER,
                    new Amount("paid"),
                    DateRole.PAYMENT_DATE,
                    Window.PERIOD,
                    Set.of(RowRule.FROM_PATIENT));
    public static final Measure PAYMENTS_AT_SERVICE =
            new Measure(
                    "payments_at_service",
                    Population.LEDGER,
                    new Amount("paid"),
                    DateRole.PAYMENT_DATE,
                    Window.PERIOD,
                    Set.of(RowRule.FROM_PATIENT, RowRule.AT_SERVICE));
    public static final Measure LATE_CHARGES =
            new Measure(
                    "late_charges_sum",
                    Population.LEDGER,
                    new AbsoluteAmount("billed"),
                    DateRole.POSTING_DATE,
                    Window.PERIOD,
                    Set.of(RowRule.POSTED_LATE));
    public static final Measure BAD_DEBT = writtenOff("bad_debt_written_off", RowRule.BAD_DEBT);
    public static final Measure CHARITY = writtenOff("charity_written_off", RowRule.CHARITY);
    public static final Measure DENIAL_WRITE_OFFS =
            writtenOff("denials_written_off", RowRule.DENIAL_WRITE_OFF);
    public static final Measure NOT_FINAL_BILLED =
            unbilled("not_final_billed", RowRule.NOT_FINAL_BILLED);
    public static final Measure FINAL_BILLED_NOT_SENT =
            unbilled("final_billed_not_sent", RowRule.FINAL_BILLED_NOT_SENT);
    public static final Measure NOT_SENT = unbilled("not_sent", RowRule.NOT_SENT);

    public static final Measure CHARGED_ENCOUNTERS =
            charged("charged_encounters", Population.FIRST_CHARGES, new Each());
    public static final Measure CHARGE_LAG =
            charged("charge_lag_sum", Population.FIRST_CHARGES, new Days("charge_lag"));
    public static final Measure CHARGE_LAG_MEDIAN =
            charged("charge_lag_median", Population.FIRST_CHARGES, new DaysAt("charge_lag", 0.5));
    public static final Measure CHARGE_LAG_P90 =
            charged("charge_lag_p90", Population.FIRST_CHARGES, new DaysAt("charge_lag", 0.9));
    public static final Measure CHARGED_LINES =
            charged("charged_lines", Population.LEDGER, new Each());
    public static final Measure LINE_LAG =
            charged("line_lag_sum", Population.LEDGER, new Days("line_lag"));

    public static final Measure AR_BALANCE = account("ar_balance", Set.of());
    public static final Measure OPEN_AR = account("open_ar", Set.of(RowRule.OWING));
    public static final Measure BILLED_AR =
            account("billed_ar", Set.of(RowRule.OWING, RowRule.BILLED));
    public static final Measure BILLED_AR_OVER_90 =
            account(
                    "billed_ar_over_90",
                    Set.of(RowRule.OWING, RowRule.BILLED, RowRule.OVER_90_DAYS));

    public static final Measure OPEN_AR_OVER_90 =
            account("open_ar_over_90", Set.of(RowRule.OWING, RowRule.OVER_90_DAYS));
    public static final Measure CREDIT_AR = account("credit_ar", Set.of(RowRule.IN_CREDIT));
    public static final Measure CREDIT_ACCOUNTS =
            new Measure(
                    "credit_accounts",
                    Population.ACCOUNTS,
                    new Each(),
                    DateRole.AS_OF,
                    Window.UP_TO_END,
                    Set.of(RowRule.IN_CREDIT));

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
            new Measure(
                    "claim_count",
                    Population.CLAIMS,
                    new Each(),
                    DateRole.SUBMISSION_DATE,
                    Window.PERIOD,
                    Set.of());

    public static final Measure CLAIM_BILLED = ofClaims("claim_billed", "billed");
    public static final Measure CLAIM_PAID = ofClaims("claim_paid", "paid");

    private Measures() {}

    private static Measure ofClaims(String id, String amount) {
        return new Measure(
                id,
                Population.CLAIMS,
                new Amount(amount),
                DateRole.SUBMISSION_DATE,
                Window.PERIOD,
                Set.of());
    }

    private static Measure ledger(String id, Contribution what, DateRole role, Window window) {
        return new Measure(id, Population.LEDGER, what, role, window, Set.of());
    }

    private static Measure account(String id, Set<RowRule> rules) {
        return new Measure(
                id, Population.ACCOUNTS, new Balance(), DateRole.AS_OF, Window.UP_TO_END, rules);
    }

    private static Measure writtenOff(String id, RowRule rule) {
        return new Measure(
                id,
                Population.LEDGER,
                new Amount("adjusted"),
                DateRole.POSTING_DATE,
                Window.PERIOD,
                Set.of(rule));
    }

    private static Measure unbilled(String id, RowRule rule) {
        return new Measure(
                id,
                Population.LEDGER,
                new Amount("billed"),
                DateRole.POSTING_DATE,
                Window.UP_TO_END,
                Set.of(rule));
    }

    private static Measure charged(String id, Population population, Contribution what) {
        return new Measure(
                id,
                population,
                what,
                DateRole.POSTING_DATE,
                Window.PERIOD,
                Set.of(RowRule.POSTED_AFTER_CARE));
    }
}
