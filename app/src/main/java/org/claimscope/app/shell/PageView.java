package org.claimscope.app.shell;

import javafx.scene.layout.Region;
import org.claimscope.app.present.Place;

/// A page in a tab.
public interface PageView {
    Region node();

    /// Asks the data again, because a filter or the data changed.
    ///
    /// @param filtersChanged false when only the data moved: what is on screen may stay meanwhile
    void refresh(boolean filtersChanged);

    /// Shows another place of the same page in this tab, if the page can.
    ///
    /// @return false when another tab must show it
    default boolean show(Place place) {
        return false;
    }

    /// Whether the window's filters narrow what is shown.
    default boolean followsFilters() {
        return false;
    }

    /// The tab is closed: stop what still runs for it.
    default void close() {}
}
