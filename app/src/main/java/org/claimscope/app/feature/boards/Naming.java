package org.claimscope.app.feature.boards;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.app.present.Filters;
import org.claimscope.data.catalog.Dimension;

/// Words for dimensions and conditions on cards.
final class Naming {
    private Naming() {}

    /// "Denial reason".
    static String title(Dimension dimension) {
        String word = dimension.words().getFirst();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// "facilities".
    static String plural(Dimension dimension) {
        String word = dimension.words().getFirst();
        return word.endsWith("y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word.endsWith("s") || word.endsWith("ss") ? word + "es" : word + "s";
    }

    /// "Medicare, 2 chosen"; empty without conditions.
    static String where(List<Filters.Cut> cuts) {
        return cuts.stream().map(Filters.Cut::words).collect(Collectors.joining(", "));
    }

    /// What is not empty, between dots.
    static String joined(String... notes) {
        return Stream.of(notes).filter(n -> !n.isEmpty()).collect(Collectors.joining(" · "));
    }
}
