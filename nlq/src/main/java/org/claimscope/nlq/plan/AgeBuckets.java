package org.claimscope.nlq.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.Op;

/// Conditions on the age of A/R as aging buckets, where the bounds are the buckets' own: day 90 is
/// in 61–90.
final class AgeBuckets {
    private record Bucket(int from, int to, String label) {}

    private static final List<Bucket> ALL =
            List.of(
                    new Bucket(0, 30, "0–30"),
                    new Bucket(31, 60, "31–60"),
                    new Bucket(61, 90, "61–90"),
                    new Bucket(91, 120, "91–120"),
                    new Bucket(121, Integer.MAX_VALUE, "over 120"));

    private AgeBuckets() {}

    /// Empty when the bounds cut a bucket.
    static Optional<MetricQuery.Filter> of(Op op, List<BigDecimal> numbers) {
        int n = numbers.getFirst().intValue();
        int from = Integer.MIN_VALUE;
        int to = Integer.MAX_VALUE;
        switch (op) {
            case GREATER -> from = n + 1;
            case GREATER_OR_EQUAL -> from = n;
            case LESS -> to = n - 1;
            case LESS_OR_EQUAL -> to = n;
            case BETWEEN -> {
                from = n;
                to = numbers.getLast().intValue();
            }
            case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS -> {
                return Optional.empty();
            }
        }
        int first = Math.max(from, 0);
        int last = to;
        List<String> labels =
                ALL.stream()
                        .filter(b -> b.from() >= first && b.to() <= last)
                        .map(Bucket::label)
                        .toList();
        boolean begins = ALL.stream().anyMatch(b -> b.from() == first);
        boolean ends = ALL.stream().anyMatch(b -> b.to() == last);
        if (!begins || !ends || labels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MetricQuery.Filter(Dimension.AGING_BUCKET, MetricQuery.Op.EQUAL, labels));
    }
}
