package org.claimscope.data.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.change.Change.Effect;
import org.claimscope.data.change.Change.Kind;
import org.claimscope.data.change.Changes.Figure;
import org.claimscope.data.change.Changes.Side;
import org.junit.jupiter.api.Test;

/// Expected figures by hand.
final class ChangesTest {
    private static Side side(Map<String, double[]> members) {
        var figures = new LinkedHashMap<String, Figure>();
        members.forEach((k, v) -> figures.put(k, new Figure(k, Double.NaN, v[0], v[1])));
        return new Side(Figure.NONE, figures);
    }

    private static Map<String, Double> amounts(List<Effect> effects) {
        var amounts = new LinkedHashMap<String, Double>();
        effects.forEach(e ->
                amounts.put(
                        e.kind() == Kind.MEMBER ? e.key() : e.kind().name(),
                        Math.rint(e.amount() * 1e6) / 1e6));
        return amounts;
    }

    /// 10 of 100 and 30 of 100 (20 %) become 30 of 150 and 20 of 50 (25 %): the shares move from
    /// the half each to three quarters and one quarter, which alone takes 5 points off.
    @Test
    void aRateMovesByItsMembersAndTheirMix() {
        Side before = side(Map.of("A", new double[] {10, 100}, "B", new double[] {30, 100}));
        Side now = side(Map.of("A", new double[] {30, 150}, "B", new double[] {20, 50}));
        assertEquals(
                Map.of("MIX", -0.05, "A", 0.075, "B", 0.025),
                amounts(Changes.rates(before, now, true)));
    }

    /// $4,000 of 20 visits become $4,900 of 30: ten more visits at $200 are $2,000; the shares go
    /// to the cheaper one, −$1,000; A pays $20 more for each of 20 visits, B $50 less for each of
    /// 10.
    @Test
    void dollarsMoveByVolumeMixAndRate() {
        Side before = side(Map.of("A", new double[] {1000, 10}, "B", new double[] {3000, 10}));
        Side now = side(Map.of("A", new double[] {2400, 20}, "B", new double[] {2500, 10}));
        List<Effect> effects = Changes.rates(before, now, false);
        assertEquals(
                Map.of("VOLUME", 2000.0, "MIX", -1000.0, "A", 400.0, "B", -500.0),
                amounts(effects));
        assertEquals("B", effects.get(2).key(), "the largest member first");
    }

    /// A new member had no rate before: all of its difference from the average is its own.
    @Test
    void aNewMemberIsItsOwnEffect() {
        Side before = side(Map.of("A", new double[] {20, 100}));
        Side now = side(Map.of("A", new double[] {20, 100}, "N", new double[] {60, 100}));
        assertEquals(
                Map.of("MIX", 0.0, "A", 0.0, "N", 0.2), amounts(Changes.rates(before, now, true)));
    }

    /// Payments without a visit in the period have no rate; they stay in the sum.
    @Test
    void whatHasNothingCountedKeepsItsDollars() {
        Side before = side(Map.of("A", new double[] {1000, 10}, "S", new double[] {200, 0}));
        Side now = side(Map.of("A", new double[] {1100, 11}, "S", new double[] {50, 0}));
        List<Effect> effects = Changes.rates(before, now, false);
        assertEquals(-50.0, effects.stream().mapToDouble(Effect::amount).sum(), 1e-9);
    }

    @Test
    void statesMoveByTheirMembersSums() {
        Side before = side(Map.of("A", new double[] {5, 0}, "B", new double[] {7, 0}));
        Side now = side(Map.of("B", new double[] {4, 0}, "C", new double[] {1, 0}));
        assertEquals(Map.of("A", -5.0, "B", -3.0, "C", 1.0), amounts(Changes.sums(before, now)));
    }
}
