package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Stages;
import org.claimscope.charts.shape.Unit;

/// How much is left at each stage of a way: plain bars from zero on one scale, the last in the
/// colour of the measure, and behind each what was lost since the stage before. The shares of the
/// stage before and of the first stand beside them.
public record Funnel(Stages stages) implements Chart {
    private static final double HEAD = 18;
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 28;
    private static final double LEAST_BAR = 60;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Stages.Stage> all = stages.stages();
        if (all.isEmpty()) {
            pen.empty(width, height, "No stages to show in this period");
            return;
        }
        int lines = Math.clamp((long) ((height - HEAD) / LEAST_ROW), 0, all.size());
        boolean cut = lines < all.size();
        int shown = cut ? lines - 1 : lines;
        if (shown < 1) {
            pen.empty(width, height, "Not enough room for stages");
            return;
        }
        double row = Math.min(MOST_ROW, Math.floor((height - HEAD) / lines));
        List<String> names = all.stream().limit(shown).map(Stages.Stage::label).toList();
        double nameWidth = Math.ceil(Math.min(pen.widest(names, TypeRole.CAPTION), width * 0.3));
        double left = nameWidth + 8;
        FigureColumns columns = columns(pen, shown, width - left - LEAST_BAR);
        double right = width - columns.width(pen);
        if (right - left < LEAST_BAR) {
            pen.empty(width, height, "Not enough room for stages");
            return;
        }
        columns.headings(pen, width, 11);
        double most = all.stream().mapToDouble(Stages.Stage::value).max().orElse(0);
        Scale scale = new Scale(0, most == 0 ? 1 : most, left, right);
        for (int i = 0; i < shown; i++) {
            double top = HEAD + i * row;
            double baseline = top + row / 2 + 4;
            String name = pen.fit(all.get(i).label(), TypeRole.CAPTION, nameWidth);
            pen.text(name, TypeRole.CAPTION, Token.TEXT_2, nameWidth, baseline, Pen.Align.RIGHT);
            bar(pen, i, scale, top, row);
            columns.row(pen, i, width, baseline);
            pen.mark(0, top, width, row, exact(i), all.get(i).label());
        }
        if (cut) {
            String words = Figures.count(all.size() - shown) + " more";
            double end = Math.max(nameWidth, Math.ceil(pen.width(words, TypeRole.CAPTION)));
            double baseline = HEAD + shown * row + row / 2 + 4;
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, end, baseline, Pen.Align.RIGHT);
        }
    }

    @Override
    public Twin twin() {
        Unit unit = stages.unit();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < stages.stages().size(); i++) {
            Stages.Stage stage = stages.stages().get(i);
            rows.add(
                    List.of(
                            stage.label(),
                            Figures.exact(unit, stage.value()),
                            Twin.figure(Unit.RATE, stages.ofBefore(i)),
                            Twin.figure(Unit.RATE, stages.ofFirst(i))));
        }
        return new Twin(List.of("Stage", Twin.heading(unit), "Of before", "Of first"), rows);
    }

    @Override
    public String summary() {
        List<Stages.Stage> all = stages.stages();
        if (all.isEmpty()) {
            return "no stages to show";
        }
        int last = all.size() - 1;
        return all.size()
                + " stages, "
                + words(0)
                + " to "
                + words(last)
                + ", "
                + share(stages.ofFirst(last))
                + " of the first";
    }

    private String words(int stage) {
        Stages.Stage at = stages.stages().get(stage);
        return at.label() + " " + Figures.brief(stages.unit(), at.value());
    }

    /// The shares give way first where there is little room, that of the first stage before all.
    private FigureColumns columns(Pen pen, int shown, double room) {
        List<FigureColumns.Column> columns = new ArrayList<>();
        columns.add(
                new FigureColumns.Column(
                        Twin.heading(stages.unit()),
                        TypeRole.CAPTION_STRONG,
                        Token.TEXT,
                        stages.stages().stream()
                                .limit(shown)
                                .map(stage -> Figures.brief(stages.unit(), stage.value()))
                                .toList()));
        columns.add(
                new FigureColumns.Column(
                        "Of before",
                        TypeRole.CAPTION,
                        Token.TEXT_2,
                        IntStream.range(0, shown)
                                .mapToObj(i -> i == 0 ? "" : share(stages.ofBefore(i)))
                                .toList()));
        columns.add(
                new FigureColumns.Column(
                        "Of first",
                        TypeRole.CAPTION,
                        Token.TEXT_2,
                        IntStream.range(0, shown)
                                .mapToObj(i -> share(stages.ofFirst(i)))
                                .toList()));
        while (columns.size() > 1 && new FigureColumns(columns).width(pen) > room) {
            columns.removeLast();
        }
        return new FigureColumns(columns);
    }

    private void bar(Pen pen, int stage, Scale scale, double top, double row) {
        double thick = Math.min(16, row - 5);
        double y = top + (row - thick) / 2;
        double from = scale.fromPixel();
        double end = scale.at(stages.stages().get(stage).value());
        double before = stage == 0 ? end : scale.at(stages.stages().get(stage - 1).value());
        boolean last = stage == stages.stages().size() - 1;
        if (before > end) {
            pen.box(Token.HOVER, end, y, before - end, thick);
            pen.frame(Token.BORDER_STRONG, from, y, before - from, thick, 0);
        }
        pen.box(last ? Token.SERIES_1 : Token.SERIES_6, from, y, end - from, thick);
    }

    private static String share(double share) {
        return Double.isNaN(share) ? Figures.ABSENT : Figures.brief(Unit.RATE, share);
    }

    private String exact(int stage) {
        Unit unit = stages.unit();
        Stages.Stage at = stages.stages().get(stage);
        String figure = at.label() + "  " + Figures.exact(unit, at.value());
        if (stage == 0) {
            return figure;
        }
        Stages.Stage before = stages.stages().get(stage - 1);
        double change = at.value() - before.value();
        String moved = (change > 0 ? "+" : "") + Figures.exact(unit, change);
        return figure
                + "\n"
                + Twin.figure(Unit.RATE, stages.ofBefore(stage))
                + " of "
                + before.label()
                + ", "
                + moved
                + "\n"
                + Twin.figure(Unit.RATE, stages.ofFirst(stage))
                + " of "
                + stages.stages().getFirst().label();
    }
}
