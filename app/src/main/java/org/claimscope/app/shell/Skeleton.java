package org.claimscope.app.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageId;

/// What stands in place of a page while its first figures are computed: still blocks, no shimmer.
final class Skeleton {
    private static final int ACROSS = 5;

    private Skeleton() {}

    static Region of(PageId page) {
        Label title = new Label(page.title());
        title.getStyleClass().add("page-title");
        Label wait = new Label("Computing …");
        wait.getStyleClass().add("second");
        HBox header = new HBox(title, wait);
        header.getStyleClass().add("page-header");
        VBox all = new VBox(header, row(104), row(104), block(-1));
        all.getStyleClass().add("page");
        VBox.setVgrow(all.getChildren().getLast(), Priority.ALWAYS);
        return all;
    }

    private static HBox row(double height) {
        HBox row = new HBox(8);
        for (int i = 0; i < ACROSS; i++) {
            Region block = block(height);
            HBox.setHgrow(block, Priority.ALWAYS);
            row.getChildren().add(block);
        }
        return row;
    }

    private static Region block(double height) {
        Region block = new Region();
        block.getStyleClass().add("skeleton");
        if (height > 0) {
            block.setMinHeight(height);
            block.setPrefHeight(height);
        }
        return block;
    }
}
