package org.claimscope.charts.palette;

import java.util.Locale;
import java.util.Objects;

/// The look of the workstation: light, dark or high contrast. Each theme is one style sheet of
/// looked-up colours.
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST;

    /// The address of this theme's colours, ready for `Scene.getStylesheets()`.
    public String stylesheet() {
        String file = "tokens-" + name().toLowerCase(Locale.ROOT) + ".css";
        return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
    }
}
