package org.claimscope.app.feature.ask;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The question page in the window.
public final class AskFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.ASK;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new AskPage(place, office);
    }
}
