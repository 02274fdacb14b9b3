package org.claimscope.data.sync;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.claimscope.data.format.Finding;

/// Counts what was wrong with a delivery that was taken all the same, for its line in the run log.
/// `inspect` lists each with its place.
final class Defects implements Consumer<Finding> {
    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public void accept(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
    }

    /// The note, and behind it such as `2 findings: se-count 1, unbalanced-claim 1`.
    String after(String note) {
        if (counts.isEmpty()) {
            return note;
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String text =
                all
                        + (all == 1 ? " finding: " : " findings: ")
                        + counts.entrySet().stream()
                                .map(c -> c.getKey() + " " + c.getValue())
                                .collect(Collectors.joining(", "));
        return note.isEmpty() ? text : note + "; " + text;
    }
}
