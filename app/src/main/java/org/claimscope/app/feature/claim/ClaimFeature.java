package org.claimscope.app.feature.claim;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// One claim in the window.
public final class ClaimFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.CLAIM;
    }

    @Override
    public PageView open(Place place, Office office) {
        return DataPage.always(
                place,
                office,
                queries -> new ClaimViewModel(queries, place.subject()).page(),
                ClaimView::of);
    }
}
