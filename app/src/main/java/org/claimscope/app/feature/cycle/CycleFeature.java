package org.claimscope.app.feature.cycle;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The revenue cycle in the window.
public final class CycleFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.CYCLE;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new CycleViewModel(queries, context).page(),
                CycleView::of);
    }
}
