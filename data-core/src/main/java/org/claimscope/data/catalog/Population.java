package org.claimscope.data.catalog;

/// What is counted or summed over.
public enum Population {
    /// The rows of the transaction ledger.
    LEDGER,
    /// Encounters, by the day of care.
    ENCOUNTERS,
    /// Claims, each in the version that was valid as of the day asked for.
    CLAIMS,
    /// Accounts as of a day: what one encounter owes for one facility, department, provider and
    /// payer.
    ACCOUNTS
}
