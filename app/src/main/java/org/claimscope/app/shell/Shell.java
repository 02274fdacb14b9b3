package org.claimscope.app.shell;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.export.PageContents;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Home;
import org.claimscope.app.task.Tasks;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.model.Entity;
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
    private final BorderPane middle = new BorderPane();
    private final VBox bars = new VBox();
    private final Wall wall = new Wall(this, this::bare);
    private final ScrollPane scroll = new ScrollPane();
    private final Rail rail;
    private final FilterBar filterBar;
    private final TabStrip strip;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final DrillPanel drills = new DrillPanel(this, panel);
    private final HistoryPanel histories = new HistoryPanel(this);
    private final StatusBar status;
    private final Palette palette;
    private final Commands commands;
    private final Tabs tabs = new Tabs(this::view, this::showTabs);
    private final Lookout lookout;
    private final Optional<Connections> connections;
    private final Keyboard keyboard = new Keyboard(this, this::regions);
    private final LiveDelay delay = new LiveDelay();
    private final Narrowing narrowing = new Narrowing(this::narrowed);
    private final String user;
    private final PageContents contents;
    private final Exports exports;
    private final SavedViews views;
    private final DayNotes dayNotes;
    private final Timeline ticking;
    private final AtomicBoolean changePending = new AtomicBoolean();
    private int ticks;
    private long seenVersion;
    private boolean stopped;

    /// Whether the first page has come, after which the sample's rest is taken in.
    private boolean complete;

    private @Nullable SessionState kept;
    private @Nullable Region cover;

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
        this.user = user;
        this.live = sampleFeed.map(feed -> new LiveSample(core, feed, this::arrived, this::tell));
        this.lookout = new Lookout(core, tasks, this::tell);
        boolean sample = core.workspace().open();
        this.connections =
                sample || !host.remembers()
                        ? Optional.empty()
                        : Optional.of(new Connections(core, tasks, this::tell, this::dataChanged));
        String place = sample ? "Sample hospital (synthetic)" : folderName();
        contents = new PageContents(core.catalog(), place, user);
        exports = new Exports(this);
        views = new SavedViews(this);
        dayNotes = new DayNotes(this);
        rail =
                new Rail(
                        sample ? "Sample hospital" : folderName(),
                        sample ? "synthetic data" : "encrypted workspace",
                        page -> open(Place.of(page)),
                        host::welcome,
                        this::showPalette,
                        this::toggleRail);
        rail.show(host.settings().railOpen());
        filterBar = new FilterBar(core.query().today(), narrowing::choose, steps());
        strip = new TabStrip(tabs::front, tabs::close, this::showPalette, exports.menu());
        status = new StatusBar(tasks.jobs(), tasks::cancelAll, user, !sample, host::lock);
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
                        () -> tabs.front().ifPresent(view -> view.node().requestFocus()));
        commands = new Commands(this, host, this::showPalette);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        middle.setCenter(scroll);
        bars.getChildren().addAll(filterBar, strip);
        middle.setTop(bars);
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
                        ? core.workspace()
                                .kept(Workspace.Note.SESSION)
                                .flatMap(SessionState::parse)
                                .orElse(null)
                        : null;
        ticking = new Timeline(new KeyFrame(TICK, tick -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /// Looks at the workspace, then opens the tabs of the last session, or the given page.
    public void start(Place first) {
        ticking.play();
        connections.ifPresent(Connections::start);
        scroll.setContent(Skeleton.of(first.page()));
        SessionState last = kept;
        look(() -> {
            if (last != null && first.page() == PageId.OVERVIEW) {
                tabs.restore(last.tabs(), last.active());
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
                tabs.back();
            }

            @Override
            public void forward() {
                tabs.forward();
            }

            @Override
            public void undo() {
                narrowing.undo();
            }

            @Override
            public void redo() {
                narrowing.redo();
            }

            @Override
            public void panel() {
                togglePanel();
            }

            @Override
            public void views() {
                showViews();
            }
        };
    }

    FilterBar.Steps walk() {
        return steps();
    }

    void showViews() {
        Choice.explain(filterBar.views(), views::card);
    }

    SavedViews views() {
        return views;
    }

    // What the workspace has

    /// Learns which months and members there are; the filters stay, or become the newest month.
    private void look(Runnable then) {
        seenVersion = core.workspace().version();
        lookout.months(known -> {
            filterBar.months(known.months());
            if (narrowing.now().isEmpty()) {
                SessionState last = kept;
                Optional<Filters> old = last == null ? Optional.empty() : last.filters();
                old.or(() -> known.newest().map(PageContext::filters)).ifPresent(narrowing::begin);
            }
            narrowing
                    .now()
                    .ifPresent(filters -> {
                        filterBar.show(filters);
                        for (String dimension : Filters.BAR) {
                            lookout.members(
                                    dimension, found -> filterBar.members(dimension, found));
                        }
                    });
            freshness();
            then.run();
        });
    }

    private void freshness() {
        lookout.freshness(newest -> {
            int stale = status.feeds(newest, core.workspace().clock().instant());
            rail.note(PageId.FEEDS, stale == 0 ? "" : stale + " stale");
        });
        status.asOf(context().map(c -> "As of " + PageContext.day(c.asOf())).orElse("No data yet"));
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
        tabs.open(place);
        tabs.front().ifPresent(view -> keyboard.opened(view.node()));
    }

    private List<Node> regions() {
        var regions = new ArrayList<Node>(List.of(rail, filterBar, strip));
        tabs.front().ifPresent(view -> regions.add(view.node()));
        if (frame.getRight() != null) {
            regions.add(panel);
        }
        regions.add(status);
        return regions;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    /// Where the reader is.
    public Place place() {
        return tabs.places().get(tabs.active());
    }

    /// What the page in front shows; empty while nothing is drawn.
    public Optional<PageContent> content() {
        return tabs.front()
                .flatMap(view ->
                        contents.of(
                                place(),
                                view.node(),
                                view.followsFilters() ? context() : Optional.empty(),
                                core.workspace().clock().instant(),
                                core.workspace().clock().getZone()));
    }

    String user() {
        return user;
    }

    Exports exports() {
        return exports;
    }

    Tabs tabs() {
        return tabs;
    }

    private void showTabs() {
        strip.show(tabs.places(), tabs.active());
        tabs.front()
                .ifPresent(view -> {
                    rail.active(tabs.places().get(tabs.active()).page());
                    if (!view.node().equals(scroll.getContent())) {
                        scroll.setContent(view.node());
                        scroll.setVvalue(0);
                    }
                });
        showSteps();
    }

    private void showSteps() {
        filterBar.steps(
                tabs.canBack(), tabs.canForward(), narrowing.canUndo(), narrowing.canRedo());
    }

    private void showPalette() {
        palette.show(commands.items());
    }

    void showKeys() {
        over(new CheatSheet(commands.keys(), this::uncover));
    }

    void toggleRail() {
        host.change(host.settings().railOpen(!host.settings().railOpen()));
        rail.show(host.settings().railOpen());
    }

    Wall wall() {
        return wall;
    }

    /// Nothing but the page, or everything around it again.
    private void bare(boolean only) {
        closePanel();
        frame.setLeft(only ? null : rail);
        frame.setBottom(only ? null : status);
        middle.setTop(only ? null : bars);
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
        tabs.front().ifPresent(view -> view.node().requestFocus());
    }

    /// Esc: the panel first, then the cross-filters.
    void escape() {
        if (wall.isOn()) {
            wall.leave();
        } else if (cover != null) {
            uncover();
        } else if (frame.getRight() != null) {
            closePanel();
        } else {
            narrowing.dropCrossFilters();
        }
    }

    // Filters

    /// Shows all pages under other filters.
    void narrowTo(Filters next) {
        if (narrowing.now().isPresent()) {
            narrowing.choose(next);
        }
    }

    private void narrowed(Filters next) {
        filterBar.show(next);
        showSteps();
        freshness();
        // Pages behind ask when they come to the front.
        tabs.front().ifPresent(view -> view.refresh(true));
    }

    @Override
    public Filters filters() {
        return narrowing.now().orElseGet(() -> Filters.of(YearMonth.now(core.workspace().clock())));
    }

    @Override
    public Optional<PageContext> context() {
        return narrowing.now().map(f -> new PageContext(f, core.query().today()));
    }

    @Override
    public void narrow(Filters.Cut cut) {
        narrowing.choose(filters().only(cut));
    }

    @Override
    public void narrow(List<Drill> marks) {
        Filters next = filters().to(marks);
        if (next.equals(filters())) {
            tell("Shown already, or not every figure has it: its rows open with a click");
        } else {
            narrowing.choose(next);
        }
    }

    @Override
    public void toggle(Filters.Cut members) {
        narrowing.choose(filters().toggled(members));
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
    public List<TimeNote> notes() {
        return dayNotes.all();
    }

    @Override
    public void note(LocalDate day, Node beside) {
        Choice.explain(beside, hide -> dayNotes.card(day, hide));
    }

    @Override
    public Optional<Connections> connections() {
        return connections;
    }

    @Override
    public void history(String table, String key, String title) {
        histories.open(Entity.named(table).orElseThrow(), key, title);
    }

    @Override
    public void aside(String title, String note, Node content) {
        if (frame.getRight() == null) {
            frame.setRight(panel);
        }
        panel.show(title, note, content);
    }

    @Override
    public void define(String measure, Node beside) {
        Kpi kpi = core.catalog().kpi(measure);
        Choice.explain(
                beside,
                hide ->
                        new DefinitionCard(
                                DefinitionFacts.of(kpi),
                                () -> {
                                    hide.run();
                                    open(Place.measure(kpi.id(), kpi.definition().label()));
                                }));
    }

    @Override
    public void copy(String words, String text) {
        host.copy(text);
        tell("Copied " + words + ", kept for 30 s");
    }

    @Override
    public void save(String name, Supplier<byte[]> content) {
        host.save(
                name,
                () -> {
                    audited("export", name);
                    return content.get();
                },
                this::tell);
    }

    void audited(String action, String name) {
        core.workspace().audit().append(action, name, "analysis", "{}");
    }

    /// Something that lies over the whole window and takes the keys.
    void over(Region veil) {
        uncover();
        cover = veil;
        getChildren().add(veil);
        veil.requestFocus();
    }

    void uncover() {
        if (cover != null) {
            getChildren().remove(cover);
            cover = null;
            tabs.front().ifPresent(view -> view.node().requestFocus());
        }
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
    public Home home() {
        return host.home();
    }

    @Override
    public Optional<LiveSample> live() {
        return live;
    }

    @Override
    public void shown(long asked) {
        delay.shown(asked);
        if (!complete) {
            complete = true;
            live.ifPresent(l -> l.takeRest(tasks));
        }
        tabs.front().ifPresent(view -> keyboard.shown(view.node()));
    }

    /// How fast live events reach the screen.
    public LiveDelay delay() {
        return delay;
    }

    // What moves by itself

    /// A delivery was committed; many in a row are shown as one.
    private void arrived(long[] happened) {
        delay.arrived(happened);
        if (changePending.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                changePending.set(false);
                dataChanged();
            });
        }
    }

    @Override
    public void dataChanged() {
        if (stopped) {
            return;
        }
        if (narrowing.now().isEmpty()) {
            look(() -> tabs.front().ifPresent(view -> view.refresh(true)));
            return;
        }
        seenVersion = core.workspace().version();
        freshness();
        tabs.front().ifPresent(view -> view.refresh(false));
    }

    private void tick() {
        status.tick();
        wall.tick();
        connections.ifPresent(Connections::tick);
        live.filter(l -> l.rate().get() > 0)
                .ifPresent(l -> status.delay(l.rate().get(), delay.millis()));
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
        SessionState now = state();
        if (host.remembers() && !now.tabs().isEmpty() && !now.equals(kept)) {
            kept = now;
            tasks.run(
                    "keep",
                    "Keeping the session",
                    (job, progress) -> {
                        core.workspace().keep(Workspace.Note.SESSION, now.json());
                        return true;
                    },
                    done -> {},
                    e -> tell(String.valueOf(e.getMessage())));
        }
    }

    private SessionState state() {
        return new SessionState(tabs.places(), tabs.active(), narrowing.now());
    }

    /// Live events are of today, so going live shows the running month.
    private void showLive() {
        live.ifPresent(l -> {
            status.live(l.rate().get(), () -> l.start(l.rate().get() > 0 ? 0 : 5));
            if (l.rate().get() > 0) {
                narrowTo(filters().period(Filters.Period.of(YearMonth.from(core.query().today()))));
            }
        });
    }

    /// Whether all that was asked for is on screen.
    public boolean idle() {
        return tasks.idle();
    }

    public List<Feature> features() {
        return features;
    }

    /// Stops asking and showing; nothing waits. What runs is cancelled. Call on the JavaFX thread,
    /// then [#close()].
    public void stop() {
        stopped = true;
        ticking.stop();
        tabs.closeAll();
        tasks.stop();
        kept = state();
    }

    /// Waits until nothing of this touches the workspace any more, and keeps the session; after
    /// [#stop()], on any thread. The workspace stays open for whoever opened it.
    @Override
    public void close() {
        live.ifPresent(LiveSample::close);
        tasks.close();
        connections.ifPresent(Connections::close);
        SessionState last = kept;
        if (last != null && !last.tabs().isEmpty() && host.remembers()) {
            core.workspace().keep(Workspace.Note.SESSION, last.json());
        }
    }
}
