package org.claimscope.app.feature.denials;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The denials page in the window.
public final class DenialsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.DENIALS;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new DenialsViewModel(queries, context).page(),
                DenialsView::of);
    }
}
