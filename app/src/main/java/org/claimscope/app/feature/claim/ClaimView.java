package org.claimscope.app.feature.claim;

import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Facts;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.chart.SplitBar;
import org.claimscope.charts.chart.Timeline;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// Draws one claim: who and what, its course, who bears the charge, the account's ledger.
public final class ClaimView {
    /// Days without news that a reader should see at once.
    private static final int LONG_WAIT = 10;

    private static final double ROW = 24;
    private static final double CARD = 84;
    private static final double LEAST = 190;
    private static final double MOST = 330;

    private ClaimView() {}

    public static Region of(ClaimPage page, Desk desk) {
        Label status = new Label(page.status());
        status.getStyleClass().addAll("tag", page.risk() ? "warn-tag" : "plain-tag");
        Facts header = new Facts("Claim " + page.number(), page.why(), status);
        page.facts().forEach(f -> header.fact(f.name(), f.value(), f.name().equals("At risk")));
        Place there = page.patient();
        if (there != null) {
            Button patient = new Button("Patient");
            patient.getStyleClass().add("small-button");
            patient.setOnAction(click -> desk.open(there));
            header.act(patient);
        }
        Button history = new Button("History");
        history.getStyleClass().add("small-button");
        history.setId("history-of-it");
        history.setOnAction(click -> desk.history("claim", page.key(), "Claim " + page.number()));
        header.act(history);
        Journey course =
                new Journey(
                        page.events().stream()
                                .map(e ->
                                        new Journey.Event(
                                                e.label(),
                                                LocalDate.parse(e.day()),
                                                actor(e.actor()),
                                                "",
                                                e.warns() ? Tone.WORSE : Tone.NEUTRAL))
                                .toList(),
                        LONG_WAIT);
        Card timeline =
                Card.of("Timeline", "equal spacing, days between", new Timeline(course), desk);
        timeline.setMinHeight(132);
        timeline.setPrefHeight(132);
        Split split =
                new Split(
                        Unit.MONEY,
                        page.money().stream()
                                .map(p ->
                                        new Split.Part(
                                                p.label(),
                                                p.value(),
                                                p.risk() ? Tone.AT_RISK : Tone.NEUTRAL))
                                .toList());
        Card money =
                Card.of("Who bears the charge", "parts add up to it", new SplitBar(split), desk);
        money.setMinHeight(104);
        money.setPrefHeight(104);
        Card ledger =
                Card.of(
                        "Ledger of the account",
                        page.ledger().count() + ", oldest first",
                        page.ledger(),
                        desk);
        Page all = new Page().fixed(header).fixed(timeline).fixed(money);
        Table lines = page.lines();
        if (lines == null && !page.checks().isEmpty()) {
            all.fixed(Card.of("Money balance", balance(page), checks(page)));
        } else if (lines != null) {
            all.growing(
                    new Beside(
                            Card.of(
                                    "Lines",
                                    "charge = reduction + patient + denied + paid",
                                    lines,
                                    desk),
                            Card.of("Money balance", balance(page), checks(page)),
                            0.7,
                            Math.clamp(lines.rows().size() * ROW + CARD, LEAST, MOST)));
        }
        return all.growing(ledger);
    }

    private static String balance(ClaimPage page) {
        long held = page.checks().stream().filter(BalanceCheck::holds).count();
        return held + " of " + page.checks().size() + " hold";
    }

    private static Region checks(ClaimPage page) {
        VBox all = new VBox();
        page.checks().forEach(check -> all.getChildren().add(check.drawn()));
        return all;
    }

    private static Journey.Actor actor(String name) {
        return switch (name) {
            case "clinical" -> Journey.Actor.CLINICAL;
            case "payer" -> Journey.Actor.PAYER;
            default -> Journey.Actor.BILLING;
        };
    }
}
