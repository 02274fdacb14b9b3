package org.claimscope.nlq.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.nlq.form.Op;
import org.junit.jupiter.api.Test;

/// Ages are answered only where they are whole buckets: day 90 is in 61–90.
final class AgeBucketsTest {
    private static String buckets(Op op, int... days) {
        List<BigDecimal> numbers =
                Stream.of(days)
                        .flatMapToInt(java.util.Arrays::stream)
                        .mapToObj(BigDecimal::valueOf)
                        .toList();
        return AgeBuckets.of(op, numbers).map(f -> String.join(", ", f.values())).orElse("none");
    }

    @Test
    void wholeBuckets() {
        assertEquals("91–120, over 120", buckets(Op.GREATER, 90));
        assertEquals("over 120", buckets(Op.GREATER, 120));
        assertEquals("91–120, over 120", buckets(Op.GREATER_OR_EQUAL, 91));
        assertEquals("0–30", buckets(Op.LESS_OR_EQUAL, 30));
        assertEquals("0–30, 31–60", buckets(Op.LESS, 61));
        assertEquals("31–60", buckets(Op.BETWEEN, 31, 60));
        assertEquals("0–30, 31–60, 61–90", buckets(Op.BETWEEN, 0, 90));
    }

    @Test
    void cutBucketsAreNot() {
        assertEquals("none", buckets(Op.GREATER, 45));
        assertEquals("none", buckets(Op.GREATER_OR_EQUAL, 90));
        assertEquals("none", buckets(Op.LESS, 60));
        assertEquals("none", buckets(Op.BETWEEN, 30, 60));
        assertEquals("none", buckets(Op.EQUAL, 90));
    }
}
