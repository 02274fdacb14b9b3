package org.claimscope.data.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.sample.Feed.Row;

/// Sums over the written ledger, in cents.
final class Ledger {
    final Map<String, Long> balance = new HashMap<>();
    final Map<String, Long> billedOnClaim = new HashMap<>();
    final Map<String, Long> payerPaidOnClaim = new HashMap<>();
    private final Feed feed;
    private final Set<String> planted = new HashSet<>();

    Ledger(Feed feed) {
        this.feed = feed;
        for (Row row : feed.rows("transactions")) {
            long owed = row.cents("billed") - row.cents("paid") - row.cents("adjusted");
            balance.merge(row.text("encounter_id"), owed, Long::sum);
            if (row.has("claim_id") && row.has("billed")) {
                billedOnClaim.merge(row.text("claim_id"), row.cents("billed"), Long::sum);
            }
            if (row.has("claim_id") && row.text("payment_source").equals("Payer")) {
                payerPaidOnClaim.merge(row.text("claim_id"), row.cents("paid"), Long::sum);
            }
        }
        for (Row truth : feed.truth) {
            planted.add(truth.text("id"));
        }
    }

    Set<String> ids(String rule) {
        Set<String> ids = new HashSet<>();
        feed.truth(rule).forEach(t -> ids.add(t.text("id")));
        return ids;
    }

    boolean isPlanted(String id) {
        return planted.contains(id) || planted.contains("C" + id.substring(1));
    }

    /// Neither the claim nor its account is in the truth.
    boolean mishapFree(Row claim) {
        return !planted.contains(claim.text("claim_id"))
                && !planted.contains(claim.text("encounter_id"));
    }

    Row known(Map<String, Row> rows, String id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new AssertionError("no record " + id);
        }
        return row;
    }

    static Map<String, List<Row>> grouped(List<Row> rows, String column) {
        Map<String, List<Row>> groups = new HashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(row.text(column), _ -> new ArrayList<>()).add(row);
        }
        return groups;
    }
}
