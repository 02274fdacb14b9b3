package org.claimscope.app.feature.settings;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.catalog.Kpi;

/// The settings page in the window.
public final class SettingsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.SETTINGS;
    }

    @Override
    public PageView open(Place place, Office office) {
        StackPane holder = new StackPane();
        List<Kpi> kpis = office.core().catalog().kpis();
        holder.getChildren()
                .setAll(SettingsView.of(kpis.stream().map(Definition::of).toList(), office));
        return new PageView() {
            @Override
            public Region node() {
                return holder;
            }

            @Override
            public void refresh(boolean filtersChanged) {
                // Nothing here follows the data.
            }
        };
    }

    /// A measure in the list of definitions.
    record Definition(String id, String label, String equation, int version) {
        static Definition of(Kpi kpi) {
            return new Definition(
                    kpi.id(),
                    kpi.definition().label(),
                    kpi.definition().equation(),
                    kpi.definition().version());
        }
    }
}
