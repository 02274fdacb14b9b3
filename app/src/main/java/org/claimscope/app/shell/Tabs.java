package org.claimscope.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import org.claimscope.app.present.Place;

/// The open pages and the way between them: which is in front, what was in front before.
final class Tabs {
    private final Function<Place, PageView> opener;
    private final Runnable changed;
    private final List<Tab> tabs = new ArrayList<>();
    private final History<Place> steps = new History<>();
    private int active = -1;

    private record Tab(Place place, PageView view) {}

    /// @param opener makes the page of a place
    /// @param changed told after another tab came to the front, or the list changed
    Tabs(Function<Place, PageView> opener, Runnable changed) {
        this.opener = opener;
        this.changed = changed;
    }

    /// The pages of all tabs.
    List<Node> nodes() {
        return tabs.stream().<Node>map(tab -> tab.view().node()).toList();
    }

    void restore(List<Place> places, int front) {
        places.forEach(place -> tabs.add(new Tab(place, opener.apply(place))));
        front(front);
    }

    /// Brings a place to the front: in the tab that has it, in one that can show it, or in a new
    /// one.
    void open(Place place) {
        steps.add(place);
        go(place);
    }

    private void go(Place place) {
        for (int i = 0; i < tabs.size(); i++) {
            Tab tab = tabs.get(i);
            boolean same = tab.place().equals(place);
            if (same || (tab.place().page() == place.page() && tab.view().show(place))) {
                tabs.set(i, new Tab(place, tab.view()));
                front(i);
                return;
            }
        }
        tabs.add(new Tab(place, opener.apply(place)));
        front(tabs.size() - 1);
    }

    void front(int index) {
        if (index < 0 || index >= tabs.size()) {
            return;
        }
        boolean moved = active != index;
        active = index;
        changed.run();
        if (moved) {
            steps.add(tabs.get(index).place());
            tabs.get(index).view().refresh(false);
            changed.run();
        }
    }

    /// The last tab cannot be closed.
    void close(int index) {
        if (tabs.size() < 2 || index < 0 || index >= tabs.size()) {
            return;
        }
        tabs.remove(index).view().close();
        int next = Math.min(index < active ? active - 1 : active, tabs.size() - 1);
        active = -1;
        front(next);
    }

    /// The next tab, or the one before.
    void turn(int by) {
        if (!tabs.isEmpty()) {
            front(Math.floorMod(active + by, tabs.size()));
        }
    }

    void back() {
        steps.back().ifPresent(this::go);
    }

    void forward() {
        steps.forward().ifPresent(this::go);
    }

    boolean canBack() {
        return steps.canBack();
    }

    boolean canForward() {
        return steps.canForward();
    }

    List<Place> places() {
        return tabs.stream().map(Tab::place).toList();
    }

    int active() {
        return active;
    }

    Optional<PageView> front() {
        return active >= 0 && active < tabs.size()
                ? Optional.of(tabs.get(active).view())
                : Optional.empty();
    }

    void closeAll() {
        tabs.forEach(tab -> tab.view().close());
    }
}
