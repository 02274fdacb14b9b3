package org.claimscope.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import org.claimscope.app.present.Ages;
import org.claimscope.app.task.Job;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line at the bottom: how fresh each feed is, what runs, as of when, who is there, and the
/// lock.
final class StatusBar extends HBox {
    private static final int MOST_FEEDS = 6;
    private static final long WORTH_TELLING_MILLIS = 1_000;

    private final HBox feeds = new HBox();
    private final Label told = new Label();
    private final Label job = new Label();
    private final Button cancel = new Button("", new FontIcon("fth-x"));
    private final Label asOf = new Label();
    private final Button live = new Button();
    private final ObservableList<Job> jobs;

    StatusBar(
            ObservableList<Job> jobs,
            Runnable cancelAll,
            String user,
            boolean masked,
            Runnable lock) {
        this.jobs = jobs;
        getStyleClass().add("status-bar");
        feeds.getStyleClass().add("status-feeds");
        feeds.setMinWidth(0);
        HBox.setHgrow(feeds, Priority.ALWAYS);
        for (Label label : List.of(told, job, asOf)) {
            label.getStyleClass().addAll("caption", "second");
            label.setMinWidth(0);
        }
        asOf.setMinWidth(USE_PREF_SIZE);
        cancel.setId("cancel-jobs");
        cancel.getStyleClass().setAll("icon-button", "small");
        cancel.setTooltip(new Tooltip("Cancel"));
        cancel.setAccessibleText("Cancel the running job");
        cancel.setOnAction(click -> cancelAll.run());
        live.getStyleClass().setAll("link-button", "caption");
        live.setVisible(false);
        live.setManaged(false);
        Label mask =
                new Label(
                        masked ? "Identifiers masked" : "Synthetic data",
                        new FontIcon(masked ? "fth-eye-off" : "fth-info"));
        Label who = new Label(user, new FontIcon("fth-user"));
        for (Label label : List.of(mask, who)) {
            label.getStyleClass().addAll("caption", "second");
            label.setMinWidth(USE_PREF_SIZE);
        }
        Button locking = new Button("Lock", new FontIcon("fth-lock"));
        locking.getStyleClass().setAll("link-button", "caption", "second");
        locking.setTooltip(new Tooltip("Lock now (Ctrl+L)"));
        locking.setOnAction(click -> lock.run());
        getChildren().addAll(feeds, told, job, cancel, live, asOf, mask, who, locking);
        jobs.addListener((ListChangeListener<Job>) change -> tick());
        tick();
    }

    /// Long jobs are told; short ones would only flicker. Called every half second.
    void tick() {
        Job longest = null;
        int all = 0;
        for (Job running : jobs) {
            if (running.millis() >= WORTH_TELLING_MILLIS && !running.requested()) {
                all++;
                longest =
                        longest == null || running.millis() > longest.millis() ? running : longest;
            }
        }
        boolean any = longest != null;
        job.setText(
                longest == null
                        ? ""
                        : all
                                + (all == 1 ? " job · " : " jobs · ")
                                + longest.title()
                                + (longest.share().get() >= 0
                                        ? " " + Math.round(longest.share().get() * 100) + " %"
                                        : " " + longest.millis() / 1000 + " s"));
        cancel.setVisible(any);
        cancel.setManaged(any);
    }

    void tell(String words) {
        told.setText(words);
    }

    void asOf(String words) {
        if (!asOf.getText().equals(words)) {
            asOf.setText(words);
        }
    }

    /// The sample's live mode.
    ///
    /// @param rate events a second, 0 for off
    void live(int rate, Runnable toggle) {
        live.setVisible(true);
        live.setManaged(true);
        live.setGraphic(rate > 0 ? new Circle(3.5) : new FontIcon("fth-play"));
        if (rate > 0) {
            live.getGraphic().getStyleClass().add("fine");
        }
        live.setText(rate > 0 ? "Live, " + rate + " events/s" : "Go live");
        live.setAccessibleText(rate > 0 ? "Live mode on, " + rate + " events a second" : "Go live");
        live.setOnAction(click -> toggle.run());
    }

    /// @param millis how long the newest event took to the screen, below 0 when none came yet
    void delay(int rate, long millis) {
        if (millis >= 0) {
            live.setText("Live, %d events/s, on screen in %.1f s".formatted(rate, millis / 1000.0));
        }
    }

    /// @param newest when each feed's newest delivery came
    /// @return how many feeds are stale
    int feeds(Map<String, Instant> newest, Instant now) {
        var items = new ArrayList<Node>();
        int stale = 0;
        for (var feed : newest.entrySet()) {
            Duration age = Duration.between(feed.getValue(), now);
            boolean old = Ages.stale(age);
            stale += old ? 1 : 0;
            if (items.size() < MOST_FEEDS) {
                items.add(item(feed.getKey(), age, old));
            }
        }
        if (newest.size() > MOST_FEEDS) {
            Label more = new Label("+" + (newest.size() - MOST_FEEDS));
            more.getStyleClass().addAll("caption", "third");
            items.add(more);
        }
        if (!same(items)) {
            feeds.getChildren().setAll(items);
        }
        return stale;
    }

    private boolean same(List<Node> items) {
        List<String> before = feeds.getChildren().stream().map(Node::getAccessibleText).toList();
        return before.equals(items.stream().map(Node::getAccessibleText).toList());
    }

    private static HBox item(String feed, Duration age, boolean stale) {
        String name = feed.substring(feed.indexOf('/') + 1).replace('_', ' ');
        String text = name + " " + Ages.words(age) + (stale ? ", stale" : "");
        Label words = new Label(text);
        words.getStyleClass().addAll("caption", stale ? "warns" : "second");
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(feed + ": newest delivery " + Ages.words(age) + " ago"));
        HBox item = new HBox(mark(stale), words);
        item.getStyleClass().add("status-item");
        item.setMinWidth(0);
        item.setAccessibleText(text);
        return item;
    }

    /// Circle = fine, triangle = warns: the shape says it without the colour.
    private static Shape mark(boolean stale) {
        Shape mark = stale ? new Polygon(4, 0, 8, 8, 0, 8) : new Circle(3.5);
        mark.getStyleClass().add(stale ? "warn-mark" : "fine");
        return mark;
    }
}
