package org.claimscope.nlq.guard;

/// A question as it may leave the machine, or the reason why it may not.
public sealed interface Masked {
    /// @param text ordinary words and masks only
    record Ready(String text, Hidden hidden) implements Masked {}

    /// Too little would be left of it.
    record Refused(Trouble why) implements Masked {}
}
