package org.claimscope.nlq.parse;

import java.io.Serial;
import java.util.List;

/// A question cannot be read: carries the reason out of the reading. Never leaves this package.
final class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<String> suggestions;

    Refusal(String why, List<String> suggestions) {
        super(why, null, false, false);
        this.suggestions = List.copyOf(suggestions);
    }

    Refusal(String why) {
        this(why, List.of());
    }

    String why() {
        return String.valueOf(getMessage());
    }

    List<String> suggestions() {
        return suggestions;
    }
}
