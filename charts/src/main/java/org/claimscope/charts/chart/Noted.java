package org.claimscope.charts.chart;

import java.time.LocalDate;
import java.util.List;
import org.claimscope.charts.shape.TimeNote;

/// A chart along time, at which notes can stand.
public interface Noted extends Chart {
    /// The same chart with these notes instead of its own; those beyond its time are not drawn.
    Chart with(List<TimeNote> notes);

    /// The first day that a mark stands for.
    LocalDate day(Pen.Mark mark);
}
