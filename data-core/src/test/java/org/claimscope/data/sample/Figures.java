package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.claimscope.data.sample.Feed.Row;

/// The headline figures by plain arithmetic over the written files, as metrics.md defines them.
final class Figures {
    private final Feed feed;
    private final Ledger ledger;
    private final Map<String, Row> encounters;
    private final LocalDate anchor;

    Figures(Feed feed, Ledger ledger, Map<String, Row> encounters, LocalDate anchor) {
        this.feed = feed;
        this.ledger = ledger;
        this.encounters = encounters;
        this.anchor = anchor;
    }

    /// KPI-02: positive open balances over gross charges a day of the last three months.
    double daysInAr() {
        LocalDate from = anchor.minusDays(90);
        double charges =
                feed.rows("transactions").stream()
                        .filter(t -> t.date("posted_date").isAfter(from))
                        .mapToLong(t -> t.cents("billed"))
                        .sum();
        return receivable(Integer.MIN_VALUE) / (charges / 90);
    }

    /// KPI-03, share of all A/R.
    double over90() {
        return receivable(90) / receivable(Integer.MIN_VALUE);
    }

    /// KPI-12: twelve months of service ending 90 days before the anchor.
    double netCollection() {
        LocalDate to = anchor.minusDays(90);
        LocalDate from = to.minusMonths(12);
        long paid = 0;
        long collectable = 0;
        for (Row row : feed.rows("transactions")) {
            LocalDate service =
                    ledger.known(encounters, row.text("encounter_id")).date("service_date");
            if (service.isAfter(from) && !service.isAfter(to)) {
                paid += row.cents("paid");
                collectable += row.cents("billed");
                if (row.text("adjustment_type").equals("Contractual")) {
                    collectable -= row.cents("adjusted");
                }
            }
        }
        return (double) paid / collectable;
    }

    /// KPI-13 over the whole two years.
    double grossCollection() {
        long paid = 0;
        long billed = 0;
        for (Row row : feed.rows("transactions")) {
            paid += row.cents("paid");
            billed += row.cents("billed");
        }
        return (double) paid / billed;
    }

    /// KPI-09: first adjudications with a denial; replacements and CARC 18 are out.
    double denialRate() {
        int denied = 0;
        int adjudicated = 0;
        for (Row claim : feed.rows("claims")) {
            if (claim.has("adjudicated_date")
                    && !claim.text("frequency_code").equals("7")
                    && !claim.text("denial_carc").equals("18")) {
                adjudicated++;
                denied += claim.cents("denied") > 0 ? 1 : 0;
            }
        }
        return (double) denied / adjudicated;
    }

    /// KPI-20: mean days from service to the first charge posted.
    double chargeLag() {
        Map<String, Long> first = new HashMap<>();
        for (Row row : feed.rows("transactions")) {
            if (row.has("billed")) {
                long lag =
                        row.date("posted_date").toEpochDay()
                                - row.date("service_date").toEpochDay();
                first.putIfAbsent(row.text("encounter_id"), lag);
            }
        }
        return first.values().stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private double receivable(int olderThan) {
        double open = 0;
        for (var account : ledger.balance.entrySet()) {
            Row encounter = ledger.known(encounters, account.getKey());
            LocalDate discharged = encounter.dateOrNull("discharge_date");
            LocalDate from = discharged == null ? encounter.date("service_date") : discharged;
            if (account.getValue() > 0 && anchor.toEpochDay() - from.toEpochDay() > olderThan) {
                open += account.getValue();
            }
        }
        return open;
    }

    @Override
    public String toString() {
        return "sample: days in A/R %.1f, over 90 %.1f %%, net %.1f %%, gross %.1f %%, denied %.1f %%, lag %.2f"
                .formatted(
                        daysInAr(),
                        100 * over90(),
                        100 * netCollection(),
                        100 * grossCollection(),
                        100 * denialRate(),
                        chargeLag());
    }
}
