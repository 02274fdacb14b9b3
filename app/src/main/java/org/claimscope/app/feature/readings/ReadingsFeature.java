package org.claimscope.app.feature.readings;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// Two definitions of one measure in the window; opened from the measure's variants.
public final class ReadingsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.READINGS;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new ReadingsViewModel(queries, context).page(place.subject()),
                ReadingsView::of);
    }
}
