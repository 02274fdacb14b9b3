package org.claimscope.app.feature.patient;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The patients of a period, or one patient, in the window.
public final class PatientFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.PATIENT;
    }

    @Override
    public PageView open(Place place, Office office) {
        if (place.subject().isEmpty()) {
            return new DataPage<>(
                    place,
                    office,
                    (queries, context) -> new PatientViewModel(queries).list(context),
                    PatientView::list);
        }
        // The reason holds for this tab only and goes with it.
        var reason = new AtomicReference<>(Optional.<String>empty());
        var page = new AtomicReference<DataPage<PatientPage>>();
        page.set(
                DataPage.always(
                        place,
                        office,
                        queries -> new PatientViewModel(queries).one(place.subject(), reason.get()),
                        (shown, desk) ->
                                PatientView.one(
                                        shown,
                                        desk,
                                        why -> {
                                            reason.set(Optional.of(why).filter(w -> !w.isBlank()));
                                            page.get().again();
                                        })));
        return page.get();
    }
}
