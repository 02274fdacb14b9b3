package org.claimscope.app.feature.imports;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The import page in the window.
public final class ImportFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.IMPORT;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new ImportPage(office);
    }
}
