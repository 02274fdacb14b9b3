package org.claimscope.data.catalog;

import java.util.Set;

/// A sum over a population: the building block of KPIs. States what each row contributes and which
/// rows take part; how that becomes SQL is the query compiler's business.
///
/// @param id snake case, also the name of its column in the SQL
/// @param role the date that puts a row into a period, unless the question names another
public record Measure(
        String id,
        Population population,
        Contribution contribution,
        DateRole role,
        Window window,
        Set<RowRule> rules) {
    public Measure {
        rules = Set.copyOf(rules);
    }

    /// What one row adds.
    public sealed interface Contribution {}

    /// A money field; absent counts as zero.
    public record Amount(String field) implements Contribution {}

    /// A money field without its sign: late credits count like late charges.
    public record AbsoluteAmount(String field) implements Contribution {}

    /// A money field divided by the days of the window: dollars a day.
    public record AmountPerDay(String field) implements Contribution {}

    /// One.
    public record Each() implements Contribution {}

    /// One, divided by the three months of the window.
    public record EachPerMonth() implements Contribution {}

    /// One for each different patient.
    public record EachPatient() implements Contribution {}

    /// Days from one event of the row to another.
    public record Days(String field) implements Contribution {}

    /// The days that a share of the rows does not exceed (0.5 is the median), between two rows in
    /// proportion. No sum: the rows behind it do not add up to it.
    public record DaysAt(String field, double share) implements Contribution {}

    /// What an account owes.
    public record Balance() implements Contribution {}

    /// A figure of a month, by its kind.
    public record Fact(String kind, Per per) implements Contribution {}

    /// What a figure of months is divided by.
    public enum Per {
        /// Money, as it is.
        ALL,
        /// Money, by the days of the window.
        DAY,
        /// Money, by the three months of the window.
        MONTH,
        /// A count, as it is.
        COUNT
    }

    /// What it counts in.
    public Unit unit() {
        return switch (contribution) {
            case Amount(String field) -> Unit.MONEY;
            case AbsoluteAmount(String field) -> Unit.MONEY;
            case AmountPerDay(String field) -> Unit.MONEY;
            case Balance() -> Unit.MONEY;
            case Each() -> Unit.COUNT;
            case EachPatient() -> Unit.COUNT;
            case EachPerMonth() -> Unit.DAYS;
            case Days(String field) -> Unit.COUNT;
            case DaysAt(String field, double share) -> Unit.DAYS;
            case Fact(String kind, Per per) -> per == Per.COUNT ? Unit.DAYS : Unit.MONEY;
        };
    }

    /// Whether the rows add up to the number.
    public boolean isSum() {
        return !(contribution instanceof DaysAt);
    }

    /// Whether the same row may count in one period and not in a later one.
    public boolean atPeriodEnd() {
        return rules.contains(RowRule.NOT_FINAL_BILLED)
                || rules.contains(RowRule.FINAL_BILLED_NOT_SENT)
                || rules.contains(RowRule.NOT_SENT);
    }

    /// Whether it is divided by the days of its window.
    public boolean perDay() {
        return contribution instanceof AmountPerDay
                || contribution instanceof Fact(String kind, Per per) && per == Per.DAY;
    }

    /// Which days around the period asked for take part.
    public enum Window {
        /// The period itself.
        PERIOD,
        /// Everything up to the period's last day.
        UP_TO_END,
        /// The three calendar months that end with the period's last day's month-to-date: that day
        /// and the three months before it.
        TRAILING_3_MONTHS,
        /// The twelve calendar months that end with the period's last day.
        TRAILING_12_MONTHS,
        /// The three calendar months before the month of the period's last day.
        PRIOR_3_MONTHS,
        /// The month of the period's last day, up to that day.
        MONTH_TO_DATE,
        /// The last day of a month on or before the period's last day: when a ledger is closed.
        MONTH_END,
        /// Twelve months of service that end 90 days before the period's last day, so that payments
        /// had time to come.
        MATURE_YEAR
    }

    /// Which rows take part.
    public enum RowRule {
        /// Denied at first adjudication (C8); by status where a source sends no remittances.
        DENIED,
        /// Nothing denied: paid, moved to the patient, or taken off by the contract.
        RESOLVED,
        /// Decided with no payment, for whatever reason.
        ZERO_PAID,
        /// Families with a first payment on or after they were accepted.
        PAID_AFTER_SUBMISSION,
        /// Families with a first answer on or after they were accepted.
        ANSWERED_AFTER_SUBMISSION,
        /// Families that were not taken back (C6).
        NOT_VOIDED,
        /// Sent after they were discharged, as it has to be.
        BILLED_AFTER_CARE,
        /// Families that the provider sent again, replaced or took back.
        REWORKED,
        /// Entered the claims tool without an edit, a rejection or a copy.
        CLEAN,
        /// Charges with a day of posting on or after the day of care.
        POSTED_AFTER_CARE,
        /// Charges posted more than three days after the last service or the discharge, on
        /// encounters whose claim was not taken back.
        POSTED_LATE,
        /// Adjustments that the contract demands.
        CONTRACTUAL,
        /// Write-offs of what was denied.
        DENIAL_WRITE_OFF,
        /// Write-offs of what patients do not pay, and what came of them after all.
        BAD_DEBT,
        /// Care given for nothing.
        CHARITY,
        /// Payments of patients.
        FROM_PATIENT,
        /// Paid at or before the service, or up to seven days after the discharge.
        AT_SERVICE,
        /// Charges of encounters that are over and that no claim entered the claims tool for.
        NOT_FINAL_BILLED,
        /// Charges of encounters that are final billed and not sent.
        FINAL_BILLED_NOT_SENT,
        /// Either of the two.
        NOT_SENT,
        /// Lines with a contract row.
        PRICED,
        /// Appeals that were decided.
        DECIDED,
        /// Appeals decided for the provider, fully or partly.
        OVERTURNED,
        /// Appeals with a day of the denial on or before the day they were sent.
        SENT_AFTER_DENIAL,
        /// Payments of which one of the three checks of the 835 fails.
        UNBALANCED,
        /// What takes back an earlier decision (CLP02 = 22).
        REVERSAL,
        /// Decisions about claims that nobody knows to have been sent.
        UNMATCHED,
        /// Adjustments of claims and their lines (CAS).
        AT_CLAIM,
        /// Adjustments beside all claims (PLB).
        AT_PROVIDER,
        /// Accounts that owe; credits are reported elsewhere and never netted.
        OWING,
        /// Accounts that are owed.
        IN_CREDIT,
        /// Accounts with a claim submitted by the day asked for.
        BILLED,
        /// Accounts whose last service is more than 90 days before the day asked for: day 90 is not
        /// over 90.
        OVER_90_DAYS
    }
}
