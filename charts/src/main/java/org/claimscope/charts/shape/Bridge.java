package org.claimscope.charts.shape;

import java.util.List;

/// How one total became another: an opening figure, the steps between, a closing figure.
///
/// @param steps in the order to show them
public record Bridge(
        Unit unit,
        String openingLabel,
        double opening,
        List<Step> steps,
        String closingLabel,
        double closing) {
    /// One cause of the change.
    ///
    /// @param change signed: negative takes away
    public record Step(String label, double change, Tone tone) {
        public Step {
            if (!Double.isFinite(change)) {
                throw new IllegalArgumentException("the change of " + label + " is " + change);
            }
        }
    }

    public Bridge {
        steps = List.copyOf(steps);
        if (!Double.isFinite(opening) || !Double.isFinite(closing)) {
            throw new IllegalArgumentException("a bridge needs two finite ends");
        }
    }

    /// What the steps leave unexplained; zero when the bridge balances.
    public double unexplained() {
        return closing - opening - steps.stream().mapToDouble(Step::change).sum();
    }
}
