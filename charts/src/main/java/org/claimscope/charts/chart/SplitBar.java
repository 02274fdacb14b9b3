package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// One total as one bar in parts, each part named below with its exact figure. What is taken back
/// has a name and a figure, but no share of the bar.
public record SplitBar(Split split) implements Chart {
    private static final double BAR = 16;
    private static final double LINE = 18;
    private static final double SWATCH = 8;

    /// One named part in the rows below the bar.
    private record Entry(int index, String name, String figure, double width) {}

    @Override
    public void paint(Pen pen, double width, double height) {
        double whole = split.parts().stream().mapToDouble(p -> Math.max(0, p.value())).sum();
        if (split.parts().isEmpty()) {
            pen.empty(width, height, "Nothing to divide");
            return;
        }
        double bar = Math.min(BAR, height);
        if (whole == 0) {
            pen.box(Token.HOVER, 0, 0, width, bar);
        }
        double at = 0;
        for (int i = 0; i < split.parts().size(); i++) {
            Split.Part part = split.parts().get(i);
            if (part.value() > 0) {
                double from = Math.round(width * at / whole);
                at += part.value();
                double to = Math.round(width * at / whole);
                pen.box(ink(pen, i), from, 0, to - from, bar);
                if (from > 0) {
                    pen.box(Token.SURFACE, from, 0, 1, bar);
                }
                pen.mark(from, 0, to - from, bar, exact(i, whole), part.label());
            }
        }
        legend(pen, width, height, bar + 8, whole);
    }

    @Override
    public Twin twin() {
        double whole = split.parts().stream().mapToDouble(p -> Math.max(0, p.value())).sum();
        return new Twin(
                List.of("Part", Twin.heading(split.unit()), "Share"),
                split.parts().stream()
                        .map(part ->
                                List.of(
                                        part.label(),
                                        Figures.exact(split.unit(), part.value()),
                                        part.value() < 0 || whole == 0
                                                ? Figures.ABSENT
                                                : Figures.exact(Unit.RATE, part.value() / whole)))
                        .toList());
    }

    @Override
    public String summary() {
        if (split.parts().isEmpty()) {
            return "nothing to divide";
        }
        List<String> words = new ArrayList<>();
        split.parts()
                .forEach(part ->
                        words.add(part.label() + " " + Figures.exact(split.unit(), part.value())));
        return String.join(", ", words);
    }

    private void legend(Pen pen, double width, double height, double top, double whole) {
        List<List<Entry>> lines = lines(pen, width);
        int fit = (int) Math.max(0, (height - top) / LINE);
        for (int i = 0; i < Math.min(fit, lines.size()); i++) {
            List<Entry> line = lines.get(i);
            double used = line.stream().mapToDouble(Entry::width).sum();
            // A full line reaches both ends of the bar, as far as that leaves a line together.
            double gap = line.size() < 2 ? 0 : Math.min(64, (width - used) / (line.size() - 1));
            double x = 0;
            double baseline = top + i * LINE + 12;
            for (Entry entry : line) {
                pen.box(ink(pen, entry.index()), x, baseline - SWATCH, SWATCH, SWATCH);
                pen.text(
                        entry.name(),
                        TypeRole.CAPTION,
                        Token.TEXT_2,
                        x + SWATCH + 6,
                        baseline,
                        Pen.Align.LEFT);
                pen.text(
                        entry.figure(),
                        TypeRole.CAPTION_STRONG,
                        Token.TEXT,
                        x + entry.width(),
                        baseline,
                        Pen.Align.RIGHT);
                pen.mark(
                        x,
                        baseline - 13,
                        entry.width(),
                        LINE,
                        exact(entry.index(), whole),
                        split.parts().get(entry.index()).label());
                x += entry.width() + gap;
            }
        }
    }

    /// The names in as few lines as they fit; a name gives way, its figure never.
    private List<List<Entry>> lines(Pen pen, double width) {
        List<List<Entry>> lines = new ArrayList<>();
        double free = 0;
        for (int i = 0; i < split.parts().size(); i++) {
            Split.Part part = split.parts().get(i);
            String figure = figure(part.value());
            double rest = SWATCH + 12 + Math.ceil(pen.width(figure, TypeRole.CAPTION_STRONG));
            String name = pen.fit(part.label(), TypeRole.CAPTION, width - rest);
            double wide = rest + Math.ceil(pen.width(name, TypeRole.CAPTION));
            if (lines.isEmpty() || free < wide) {
                lines.add(new ArrayList<>());
                free = width;
            }
            lines.getLast().add(new Entry(i, name, figure, wide));
            free -= wide + 14;
        }
        return lines;
    }

    private String figure(double value) {
        return split.unit() == Unit.MONEY
                ? Figures.ledger(BigDecimal.valueOf(value))
                : Figures.exact(split.unit(), value);
    }

    private Token ink(Pen pen, int index) {
        return split.parts().get(index).tone() == Tone.AT_RISK
                ? Token.RISK
                : pen.palette().series(index);
    }

    private String exact(int index, double whole) {
        Split.Part part = split.parts().get(index);
        String share =
                part.value() < 0 || whole == 0
                        ? ""
                        : "\n" + Figures.brief(Unit.RATE, part.value() / whole) + " of the total";
        return part.label() + "  " + Figures.exact(split.unit(), part.value()) + share;
    }
}
