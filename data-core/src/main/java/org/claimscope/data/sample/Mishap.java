package org.claimscope.data.sample;

/// What goes wrong with a visit on purpose; the rule that should find it is in {@link Truth}.
enum Mishap {
    NONE,
    /// R01
    DUPLICATE_CLAIM,
    /// R11
    NEVER_CHARGED,
    /// R15
    CHARGED_LATE,
    /// R40
    NEVER_FILED,
    /// R66
    UNDERPAID,
    /// R67
    TAKEN_BACK,
    /// R70
    OVERPAID;

    /// Mishaps of payment happen to claims that are paid at first.
    boolean needsPaidClaim() {
        return switch (this) {
            case DUPLICATE_CLAIM, UNDERPAID, TAKEN_BACK, OVERPAID -> true;
            case NONE, NEVER_CHARGED, CHARGED_LATE, NEVER_FILED -> false;
        };
    }
}
