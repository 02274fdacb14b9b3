package org.claimscope.app.feature.facility;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.TimeSeries;

/// Everything the facility page shows.
///
/// @param covers the period and how many facilities
/// @param count how many facilities there are
/// @param facilities the largest, largest first, each with the same figures in the same order
/// @param payments one series per facility, largest first, named as the facility
/// @param paymentsNote which date counts
/// @param departments largest first
public record FacilityPage(
        String covers,
        int count,
        List<Facility> facilities,
        List<TimeSeries> payments,
        String paymentsNote,
        Table departments) {
    /// One facility's figures.
    public record Facility(String name, Filters.Cut cut, List<Tile> figures) {
        public Facility {
            figures = List.copyOf(figures);
        }
    }

    public FacilityPage {
        facilities = List.copyOf(facilities);
        payments = List.copyOf(payments);
    }
}
