package org.claimscope.charts.axis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which of a few colour steps an amount gets: as many amounts to each, with the borders at round
/// numbers. How round depends on how far apart they are: on multiples of a 1, 2 or 5. Amounts of
/// zero and less are on no step: a credit is not a small amount.
///
/// @param breaks the least amount of step 2 and of each after it, ascending
public record QuantileSteps(List<Double> breaks) {
    public QuantileSteps {
        breaks = List.copyOf(breaks);
    }

    /// @param amounts in any order; what is not above zero is passed over, and so is `Double.NaN`
    public static QuantileSteps of(Collection<Double> amounts, int steps) {
        List<Double> known = amounts.stream().filter(amount -> amount > 0).sorted().toList();
        if (known.isEmpty()) {
            return new QuantileSteps(List.of());
        }
        List<Double> quantiles = new ArrayList<>();
        for (int step = 1; step < steps; step++) {
            quantiles.add(known.get((int) ((long) known.size() * step / steps)));
        }
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < quantiles.size(); i++) {
            gaps.add(quantiles.get(i) - quantiles.get(i - 1));
        }
        gaps.sort(null);
        double gap = gaps.get(gaps.size() / 2);
        double grain = gap > 0 ? roundDown(gap) : 0;
        return new QuantileSteps(
                quantiles.stream().map(q -> grain > 0 ? Math.rint(q / grain) * grain : q).toList());
    }

    /// From 1, the least.
    public int step(double amount) {
        return 1 + (int) breaks.stream().filter(from -> amount >= from).count();
    }

    /// The largest 1, 2 or 5 at a power of ten that is not above the value.
    private static double roundDown(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double lead = value / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }
}
