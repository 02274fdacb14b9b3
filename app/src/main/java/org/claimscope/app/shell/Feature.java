package org.claimscope.app.shell;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;

/// One analyst task: a folder below `feature`, one line in its list.
public interface Feature {
    PageId id();

    /// Opens the page for a tab.
    PageView open(Place place, Office office);
}
