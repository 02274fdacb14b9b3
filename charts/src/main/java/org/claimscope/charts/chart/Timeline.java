package org.claimscope.charts.chart;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Course;

/// What happened in order: equal spaces, the days between written above, the actor as the shape of
/// the mark. A long wait is told by its number, not by empty room.
public record Timeline(Course course) implements Chart {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final double LINE = 26;
    private static final double MARK = 6;
    /// A wait that a reader should see at once.
    private static final long LONG_WAIT = 10;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Course.Event> events = course.events();
        if (events.isEmpty()) {
            pen.empty(width, height, "Nothing is known to have happened");
            return;
        }
        double step = width / events.size();
        double first = step / 2;
        if (events.size() > 1) {
            pen.box(Token.BORDER_STRONG, first, LINE - 1, step * (events.size() - 1), 2);
        }
        for (int i = 0; i < events.size(); i++) {
            Course.Event event = events.get(i);
            double x = Math.round(first + i * step);
            if (i > 0) {
                wait(pen, events.get(i - 1), event, x - step / 2, step);
            }
            Token ink = event.warns() ? Token.WARN : ink(event.actor());
            mark(pen, event.actor(), ink, x);
            if (event.warns()) {
                pen.frame(Token.WARN, x - 10, LINE - 10, 20, 20, 0);
            }
            double room = step - 8;
            TypeRole role = TypeRole.CAPTION_STRONG;
            pen.text(
                    pen.fit(event.label(), role, room),
                    role,
                    event.warns() ? Token.WARN : Token.TEXT,
                    x,
                    LINE + 26,
                    Pen.Align.CENTER);
            pen.text(
                    pen.fit(DAY.format(event.day()), TypeRole.CAPTION, room),
                    TypeRole.CAPTION,
                    Token.TEXT_2,
                    x,
                    LINE + 41,
                    Pen.Align.CENTER);
            pen.text(
                    pen.fit(event.source(), TypeRole.CAPTION, room),
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    x,
                    LINE + 56,
                    Pen.Align.CENTER);
            pen.mark(
                    x - step / 2 + 2,
                    0,
                    step - 4,
                    Math.min(height, LINE + 60),
                    event.label() + "  " + DAY.format(event.day()),
                    event.label(),
                    event.day().toString());
        }
    }

    private static void wait(
            Pen pen, Course.Event before, Course.Event event, double middle, double step) {
        long days = ChronoUnit.DAYS.between(before.day(), event.day());
        String words = days + " d";
        boolean slow = days >= LONG_WAIT;
        TypeRole role = slow ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
        if (pen.width(words, role) < step - 2 * MARK) {
            pen.text(
                    words, role, slow ? Token.WARN : Token.TEXT_2, middle, LINE - 10, Pen.Align.CENTER);
        }
    }

    private static Token ink(Course.Actor actor) {
        return switch (actor) {
            case FRONT_DESK -> Token.SERIES_6;
            case CLINICAL -> Token.SERIES_4;
            case BILLING -> Token.SERIES_1;
            case PAYER -> Token.SERIES_3;
        };
    }

    private static void mark(Pen pen, Course.Actor actor, Token ink, double x) {
        switch (actor) {
            case FRONT_DESK -> pen.box(ink, x - MARK, LINE - MARK, 2 * MARK, 2 * MARK);
            case CLINICAL ->
                    pen.area(
                            ink,
                            new double[] {x, x + MARK, x - MARK},
                            new double[] {LINE - MARK, LINE + MARK, LINE + MARK});
            case BILLING ->
                    pen.area(
                            ink,
                            new double[] {x, x + MARK, x, x - MARK},
                            new double[] {LINE - MARK, LINE, LINE + MARK, LINE});
            case PAYER -> pen.disc(ink, x, LINE, MARK);
        }
    }

    @Override
    public String summary() {
        List<Course.Event> events = course.events();
        return events.isEmpty()
                ? "no events"
                : events.size()
                        + " events from "
                        + events.getFirst().label()
                        + " to "
                        + events.getLast().label()
                        + ", "
                        + ChronoUnit.DAYS.between(
                                events.getFirst().day(), events.getLast().day())
                        + " days";
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Event", "Day", "By", "Source"),
                course.events().stream()
                        .map(e ->
                                List.of(
                                        e.label(),
                                        e.day().toString(),
                                        e.actor().name().toLowerCase(Locale.US).replace('_', ' '),
                                        e.source()))
                        .toList());
    }
}
