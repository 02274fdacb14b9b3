package org.claimscope.data.security;

import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

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

    /// Decides whether somebody may see identifiers in full, for a reason that goes into the audit
    /// log.
    ///
    /// @throws ClaimscopeException USER when no reason is given
    public Decision reveal(Subject subject, String reason) {
        if (reason.strip().length() < 3) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Give a reason of a few words: it goes into the audit log.");
        }
        return new Decision(subject, Optional.empty(), true);
    }
}
