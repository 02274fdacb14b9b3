package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Keeps the parts of a board from lying on each other.
final class Arrangement {
    private Arrangement() {}

    /// One part goes where it was put; those in its way go down, then all move up as far as they
    /// can.
    ///
    /// @return in the same order
    static List<Spot> moved(List<Spot> spots, int index, Spot to) {
        var wanted = new ArrayList<>(spots);
        wanted.set(index, to);
        return settled(wanted, index);
    }

    /// All parts moved up as far as they can.
    static List<Spot> closed(List<Spot> spots) {
        return settled(spots, -1);
    }

    /// @param first the part that wins its place over the others, -1 for none
    private static List<Spot> settled(List<Spot> wanted, int first) {
        List<Integer> order =
                IntStream.range(0, wanted.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> wanted.get(i).row())
                                        .thenComparing(i -> i != first)
                                        .thenComparingInt(i -> wanted.get(i).column()))
                        .toList();
        var placed = new ArrayList<Spot>();
        var result = new ArrayList<>(wanted);
        if (first >= 0) {
            placed.add(wanted.get(first));
        }
        for (int i : order) {
            if (i != first) {
                Spot spot = wanted.get(i);
                while (meetsAny(spot, placed)) {
                    spot = spot.atRow(spot.row() + 1);
                }
                placed.add(spot);
                result.set(i, spot);
            }
        }
        return risen(result);
    }

    private static List<Spot> risen(List<Spot> spots) {
        List<Integer> order =
                IntStream.range(0, spots.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> spots.get(i).row())
                                        .thenComparingInt(i -> spots.get(i).column()))
                        .toList();
        var placed = new ArrayList<Spot>();
        var result = new ArrayList<>(spots);
        for (int i : order) {
            Spot spot = spots.get(i);
            while (spot.row() > 0 && !meetsAny(spot.atRow(spot.row() - 1), placed)) {
                spot = spot.atRow(spot.row() - 1);
            }
            placed.add(spot);
            result.set(i, spot);
        }
        return result;
    }

    private static boolean meetsAny(Spot spot, List<Spot> placed) {
        return placed.stream().anyMatch(spot::meets);
    }
}
