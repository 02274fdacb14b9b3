package org.claimscope.app.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Stands where a page has nothing to show: says what is missing and what to do about it.
public final class EmptyState extends VBox {
    private final String missing;

    /// @param missing what is not there
    /// @param next what to do about it
    public EmptyState(String missing, String next) {
        this.missing = missing;
        getStyleClass().add("empty-state");
        Label what = new Label(missing);
        what.getStyleClass().add("strong");
        Label how = new Label(next);
        how.getStyleClass().addAll("caption", "second");
        getChildren().addAll(what, how);
    }

    public String missing() {
        return missing;
    }

    /// @param things what is missing, in the plural: "payers"
    public static EmptyState of(String things) {
        return new EmptyState(
                "No " + things + " in this period",
                "Import files or connect a feed, or choose a longer period.");
    }
}
