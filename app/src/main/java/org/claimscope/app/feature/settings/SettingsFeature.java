package org.claimscope.app.feature.settings;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Questions;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.catalog.Kpi;
import org.jspecify.annotations.Nullable;

/// The settings page in the window: general ones, and those of the language model.
public final class SettingsFeature implements Feature {
    /// A place's subject that opens the language model's settings.
    public static final String MODEL = "model";

    @Override
    public PageId id() {
        return PageId.SETTINGS;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new Sections(place, office);
    }

    /// Shows one section at a time.
    private static final class Sections implements PageView {
        private final Office office;
        private final StackPane holder = new StackPane();
        private @Nullable ModelPane model;

        Sections(Place place, Office office) {
            this.office = office;
            open(place.subject());
        }

        private void open(String section) {
            close();
            if (section.equals(MODEL)) {
                ModelPane pane = new ModelPane(office);
                model = pane;
                holder.getChildren().setAll(SettingsView.section(pane.node(), true, this::open));
                return;
            }
            List<Kpi> kpis = office.core().catalog().kpis();
            String reached;
            try (var questions = new Questions(office.home(), office.core(), false)) {
                reached = questions.where();
            }
            holder.getChildren()
                    .setAll(
                            SettingsView.of(
                                    kpis.stream().map(Definition::of).toList(),
                                    reached,
                                    office,
                                    this::open));
        }

        @Override
        public Region node() {
            return holder;
        }

        /// Nothing here follows the data.
        @Override
        public void refresh(boolean filtersChanged) {}

        @Override
        public boolean show(Place place) {
            open(place.subject());
            return true;
        }

        @Override
        public void close() {
            if (model != null) {
                model.close();
                model = null;
            }
        }
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
