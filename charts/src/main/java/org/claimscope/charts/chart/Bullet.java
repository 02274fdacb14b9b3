package org.claimscope.charts.chart;

import java.util.List;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// One figure as a thin bar against its target line, for the rows of a table. All rows of a column
/// share `full`, so that the bars can be compared.
///
/// @param value `Double.NaN` when there is no figure: then only the track is drawn
/// @param full the figure at the right end
public record Bullet(Unit unit, double value, @Nullable Target target, double full)
        implements Chart {
    @Override
    public void paint(Pen pen, double width, double height) {
        draw(pen, this, 0, 0, width, height);
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of(Twin.heading(unit), "Target"),
                List.of(List.of(Twin.figure(unit, value), Figures.target(unit, target))));
    }

    @Override
    public String summary() {
        if (!Double.isFinite(value)) {
            return "no figure";
        }
        return Figures.brief(unit, value)
                + (target == null ? "" : ", target " + Figures.target(unit, target));
    }

    static void draw(Pen pen, Bullet bullet, double x, double y, double width, double height) {
        Scale scale = new Scale(0, bullet.full() > 0 ? bullet.full() : 1, x, x + width);
        double middle = Math.round(y + height / 2);
        pen.box(Token.HOVER, x, middle - 4, width, 8);
        if (Double.isFinite(bullet.value())) {
            double end = Math.clamp(scale.at(bullet.value()), x, x + width);
            pen.box(Token.SERIES_1, x, middle - 2, end - x, 4);
            pen.mark(x, y, width, height, bullet.summary());
        }
        Target target = bullet.target();
        if (target != null) {
            double at = Math.clamp(scale.at(target.edge()), x, Math.max(x, x + width - 2));
            pen.box(Token.OK, at, middle - 6, 2, 12);
        }
    }
}
