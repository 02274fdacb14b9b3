package org.claimscope.charts.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One member beside its peers, in several measures, each with a unit of its own.
///
/// @param own what the member is called: "This provider"
/// @param few fewer peers with a figure than these make no band
public record Peers(String own, int few, List<Row> rows) {
    /// One measure.
    ///
    /// @param value of the member; absent when it has none
    /// @param peers the others' figures, in any order; the member is not among them
    public record Row(
            String label,
            Unit unit,
            Polarity polarity,
            @Nullable Double value,
            List<Double> peers) {
        public Row {
            if (value != null && !Double.isFinite(value)
                    || peers.stream().anyMatch(p -> !Double.isFinite(p))) {
                throw new IllegalArgumentException("a figure of " + label + " is no number");
            }
            peers = peers.stream().sorted().toList();
        }

        /// The figure that a share of the peers does not exceed, between two in proportion.
        ///
        /// @param share from 0 to 1
        public double quantile(double share) {
            if (peers.isEmpty()) {
                return Double.NaN;
            }
            double at = share * (peers.size() - 1);
            int below = (int) Math.floor(at);
            int above = (int) Math.ceil(at);
            return peers.get(below) + (at - below) * (peers.get(above) - peers.get(below));
        }

        /// The member's own figure and the peers', the least and the most.
        public double[] reach() {
            double[] all = new double[peers.size() + 1];
            Arrays.setAll(
                    all, i -> i < peers.size() ? peers.get(i) : value == null ? Double.NaN : value);
            double[] known = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
            return known.length == 0
                    ? new double[] {0, 0}
                    : new double[] {known[0], known[known.length - 1]};
        }
    }

    public Peers {
        rows = List.copyOf(rows);
    }

    /// Where a member stands among its peers.
    public enum Standing {
        BEST("best quarter"),
        MIDDLE("middle half"),
        WORST("worst quarter"),
        /// For measures of which neither way is better.
        LOW("lowest quarter"),
        HIGH("highest quarter"),
        UNKNOWN("");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Unknown without a figure, or with too few peers.
    public Standing standing(Row row) {
        Double value = row.value();
        if (value == null || row.peers().size() < few) {
            return Standing.UNKNOWN;
        }
        boolean low = value < row.quantile(0.25);
        boolean high = value > row.quantile(0.75);
        if (!low && !high) {
            return Standing.MIDDLE;
        }
        return switch (row.polarity()) {
            case NEITHER -> low ? Standing.LOW : Standing.HIGH;
            case HIGHER_IS_BETTER -> low ? Standing.WORST : Standing.BEST;
            case LOWER_IS_BETTER, AT_RISK -> high ? Standing.WORST : Standing.BEST;
        };
    }
}
