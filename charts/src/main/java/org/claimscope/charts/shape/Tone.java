package org.claimscope.charts.shape;

/// How a figure or a step is judged: better, worse, money at risk, or not judged.
public enum Tone {
    BETTER,
    WORSE,
    AT_RISK,
    NEUTRAL
}
