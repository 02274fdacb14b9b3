package org.claimscope.app.feature.identity;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.identity.IdentityPage.Compared;
import org.claimscope.app.feature.identity.IdentityPage.Merge;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.identity.Candidate;

/// The identity page in the window.
public final class IdentityFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.IDENTITY;
    }

    @Override
    public PageView open(Place place, Office office) {
        var model = new IdentityViewModel(office.core());
        return DataPage.always(
                place, office, queries -> model.page(), (page, o) -> draw(page, office, model));
    }

    private static Region draw(IdentityPage page, Office office, IdentityViewModel model) {
        return IdentityView.of(
                page,
                new IdentityView.Acts() {
                    @Override
                    public void compare(
                            Candidate pair, Optional<String> reason, Consumer<Compared> shown) {
                        office.act(
                                "identity compare",
                                "Comparing",
                                () -> model.compare(pair, reason),
                                shown);
                    }

                    @Override
                    public void merge(Compared pair, boolean exchanged, String reason) {
                        change("Merging", () -> model.merge(pair, exchanged, reason));
                    }

                    @Override
                    public void apart(Candidate pair, String reason) {
                        change("Keeping apart", () -> model.apart(pair, reason));
                    }

                    @Override
                    public void takeBack(Merge merge) {
                        change("Taking a merge back", () -> model.takeBack(merge));
                    }

                    private void change(String title, Callable<String> work) {
                        office.act(
                                "identity act",
                                title,
                                work,
                                told -> {
                                    office.tell(told);
                                    office.dataChanged();
                                });
                    }
                });
    }
}
