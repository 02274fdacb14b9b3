package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// How far each member moved: a ring where it stood, a dot where it stands, and between them a line
/// in the colour of worse or better. Rows are 24 px, the grid of tables.
public record DotRange(Shifts shifts) implements Chart {
    private static final double HEAD = 20;
    private static final double ROW = 24;
    private static final double LEAST_ROW = 16;
    private static final double GAP = 14;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Shifts.Item> items = shifts.items();
        if (items.isEmpty()) {
            pen.empty(width, height, "Nothing to compare in this period");
            return;
        }
        int fit = (int) Math.max(1, (height - HEAD) / LEAST_ROW);
        int rows = Math.min(items.size(), fit);
        boolean cut = rows < items.size();
        int shown = cut ? rows - 1 : rows;
        double row = Math.min(ROW, Math.floor((height - HEAD) / rows));
        List<String> names = items.stream().limit(shown).map(Shifts.Item::label).toList();
        double nameWidth =
                Math.ceil(Math.min(pen.widest(names, TypeRole.BODY_STRONG), width * 0.3));
        // On a narrow place the dots alone are left; their figures are in the hover and the rows.
        boolean figures = width >= 380 && columnsWidth(pen, items, shown) <= width / 2;
        double right = figures ? columns(pen, items, shown, row, width) : width;
        double left = nameWidth + GAP;
        Ticks ticks = ticks();
        Scale across =
                new Scale(ticks.low(), ticks.high(), left + 8, Math.max(left + 9, right - 22));
        axis(pen, ticks, across, HEAD + rows * row, right);
        for (int i = 0; i < shown; i++) {
            Shifts.Item item = items.get(i);
            double top = HEAD + i * row;
            TypeRole role = item.emphasis() ? TypeRole.BODY_STRONG : TypeRole.BODY;
            String name = pen.fit(item.label(), role, nameWidth);
            pen.text(name, role, Token.TEXT, 0, top + row / 2 + 4, Pen.Align.LEFT);
            pen.level(Token.GRID, 0, width, top + row - 1);
            dots(pen, item, across, Math.round(top + row / 2) - 0.5);
            pen.mark(0, top, width, row, exact(item), item.label());
        }
        if (cut) {
            String words = (items.size() - shown) + " more not drawn";
            pen.text(
                    pen.fit(words, TypeRole.CAPTION, width),
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    0,
                    HEAD + shown * row + row / 2 + 4,
                    Pen.Align.LEFT);
        }
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Name", shifts.before(), shifts.now(), "Change", "Is"),
                shifts.items().stream()
                        .map(item -> {
                            Change change = change(item);
                            return List.of(
                                    item.label(),
                                    exact(item.before()),
                                    exact(item.now()),
                                    change.text(),
                                    change.word());
                        })
                        .toList());
    }

    @Override
    public String summary() {
        List<Shifts.Item> items = shifts.items();
        if (items.isEmpty()) {
            return "nothing to compare";
        }
        Shifts.Item first = items.getFirst();
        return items.size()
                + " members, "
                + shifts.before()
                + " to "
                + shifts.now()
                + "; "
                + first.label()
                + " "
                + brief(first.before())
                + " to "
                + brief(first.now())
                + ", "
                + change(first).word();
    }

    private Ticks ticks() {
        double[] all =
                shifts.items().stream()
                        .flatMap(item -> Stream.of(item).flatMap(DotRange::known))
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(0);
        return Ticks.covering(shifts.unit(), low, high);
    }

    private static Stream<Double> known(Shifts.Item item) {
        return Stream.of(Optional.ofNullable(item.before()), Optional.ofNullable(item.now()))
                .flatMap(Optional::stream);
    }

    private static void axis(Pen pen, Ticks ticks, Scale across, double bottom, double right) {
        double free = Double.NEGATIVE_INFINITY;
        for (BigDecimal tick : ticks.values()) {
            double x = across.at(tick.doubleValue());
            String words = ticks.label(tick);
            double half = pen.width(words, TypeRole.CAPTION) / 2;
            pen.upright(Token.GRID, x, HEAD - 3, bottom);
            if (x - half > free && x + half < right) {
                pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, 11, Pen.Align.CENTER);
                free = x + half + 6;
            }
        }
    }

    private void dots(Pen pen, Shifts.Item item, Scale across, double y) {
        Double before = item.before();
        Double now = item.now();
        if (before != null && now != null) {
            double a = across.at(before);
            double b = across.at(now);
            Token ink =
                    switch (change(item).tone()) {
                        case WORSE -> Token.WARN;
                        case BETTER -> Token.OK;
                        case AT_RISK -> Token.RISK;
                        case NEUTRAL -> Token.SERIES_6;
                    };
            pen.box(ink, Math.min(a, b), y - 1.5, Math.abs(b - a), 3);
        }
        if (before != null) {
            pen.disc(Token.TEXT_3, across.at(before), y, 5);
            pen.disc(Token.SURFACE, across.at(before), y, 3.5);
        }
        if (now != null) {
            pen.disc(Token.SERIES_1, across.at(now), y, 4.5);
        }
    }

    private double columnsWidth(Pen pen, List<Shifts.Item> items, int shown) {
        List<String> words = new ArrayList<>();
        for (Shifts.Item item : items.subList(0, shown)) {
            words.add(brief(item.before()));
            words.add(brief(item.now()));
            words.add(change(item).text());
        }
        return 3 * (columnWidth(pen, words, "Change") + GAP) + 12;
    }

    /// The three columns at the right: before, now, change.
    ///
    /// @return where the drawing must end
    private double columns(Pen pen, List<Shifts.Item> items, int shown, double row, double width) {
        List<Shifts.Item> drawn = items.subList(0, shown);
        List<String> changes = drawn.stream().map(item -> change(item).text()).toList();
        List<String> nows = drawn.stream().map(item -> brief(item.now())).toList();
        List<String> befores = drawn.stream().map(item -> brief(item.before())).toList();
        double changeWidth = columnWidth(pen, changes, "Change") + 12;
        double nowWidth = columnWidth(pen, nows, shifts.now());
        double beforeWidth = columnWidth(pen, befores, shifts.before());
        double nowRight = width - changeWidth - GAP;
        double beforeRight = nowRight - nowWidth - GAP;
        heading(pen, "Change", width, changeWidth);
        heading(pen, shifts.now(), nowRight, nowWidth);
        heading(pen, shifts.before(), beforeRight, beforeWidth);
        for (int i = 0; i < shown; i++) {
            double baseline = HEAD + i * row + row / 2 + 4;
            Change change = change(drawn.get(i));
            Token ink =
                    switch (change.tone()) {
                        case BETTER -> Token.OK;
                        case WORSE -> Token.WARN;
                        case AT_RISK -> Token.RISK;
                        case NEUTRAL -> Token.TEXT_2;
                    };
            pen.text(
                    befores.get(i),
                    TypeRole.BODY,
                    Token.TEXT_2,
                    beforeRight,
                    baseline,
                    Pen.Align.RIGHT);
            pen.text(
                    nows.get(i),
                    TypeRole.BODY_STRONG,
                    Token.TEXT,
                    nowRight,
                    baseline,
                    Pen.Align.RIGHT);
            pen.text(changes.get(i), TypeRole.BODY_STRONG, ink, width, baseline, Pen.Align.RIGHT);
            arrow(
                    pen,
                    change,
                    ink,
                    width - pen.width(changes.get(i), TypeRole.BODY_STRONG),
                    baseline);
        }
        return beforeRight - beforeWidth - GAP;
    }

    private static double columnWidth(Pen pen, List<String> words, String head) {
        return Math.ceil(
                Math.max(
                        pen.widest(words, TypeRole.BODY_STRONG),
                        Math.min(64, pen.width(head, TypeRole.CAPTION))));
    }

    private static void heading(Pen pen, String words, double right, double room) {
        String shown = pen.fit(words, TypeRole.CAPTION, room);
        pen.text(shown, TypeRole.CAPTION, Token.TEXT_3, right, 11, Pen.Align.RIGHT);
    }

    private static void arrow(Pen pen, Change change, Token ink, double right, double baseline) {
        double[] xs = {right - 11, right - 4, right - 7.5};
        if (change.direction() == Change.Direction.UP) {
            pen.area(ink, xs, new double[] {baseline - 1, baseline - 1, baseline - 7});
        } else if (change.direction() == Change.Direction.DOWN) {
            pen.area(ink, xs, new double[] {baseline - 7, baseline - 7, baseline - 1});
        }
    }

    private Change change(Shifts.Item item) {
        return Change.of(
                shifts.unit(), shifts.polarity(), decimal(item.before()), decimal(item.now()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private String brief(@Nullable Double value) {
        return value == null ? Figures.ABSENT : Figures.brief(unit(), value);
    }

    private String exact(@Nullable Double value) {
        return Twin.figure(unit(), Objects.requireNonNullElse(value, Double.NaN));
    }

    private String exact(Shifts.Item item) {
        return item.label()
                + "\n"
                + shifts.before()
                + "  "
                + exact(item.before())
                + "\n"
                + shifts.now()
                + "  "
                + exact(item.now());
    }

    private Unit unit() {
        return shifts.unit();
    }
}
