package org.claimscope.app.feature.feeds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// The feeds page in the window.
public final class FeedsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.FEEDS;
    }

    @Override
    public PageView open(Place place, Office office) {
        var model = new FeedsViewModel(office.core());
        return DataPage.always(
                place, office, queries -> model.page(), (page, o) -> draw(page, o, model));
    }

    private static Region draw(FeedsPage page, Office office, FeedsViewModel model) {
        return FeedsView.of(
                page,
                office,
                new FeedsView.Acts() {
                    @Override
                    public void original(long id, Consumer<String> shown) {
                        office.act("feeds act", "Original bytes", () -> model.original(id), shown);
                    }

                    @Override
                    public void reprocess(List<Long> ids, Map<String, String> corrections) {
                        office.act(
                                "feeds act",
                                "Reprocessing",
                                () -> model.reprocess(ids, corrections),
                                decided -> {
                                    office.tell(decided.words("loaded"));
                                    office.dataChanged();
                                });
                    }

                    @Override
                    public void discard(List<Long> ids, String reason) {
                        office.act(
                                "feeds act",
                                "Discarding",
                                () -> model.discard(ids, reason),
                                decided -> {
                                    office.tell(decided.words("discarded"));
                                    office.dataChanged();
                                });
                    }

                    @Override
                    public Optional<Runnable> connections() {
                        return office.connections()
                                .map(c -> () -> new ConnectionsPanel(c, office).open());
                    }

                    @Override
                    public void undo(long deliveryId) {
                        office.act(
                                "feeds act",
                                "Undoing delivery " + deliveryId,
                                () -> model.undo(deliveryId),
                                done -> {
                                    office.tell("Delivery " + deliveryId + " is undone");
                                    office.dataChanged();
                                });
                    }
                });
    }
}
