package org.claimscope.app.feature.reconciliation;

import org.claimscope.app.feature.reconciliation.ReconciliationPage.Compared;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.widget.EmptyState;

/// The reconciliation page in the window.
public final class ReconciliationFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.RECONCILIATION;
    }

    @Override
    public PageView open(Place place, Office office) {
        return DataPage.always(
                place,
                office,
                queries -> new ReconciliationViewModel(queries).page(),
                (page, o) -> ReconciliationView.of(page, o, which -> differences(which, o)));
    }

    private static void differences(Compared which, Office office) {
        office.tasks()
                .run(
                        "drill",
                        which.title(),
                        (job, progress) ->
                                new ReconciliationViewModel(office.core().query().until(job))
                                        .differences(which),
                        found ->
                                office.aside(
                                        found.title(),
                                        found.note(),
                                        ReconciliationView.differences(found, office)),
                        e -> {
                            ErrorWords words = ErrorWords.of(e);
                            office.aside(
                                    which.title(), "", new EmptyState(words.title(), words.next()));
                        });
    }
}
