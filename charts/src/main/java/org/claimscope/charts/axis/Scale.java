package org.claimscope.charts.axis;

/// From figures to pixels along one axis, straight.
///
/// @param fromValue the figure at `fromPixel`
public record Scale(double fromValue, double toValue, double fromPixel, double toPixel) {
    public double at(double value) {
        if (toValue == fromValue) {
            return fromPixel;
        }
        double share = (value - fromValue) / (toValue - fromValue);
        return fromPixel + share * (toPixel - fromPixel);
    }
}
