package org.claimscope.charts.sampler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.charts.Charts;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// Writes a picture of every chart in every theme into a folder, and one page with all of them:
/// what a reviewer opens to see whether a change of a chart or a colour was an improvement.
public final class Sampler {
    private Sampler() {}

    /// @param args the folder to write to
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("one argument: the folder for the pictures");
        }
        write(Path.of(args[0]));
        System.exit(0);
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Theme theme : Theme.values()) {
            ChartPalette palette = ChartPalette.of(theme);
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            for (Charts.Entry entry : Charts.all()) {
                byte[] png =
                        Offscreen.call(() ->
                                png(
                                        card(entry, palette),
                                        palette,
                                        entry.width() + 56,
                                        entry.height() + 84,
                                        2));
                Files.write(folder.resolve(entry.name() + suffix), png);
            }
            Files.write(
                    folder.resolve("all" + suffix),
                    Offscreen.call(() -> png(page(palette), palette, 1_440, 3_000, 1)));
        }
    }

    private static byte[] png(
            Region content, ChartPalette palette, double width, double height, double scale) {
        Scene scene = new Scene(content, width, height, palette.color(Token.BG));
        content.setBackground(Background.fill(palette.color(Token.BG)));
        return Snapshot.png(scene, scale);
    }

    private static Region page(ChartPalette palette) {
        FlowPane page = new FlowPane(8, 8);
        page.setPadding(new Insets(16));
        Charts.all().forEach(entry -> page.getChildren().add(card(entry, palette)));
        return page;
    }

    private static Region card(Charts.Entry entry, ChartPalette palette) {
        Label name = new Label(entry.name());
        name.setFont(TypeRole.CARD_TITLE.font());
        name.setTextFill(palette.color(Token.TEXT));
        Label use = new Label(entry.use());
        use.setFont(TypeRole.CAPTION.font());
        use.setTextFill(palette.color(Token.TEXT_3));
        ChartView view = new ChartView(entry.sample(), palette);
        view.setPrefSize(entry.width(), entry.height());
        view.setMaxSize(entry.width(), entry.height());
        VBox card = new VBox(4, name, use, view);
        card.setPadding(new Insets(12));
        VBox.setMargin(view, new Insets(8, 0, 0, 0));
        card.setBackground(Background.fill(palette.color(Token.SURFACE)));
        VBox frame = new VBox(card);
        frame.setPadding(new Insets(4));
        return frame;
    }
}
