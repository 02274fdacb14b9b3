package org.claimscope.data.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.model.Entity;

/// Finds out what a result leaves open: members nobody knows, denominators that are empty, records
/// in quarantine.
final class CoverageMeter {
    private final Workspace workspace;
    private final Catalog catalog;

    CoverageMeter(Workspace workspace, Catalog catalog) {
        this.workspace = workspace;
        this.catalog = catalog;
    }

    Coverage of(MetricQuery query, Frame frame) {
        var notes = new ArrayList<String>();
        for (String id : query.measures()) {
            Kpi kpi = catalog.kpi(id);
            Kpi.Definition d = kpi.definition();
            List<Entity> missing = catalog.missing(kpi);
            if (!missing.isEmpty()) {
                notes.add(
                        d.label()
                                + ": n/a, because there are no rows of "
                                + missing.stream()
                                        .map(Entity::table)
                                        .collect(Collectors.joining(" and ")));
                continue;
            }
            d.caveat().ifPresent(c -> notes.add(d.label() + ": " + c.full()));
            if (d.denominator().isPresent() || !d.numerator().isSum()) {
                long empty = 0;
                for (int r = 0; r < frame.rowCount(); r++) {
                    empty += frame.number(id, r) == null ? 1 : 0;
                }
                if (empty > 0) {
                    notes.add(
                            d.label()
                                    + ": n/a"
                                    + (frame.rowCount() > 1
                                            ? " in " + empty + " of " + frame.rowCount() + " rows"
                                            : "")
                                    + ", "
                                    + d.noValue());
                }
            }
            for (Dimension dimension : query.dimensions()) {
                unmatched(id, d, dimension, frame, notes);
            }
        }
        var freshness = new TreeMap<String, Instant>();
        for (Delivery delivery : workspace.journal().deliveries()) {
            if (delivery.undoneAt().isEmpty()) {
                freshness.put(delivery.source(), delivery.receivedAt());
            }
        }
        return new Coverage(notes, Map.copyOf(freshness), workspace.quarantine().open());
    }

    private static void unmatched(
            String id, Kpi.Definition d, Dimension dimension, Frame frame, List<String> notes) {
        String column = d.denominator().isPresent() ? id + Compiler.DENOMINATOR : id;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (int r = 0; r < frame.rowCount(); r++) {
            BigDecimal value = frame.number(column, r);
            if (value != null) {
                all = all.add(value.abs());
                if (DimensionSql.UNMATCHED.equals(frame.text(dimension.id(), r))) {
                    open = open.add(value.abs());
                }
            }
        }
        if (open.signum() > 0) {
            notes.add(
                    open.multiply(BigDecimal.valueOf(100)).divide(all, 1, RoundingMode.HALF_UP)
                            + " % of "
                            + what(d)
                            + " have no matching "
                            + dimension.words().getFirst());
        }
    }

    private static String what(Kpi.Definition d) {
        return d.denominator()
                .map(m ->
                        switch (m.population()) {
                            case LEDGER -> "charges";
                            case ENCOUNTERS -> "encounters";
                            case CLAIMS, ADJUDICATIONS, SUBMISSIONS, ENTRIES -> "claims";
                            case ADJUDICATED_LINES, PRICED_LINES -> "claim lines";
                            case FIRST_CHARGES -> "encounters";
                            case REMITTANCES -> "remittances";
                            case REMITTED_CLAIMS -> "claims";
                            case REMITTED_ADJUSTMENTS -> "adjustments";
                            case APPEALS -> "appeals";
                            case MONTHLY_FACTS -> "the month's figures";
                            case ACCOUNTS -> "receivables";
                        })
                .orElseGet(() -> d.label().toLowerCase(Locale.ROOT));
    }
}
