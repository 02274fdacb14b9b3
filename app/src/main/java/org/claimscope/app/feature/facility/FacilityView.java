package org.claimscope.app.feature.facility;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.FigureStrip;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.SmallMultiples;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Unit;

/// Draws the facility page: a strip of figures per facility, their payments on one scale,
/// departments.
public final class FacilityView {
    // More strips would push the charts below the fold.
    private static final int MOST_STRIPS = 6;

    private FacilityView() {}

    public static Region of(FacilityPage page, Desk desk) {
        List<Single> measures =
                page.facilities().stream()
                        .flatMap(facility -> facility.figures().stream().map(Tile::single))
                        .toList();
        Page view = new Page().fixed(new PageHeader("Facility", page.covers(), measures));
        if (page.facilities().isEmpty()) {
            view.fixed(EmptyState.of("facilities"));
        }
        page.facilities().stream()
                .limit(MOST_STRIPS)
                .forEach(facility ->
                        view.fixed(
                                new FigureStrip(
                                        facility.name(),
                                        Optional.of(facility.cut()),
                                        facility.figures(),
                                        desk)));
        int hidden = page.count() - MOST_STRIPS;
        if (hidden > 0) {
            Label more =
                    new Label(
                            Figures.count(hidden)
                                    + " more facilities, largest "
                                    + MOST_STRIPS
                                    + " shown");
            more.getStyleClass().addAll("caption", "third");
            view.fixed(more);
        }
        Card payments =
                Card.of(
                                "Payments by facility",
                                page.paymentsNote(),
                                new SmallMultiples(Unit.MONEY, page.payments()),
                                desk)
                        .defined("payments", desk)
                        .leading(
                                members -> payments(page, members.getFirst(), members.getLast()),
                                desk);
        Card departments = Card.of("Departments", "largest first", page.departments(), desk);
        payments.setMinHeight(232);
        payments.setPrefHeight(232);
        departments.setMinHeight(230);
        return view.fixed(payments).growing(departments);
    }

    /// @param month such as `2025-06`
    private static Optional<Way> payments(FacilityPage page, String facility, String month) {
        return page.facilities().stream()
                .filter(f -> f.name().equals(facility))
                .findFirst()
                .map(f ->
                        new Way(
                                Drill.of("payments")
                                        .to(f.cut())
                                        .in(Filters.Period.of(YearMonth.parse(month))),
                                facility + " " + month));
    }
}
