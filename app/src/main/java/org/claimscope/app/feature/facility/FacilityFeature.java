package org.claimscope.app.feature.facility;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The facility page in the window.
public final class FacilityFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.FACILITY;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new FacilityViewModel(queries, context).page(),
                FacilityView::of);
    }
}
