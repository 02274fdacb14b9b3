package org.claimscope.app.shell;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Settings;
import org.claimscope.app.task.Tasks;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// The window around an open workspace: rail, filters, tabs, side panel, status bar, palette. Holds
/// what the reader chose; pages ask for everything else.
public final class Shell extends StackPane implements Office, AutoCloseable {
    private static final Duration TICK = Duration.millis(500);
    private static final int KEEP_EVERY_TICKS = 8;

    private final DataCore core;
    private final Host host;
    private final List<Feature> features;
    private final Tasks tasks = new Tasks();
    private final Optional<LiveSample> live;
    private final BorderPane frame = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final Rail rail;
    private final FilterBar filterBar;
    private final TabStrip strip;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final DrillPanel drills = new DrillPanel(this, panel);
    private final StatusBar status;
    private final Palette palette;
    private final Commands commands;
    private final List<Tab> tabs = new ArrayList<>();
    private final History<Place> places = new History<>();
    private final History<Filters> filterSteps = new History<>();
    private final Timeline ticking;
    private final AtomicBoolean changePending = new AtomicBoolean();
    private int active = -1;
    private int ticks;
    private long seenVersion;
    private @Nullable SessionState kept;
    private @Nullable Filters filters;

    private record Tab(Place place, PageView view) {}

    /// @param sampleFeed the sample's feed folder; empty outside the sample workspace
    public Shell(
            DataCore core,
            List<Feature> features,
            Optional<Path> sampleFeed,
            String user,
            Host host) {
        this.core = core;
        this.features = List.copyOf(features);
        this.host = host;
        this.live = sampleFeed.map(feed -> new LiveSample(core, feed, at -> arrived(), this::tell));
        boolean sample = core.workspace().open();
        rail =
                new Rail(
                        sample ? "Sample hospital" : folderName(),
                        sample ? "synthetic data" : "encrypted workspace",
                        page -> open(Place.of(page)),
                        host::welcome,
                        this::showPalette,
                        this::toggleRail);
        rail.show(host.settings().railOpen());
        filterBar = new FilterBar(core.query().today(), this::choose, steps());
        strip = new TabStrip(this::front, this::closeTab, this::showPalette);
        status = new StatusBar(tasks.jobs(), user, !sample, host::lock);
        palette =
                new Palette(
                        new RecordFinder(this),
                        words ->
                                new Palette.Item(
                                        "Ask: " + words,
                                        "Question",
                                        PageId.ASK.icon(),
                                        "",
                                        () -> open(Place.ask(words))),
                        () -> front().ifPresent(tab -> tab.view().node().requestFocus()));
        commands = new Commands(this, host, this::showPalette);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane middle = new BorderPane(scroll);
        middle.setTop(new VBox(filterBar, strip));
        frame.setLeft(rail);
        frame.setCenter(middle);
        frame.setBottom(status);
        getStyleClass().add("shell");
        getChildren().addAll(frame, palette);
        commands.install(this);
        live.ifPresent(l -> {
            l.rate().addListener((seen, before, now) -> showLive());
            showLive();
        });
        kept =
                host.remembers()
                        ? core.workspace().kept().flatMap(SessionState::parse).orElse(null)
                        : null;
        ticking = new Timeline(new KeyFrame(TICK, tick -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /// Looks at the workspace, then opens the tabs of the last session, or the given page.
    public void start(Place first) {
        ticking.play();
        scroll.setContent(Skeleton.of(first.page()));
        SessionState last = kept;
        look(() -> {
            if (last != null && first.page() == PageId.OVERVIEW) {
                last.tabs().forEach(place -> tabs.add(new Tab(place, view(place))));
                front(last.active());
            } else {
                open(first);
            }
        });
    }

    private String folderName() {
        return String.valueOf(core.workspace().directory().getFileName());
    }

    private FilterBar.Steps steps() {
        return new FilterBar.Steps() {
            @Override
            public void back() {
                places.back().ifPresent(Shell.this::go);
            }

            @Override
            public void forward() {
                places.forward().ifPresent(Shell.this::go);
            }

            @Override
            public void undo() {
                filterSteps.back().ifPresent(f -> apply(f));
            }

            @Override
            public void redo() {
                filterSteps.forward().ifPresent(f -> apply(f));
            }

            @Override
            public void panel() {
                togglePanel();
            }
        };
    }

    FilterBar.Steps walk() {
        return steps();
    }

    // What the workspace has

    private record Known(List<YearMonth> months, Optional<PageContext> newest) {}

    /// Learns which months and members there are; the filters stay, or become the newest month.
    private void look(Runnable then) {
        seenVersion = core.workspace().version();
        tasks.run(
                "look",
                "Looking at the workspace",
                (job, progress) -> {
                    Queries queries = core.query().until(job);
                    return new Known(months(queries), PageContext.newest(queries));
                },
                known -> {
                    filterBar.months(known.months());
                    if (filters == null) {
                        SessionState last = kept;
                        Optional<Filters> old = last == null ? Optional.empty() : last.filters();
                        filters =
                                old.or(() -> known.newest().map(PageContext::filters)).orElse(null);
                        if (filters != null) {
                            filterSteps.add(filters);
                        }
                    }
                    if (filters != null) {
                        filterBar.show(filters);
                        Filters.BAR.forEach(this::lookAt);
                    }
                    freshness();
                    then.run();
                },
                e -> {
                    tell(String.valueOf(e.getMessage()));
                    then.run();
                });
    }

    private static List<YearMonth> months(Queries queries) {
        var months = new ArrayList<YearMonth>();
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").per(Grain.MONTH))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                if (start != null) {
                    months.add(YearMonth.from(start));
                }
            }
        }
        return months;
    }

    private void lookAt(String dimension) {
        tasks.run(
                "members " + dimension,
                "Members of " + dimension,
                (job, progress) -> members(core.query().until(job), dimension),
                found -> filterBar.members(dimension, found),
                e -> tell(String.valueOf(e.getMessage())));
    }

    private static List<Filters.Member> members(Queries queries, String dimension) {
        Dimension d = queries.catalog().dimension(dimension);
        var members = new ArrayList<Filters.Member>();
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").by(d))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String label = String.valueOf(frame.text(dimension, r));
                String key = frame.text(dimension + "_key", r);
                members.add(new Filters.Member(key == null ? label : key, label));
            }
        }
        return members;
    }

    private void freshness() {
        // A commit may hold the store for as long as the disk takes.
        tasks.run(
                "freshness",
                "Freshness of the feeds",
                (job, progress) -> core.workspace().journal().newest(),
                newest -> {
                    int stale = status.feeds(newest, core.workspace().clock().instant());
                    rail.note(PageId.FEEDS, stale == 0 ? "" : stale + " stale");
                },
                e -> tell(String.valueOf(e.getMessage())));
        status.asOf(
                filters == null
                        ? "No data yet"
                        : "As of "
                                + PageContext.day(
                                        new PageContext(filters, core.query().today()).asOf()));
    }

    // Tabs and pages

    private PageView view(Place place) {
        return features.stream()
                .filter(f -> f.id() == place.page())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no feature for " + place.page()))
                .open(place, this);
    }

    @Override
    public void open(Place place) {
        places.add(place);
        go(place);
    }

    private void go(Place place) {
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).place().equals(place)) {
                front(i);
                return;
            }
        }
        // A new question belongs to the conversation that is open.
        for (int i = 0; i < tabs.size(); i++) {
            if (place.page() == PageId.ASK && tabs.get(i).place().page() == PageId.ASK) {
                tabs.get(i).view().close();
                tabs.set(i, new Tab(place, view(place)));
                front(i);
                return;
            }
        }
        tabs.add(new Tab(place, view(place)));
        front(tabs.size() - 1);
    }

    private void front(int index) {
        if (index < 0 || index >= tabs.size()) {
            return;
        }
        boolean moved = active != index;
        active = index;
        Tab tab = tabs.get(index);
        strip.show(tabs.stream().map(Tab::place).toList(), index);
        rail.active(tab.place().page());
        if (!tab.view().node().equals(scroll.getContent())) {
            scroll.setContent(tab.view().node());
            scroll.setVvalue(0);
        }
        if (moved) {
            places.add(tab.place());
            tab.view().refresh(false);
        }
        showSteps();
    }

    private Optional<Tab> front() {
        return active >= 0 && active < tabs.size()
                ? Optional.of(tabs.get(active))
                : Optional.empty();
    }

    void closeTab(int index) {
        if (tabs.size() < 2) {
            return;
        }
        tabs.remove(index).view().close();
        int next = Math.min(index < active ? active - 1 : active, tabs.size() - 1);
        active = -1;
        front(next);
    }

    void closeActive() {
        closeTab(active);
    }

    /// The next tab, or the one before.
    void turn(int by) {
        if (!tabs.isEmpty()) {
            front(Math.floorMod(active + by, tabs.size()));
        }
    }

    private void showSteps() {
        filterBar.steps(
                places.canBack(),
                places.canForward(),
                filterSteps.canBack(),
                filterSteps.canForward());
    }

    private void showPalette() {
        palette.show(commands.items());
    }

    void toggleRail() {
        host.change(host.settings().railOpen(!host.settings().railOpen()));
        rail.show(host.settings().railOpen());
    }

    private void togglePanel() {
        if (frame.getRight() == null) {
            frame.setRight(panel);
        } else {
            closePanel();
        }
    }

    private void closePanel() {
        frame.setRight(null);
        tasks.cancel("drill");
        front().ifPresent(tab -> tab.view().node().requestFocus());
    }

    /// Esc: the panel first, then the cross-filters.
    void escape() {
        if (frame.getRight() != null) {
            closePanel();
        } else if (filters != null && !filters.crossFilters().isEmpty()) {
            Filters now = filters;
            for (Filters.Cut cut : filters.crossFilters()) {
                now = now.cut(new Filters.Cut(cut.dimension(), List.of()));
            }
            choose(now);
        }
    }

    // Filters

    private void choose(Filters next) {
        if (!next.equals(filters)) {
            filterSteps.add(next);
            apply(next);
        }
    }

    private void apply(Filters next) {
        filters = next;
        filterBar.show(next);
        showSteps();
        freshness();
        // Pages behind ask when they come to the front.
        front().ifPresent(tab -> tab.view().refresh(true));
    }

    @Override
    public Filters filters() {
        return filters == null ? Filters.of(YearMonth.now(core.workspace().clock())) : filters;
    }

    @Override
    public Optional<PageContext> context() {
        return Optional.ofNullable(filters).map(f -> new PageContext(f, core.query().today()));
    }

    @Override
    public void narrow(Filters.Cut cut) {
        Filters now = filters();
        boolean again = now.cutOf(cut.dimension()).filter(cut::equals).isPresent();
        choose(now.cut(again ? new Filters.Cut(cut.dimension(), List.of()) : cut));
    }

    // The desk

    @Override
    public ChartPalette palette() {
        return ChartPalette.of(host.theme());
    }

    @Override
    public void drill(Drill drill, String title) {
        if (frame.getRight() == null) {
            frame.setRight(panel);
        }
        drills.open(drill, title);
    }

    @Override
    public void define(String measure, Node beside) {
        Choice.explain(beside, new DefinitionCard(core.catalog().kpi(measure)));
    }

    @Override
    public void copy(String words, String text) {
        host.copy(text);
        tell("Copied " + words + ", kept for 30 s");
    }

    @Override
    public void save(String name, Supplier<byte[]> content) {
        core.workspace().audit().append("export", name, "analysis", "{}");
        host.save(name, content, this::tell);
    }

    @Override
    public void tell(String words) {
        status.tell(words);
    }

    @Override
    public void chooseFiles(Consumer<List<Path>> chosen) {
        host.chooseFiles(chosen);
    }

    @Override
    public void switchTo(String title, Callable<DataCore> opening) {
        host.switchTo(title, opening);
    }

    @Override
    public void welcome() {
        host.welcome();
    }

    @Override
    public Appearance appearance() {
        return host;
    }

    @Override
    public DataCore core() {
        return core;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Optional<LiveSample> live() {
        return live;
    }

    // What moves by itself

    /// A delivery was committed; many in a row are shown as one.
    private void arrived() {
        if (changePending.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                changePending.set(false);
                dataChanged();
            });
        }
    }

    @Override
    public void dataChanged() {
        if (filters == null) {
            look(() -> front().ifPresent(tab -> tab.view().refresh(true)));
            return;
        }
        seenVersion = core.workspace().version();
        freshness();
        front().ifPresent(tab -> tab.view().refresh(false));
    }

    private void tick() {
        status.tick();
        ticks++;
        if (core.workspace().version() != seenVersion) {
            dataChanged();
        } else if (ticks % 20 == 0) {
            freshness();
        }
        if (ticks % KEEP_EVERY_TICKS == 0) {
            keep();
        }
    }

    /// Keeps tabs and filters, sealed, when they are others than last time.
    private void keep() {
        if (tabs.isEmpty() || !host.remembers()) {
            return;
        }
        var now =
                new SessionState(
                        tabs.stream().map(Tab::place).toList(),
                        active,
                        Optional.ofNullable(filters));
        if (!now.equals(kept)) {
            kept = now;
            byte[] json = now.json();
            tasks.run(
                    "keep",
                    "Keeping the session",
                    (job, progress) -> {
                        core.workspace().keep(json);
                        return json.length;
                    },
                    length -> {},
                    e -> tell(String.valueOf(e.getMessage())));
        }
    }

    /// Live events are of today, so going live shows the running month.
    private void showLive() {
        live.ifPresent(l -> {
            status.live(l.rate().get(), () -> l.start(l.rate().get() > 0 ? 0 : 5));
            if (l.rate().get() > 0 && filters != null) {
                choose(filters.period(Filters.Period.of(YearMonth.from(core.query().today()))));
            }
        });
    }

    /// Another theme or text size: pages are drawn again where they do not follow by themselves.
    public void restyle(Settings settings) {
        rail.show(settings.railOpen());
    }

    /// Whether all that was asked for is on screen.
    public boolean idle() {
        return tasks.idle();
    }

    public List<Feature> features() {
        return features;
    }

    /// Stops what runs and keeps the session. The workspace stays open for whoever opened it.
    @Override
    public void close() {
        ticking.stop();
        live.ifPresent(LiveSample::close);
        tabs.forEach(tab -> tab.view().close());
        tasks.close();
        if (!tabs.isEmpty() && host.remembers()) {
            core.workspace()
                    .keep(
                            new SessionState(
                                            tabs.stream().map(Tab::place).toList(),
                                            active,
                                            Optional.ofNullable(filters))
                                    .json());
        }
    }
}
