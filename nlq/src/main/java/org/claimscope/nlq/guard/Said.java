package org.claimscope.nlq.guard;

/// What became of a question to a language model.
public sealed interface Said {
    /// @param text as the model wrote it: not to be believed
    record Reply(String text) implements Said {}

    /// No usable reply.
    record Nothing(Trouble trouble) implements Said {}
}
