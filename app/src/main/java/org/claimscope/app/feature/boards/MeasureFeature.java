package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.error.ClaimscopeException;

/// The page of one measure: what it is, its course, its variants, what changed and by whom. A board
/// like any other, made for the measure.
public final class MeasureFeature implements Feature {
    /// The dimensions that people explain a change by, the most telling first.
    private static final List<Dimension> TELLING =
            List.of(
                    Dimension.PAYER,
                    Dimension.FACILITY,
                    Dimension.DEPARTMENT,
                    Dimension.PROVIDER,
                    Dimension.SOURCE);

    @Override
    public PageId id() {
        return PageId.MEASURE;
    }

    @Override
    public PageView open(Place place, Office office) {
        return new BoardTab(place, office, known(office.core().catalog(), place));
    }

    /// A tab of an earlier session may name what this version does not know: its page says so.
    private static Board known(Catalog catalog, Place place) {
        try {
            return board(catalog, place.subject());
        } catch (ClaimscopeException unknown) {
            Part part =
                    part(
                            Look.LINE,
                            "",
                            place.subject(),
                            List.of(),
                            new Spot(0, 0, Spot.COLUMNS, 8));
            return new Board("measure", place.title(), "", List.of(part));
        }
    }

    /// @param id of a KPI or of one of its variants
    static Board board(Catalog catalog, String id) {
        Kpi kpi = catalog.kpi(id);
        boolean varies = !catalog.variants(id).isEmpty();
        List<String> by =
                TELLING.stream()
                        .filter(kpi.definition().dimensions()::contains)
                        .map(Dimension::id)
                        .toList();
        var parts = new ArrayList<Part>();
        parts.add(part(Look.TILE, "", id, List.of(), new Spot(0, 0, 7, 4)));
        parts.add(part(Look.DEFINITION, "Definition", id, List.of(), new Spot(0, 4, 7, 14)));
        parts.add(part(Look.LINE, "By month", id, List.of(), new Spot(7, 0, 13, 10)));
        if (varies) {
            parts.add(part(Look.VARIANTS, "Variants", id, List.of(), new Spot(7, 10, 13, 8)));
        } else if (!by.isEmpty()) {
            parts.add(
                    part(
                            Look.BARS,
                            "By " + by.getFirst(),
                            id,
                            by.subList(0, 1),
                            new Spot(7, 10, 13, 8)));
        }
        boolean sums = kpi.definition().numerator().isSum();
        int left = 0;
        int row = 18;
        for (String dimension : by.subList(0, sums ? Math.min(4, by.size()) : 0)) {
            parts.add(
                    part(
                            Look.CHANGE,
                            "What changed, by " + dimension,
                            id,
                            List.of(dimension),
                            new Spot(left, row, 10, 9)));
            row += left == 0 ? 0 : 9;
            left = left == 0 ? 10 : 0;
        }
        return new Board("measure " + id, kpi.definition().label(), "", parts);
    }

    private static Part part(Look look, String title, String id, List<String> by, Spot spot) {
        return new Part(look, title, List.of(id), by, List.of(), 8, spot);
    }
}
