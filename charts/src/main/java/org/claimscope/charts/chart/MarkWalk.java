package org.claimscope.charts.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/// Where the arrow keys lead from one mark to the next: to the nearest in that direction, and
/// before all to those in the same row or column.
record MarkWalk(List<Pen.Mark> marks) {
    /// One arrow key.
    enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN;

        /// The direction an arrow key points in; nothing for other keys.
        static Optional<Direction> of(KeyCode key) {
            return Optional.ofNullable(
                    switch (key) {
                        case LEFT -> LEFT;
                        case RIGHT -> RIGHT;
                        case UP -> UP;
                        case DOWN -> DOWN;
                        default -> null;
                    });
        }
    }

    private static final double SAME = 0.5;

    /// How far one mark is from another, seen along an arrow.
    private record Step(int index, boolean beside, double along, double across) {}

    MarkWalk {
        marks = List.copyOf(marks);
    }

    /// In reading order: by rows, then from the left.
    Optional<Pen.Mark> first() {
        return marks.stream().min(reading());
    }

    Optional<Pen.Mark> last() {
        return marks.stream().max(reading());
    }

    /// Nothing when there is no mark in that direction: the key is then left to the page.
    Optional<Pen.Mark> next(Pen.Mark from, Direction direction) {
        int start = marks.indexOf(from);
        return IntStream.range(0, marks.size())
                .mapToObj(index -> step(start, index, direction))
                .filter(step -> step.along() > SAME || coincides(start, step, direction))
                .min(
                        Comparator.comparing(Step::beside)
                                .reversed()
                                .thenComparingDouble(step -> step.along() + 2 * step.across())
                                .thenComparingInt(step -> Math.abs(step.index() - start)))
                .map(step -> marks.get(step.index()));
    }

    private static Comparator<Pen.Mark> reading() {
        return Comparator.<Pen.Mark>comparingDouble(mark -> Math.rint(mark.top()))
                .thenComparingDouble(Pen.Mark::left);
    }

    private Step step(int start, int index, Direction direction) {
        Pen.Mark a = marks.get(start);
        Pen.Mark b = marks.get(index);
        double right = (b.left() + b.right() - a.left() - a.right()) / 2;
        double down = (b.top() + b.bottom() - a.top() - a.bottom()) / 2;
        boolean level = direction == Direction.LEFT || direction == Direction.RIGHT;
        boolean beside =
                level
                        ? a.top() < b.bottom() - SAME && b.top() < a.bottom() - SAME
                        : a.left() < b.right() - SAME && b.left() < a.right() - SAME;
        double along =
                switch (direction) {
                    case LEFT -> -right;
                    case RIGHT -> right;
                    case UP -> -down;
                    case DOWN -> down;
                };
        return new Step(index, beside, along, Math.abs(level ? down : right));
    }

    /// Marks of no size lie on one another; then their order decides, so that none is out of reach.
    private static boolean coincides(int start, Step step, Direction direction) {
        boolean forward = direction == Direction.RIGHT || direction == Direction.DOWN;
        return Math.abs(step.along()) <= SAME
                && step.across() <= SAME
                && (forward ? step.index() > start : step.index() < start);
    }
}
