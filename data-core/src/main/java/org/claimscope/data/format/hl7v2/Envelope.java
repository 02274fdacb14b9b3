package org.claimscope.data.format.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.format.Finding;

/// The batch protocol around messages (FHS, BHS, BTS, FTS; HL7 2.5 §2.10.3): carries nothing but
/// counts, which tell whether a delivery is whole.
final class Envelope {
    private int openFiles;
    private int openBatches;
    private long inBatch;
    private long batches;
    private final List<Finding> findings = new ArrayList<>();

    static boolean isPart(byte[] b, int from, int to) {
        if (to - from < 3 || to - from > 3 && Character.isLetterOrDigit(b[from + 3])) {
            return false;
        }
        byte last = b[from + 2];
        return (b[from] == 'F' || b[from] == 'B')
                && (b[from + 1] == 'H' && last == 'S' || b[from + 1] == 'T' && last == 'S');
    }

    void take(byte[] b, int from, int to) {
        switch (new String(b, from, 3, StandardCharsets.US_ASCII)) {
            case "FHS" -> openFiles++;
            case "BHS" -> {
                openBatches++;
                batches++;
                inBatch = 0;
            }
            case "BTS" -> {
                openBatches = Math.max(0, openBatches - 1);
                compare("BTS-1", "messages", count(b, from, to), inBatch);
            }
            default -> {
                openFiles = Math.max(0, openFiles - 1);
                compare("FTS-1", "batches", count(b, from, to), batches);
            }
        }
    }

    void message() {
        inBatch++;
    }

    private void compare(String where, String what, long told, long found) {
        if (told >= 0 && told != found) {
            findings.add(
                    new Finding(
                            "batch-count",
                            where,
                            "the trailer counts " + told + " " + what + ", there are " + found));
        }
    }

    /// @return -1 when the trailer tells none
    private static long count(byte[] b, int from, int to) {
        long count = -1;
        for (int i = from + 4; i < to && i < from + 16 && b[i] >= '0' && b[i] <= '9'; i++) {
            count = Math.max(0, count) * 10 + b[i] - '0';
        }
        return count;
    }

    /// What is wrong with the envelope, to be asked at the end of the delivery.
    List<Finding> findings() {
        var all = new ArrayList<>(findings);
        if (openBatches > 0 || openFiles > 0) {
            all.add(
                    new Finding(
                            "no-trailer",
                            openBatches > 0 ? "BTS" : "FTS",
                            "the batch is opened and not closed: the delivery may be cut off"));
        }
        return all;
    }
}
