package org.claimscope.nlq.provider;

import java.time.Clock;
import java.time.LocalDate;

/// The business associate agreement with whoever runs a remote service.
///
/// @param reference where it is kept, such as a contract number
/// @param expires last day it holds
public record Agreement(String reference, LocalDate expires) {
    public boolean holds(Clock clock) {
        return !reference.isBlank() && !LocalDate.now(clock).isAfter(expires);
    }
}
