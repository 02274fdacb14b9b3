package org.claimscope.data.security;

import java.util.Optional;

/// Decides who may see what, in one place.
///
/// A workspace has one user so far, its owner, who sees all rows with identifiers masked. Roles and
/// scopes change what is decided here and nothing else.
public final class PolicyEngine {
    /// @param action a stable word such as `query`
    /// @param purpose why, for the audit log
    public Decision decide(Subject subject, String action, String purpose) {
        if (action.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("an action and a purpose are needed");
        }
        return new Decision(subject, Optional.empty(), false);
    }
}
