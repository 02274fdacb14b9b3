package org.claimscope.app.widget;

import org.claimscope.charts.shape.Single;

/// A figure and the measure that it is a value of, for its definition and its rows.
///
/// @param measure id of a KPI
public record Tile(String measure, Single single) {}
