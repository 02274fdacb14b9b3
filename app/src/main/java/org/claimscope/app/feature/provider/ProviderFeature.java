package org.claimscope.app.feature.provider;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The provider page in the window.
public final class ProviderFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.PROVIDER;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new ProviderViewModel(queries, context).page(),
                ProviderView::of);
    }
}
