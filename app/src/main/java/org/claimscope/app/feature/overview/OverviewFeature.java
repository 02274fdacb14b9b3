package org.claimscope.app.feature.overview;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The overview page in the window.
public final class OverviewFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.OVERVIEW;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new OverviewViewModel(queries, context).page(),
                OverviewView::of);
    }
}
