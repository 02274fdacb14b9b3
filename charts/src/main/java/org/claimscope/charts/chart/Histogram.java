package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Unit;

/// How many things lie in each stretch of a figure, with the median and the 90th percentile. Bins
/// begin at round values; what lies from the shape's overflow on is one last bin, `60 d+`, in grey.
public record Histogram(Distribution distribution) implements Chart {
    private static final double HEAD = 32;
    private static final double FOOT = 18;
    private static final double LEAST_WIDTH = 120;
    private static final double LEAST_HEIGHT = 80;
    private static final double MOST_BAR = 56;
    private static final int LEAST_BINS = 12;
    private static final List<BigDecimal> FINER =
            List.of(
                    new BigDecimal("0.5"),
                    new BigDecimal("0.25"),
                    new BigDecimal("0.2"),
                    new BigDecimal("0.1"));

    /// One bar.
    ///
    /// @param to excluded; of the overflow bin the greatest value there is
    /// @param overflow whether it has no upper end
    record Bin(double from, double to, int count, boolean overflow) {}

    /// The bins of one distribution and the distance between their beginnings.
    private record Bins(BigDecimal step, List<Bin> all) {
        /// The word at the beginning of a bin: no more decimals than the step needs.
        String edge(Unit unit, double value) {
            BigDecimal exact = BigDecimal.valueOf(value);
            double far = Math.max(Math.abs(all.getFirst().from()), Math.abs(all.getLast().from()));
            return new Ticks(unit, step, List.of(exact), -far, far).label(exact);
        }

        /// Where a value is, counted in bins from the left.
        double place(double value) {
            int index = 0;
            while (index < all.size() - 1 && value >= all.get(index).to()) {
                index++;
            }
            Bin bin = all.get(index);
            double part = bin.overflow() ? 0.5 : (value - bin.from()) / (bin.to() - bin.from());
            return index + Math.clamp(part, 0, 1);
        }
    }

    /// Where the bars stand.
    private record Plot(double left, double each, double bottom, double width) {
        double x(double place) {
            return left + place * each;
        }
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        if (distribution.size() == 0) {
            pen.empty(width, height, "No figures to spread out in this period");
            return;
        }
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            pen.empty(width, height, "Not enough room for a distribution");
            return;
        }
        Bins bins = binned();
        int tallest = bins.all().stream().mapToInt(Bin::count).max().orElse(1);
        Ticks counts = Ticks.covering(Unit.COUNT, 0, tallest);
        List<String> words = counts.values().stream().map(counts::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 8;
        double each = Math.min(MOST_BAR, (width - left) / bins.all().size());
        Plot plot = new Plot(left, each, height - FOOT, width);
        Scale up = new Scale(0, counts.high(), plot.bottom(), HEAD);
        for (int i = 0; i < words.size(); i++) {
            double y = up.at(counts.values().get(i).doubleValue());
            pen.level(i == 0 ? Token.BORDER_STRONG : Token.GRID, left, width, y);
            pen.text(
                    words.get(i), TypeRole.CAPTION, Token.TEXT_3, left - 8, y + 4, Pen.Align.RIGHT);
        }
        for (int i = 0; i < bins.all().size(); i++) {
            bar(pen, bins.all().get(i), plot, i, up);
        }
        foot(pen, bins, plot, height - 4);
        quantile(pen, "median", TypeRole.CAPTION_STRONG, 0.5, bins, plot, 11);
        quantile(pen, "p90", TypeRole.CAPTION, 0.9, bins, plot, 26);
    }

    @Override
    public Twin twin() {
        List<List<String>> rows = new ArrayList<>();
        for (Bin bin : bins()) {
            rows.add(
                    List.of(
                            name(bin),
                            Figures.count(bin.count()),
                            Figures.exact(Unit.RATE, (double) bin.count() / distribution.size())));
        }
        if (distribution.unknown() > 0) {
            rows.add(List.of("Unknown", Figures.count(distribution.unknown()), Figures.ABSENT));
        }
        return new Twin(
                List.of(Twin.heading(distribution.unit()), distribution.name(), "Share"), rows);
    }

    @Override
    public String summary() {
        if (distribution.size() == 0) {
            return "nothing to spread out";
        }
        return distribution.name()
                + " "
                + Figures.count(distribution.size())
                + ", median "
                + Figures.brief(distribution.unit(), distribution.quantile(0.5))
                + ", p90 "
                + Figures.brief(distribution.unit(), distribution.quantile(0.9));
    }

    /// From the least to the most without a gap; days and counts are never split.
    List<Bin> bins() {
        return distribution.size() == 0 ? List.of() : binned().all();
    }

    private Bins binned() {
        Double set = distribution.overflow();
        double overflow = set == null ? Double.POSITIVE_INFINITY : set;
        double most = distribution.most();
        boolean beyond = most >= overflow;
        double end = beyond ? Math.max(overflow, distribution.least()) : most;
        double start = Math.min(distribution.least(), end);
        BigDecimal step =
                finer(Ticks.covering(distribution.unit(), start, end).step(), end - start);
        BigDecimal at =
                BigDecimal.valueOf(start).divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<Bin> bins = new ArrayList<>();
        while (beyond ? at.doubleValue() < overflow : at.doubleValue() <= most) {
            BigDecimal next = at.add(step);
            double from = at.doubleValue();
            double to = beyond ? Math.min(overflow, next.doubleValue()) : next.doubleValue();
            bins.add(new Bin(from, to, distribution.between(from, to), false));
            at = next;
        }
        if (beyond) {
            int count = distribution.size() - distribution.below(overflow);
            bins.add(new Bin(overflow, most, count, true));
        }
        return new Bins(step, List.copyOf(bins));
    }

    /// An axis has few ticks, a histogram many bins: the tick's step is split while round steps
    /// remain.
    private BigDecimal finer(BigDecimal tick, double span) {
        boolean whole = distribution.unit() == Unit.DAYS || distribution.unit() == Unit.COUNT;
        BigDecimal best = whole ? tick.max(BigDecimal.ONE) : tick;
        for (BigDecimal part : FINER) {
            BigDecimal step = tick.multiply(part);
            int lead = step.stripTrailingZeros().unscaledValue().intValue();
            boolean round = lead == 1 || lead == 2 || lead == 5;
            if (round
                    && span / best.doubleValue() < LEAST_BINS
                    && (!whole || step.compareTo(BigDecimal.ONE) >= 0)) {
                best = step;
            }
        }
        return best;
    }

    private void bar(Pen pen, Bin bin, Plot plot, int index, Scale up) {
        double x = plot.x(index);
        double tall = bin.count() == 0 ? 0 : Math.max(1, plot.bottom() - up.at(bin.count()));
        double gap = plot.each() >= 4 ? 1 : 0;
        Token ink = bin.overflow() ? Token.SERIES_6 : Token.SERIES_1;
        pen.box(ink, x + gap, plot.bottom() - tall, plot.each() - gap, tall);
        pen.mark(x, HEAD, plot.each(), plot.bottom() - HEAD, exact(bin), name(bin));
    }

    /// Names as many beginnings of bins as there is room for, evenly apart.
    private void foot(Pen pen, Bins bins, Plot plot, double baseline) {
        List<Bin> all = bins.all();
        double limit = plot.width();
        if (all.getLast().overflow()) {
            String words = name(all.getLast());
            double wide = Math.ceil(pen.width(words, TypeRole.CAPTION));
            double middle = plot.x(all.size() - 0.5) - wide / 2;
            double x = Math.max(0, Math.min(plot.width() - wide - 1, middle));
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, baseline, Pen.Align.LEFT);
            limit = x - 8;
        }
        List<String> words =
                all.stream()
                        .filter(bin -> !bin.overflow())
                        .map(bin -> bins.edge(distribution.unit(), bin.from()))
                        .toList();
        int every = every(pen.widest(words, TypeRole.CAPTION) + 16, plot.each());
        double free = 0;
        for (int i = 0; i < words.size(); i++) {
            long steps = Math.round(all.get(i).from() / bins.step().doubleValue());
            double wide = Math.ceil(pen.width(words.get(i), TypeRole.CAPTION));
            double x = Math.max(0, plot.x(i) - wide / 2);
            if (steps % every == 0 && x >= free && x + wide <= limit) {
                pen.text(words.get(i), TypeRole.CAPTION, Token.TEXT_3, x, baseline, Pen.Align.LEFT);
                free = x + wide + 8;
            }
        }
    }

    private static int every(double room, double each) {
        int power = 1;
        while (true) {
            for (int lead : new int[] {1, 2, 5}) {
                if (lead * power * each >= room) {
                    return lead * power;
                }
            }
            power *= 10;
        }
    }

    private void quantile(
            Pen pen,
            String name,
            TypeRole role,
            double share,
            Bins bins,
            Plot plot,
            double baseline) {
        double value = distribution.quantile(share);
        double x = Math.min(plot.width() - 1, plot.x(bins.place(value)));
        pen.dashedUpright(Token.TEXT, x, baseline - 9, plot.bottom());
        String words = name + " " + Figures.brief(distribution.unit(), value);
        double wide = pen.width(words, role);
        double from = x + 4 + wide < plot.width() ? x + 4 : Math.max(0, x - 4 - wide);
        pen.textWithHalo(words, role, Token.TEXT, from, baseline, Pen.Align.LEFT);
    }

    private String name(Bin bin) {
        String from = Figures.exact(distribution.unit(), bin.from());
        return bin.overflow()
                ? Figures.brief(distribution.unit(), bin.from()).replace(".0\u00A0", "\u00A0") + "+"
                : from + " to under " + Figures.exact(distribution.unit(), bin.to());
    }

    private String exact(Bin bin) {
        return name(bin) + "\n" + distribution.name() + "  " + Figures.count(bin.count());
    }
}
