package org.claimscope.charts.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.TimeNote;

/// Notes in a chart along time: a dotted upright at the day, a flag at its head, and its words as
/// far as there is room; all of them in the words of the mark they belong to.
record TimeNotes(List<TimeNote> notes) {
    static final TimeNotes NONE = new TimeNotes(List.of());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final double LEAST = 36;

    TimeNotes {
        notes =
                notes.stream()
                        .sorted(Comparator.comparing(TimeNote::day).thenComparing(TimeNote::words))
                        .toList();
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /// @param x of a day
    /// @param first day of the chart
    /// @param last day of the chart
    void draw(
            Pen pen,
            ToDoubleFunction<LocalDate> x,
            LocalDate first,
            LocalDate last,
            double top,
            double bottom,
            double right) {
        List<TimeNote> shown = new ArrayList<>(notes);
        shown.removeIf(note -> note.day().isBefore(first) || note.day().isAfter(last));
        for (int i = 0; i < shown.size(); i++) {
            double at = Math.rint(x.applyAsDouble(shown.get(i).day()));
            double free =
                    (i + 1 < shown.size() ? x.applyAsDouble(shown.get(i + 1).day()) - 4 : right)
                            - at
                            - 11;
            pen.dashedUpright(Token.TEXT_3, at, top, bottom);
            pen.area(
                    Token.TEXT_2,
                    new double[] {at, at + 8, at},
                    new double[] {top, top + 4, top + 8});
            if (free >= LEAST) {
                words(
                        pen,
                        pen.fit(shown.get(i).words(), TypeRole.CAPTION, free),
                        at + 11,
                        top,
                        bottom);
            }
        }
    }

    /// At the head, else at the foot, else nowhere: the chart's own words come first.
    private static void words(Pen pen, String words, double x, double top, double bottom) {
        double wide = pen.width(words, TypeRole.CAPTION);
        for (double baseline : new double[] {top + 8, bottom - 5}) {
            if (pen.isFree(wide, TypeRole.CAPTION, x, baseline)) {
                pen.textWithHalo(
                        words, TypeRole.CAPTION, Token.TEXT_2, x, baseline, Pen.Align.LEFT);
                return;
            }
        }
    }

    /// A line for each note of these days, beginning with a line break; empty without any.
    String between(LocalDate first, LocalDate last) {
        return notes.stream()
                .filter(note -> !note.day().isBefore(first) && !note.day().isAfter(last))
                .map(note -> "\n" + DAY.format(note.day()) + ": " + note.words())
                .collect(Collectors.joining());
    }
}
