package org.claimscope.data.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.claimscope.data.cache.Workspace;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Whether feeds that tell the same money tell the same amount: each pair of tellings is a step
/// `agree_….sql`, with one row for each claim or visit that both tell of.
public final class FeedTotals {
    private final Workspace workspace;

    FeedTotals(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Two tellings of one amount.
    public enum Pair {
        CLAIM_LINES("Claims", "their lines (837)", "claim"),
        LEDGER_CHARGE("Claims", "the ledger's charges", "claim"),
        REMITTED_CHARGE("Claims", "charges the payer answers (835)", "claim"),
        PAID("Remittances (835)", "the ledger's insurer payments", "claim"),
        CHARGES("Departments' charges (DFT)", "the ledger's charges", "encounter");

        private final String one;
        private final String other;
        private final String table;

        Pair(String one, String other, String table) {
            this.one = one;
            this.other = other;
            this.table = table;
        }

        public String one() {
            return one;
        }

        public String other() {
            return other;
        }

        /// What is compared one by one: `claim` or `encounter`.
        public String table() {
            return table;
        }

        private Steps steps() {
            return Steps.of("agree_" + name().toLowerCase(Locale.ROOT), null);
        }
    }

    /// How two tellings of a sender compare.
    ///
    /// @param compared claims or visits that both tell of
    /// @param different of them
    /// @param one in dollars
    /// @param other in dollars
    public record Agreement(
            Pair pair,
            String source,
            long compared,
            long different,
            BigDecimal one,
            BigDecimal other) {}

    /// A claim or visit that two tellings differ about.
    ///
    /// @param key `source/id`
    public record Difference(String key, BigDecimal one, BigDecimal other) {
        /// Names nobody.
        @Override
        public String toString() {
            return "Difference[" + one + ", " + other + "]";
        }
    }

    /// What can be compared, in the order of the pairs and then of the senders.
    List<Agreement> all() {
        var all = new ArrayList<Agreement>();
        for (Pair pair : Pair.values()) {
            Steps steps = pair.steps();
            try (Frame frame =
                    ask(
                            steps,
                            "select source, count(*) as compared, count(*) filter (where one <> other) as different,"
                                    + " cast(sum(one) as decimal(18, 2)) as one, cast(sum(other) as decimal(18, 2)) as other from "
                                    + steps.sql()
                                    + " group by source order by source")) {
                for (int r = 0; r < frame.rowCount(); r++) {
                    all.add(
                            new Agreement(
                                    pair,
                                    Objects.requireNonNull(frame.text("source", r)),
                                    (long) frame.real("compared", r),
                                    (long) frame.real("different", r),
                                    Objects.requireNonNull(frame.number("one", r)),
                                    Objects.requireNonNull(frame.number("other", r))));
                }
            }
        }
        return all;
    }

    /// What two tellings of a sender differ about, the largest difference first.
    List<Difference> differences(Pair pair, String source, int limit) {
        Steps steps = pair.steps();
        try (Frame frame =
                workspace.query(
                        steps.tables(),
                        DSL.using(SQLDialect.DUCKDB)
                                .resultQuery(
                                        "select source || '/' || id as key, cast(one as decimal(18, 2)) as one, cast(other as decimal(18, 2)) as other from {0} compared where one <> other and source = {1} order by abs(one - other) desc, id limit {2}",
                                        DSL.raw(steps.sql()), DSL.val(source), DSL.inline(limit)),
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            var differences = new ArrayList<Difference>();
            for (int r = 0; r < frame.rowCount(); r++) {
                differences.add(
                        new Difference(
                                Objects.requireNonNull(frame.text("key", r)),
                                Objects.requireNonNull(frame.number("one", r)),
                                Objects.requireNonNull(frame.number("other", r))));
            }
            return differences;
        }
    }

    private Frame ask(Steps steps, String sql) {
        return workspace.query(
                steps.tables(),
                DSL.using(SQLDialect.DUCKDB).resultQuery(DSL.raw(sql)),
                rows -> Frame.copy(rows, workspace.allocator()));
    }
}
