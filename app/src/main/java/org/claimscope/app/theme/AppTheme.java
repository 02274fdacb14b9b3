package org.claimscope.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.tile.FigureTile;

/// Dresses a window: AtlantaFX for the controls, the token sheet for the colours, one own sheet for
/// sizes and type. Switching swaps the sheets and repaints the charts that are open.
public final class AppTheme {
    private static final String SHEET = "claimscope.css";

    private AppTheme() {}

    public static void apply(Scene scene, Theme theme) {
        apply(scene, theme, 100);
    }

    /// @param textSize per cent of every size of type
    public static void apply(Scene scene, Theme theme, int textSize) {
        // Style sheets name the fonts that this class loads on first use.
        TypeRole.BODY.font();
        ChartPalette palette = ChartPalette.of(theme);
        String base =
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK, CONTRAST -> new PrimerDark().getUserAgentStylesheet();
                };
        scene.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(theme.stylesheet(), sheet());
        scene.getRoot().setStyle("-fx-font-size: " + 12.0 * textSize / 100 + "px;");
        scene.setFill(palette.color(Token.BG));
        repaint(scene.getRoot(), palette);
    }

    private static String sheet() {
        return Objects.requireNonNull(AppTheme.class.getResource(SHEET), SHEET).toExternalForm();
    }

    private static void repaint(Node node, ChartPalette palette) {
        if (node instanceof FigureTile tile) {
            tile.setPalette(palette);
        } else if (node instanceof ChartView chart) {
            chart.setPalette(palette);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> repaint(child, palette));
        }
    }
}
