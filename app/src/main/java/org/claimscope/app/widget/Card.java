package org.claimscope.app.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.palette.ChartPalette;

/// One finding of a page: a title that says it, a subtitle that says what was counted and how, and
/// the chart or table that shows it.
public final class Card extends VBox {
    private static final int LONG_TITLE = 40;

    private Card(String title, String subtitle, Region body) {
        getStyleClass().add("card-frame");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(title.length() <= LONG_TITLE ? USE_PREF_SIZE : 0);
        Label note = new Label(subtitle);
        note.getStyleClass().addAll("caption", "second");
        note.setMinWidth(0);
        HBox header = new HBox(name, note);
        header.getStyleClass().add("card-header");
        header.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        body.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getChildren().addAll(header, body);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(title + ". " + subtitle);
    }

    public static Card of(String title, String subtitle, Chart chart, ChartPalette palette) {
        StackPane body = new StackPane(new ChartView(chart, palette));
        body.getStyleClass().add("chart-body");
        return new Card(title, subtitle, body);
    }

    public static Card of(String title, String subtitle, Table table, ChartPalette palette) {
        return new Card(
                title,
                subtitle,
                table.rows().isEmpty()
                        ? EmptyState.of(table.things())
                        : new DataGrid(table, palette));
    }

    public static Card of(String title, String subtitle, Region body) {
        return new Card(title, subtitle, body);
    }
}
