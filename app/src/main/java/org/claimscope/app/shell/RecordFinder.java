package org.claimscope.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.MetricQuery.Op;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Finds claims and patients by number: the whole number, or its last digits.
final class RecordFinder implements Palette.Records {
    private static final int MOST = 4;

    private final Office office;

    RecordFinder(Office office) {
        this.office = office;
    }

    @Override
    public void find(String digits, Consumer<List<Palette.Item>> found) {
        office.tasks()
                .run(
                        "find",
                        "Finding a number",
                        (job, progress) -> {
                            Queries queries = office.core().query().until(job);
                            var places = new ArrayList<Place>(claims(queries, digits));
                            places.addAll(patients(queries, digits));
                            return places;
                        },
                        places -> found.accept(places.stream().map(this::item).toList()),
                        e -> office.tell(String.valueOf(e.getMessage())));
    }

    private Palette.Item item(Place place) {
        return new Palette.Item(
                place.title(),
                place.page().title(),
                place.page() == PageId.CLAIM ? PageId.CLAIMS.icon() : place.page().icon(),
                "",
                () -> office.open(place));
    }

    private static List<Place> claims(Queries queries, String digits) {
        var places = new ArrayList<Place>();
        for (Filter filter : filters(Dimension.CLAIM, digits)) {
            try (Frame rows =
                    queries.rows(
                            MetricQuery.of("claim_count").where(filter),
                            false,
                            RowOrder.NEWEST,
                            MOST)) {
                for (int r = 0; r < rows.rowCount() && places.size() < MOST; r++) {
                    Place place = Place.claim(String.valueOf(rows.text("row_claim_key", r)));
                    if (!places.contains(place)) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    private static List<Place> patients(Queries queries, String digits) {
        var places = new ArrayList<Place>();
        for (Filter filter : filters(Dimension.PATIENT, digits)) {
            try (Frame rows =
                    queries.run(
                            MetricQuery.of("encounter_count")
                                    .by(Dimension.PATIENT)
                                    .where(filter)
                                    .ordered(
                                            MOST,
                                            new MetricQuery.Order("encounter_count", true)))) {
                for (int r = 0; r < rows.rowCount() && places.size() < MOST; r++) {
                    String key = rows.text("patient_key", r);
                    if (key != null && !places.contains(Place.patient(key))) {
                        places.add(Place.patient(key));
                    }
                }
            }
        }
        return places;
    }

    /// The whole number first; labels are masked, so parts can only match their last four.
    private static List<Filter> filters(Dimension dimension, String digits) {
        var filters = new ArrayList<Filter>();
        filters.add(Filter.is(dimension, digits));
        if (digits.length() <= 4) {
            filters.add(new Filter(dimension, Op.CONTAINS, List.of(digits)));
        }
        return filters;
    }
}
