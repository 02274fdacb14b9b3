package org.claimscope.nlq.parse;

import java.util.List;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.time.TimePhrase;

/// A period as the question says it.
record Said(TimePhrase.Span span, String text) {
    Window window() {
        return new Window(span.from(), span.to(), null, text);
    }

    boolean named(String... words) {
        return List.of(words).stream().anyMatch(w -> (" " + text + " ").contains(" " + w + " "));
    }

    boolean sameUnit(Said other) {
        return span.unit().equals(other.span.unit());
    }

    /// "April and May": the other begins when this one is over.
    boolean touches(Said other) {
        return span.to() != null
                && span.from() != null
                && other.span.to() != null
                && span.to().plusDays(1).equals(other.span.from());
    }
}
