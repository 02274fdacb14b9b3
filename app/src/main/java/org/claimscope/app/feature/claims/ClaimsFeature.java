package org.claimscope.app.feature.claims;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The claims page in the window.
public final class ClaimsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.CLAIMS;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new ClaimsViewModel(queries, context).page(),
                ClaimsView::of);
    }
}
