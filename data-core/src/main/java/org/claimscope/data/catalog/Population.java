package org.claimscope.data.catalog;

/// What is counted or summed over.
public enum Population {
    /// The rows of the transaction ledger.
    LEDGER,
    /// Encounters, by the day of care.
    ENCOUNTERS,
    /// Claims, each in the version that was valid as of the day asked for.
    CLAIMS,
    /// Claim families by the first decision of their first payer (835 CLP); where a source sends no
    /// remittances, claims by the status they have.
    ADJUDICATIONS,
    /// The service lines of those first decisions (835 SVC).
    ADJUDICATED_LINES,
    /// Claim families by the day they were first sent (837).
    SUBMISSIONS,
    /// Claims by the day they first entered the claims tool.
    ENTRIES,
    /// Encounters by the day their first charge was posted.
    FIRST_CHARGES,
    /// Service lines that a payer allowed something for, with what their contract says.
    PRICED_LINES,
    /// Payments of payers with their explanation (835 BPR to SE), by payment date.
    REMITTANCES,
    /// What those payments say about claims (835 CLP), by payment date; reversals are rows of their
    /// own.
    REMITTED_CLAIMS,
    /// Why billed was not paid (835 CAS) and what was settled beside all claims (PLB).
    REMITTED_ADJUSTMENTS,
    /// Appeals against denials.
    APPEALS,
    /// Figures of a month: general ledger, registration.
    MONTHLY_FACTS,
    /// Accounts as of a day: what one encounter owes for one facility, department, provider and
    /// payer.
    ACCOUNTS;

    /// Whether its rows are claims or parts of claims.
    public boolean ofClaims() {
        return switch (this) {
            case CLAIMS,
                    ADJUDICATIONS,
                    ADJUDICATED_LINES,
                    SUBMISSIONS,
                    ENTRIES,
                    PRICED_LINES,
                    REMITTED_CLAIMS ->
                    true;
            case LEDGER,
                    ENCOUNTERS,
                    FIRST_CHARGES,
                    REMITTANCES,
                    REMITTED_ADJUSTMENTS,
                    APPEALS,
                    MONTHLY_FACTS,
                    ACCOUNTS ->
                    false;
        };
    }

    /// Whether its rows may name a payer that no table knows.
    public boolean namesPayer() {
        return ofClaims() || this == REMITTANCES || this == REMITTED_ADJUSTMENTS;
    }
}
