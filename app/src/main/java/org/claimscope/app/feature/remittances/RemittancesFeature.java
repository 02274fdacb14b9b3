package org.claimscope.app.feature.remittances;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.Sent;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.widget.EmptyState;

/// The remittances page in the window, and the side panel of one of them.
public final class RemittancesFeature implements Feature {
    /// The work that closing the side panel cancels.
    private static final String ASIDE = "drill";

    @Override
    public PageId id() {
        return PageId.REMITTANCES;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new DataPage<>(
                place,
                office,
                (queries, context) -> new RemittancesViewModel(queries, context).page(),
                (page, o) -> RemittancesView.of(page, o, key -> one(key, o)));
    }

    private static void one(String key, Office office) {
        Label wait = new Label("Looking for the remittance …");
        wait.getStyleClass().addAll("second", "panel-line");
        office.aside("Remittance", "", wait);
        office.tasks()
                .run(
                        ASIDE,
                        "Remittance",
                        (job, progress) ->
                                new RemittanceViewModel(
                                                office.core().query().until(job),
                                                office.core().lineage(),
                                                key)
                                        .remittance(),
                        found ->
                                office.aside(
                                        "Remittance " + found.trace(),
                                        found.payer(),
                                        RemittancePanel.of(
                                                found,
                                                office,
                                                (reason, shown) ->
                                                        reveal(found, reason, office, shown))),
                        e -> {
                            ErrorWords words = ErrorWords.of(e);
                            office.aside(
                                    "Remittance", "", new EmptyState(words.title(), words.next()));
                        });
    }

    private static void reveal(Remittance of, String reason, Office office, Consumer<Sent> shown) {
        office.act(
                ASIDE,
                "Original bytes",
                () -> Sent.of(office.core().lineage().bytes(of.origin(), reason)),
                shown);
    }
}
