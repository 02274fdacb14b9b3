package org.claimscope.app.feature.settings;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Questions;
import org.claimscope.app.shell.Connections;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.sync.Feed;
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
                                    "Questions: " + reached + "\n\nFeeds: " + feeds(office),
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

    /// What the feeds of the window reach, by kind: addresses stay in the list's own file.
    private static String feeds(Office office) {
        Optional<Connections.Known> known = office.connections().flatMap(Connections::known);
        if (known.isEmpty()) {
            return "none. No feed list runs in this window; the sync command reaches what its feeds.yaml names.";
        }
        var kinds = new TreeMap<String, Integer>();
        known.get().list().feeds().stream()
                .map(feed -> kind(feed.from()))
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        return kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " × " + kind.getKey())
                        .collect(Collectors.joining(", "))
                + ", as "
                + known.get().file()
                + " names them.";
    }

    private static String kind(Feed.From from) {
        return switch (from) {
            case Feed.From.Files files -> "files on this machine";
            case Feed.From.Server server -> "SSH server";
            case Feed.From.Inline inline -> "rows in the list itself";
            case Feed.From.Database database -> "database";
            case Feed.From.Socket socket -> "HL7 senders to a port of this machine";
            case Feed.From.Endpoint endpoint -> "FHIR server";
            case Feed.From.Topics topics -> "event stream";
            case Feed.From.Hand hand -> "by hand";
        };
    }
}
