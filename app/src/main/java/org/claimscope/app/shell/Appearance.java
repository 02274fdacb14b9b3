package org.claimscope.app.shell;

import org.claimscope.app.session.Settings;
import org.claimscope.charts.palette.Theme;

/// How the window looks, and its lock: what the settings page and the palette can change.
public interface Appearance {
    Settings settings();

    void change(Settings settings);

    /// The theme in use, after the system's wish.
    Theme theme();

    void lock();
}
