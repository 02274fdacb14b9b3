package org.claimscope.app.feature.provider;

import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.query.Queries;

/// The provider page in the window: all of them, or the scorecard of the one that is chosen.
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
                ProviderFeature::fill,
                (shown, desk) ->
                        switch (shown) {
                            case All(ProviderPage page) -> ProviderView.of(page, desk);
                            case One(Scorecard card) -> ScorecardView.of(card, desk);
                        });
    }

    /// All providers, or the one that the filters name.
    private sealed interface Shown {}

    private record All(ProviderPage page) implements Shown {}

    private record One(Scorecard card) implements Shown {}

    private static Shown fill(Queries queries, PageContext context) {
        return context.filters()
                .cutOf("provider")
                .filter(cut -> cut.members().size() == 1)
                .<Shown>map(cut -> new One(new ScorecardViewModel(queries, context).page(cut)))
                .orElseGet(() -> new All(new ProviderViewModel(queries, context).page()));
    }
}
