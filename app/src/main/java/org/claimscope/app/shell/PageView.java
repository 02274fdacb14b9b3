package org.claimscope.app.shell;

import javafx.scene.layout.Region;

/// A page in a tab.
public interface PageView {
    Region node();

    /// Asks the data again, because a filter or the data changed.
    ///
    /// @param filtersChanged false when only the data moved: what is on screen may stay meanwhile
    void refresh(boolean filtersChanged);

    /// The tab is closed: stop what still runs for it.
    default void close() {}
}
