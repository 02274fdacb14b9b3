package org.claimscope.charts.shape;

import java.util.List;

/// How many things, or how many dollars, are still there at each stage of a way, in the order of
/// the way. A stage may hold more than the one before it: what is counted need not have begun
/// there.
///
/// @param unit money or a count: only these are parts of what was before
public record Stages(Unit unit, List<Stage> stages) {
    /// One stage.
    ///
    /// @param value not below zero
    public record Stage(String label, double value) {
        public Stage {
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException(label + " holds " + value);
            }
        }
    }

    public Stages {
        if (!unit.adds()) {
            throw new IllegalArgumentException("stages of " + unit + " do not add up");
        }
        stages = List.copyOf(stages);
    }

    /// The share of the stage before that a stage holds; `Double.NaN` for the first stage and after
    /// an empty one.
    public double ofBefore(int stage) {
        return stage == 0 ? Double.NaN : share(stage, stage - 1);
    }

    /// The share of the first stage that a stage holds; `Double.NaN` when that is empty.
    public double ofFirst(int stage) {
        return share(stage, 0);
    }

    private double share(int stage, int of) {
        double whole = stages.get(of).value();
        return whole == 0 ? Double.NaN : stages.get(stage).value() / whole;
    }
}
