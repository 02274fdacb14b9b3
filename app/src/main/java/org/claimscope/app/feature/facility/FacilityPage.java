package org.claimscope.app.feature.facility;

import java.util.List;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.TimeSeries;

/// Everything the facility page shows.
///
/// @param covers the period and how many facilities
/// @param facilities largest first, each with the same figures in the same order
/// @param payments one series per facility, largest first, named as the facility
/// @param paymentsNote which date counts
/// @param departments largest first
public record FacilityPage(
        String covers,
        List<Facility> facilities,
        List<TimeSeries> payments,
        String paymentsNote,
        Table departments) {
    /// One facility's figures.
    public record Facility(String name, List<Single> figures) {
        public Facility {
            figures = List.copyOf(figures);
        }
    }

    public FacilityPage {
        facilities = List.copyOf(facilities);
        payments = List.copyOf(payments);
    }
}
