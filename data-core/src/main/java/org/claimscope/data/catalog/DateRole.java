package org.claimscope.data.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of a record's dates decides the period it belongs to (metrics.md C3). Local calendar dates
/// of the facility.
public enum DateRole {
    /// The day of care.
    SERVICE_DATE,
    /// The day a charge or adjustment was posted; the service date where a source sends none.
    POSTING_DATE,
    /// The day a payment was posted.
    PAYMENT_DATE,
    /// The day a claim went to the payer.
    SUBMISSION_DATE,
    /// The day of the first adjudication; the submission date where a source sends none.
    ADJUDICATION_DATE,
    /// The day the patient left; of an encounter without one, no day.
    DISCHARGE_DATE,
    /// A state on a day, not what happened in a period.
    AS_OF;

    /// The word in questions and on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param word `service_date`, or short `service`
    public static Optional<DateRole> named(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(r -> r.id().equals(w) || r.id().equals(w + "_date"))
                .findFirst();
    }
}
