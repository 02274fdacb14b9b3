package org.claimscope.charts.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.Tone;

/// What happened in what order: marks at equal distances, the days between them on the line, each
/// mark in the shape of who acted (square front desk, triangle clinical, diamond billing, circle
/// payer). Below each stand its name, its date and the message that told of it.
public record Timeline(Journey journey) implements Chart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter WITH_YEAR =
            DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US);
    private static final double LEAST_SLOT = 62;
    private static final double LINE = 34;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Journey.Event> all = journey.events();
        if (all.isEmpty()) {
            pen.empty(width, height, "Nothing has happened yet");
            return;
        }
        int fit = (int) Math.max(1, width / LEAST_SLOT);
        boolean cut = fit < all.size();
        // The newest events matter most; the first place says how many came before.
        int shown = cut ? Math.max(1, fit - 1) : all.size();
        List<Journey.Event> events = all.subList(all.size() - shown, all.size());
        double slot = width / (shown + (cut ? 1 : 0));
        double start = cut ? slot : 0;
        if (cut) {
            String words = pen.fit((all.size() - shown) + " earlier", TypeRole.CAPTION, slot - 6);
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, 0, LINE + 4, Pen.Align.LEFT);
        }
        DateTimeFormatter format =
                events.getFirst().date().getYear() == events.getLast().date().getYear()
                        ? DAY
                        : WITH_YEAR;
        for (int i = 0; i + 1 < shown; i++) {
            gap(pen, events.get(i), events.get(i + 1), start + slot * (i + 0.5), slot);
        }
        for (int i = 0; i < shown; i++) {
            Journey.Event event = events.get(i);
            double x = Math.round(start + slot * (i + 0.5));
            shape(pen, event, x);
            words(pen, event, format, x, slot - 6, height);
            pen.mark(
                    x - slot / 2,
                    LINE - 14,
                    slot,
                    Math.min(height - LINE + 14, 86),
                    exact(event),
                    event.label());
        }
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Event", "Date", "Days since", "By", "Source"),
                IntStream.range(0, journey.events().size())
                        .mapToObj(i -> {
                            Journey.Event event = journey.events().get(i);
                            return List.of(
                                    event.label(),
                                    event.date().toString(),
                                    i == 0
                                            ? ""
                                            : Figures.count(
                                                    days(journey.events().get(i - 1), event)),
                                    event.actor().words(),
                                    event.source());
                        })
                        .toList());
    }

    @Override
    public String summary() {
        List<Journey.Event> events = journey.events();
        if (events.isEmpty()) {
            return "nothing has happened yet";
        }
        Journey.Event first = events.getFirst();
        Journey.Event last = events.getLast();
        return events.size()
                + " events in "
                + Figures.count(days(first, last))
                + " days, from "
                + first.label()
                + " on "
                + first.date()
                + " to "
                + last.label()
                + " on "
                + last.date();
    }

    private void gap(Pen pen, Journey.Event from, Journey.Event to, double x, double slot) {
        pen.box(Token.BORDER_STRONG, x, LINE - 1, slot, 2);
        long days = days(from, to);
        boolean waited = days >= journey.longGap();
        pen.text(
                Figures.count(days) + "\u00A0d",
                waited ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION,
                waited ? Token.WARN : Token.TEXT_3,
                x + slot / 2,
                LINE - 10,
                Pen.Align.CENTER);
    }

    private static void shape(Pen pen, Journey.Event event, double x) {
        boolean apart = apart(event);
        // A rim in the surface colour sets the mark off from the line.
        pen.box(Token.SURFACE, x - 9, LINE - 9, 18, 18);
        Token ink = ink(event);
        if (apart) {
            pen.frame(ink, x - 8, LINE - 8, 16, 16, 0);
        }
        double r = apart ? 4 : 6;
        switch (event.actor()) {
            case FRONT_DESK -> pen.box(ink, x - r + 1, LINE - r + 1, 2 * r - 2, 2 * r - 2);
            case CLINICAL ->
                    pen.area(
                            ink,
                            new double[] {x - r, x + r, x},
                            new double[] {LINE + r - 1, LINE + r - 1, LINE - r});
            case BILLING ->
                    pen.area(
                            ink,
                            new double[] {x, x + r, x, x - r},
                            new double[] {LINE - r, LINE, LINE + r, LINE});
            case PAYER -> pen.disc(ink, x, LINE, r - 0.5);
        }
    }

    private static void words(
            Pen pen,
            Journey.Event event,
            DateTimeFormatter format,
            double x,
            double room,
            double height) {
        TypeRole role = apart(event) ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
        Token ink = apart(event) ? ink(event) : Token.TEXT;
        if (height > LINE + 28) {
            String label = pen.fit(event.label(), role, room);
            pen.text(label, role, ink, x, LINE + 24, Pen.Align.CENTER);
        }
        if (height > LINE + 42) {
            String date = format.format(event.date());
            pen.text(date, TypeRole.CAPTION, Token.TEXT_2, x, LINE + 38, Pen.Align.CENTER);
        }
        if (height >= LINE + 64 && !event.source().isEmpty()) {
            String source = pen.fit(event.source(), TypeRole.CAPTION, room - 4);
            double wide = Math.ceil(pen.width(source, TypeRole.CAPTION)) + 8;
            pen.frame(Token.BORDER, x - wide / 2, LINE + 46, wide, 18, 3);
            pen.text(source, TypeRole.CAPTION, Token.TEXT_2, x, LINE + 59, Pen.Align.CENTER);
        }
    }

    private static boolean apart(Journey.Event event) {
        return event.tone() == Tone.WORSE || event.tone() == Tone.AT_RISK;
    }

    private static Token ink(Journey.Event event) {
        return switch (event.tone()) {
            case WORSE -> Token.WARN;
            case AT_RISK -> Token.RISK;
            case BETTER, NEUTRAL ->
                    switch (event.actor()) {
                        case FRONT_DESK -> Token.SERIES_6;
                        case CLINICAL -> Token.SERIES_4;
                        case BILLING -> Token.SERIES_1;
                        case PAYER -> Token.SERIES_3;
                    };
        };
    }

    private static long days(Journey.Event from, Journey.Event to) {
        LocalDate start = from.date();
        return ChronoUnit.DAYS.between(start, to.date());
    }

    private static String exact(Journey.Event event) {
        return event.label()
                + "  "
                + event.date()
                + "\nby "
                + event.actor().words()
                + (event.source().isEmpty() ? "" : ", told by " + event.source());
    }
}
