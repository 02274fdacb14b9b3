package org.claimscope.charts.export;

import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// One chart as a picture to hand on: its title, a note that says what it covers, and the drawing.
/// Call on the JavaFX thread.
public final class ChartPicture {
    private static final double PAD = 12;

    private ChartPicture() {}

    /// @param width of the whole picture, title included
    /// @param scale pixels per unit of length; the PNG is `width * scale` pixels wide
    /// @param note below the title; empty for none
    public static byte[] png(
            Chart chart,
            ChartPalette palette,
            double width,
            double height,
            double scale,
            String title,
            String note) {
        VBox page = new VBox(4);
        page.setPadding(new Insets(PAD));
        page.setBackground(Background.fill(palette.color(Token.SURFACE)));
        // A picture travels without its page: a long title is read in full, not cut.
        add(page, title, TypeRole.CARD_TITLE, Token.TEXT, palette);
        add(page, note, TypeRole.CAPTION, Token.TEXT_3, palette);
        ChartView view = new ChartView(chart, palette);
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox.setMargin(view, new Insets(4, 0, 0, 0));
        page.getChildren().add(view);
        return Snapshot.png(new Scene(page, width, height, palette.color(Token.SURFACE)), scale);
    }

    private static void add(
            VBox page, String words, TypeRole role, Token token, ChartPalette palette) {
        if (words.isEmpty()) {
            return;
        }
        Label label = new Label(words);
        label.setFont(role.font());
        label.setTextFill(palette.color(token));
        label.setWrapText(true);
        label.setMinHeight(VBox.USE_PREF_SIZE);
        page.getChildren().add(label);
    }
}
