package org.claimscope.nlq.form;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The second period a question sets beside the first.
///
/// @param window the second period; null when the type says it
public record Comparison(Type type, @Nullable Window window) {
    /// Which period it is.
    public enum Type {
        /// The period of the same length directly before.
        PRIOR_PERIOD,
        /// The same days a year earlier.
        PRIOR_YEAR,
        /// The one that is named.
        CUSTOM;

        /// As it is written in a form.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The second period for a first one; empty when there is none.
    public Optional<Window> against(Window first) {
        return Windows.against(this, first);
    }

    public static Comparison of(Type type) {
        return new Comparison(type, null);
    }
}
