package org.claimscope.app.feature.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the window shows while no workspace is open: three ways to begin, and the workspaces used
/// last.
public final class WelcomeView extends StackPane {
    private static final double WIDE = 620;

    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final VBox buttons = new VBox(8);

    /// The ways to begin.
    public interface Ways {
        void sample();

        void importFiles();

        void openWorkspace();

        /// @param folder a workspace used before
        void reopen(String folder);
    }

    /// @param recent folders of workspaces, the last used first
    public WelcomeView(List<String> recent, Ways ways) {
        getStyleClass().add("welcome");
        StackPane mark = new StackPane(new FontIcon("fth-activity"));
        mark.getStyleClass().add("brand-mark");
        Label name = new Label("Claimscope");
        name.getStyleClass().add("page-title");
        HBox brand = new HBox(8, mark, name);
        brand.setAlignment(Pos.CENTER_LEFT);
        Label promise =
                new Label(
                        "Live numbers of the revenue cycle, on this machine. No account, no network, no telemetry.");
        promise.getStyleClass().add("second");
        buttons.getChildren()
                .addAll(
                        way(
                                "explore-sample",
                                "fth-compass",
                                "Explore the sample hospital",
                                "Three facilities, two years, synthetic data. Live within seconds.",
                                ways::sample,
                                true),
                        way(
                                "import-files",
                                "fth-upload",
                                "Import files",
                                "CSV extracts of your systems, into a new encrypted workspace.",
                                ways::importFiles,
                                false),
                        way(
                                "open-workspace",
                                "fth-rss",
                                "Connect a feed",
                                "Open a workspace or make one; the sync command brings its feeds in.",
                                ways::openWorkspace,
                                false));
        VBox box = new VBox(16, brand, promise, buttons);
        if (!recent.isEmpty()) {
            Label used = new Label("Used last");
            used.getStyleClass().add("card-title");
            box.getChildren().add(used);
            for (String folder : recent) {
                Button again = new Button(folder, new FontIcon("fth-folder"));
                again.getStyleClass().setAll("link-button");
                again.setOnAction(click -> ways.reopen(folder));
                box.getChildren().add(again);
            }
        }
        words.setWrapText(true);
        words.setId("welcome-words");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        box.getChildren().addAll(bar, words);
        box.setMaxSize(WIDE, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }

    private static Button way(
            String id, String icon, String title, String note, Runnable action, boolean first) {
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        Label more = new Label(note);
        more.getStyleClass().add("second");
        VBox both = new VBox(2, name, more);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(12, new FontIcon(icon), both);
        line.setAlignment(Pos.CENTER_LEFT);
        Button way = new Button("", line);
        way.setId(id);
        way.getStyleClass().setAll("way");
        way.setMaxWidth(Double.MAX_VALUE);
        way.setAccessibleText(title + ". " + note);
        way.setDefaultButton(first);
        way.setOnAction(click -> action.run());
        return way;
    }

    /// Says what is being done; the buttons wait meanwhile.
    public void busy(String sentence) {
        words.getStyleClass().removeAll("warns");
        words.setText(sentence);
        bar.setVisible(true);
        buttons.setDisable(true);
    }

    /// Says what went wrong and offers the buttons again.
    public void failed(String sentence) {
        words.getStyleClass().add("warns");
        words.setText(sentence);
        bar.setVisible(false);
        buttons.setDisable(false);
    }
}
