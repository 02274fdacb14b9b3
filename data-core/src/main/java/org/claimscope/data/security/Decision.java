package org.claimscope.data.security;

import java.util.Optional;
import java.util.Set;

/// What somebody may see of something. The query compiler cannot build SQL without one, and only
/// the policy engine makes them.
public final class Decision {
    private final Subject subject;
    private final Optional<Set<String>> facilities;
    private final boolean revealsIdentifiers;

    Decision(Subject subject, Optional<Set<String>> facilities, boolean revealsIdentifiers) {
        this.subject = subject;
        this.facilities = facilities.map(Set::copyOf);
        this.revealsIdentifiers = revealsIdentifiers;
    }

    public Subject subject() {
        return subject;
    }

    /// The facilities whose rows may be read; empty for all.
    public Optional<Set<String>> facilities() {
        return facilities;
    }

    /// Whether names and numbers of people are shown in full; secrets never are.
    public boolean revealsIdentifiers() {
        return revealsIdentifiers;
    }
}
