package org.claimscope.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Redraw;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// A page that is filled from the data: asks in the background, shows a skeleton the first time,
/// keeps the old figures while new ones are computed, and says what went wrong where it went wrong.
///
/// @param <P> everything the page shows, immutable
public final class DataPage<P> implements PageView {
    private static final Duration SOON = Duration.millis(250);
    private static final int MOST_KNOWN = 8;

    private final String name;
    private final Place place;
    private final Office office;
    private final Fill<P> fill;
    private final Draw<P> draw;
    private final StackPane holder = new StackPane();
    private final PauseTransition patience = new PauseTransition(SOON);
    private final boolean needsContext;

    /// Pages of the present data, the latest last: going back, or taking a filter off, asks
    /// nothing.
    private final Map<PageContext, P> known = new LinkedHashMap<>();

    private long knownVersion = -1;
    private @Nullable P shown;
    private @Nullable Region drawn;
    private @Nullable PageContext drawnFor;
    private @Nullable PageContext asked;
    private boolean askedAgain;

    /// A page, and the nano time when its figures were asked for.
    private record Filled<P>(P page, long asked) {}

    /// Computes the page; runs in the background.
    public interface Fill<P> {
        P page(Queries queries, PageContext context);
    }

    /// Computes a page that the filters do not narrow; runs in the background.
    public interface FillAlways<P> {
        P page(Queries queries);
    }

    /// Draws the page; runs on the JavaFX thread.
    public interface Draw<P> {
        Region of(P page, Office office);
    }

    public DataPage(Place place, Office office, Fill<P> fill, Draw<P> draw) {
        this(place, office, fill, draw, true);
    }

    private DataPage(Place place, Office office, Fill<P> fill, Draw<P> draw, boolean needsContext) {
        this.needsContext = needsContext;
        // Two tabs of one page must not cancel each other's work.
        this.name = "page " + System.identityHashCode(this);
        this.place = place;
        this.office = office;
        this.fill = fill;
        this.draw = draw;
        // Its least height stays its page's: a page higher than the window scrolls.
        holder.setMinWidth(0);
        patience.setOnFinished(end -> holder.getChildren().setAll(Skeleton.of(place.page())));
        refresh(true);
    }

    /// A page that the filters do not narrow, such as one claim.
    public static <P> DataPage<P> always(
            Place place, Office office, FillAlways<P> fill, Draw<P> draw) {
        return new DataPage<>(place, office, (queries, context) -> fill.page(queries), draw, false);
    }

    @Override
    public Region node() {
        return holder;
    }

    @Override
    public boolean followsFilters() {
        return needsContext;
    }

    @Override
    public void refresh(boolean filtersChanged) {
        PageContext context =
                needsContext
                        ? office.context().orElse(null)
                        : office.context().orElseGet(() -> new PageContext(office.filters()));
        if (context == null) {
            state(
                    new EmptyState(
                            "No month of ledger rows yet",
                            "Import files, connect a feed, or explore the sample hospital."),
                    null);
            return;
        }
        long version = office.core().workspace().version();
        if (version != knownVersion) {
            known.clear();
            knownVersion = version;
        }
        P before = known.get(context);
        if (before != null) {
            office.tasks().cancel(name);
            askedAgain = false;
            show(before, context);
            return;
        }
        if (!filtersChanged && context.equals(asked)) {
            // Events that come faster than a page is computed must not keep it from ever being
            // shown: the one that runs is shown, and then the next one starts.
            askedAgain = true;
            return;
        }
        if (shown == null && holder.getChildren().isEmpty()) {
            patience.playFromStart();
        }
        asked = context;
        askedAgain = false;
        Queries queries = office.core().query();
        office.tasks()
                .run(
                        name,
                        place.title(),
                        (job, progress) ->
                                office.core()
                                        .workspace()
                                        .inTurn(() -> {
                                            // What is delivered up to here is shown.
                                            long asked = System.nanoTime();
                                            return new Filled<>(
                                                    fill.page(queries.until(job), context), asked);
                                        }),
                        filled -> {
                            keep(version, context, filled.page());
                            show(filled.page(), context);
                            office.shown(filled.asked());
                        },
                        this::fail);
    }

    /// A page that a delivery may have overtaken while it was computed is not kept.
    private void keep(long version, PageContext context, P page) {
        // What the filters do not narrow may also tell of ages and of the run log.
        if (needsContext
                && version == knownVersion
                && version == office.core().workspace().version()) {
            known.remove(context);
            known.put(context, page);
            if (known.size() > MOST_KNOWN) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    /// Asks anew, whatever is known: the same question has another answer, or had none.
    public void again() {
        known.clear();
        refresh(true);
    }

    /// What was asked for is on screen; what was asked for meanwhile begins. In this order: who
    /// waits for the first figures sees a skeleton, who sees figures keeps them.
    private void show(P page, PageContext context) {
        patience.stop();
        asked = null;
        put(page, context);
        if (askedAgain) {
            refresh(false);
        }
    }

    private void put(P page, PageContext context) {
        boolean sameQuestion = !needsContext || context.equals(drawnFor);
        if (sameQuestion && page.equals(shown)) {
            return;
        }
        Region next = draw.of(page, office);
        Region old = drawn;
        if (sameQuestion && old != null && Redraw.into(old, next)) {
            // The nodes stay, so focus, hover and scroll stay too.
            shown = page;
            return;
        }
        shown = page;
        drawn = next;
        drawnFor = context;
        holder.getChildren().setAll(next);
    }

    private void fail(ClaimscopeException e) {
        asked = null;
        patience.stop();
        ErrorWords words = ErrorWords.of(e);
        Button again = button("Try again", this::again);
        List<Filters.Cut> cross = office.filters().crossFilters();
        Button without =
                button(
                        "Without "
                                + cross.stream()
                                        .map(Filters.Cut::words)
                                        .collect(Collectors.joining(", ")),
                        () -> cross.forEach(office::narrow));
        without.setId("without-filters");
        state(
                new EmptyState(
                        e.kind() == ErrorKind.DENIED ? "Not permitted" : words.title(),
                        e.kind() == ErrorKind.DENIED ? words.title() : words.next()),
                cross.isEmpty() ? again : without);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("small-button");
        button.setOnAction(click -> action.run());
        return button;
    }

    private void state(EmptyState words, @Nullable Button action) {
        shown = null;
        drawn = null;
        Label title = new Label(place.page().title());
        title.getStyleClass().add("page-title");
        HBox header = new HBox(title);
        header.getStyleClass().add("page-header");
        if (action != null) {
            words.getChildren().add(action);
        }
        VBox page = new VBox(header, words);
        page.getStyleClass().add("page");
        holder.getChildren().setAll(page);
    }

    @Override
    public void close() {
        patience.stop();
        office.tasks().cancel(name);
    }
}
