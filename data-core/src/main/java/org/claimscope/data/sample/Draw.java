package org.claimscope.data.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// Chance, in the words the sample hospital uses. `StrictMath` keeps every cent the same on every
/// machine.
final class Draw {
    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// A whole number; both ends can come up.
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    double real(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    /// Rounds up as often as the fraction says, so that small daily numbers add up to the whole.
    int rounded(double expected) {
        return (int) Math.floor(expected + random.nextDouble());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Prefers the front of the list: a few people come often, many come once.
    <T> T oneOfTheFirst(List<T> choices) {
        double u = random.nextDouble();
        return choices.get((int) (choices.size() * u * Math.sqrt(u)));
    }

    <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        double total = 0;
        for (T choice : choices) {
            total += weight.applyAsDouble(choice);
        }
        double left = random.nextDouble() * total;
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }
}
