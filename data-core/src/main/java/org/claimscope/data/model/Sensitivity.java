package org.claimscope.data.model;

/// How much a field gives away about a person.
public enum Sensitivity {
    /// Codes, dates, dollars: shown.
    NONE,
    /// Points at a person (names, numbers, addresses): masked unless revealed with a reason.
    IDENTIFIER,
    /// Never shown in full, to anybody.
    SECRET
}
