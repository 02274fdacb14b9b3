package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Unit;

/// Who bears an amount: one bar, its parts, and each part's figure in words below it. Negative parts
/// have no place in a bar and are only written.
public record SplitBar(Split split) implements Chart {
    private static final double BAR = 20;
    private static final List<Token> INKS =
            List.of(Token.SERIES_1, Token.SERIES_6, Token.SERIES_3, Token.SERIES_5, Token.SERIES_4);

    @Override
    public void paint(Pen pen, double width, double height) {
        List<Split.Part> parts = split.parts();
        double shown = parts.stream().mapToDouble(p -> Math.max(0, p.value())).sum();
        if (shown <= 0) {
            pen.empty(width, height, "No money to split");
            return;
        }
        List<Token> inks = inks();
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            Split.Part part = parts.get(i);
            double wide = Math.max(0, part.value()) / shown * width;
            if (wide > 0) {
                pen.box(inks.get(i), x, 0, Math.max(1, wide - 1), BAR);
                pen.mark(x, 0, Math.max(3, wide), BAR, words(part), part.label());
            }
            x += wide;
        }
        legend(pen, inks, width, height);
    }

    private void legend(Pen pen, List<Token> inks, double width, double height) {
        double x = 0;
        double base = BAR + 18;
        for (int i = 0; i < split.parts().size(); i++) {
            Split.Part part = split.parts().get(i);
            String figure = Figures.exact(Unit.MONEY, part.value());
            double wide =
                    14
                            + pen.width(part.label(), TypeRole.CAPTION)
                            + 6
                            + pen.width(figure, TypeRole.CAPTION_STRONG);
            if (x > 0 && x + wide > width) {
                x = 0;
                base += 18;
            }
            if (base > height) {
                return;
            }
            pen.box(inks.get(i), x, base - 8, 8, 8);
            pen.text(part.label(), TypeRole.CAPTION, Token.TEXT_2, x + 14, base, Pen.Align.LEFT);
            pen.text(
                    figure,
                    TypeRole.CAPTION_STRONG,
                    part.risk() ? Token.RISK : Token.TEXT,
                    x + 20 + pen.width(part.label(), TypeRole.CAPTION),
                    base,
                    Pen.Align.LEFT);
            x += wide + 28;
        }
    }

    /// Red is for money at risk; the others take the series in order.
    private List<Token> inks() {
        var inks = new ArrayList<Token>();
        int next = 0;
        for (Split.Part part : split.parts()) {
            inks.add(part.risk() ? Token.RISK : INKS.get(next++ % INKS.size()));
        }
        return inks;
    }

    private static String words(Split.Part part) {
        return part.label() + "  " + Figures.exact(Unit.MONEY, part.value());
    }

    @Override
    public String summary() {
        return split.parts().size()
                + " parts of "
                + Figures.exact(Unit.MONEY, split.total());
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Part", "Amount"),
                split.parts().stream()
                        .map(p -> List.of(p.label(), Figures.exact(Unit.MONEY, p.value())))
                        .toList());
    }
}
