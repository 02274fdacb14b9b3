package org.claimscope.charts.chart;

/// Something that can be drawn: a shape and the way to draw it. Immutable, so that one chart can be
/// on screen, in a PNG and in a test at once.
public interface Chart {
    /// Draws into the rectangle from (0, 0) to (width, height) and never outside it.
    void paint(Pen pen, double width, double height);

    /// One sentence that says what the chart shows, for screen readers.
    String summary();

    /// The same figures as a table, also those that found no room in the drawing.
    Twin twin();
}
