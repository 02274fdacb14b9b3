package org.claimscope.app.widget;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards of one page from top to bottom. Cards that may grow share the height that is left.
public final class Page extends VBox {
    public Page() {
        getStyleClass().add("page");
        setMinWidth(0);
    }

    public Page fixed(Region part) {
        getChildren().add(part);
        return this;
    }

    public Page growing(Region part) {
        VBox.setVgrow(part, Priority.ALWAYS);
        return fixed(part);
    }
}
