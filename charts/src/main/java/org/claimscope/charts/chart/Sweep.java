package org.claimscope.charts.chart;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the reader sweeps over: all marks that reach into the rectangle between where it began and
/// where it is. It covers whole marks, so that what will be chosen is seen before it is.
final class Sweep {
    private record Area(double left, double top, double right, double bottom) {
        static Area around(Pen.Mark mark) {
            return new Area(mark.left(), mark.top(), mark.right(), mark.bottom());
        }

        Area with(Area other) {
            return new Area(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        boolean reaches(Pen.Mark mark) {
            return overlap(left, right, mark.left(), mark.right())
                    && overlap(top, bottom, mark.top(), mark.bottom());
        }

        /// Beyond the mark's edge, which it may share with its neighbour.
        private static boolean overlap(double from, double to, double low, double high) {
            double edge = Math.min(EDGE, (high - low) / 2);
            return to >= low + edge && from <= high - edge;
        }
    }

    private static final double EDGE = 1;

    private @Nullable Consumer<List<Pen.Mark>> onSweep;
    private @Nullable Area begun;
    private @Nullable Area area;
    private List<Pen.Mark> marks = List.of();

    void setOnSweep(Consumer<List<Pen.Mark>> listener) {
        onSweep = listener;
    }

    void listenAs(Sweep other) {
        onSweep = other.onSweep;
    }

    /// Whether anybody listens.
    boolean isWanted() {
        return onSweep != null;
    }

    /// Whether anybody listened.
    boolean tell(List<Pen.Mark> swept) {
        Consumer<List<Pen.Mark>> listener = onSweep;
        if (listener == null) {
            return false;
        }
        listener.accept(swept);
        return true;
    }

    /// Where a drag may begin.
    void press(double x, double y) {
        begun = new Area(x, y, x, y);
    }

    void dragTo(double x, double y, List<Pen.Mark> all) {
        if (isWanted()) {
            reach(new Area(x, y, x, y), all);
        }
    }

    /// Goes on by keys with a sweep that has begun, or begins one.
    void stretch(Pen.Mark from, Pen.Mark to, List<Pen.Mark> all) {
        if (area == null) {
            begun = Area.around(from);
        }
        reach(Area.around(to), all);
    }

    private void reach(Area end, List<Pen.Mark> all) {
        Area from = begun;
        if (from != null) {
            area = from.with(end);
            over(all);
        }
    }

    /// The marks were drawn anew.
    void over(List<Pen.Mark> all) {
        Area swept = area;
        marks = swept == null ? List.of() : all.stream().filter(swept::reaches).toList();
    }

    void drop() {
        begun = null;
        area = null;
        marks = List.of();
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    List<Pen.Mark> marks() {
        return marks;
    }

    /// For screen readers: how many, and between which.
    String words() {
        return marks.size()
                + (marks.size() == 1 ? " mark: " : " marks: ")
                + marks.getFirst().exact()
                + (marks.size() == 1 ? "" : " to " + marks.getLast().exact());
    }
}
