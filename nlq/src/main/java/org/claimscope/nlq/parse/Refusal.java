package org.claimscope.nlq.parse;

import java.io.Serial;
import java.util.List;

/// A question cannot be read: carries the reason out of the reading. Never leaves this package.
final class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<String> suggestions;
    private final Reading.Cause cause;

    Refusal(String why, List<String> suggestions) {
        this(Reading.Cause.NOT_ANSWERED, why, suggestions);
    }

    Refusal(Reading.Cause cause, String why, List<String> suggestions) {
        super(why, null, false, false);
        this.suggestions = List.copyOf(suggestions);
        this.cause = cause;
    }

    Refusal(String why) {
        this(why, List.of());
    }

    /// A word is known, and what it does in this question is not.
    static Refusal unclear(String why) {
        return new Refusal(Reading.Cause.NOT_UNDERSTOOD, why, List.of());
    }

    String why() {
        return String.valueOf(getMessage());
    }

    Reading.Cause reason() {
        return cause;
    }

    List<String> suggestions() {
        return suggestions;
    }
}
