package org.claimscope.charts.palette;

import java.util.Locale;

/// The name of one colour by what it is for. Charts and style sheets use names only, so that a
/// theme can change every value in one file.
public enum Token {
    BG,
    SURFACE,
    RAIL,
    SUB,
    HOVER,
    SELECTED,
    GRID,
    BORDER,
    BORDER_STRONG,
    EDGE,
    TEXT,
    TEXT_2,
    TEXT_3,
    ACCENT,
    ON_ACCENT,
    ACCENT_WEAK,
    /// Money that can be lost, and nothing else.
    RISK,
    RISK_WEAK,
    WARN,
    WARN_WEAK,
    OK,
    OK_WEAK,
    MARK,
    ON_MARK,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    /// Context: other members, the year before, totals.
    SERIES_6,
    SEQUENTIAL_1,
    SEQUENTIAL_2,
    SEQUENTIAL_3,
    SEQUENTIAL_4,
    SEQUENTIAL_5,
    SEQUENTIAL_6,
    SEQUENTIAL_7,
    DIVERGING_1,
    DIVERGING_2,
    DIVERGING_3,
    DIVERGING_4,
    DIVERGING_5,
    DIVERGING_6,
    DIVERGING_7,
    ON_SEQUENTIAL_LOW,
    ON_SEQUENTIAL_HIGH,
    TARGET_BAND,
    FORECAST_BAND,
    FLOW;

    /// The name in the style sheets, such as `cs-text-2`.
    public String css() {
        return "cs-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
