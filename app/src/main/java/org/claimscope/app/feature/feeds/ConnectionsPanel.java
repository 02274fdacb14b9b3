package org.claimscope.app.feature.feeds;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.shell.Connections;
import org.claimscope.app.shell.Connections.Known;
import org.claimscope.app.shell.Office;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.sync.Feed;
import org.kordamp.ikonli.javafx.FontIcon;

/// The feeds that the window runs, in the side panel: what they are, run now or tried, what became
/// of it, and the list itself to edit.
final class ConnectionsPanel {
    private static final String TITLE = "Feed list";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final int ROWS = 22;

    private final Connections connections;
    private final Office office;

    ConnectionsPanel(Connections connections, Office office) {
        this.connections = connections;
        this.office = office;
    }

    void open() {
        show(List.of(), "");
    }

    /// @param runs of the last run from here
    /// @param words about it
    private void show(List<RunEntry> runs, String words) {
        connections
                .known()
                .ifPresentOrElse(
                        known -> shown(known, runs, words), () -> office.aside(TITLE, "", none()));
    }

    private Node none() {
        VBox all =
                new VBox(
                        8,
                        new EmptyState(
                                "No feed list yet",
                                "A list names folders, databases, servers and ports, and what is in them."));
        HBox acts = new HBox(8, choosing("Choose a list…"), own());
        acts.getStyleClass().add("form-line");
        all.getChildren().add(acts);
        return all;
    }

    private Button own() {
        Button own = button("Begin one", "fth-edit-2", "feeds-begin");
        own.getStyleClass().add("accent");
        own.setOnAction(click ->
                attempt(() -> {
                    connections.own();
                    edit();
                }));
        return own;
    }

    private Button choosing(String words) {
        Button choose = button(words, "fth-folder", "feeds-choose");
        choose.setOnAction(click ->
                office.chooseFiles(files -> {
                    if (!files.isEmpty()) {
                        attempt(() -> {
                            connections.use(files.getFirst());
                            open();
                        });
                    }
                }));
        return choose;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (ClaimscopeException e) {
            office.tell(ErrorWords.of(e).title());
        }
    }

    private void shown(Known known, List<RunEntry> runs, String words) {
        VBox all = new VBox();
        Label file = second(known.file().toString());
        file.setTooltip(new Tooltip(known.file().toString()));
        Label when = second(schedule(known));
        VBox about = new VBox(2, file, when);
        connections.heard().forEach(line -> about.getChildren().add(second(line)));
        about.getStyleClass().add("panel-line");
        Button now = button("Sync now", "fth-play", "feeds-run");
        now.getStyleClass().add("accent");
        now.setOnAction(click -> run(false));
        Button dry = button("Dry run", "fth-eye", "feeds-try");
        dry.setOnAction(click -> run(true));
        Button edit = button("Edit", "fth-edit-2", "feeds-edit");
        edit.setOnAction(click -> attempt(this::edit));
        FlowPane acts = new FlowPane(8, 8, now, dry, edit, choosing("Another…"));
        acts.getStyleClass().add("panel-line");
        all.getChildren().addAll(about, acts, section(feeds(known.list().feeds().size())));
        known.list().feeds().forEach(feed -> all.getChildren().add(line(feed)));
        if (!words.isEmpty()) {
            all.getChildren().add(section(words));
            runs.forEach(run -> all.getChildren().add(line(run)));
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setId("connections");
        office.aside(TITLE, String.valueOf(known.file().getFileName()), scroll);
    }

    private static String feeds(int count) {
        return count == 1 ? "1 feed" : count + " feeds";
    }

    private String schedule(Known known) {
        return known.list()
                .every()
                .map(every ->
                        "every "
                                + every.toString().substring(2).toLowerCase(Locale.ROOT)
                                + " while the window is unlocked"
                                + connections
                                        .next()
                                        .map(at ->
                                                ", next at "
                                                        + TIME.format(
                                                                at.atZone(ZoneId.systemDefault())))
                                        .orElse(""))
                .orElse("runs when asked; every: PT15M in the list runs it by itself");
    }

    private void run(boolean dryRun) {
        show(List.of(), dryRun ? "Trying …" : "Syncing …");
        connections.run(
                dryRun,
                runs -> show(runs, dryRun ? "A dry run would do this" : "The run did this"),
                e -> {
                    ErrorWords words = ErrorWords.of(e);
                    show(List.of(), words.title() + ". " + words.next());
                });
    }

    private static Node line(Feed feed) {
        Label name = new Label(feed.source() + "/" + feed.table());
        name.setMinWidth(0);
        Label from = second(FeedKinds.words(feed.from()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label load =
                second(
                        feed.active()
                                ? feed.loadType().name().toLowerCase(Locale.ROOT)
                                : "switched off");
        load.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, name, from, gap, load);
        row.getStyleClass().add("panel-row");
        return row;
    }

    private static Node line(RunEntry run) {
        Label name = new Label(run.feed());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        boolean wrong =
                run.status() == RunEntry.Status.FAILED || run.status() == RunEntry.Status.REFUSED;
        Label did =
                new Label(
                        wrong
                                ? run.status().name().toLowerCase(Locale.ROOT)
                                : run.status() == RunEntry.Status.ABSENT
                                        ? "nothing there"
                                        : figures(run));
        did.setMinWidth(Region.USE_PREF_SIZE);
        if (wrong) {
            did.getStyleClass().add("warns");
        }
        HBox row = new HBox(8, name, gap, did);
        row.getStyleClass().add("panel-row");
        VBox both = new VBox(row);
        if (!run.message().isEmpty()) {
            Label why = second(run.message());
            why.setWrapText(true);
            why.getStyleClass().add("panel-row");
            both.getChildren().add(why);
        }
        return both;
    }

    private static String figures(RunEntry run) {
        var words = new ArrayList<String>();
        words.add(Figures.count(run.rowsIn()) + " in");
        words.add(Figures.count(run.rowsLoaded()) + " new");
        if (run.rowsUnchanged() > 0) {
            words.add(Figures.count(run.rowsUnchanged()) + " known");
        }
        if (run.rowsQuarantined() > 0) {
            words.add(Figures.count(run.rowsQuarantined()) + " held");
        }
        return String.join(" · ", words);
    }

    private void edit() {
        TextArea text = new TextArea(connections.text());
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("bytes");
        text.setId("feeds-text");
        text.setAccessibleText("The feed list, as YAML");
        VBox.setVgrow(text, Priority.ALWAYS);
        Label fault = new Label();
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.setId("feeds-fault");
        Button save = button("Save", "fth-check", "feeds-save");
        save.getStyleClass().add("accent");
        save.setOnAction(click ->
                attempt(() -> {
                    connections.save(text.getText());
                    open();
                }));
        text.textProperty().addListener((seen, before, now) -> judge(now, fault, save));
        judge(text.getText(), fault, save);
        MenuButton add = new MenuButton("Add", new FontIcon("fth-plus"));
        add.getStyleClass().add("small-button");
        add.setId("feeds-add");
        for (FeedKinds kind : FeedKinds.all()) {
            MenuItem item = new MenuItem(kind.label());
            item.setId("feeds-add-" + kind.name().toLowerCase(Locale.ROOT));
            item.setOnAction(click -> {
                text.setText(kind.addedTo(text.getText()));
                text.positionCaret(text.getLength());
                text.requestFocus();
            });
            add.getItems().add(item);
        }
        Button back = button("Back", "fth-corner-up-left", "feeds-back");
        back.setOnAction(click -> open());
        FlowPane acts = new FlowPane(8, 8, add, save, back);
        VBox all = new VBox(8, acts, text, fault);
        all.getStyleClass().add("panel-line");
        office.aside("Edit the feed list", "passwords stay in files of their own", all);
        text.requestFocus();
    }

    private void judge(String text, Label fault, Button save) {
        String wrong = connections.fault(text).orElse("");
        fault.setText(wrong.isEmpty() ? "The list can be read." : wrong);
        fault.getStyleClass().setAll("label", "caption", wrong.isEmpty() ? "second" : "warns");
        save.setDisable(!wrong.isEmpty());
    }

    private static Label section(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("panel-section");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        return title;
    }

    private static Button button(String words, String icon, String id) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(id);
        return button;
    }

    private static Label second(String words) {
        Label label = new Label(words);
        label.setMinWidth(0);
        label.getStyleClass().addAll("caption", "second");
        return label;
    }
}
