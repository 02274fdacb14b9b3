package org.claimscope.data.format.x12;

import java.util.TreeMap;
import java.util.function.Consumer;
import org.claimscope.data.format.Finding;

/// Passes the defects of a delivery on, and counts where one of them would drown the others.
final class Findings {
    /// A defect that occurs in every segment of a gigabyte is told this often, and then counted.
    static final int MOST_OF_ONE = 1_000;

    private final Consumer<Finding> out;
    private final TreeMap<String, Integer> told = new TreeMap<>();

    Findings(Consumer<Finding> out) {
        this.out = out;
    }

    void add(String code, long segment, String element, String text) {
        if (told.merge(code, 1, Integer::sum) <= MOST_OF_ONE) {
            String where = "segment " + segment + (element.isEmpty() ? "" : ", " + element);
            out.accept(new Finding(code, where, text));
        }
    }

    /// Says how many were left out.
    void end() {
        told.forEach((code, count) -> {
            if (count > MOST_OF_ONE) {
                out.accept(new Finding(code, "", "and " + (count - MOST_OF_ONE) + " more"));
            }
        });
    }
}
