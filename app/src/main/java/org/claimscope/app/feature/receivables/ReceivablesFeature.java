package org.claimscope.app.feature.receivables;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The receivables page in the window.
public final class ReceivablesFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.RECEIVABLES;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new ReceivablesViewModel(queries, context).page(),
                ReceivablesView::of);
    }
}
