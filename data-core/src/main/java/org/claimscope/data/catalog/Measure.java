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

    /// A money field divided by the days of the window: dollars a day.
    public record AmountPerDay(String field) implements Contribution {}

    /// One.
    public record Each() implements Contribution {}

    /// One for each different patient.
    public record EachPatient() implements Contribution {}

    /// Days from the submission of a claim to its first payment.
    public record DaysToPay() implements Contribution {}

    /// What an account owes.
    public record Balance() implements Contribution {}

    /// Which days around the period asked for take part.
    public enum Window {
        /// The period itself.
        PERIOD,
        /// Everything up to the period's last day.
        UP_TO_END,
        /// The three calendar months that end with the period's last day's month-to-date: that day
        /// and the three months before it.
        TRAILING_3_MONTHS,
        /// Twelve months of service that end 90 days before the period's last day, so that payments
        /// had time to come.
        MATURE_YEAR
    }

    /// Which rows take part.
    public enum RowRule {
        /// Claims that a payer has decided: paid, approved or denied.
        ADJUDICATED,
        /// Claims denied at first adjudication; by status where a source sends no remittances.
        /// Rejected is front-end, not denied.
        DENIED,
        /// Claims with a first payment on or after submission.
        PAID_AFTER_SUBMISSION,
        /// Adjustments that the contract demands.
        CONTRACTUAL,
        /// Accounts that owe; credits are reported elsewhere and never netted.
        OWING,
        /// Accounts with a claim submitted by the day asked for.
        BILLED,
        /// Accounts whose last service is more than 90 days before the day asked for: day 90 is not
        /// over 90.
        OVER_90_DAYS
    }
}
