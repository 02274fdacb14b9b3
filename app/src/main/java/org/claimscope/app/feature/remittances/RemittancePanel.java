package org.claimscope.app.feature.remittances;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Sent;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.OriginalBytes;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.format.Formats;

/// Draws one remittance: whether it adds up, what it settles beside its claims, what it takes back,
/// the claims, and where it came from.
final class RemittancePanel {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 10;
    private static final int HASH = 12;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm", Locale.US);

    private RemittancePanel() {}

    /// @param reveal gets the reason for showing the bytes, and where they go
    static Region of(Remittance one, Desk desk, BiConsumer<String, Consumer<Sent>> reveal) {
        VBox all = new VBox();
        all.getChildren().add(facts(one));
        all.getChildren().add(section("Does it add up"));
        one.checks().forEach(check -> all.getChildren().add(check.drawn()));
        if (!one.settled().isEmpty()) {
            all.getChildren().add(section("Settled beside the claims (PLB)"));
            one.settled()
                    .forEach(s ->
                            all.getChildren()
                                    .add(
                                            line(
                                                    s.code() + "  " + s.words(),
                                                    s.reference(),
                                                    s.adjusted())));
        }
        if (!one.reversals().isEmpty()) {
            all.getChildren().add(section("Takes back"));
            one.reversals()
                    .forEach(r -> all.getChildren().add(line(r.claim(), r.takesBack(), r.paid())));
        }
        if (!one.unmatched().isEmpty()) {
            all.getChildren().add(section("Unmatched"));
            one.unmatched().forEach(u -> all.getChildren().add(line(u.claim(), u.why(), u.paid())));
        }
        all.getChildren().add(section("Claims · Enter opens"));
        all.getChildren().add(claims(one, desk));
        all.getChildren().add(section("Lineage"));
        all.getChildren().addAll(lineage(one));
        all.getChildren().add(new OriginalBytes(desk, reveal));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setId("remittance");
        return scroll;
    }

    private static Node facts(Remittance one) {
        FlowPane facts = new FlowPane(16, 6);
        facts.getStyleClass().add("panel-line");
        for (Remittance.Fact fact : one.facts()) {
            Label name = new Label(fact.name());
            name.getStyleClass().addAll("caption", "second");
            Label value = new Label(fact.value().isEmpty() ? "–" : fact.value());
            value.getStyleClass().add("medium");
            facts.getChildren().add(new VBox(name, value));
        }
        return facts;
    }

    private static Node section(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("panel-section");
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }

    private static Node line(String name, String words, String figure) {
        Label first = new Label(name);
        first.setMinWidth(Region.USE_PREF_SIZE);
        Label second = new Label(words);
        second.getStyleClass().addAll("caption", "second");
        second.setMinWidth(0);
        second.setTooltip(new Tooltip(words));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label last = new Label(figure);
        last.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, first, second, gap, last);
        line.getStyleClass().add("panel-row");
        return line;
    }

    private static Node claims(Remittance one, Desk desk) {
        if (one.claims().rows().isEmpty()) {
            return new EmptyState("It names no claims", "What it pays is settled beside them.");
        }
        RowsTable list = new RowsTable(one.claims(), desk);
        list.setId("remittance-claims");
        double height = ROW * (Math.min(MOST_ROWS, one.claims().rows().size()) + 1) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        return list;
    }

    private static List<Node> lineage(Remittance one) {
        Delivery delivery = one.origin().delivery();
        return List.of(
                line("Place", "", Formats.place(delivery.entity(), one.origin().line(), "")),
                line("File", "", delivery.fileName()),
                line("SHA-256", "", delivery.fileHash().substring(0, HASH) + "…"),
                line("Delivery", delivery.feed(), Long.toString(delivery.id())),
                line("Received", "", moment(delivery.receivedAt())));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }
}
