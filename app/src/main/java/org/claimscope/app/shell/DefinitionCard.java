package org.claimscope.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.widget.DefinitionView;

/// The definition of a measure beside the place where its figure stands, with the way to its page.
final class DefinitionCard extends VBox {
    private static final double WIDE = 380;

    /// @param page opens the page of the measure
    DefinitionCard(DefinitionFacts definition, Runnable page) {
        super(4);
        setPrefWidth(WIDE);
        Label name = new Label(definition.label());
        name.getStyleClass().add("card-title");
        Button open = new Button("Variants, what changed, by whom");
        open.getStyleClass().setAll("link-button");
        open.setId("definition-page");
        open.setOnAction(click -> page.run());
        getChildren().addAll(name, new DefinitionView(definition), open);
    }
}
