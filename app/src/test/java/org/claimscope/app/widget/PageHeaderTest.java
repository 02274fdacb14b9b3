package org.claimscope.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageHeaderTest {
    @Test
    void onlyKnownMeasuresWithATargetAreJudged() {
        Single outside = single("0.12", Target.atMost(0.10));
        Single inside = single("0.10", Target.atMost(0.10));
        assertEquals(
                "1 of 2 measures outside target",
                PageHeader.verdict(
                        List.of(
                                outside,
                                inside,
                                single("9", null),
                                single(null, Target.atMost(1)))));
        assertEquals("0 of 1 measure outside target", PageHeader.verdict(List.of(inside)));
        assertEquals("", PageHeader.verdict(List.of(single("9", null))));
    }

    private static Single single(@Nullable String value, @Nullable Target target) {
        return new Single(
                "x",
                Unit.RATE,
                value == null ? null : new BigDecimal(value),
                null,
                Polarity.LOWER_IS_BETTER,
                "",
                target,
                new TimeSeries("x", Unit.RATE, List.of()),
                new Coverage(Coverage.Mark.FULL, "all feeds in"));
    }
}
