package org.claimscope.app.present;

/// Where a mark of a chart leads: to the rows behind it, and to pages narrowed to what it stands
/// for.
///
/// @param title of the panel that the rows open in
public record Way(Drill drill, String title) {}
