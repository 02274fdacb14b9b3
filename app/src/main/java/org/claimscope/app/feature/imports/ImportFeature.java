package org.claimscope.app.feature.imports;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.PageHeader;

/// The import page in the window.
public final class ImportFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.IMPORT;
    }

    @Override
    public PageView open(Place place, Office office) {
        return office.core().workspace().open() ? new SampleOnly(office) : new ImportPage(office);
    }

    /// The sample's workspace has no passphrase, so it never holds real data.
    private static final class SampleOnly implements PageView {
        private final VBox page = new VBox();

        SampleOnly(Office office) {
            var words =
                    new EmptyState(
                            "The sample workspace never holds real data",
                            "It has no passphrase. Open or make an encrypted workspace, then import into that.");
            Button start = new Button("Open another workspace");
            start.getStyleClass().addAll("small-button", "accent");
            start.setOnAction(click -> office.welcome());
            words.getChildren().add(start);
            page.getStyleClass().add("page");
            page.getChildren().addAll(new PageHeader("Import files", "", List.of()), words);
        }

        @Override
        public Region node() {
            return page;
        }

        @Override
        public void refresh(boolean filtersChanged) {
            // Nothing here follows the data.
        }
    }
}
