package org.claimscope.app.feature.patient;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Facts;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.SplitBar;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the list of patients, and one patient: masked header, who paid, claims, ledger.
public final class PatientView {
    private PatientView() {}

    public static Region list(PatientsPage page, Desk desk) {
        Card patients =
                Card.list(
                        "Patients",
                        "most charges first · Enter opens · Ctrl+K finds by number",
                        page.patients(),
                        desk);
        patients.setMinHeight(300);
        return new Page()
                .fixed(
                        new PageHeader(
                                "Patient",
                                page.covers(),
                                page.tiles().stream().map(Tile::single).toList()))
                .fixed(new TileGrid(page.tiles(), desk))
                .growing(patients);
    }

    /// @param reveal gets the reason for showing identifiers, empty to mask them again
    public static Region one(PatientPage page, Desk desk, Consumer<String> reveal) {
        Label mask =
                new Label(
                        page.revealed() ? "revealed" : "masked",
                        new FontIcon(page.revealed() ? "fth-eye" : "fth-eye-off"));
        mask.getStyleClass().addAll("tag", page.revealed() ? "warn-tag" : "plain-tag");
        Facts header = new Facts(page.name(), page.about(), mask);
        page.facts().forEach(f -> header.fact(f.name(), f.value(), false));
        Button history = new Button("History");
        history.getStyleClass().add("small-button");
        history.setId("history-of-it");
        history.setOnAction(click -> desk.history("patient", page.key(), "Patient"));
        header.act(history);
        header.act(revealing(page, reveal));
        Split split =
                new Split(
                        Unit.MONEY,
                        page.money().stream()
                                .map(p -> new Split.Part(p.label(), p.value(), Tone.NEUTRAL))
                                .toList());
        Card money =
                Card.of(
                        "Who pays",
                        "all accounts · parts add up to the charges",
                        new SplitBar(split),
                        desk);
        money.setMinHeight(104);
        money.setPrefHeight(104);
        Card claims = Card.list("Claims", "newest first · Enter opens", page.claims(), desk);
        claims.setMinHeight(180);
        Card ledger =
                Card.list("Ledger", page.ledger().count() + ", oldest first", page.ledger(), desk);
        ledger.setMinHeight(220);
        return new Page().fixed(header).fixed(money).growing(claims).growing(ledger);
    }

    /// A button that becomes a field for the reason: nothing is shown without one.
    private static HBox revealing(PatientPage page, Consumer<String> reveal) {
        HBox place = new HBox(8);
        Button button = new Button(page.revealed() ? "Mask" : "Reveal…", new FontIcon("fth-eye"));
        button.getStyleClass().add("small-button");
        button.setId("reveal");
        place.getChildren().add(button);
        if (page.revealed()) {
            button.setOnAction(click -> reveal.accept(""));
            return place;
        }
        button.setOnAction(click -> {
            TextField reason = new TextField();
            reason.setPromptText("Reason, for the audit log");
            reason.setPrefColumnCount(24);
            reason.setId("reveal-reason");
            Button go = new Button("Show");
            go.getStyleClass().addAll("small-button", "accent");
            go.setDisable(true);
            reason.textProperty()
                    .addListener((seen, before, text) -> go.setDisable(text.strip().length() < 3));
            go.setOnAction(show -> reveal.accept(reason.getText()));
            reason.setOnAction(enter -> {
                if (!go.isDisabled()) {
                    go.fire();
                }
            });
            place.getChildren().setAll(reason, go);
            reason.requestFocus();
        });
        return place;
    }
}
