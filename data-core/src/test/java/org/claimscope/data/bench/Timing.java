package org.claimscope.data.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/// How long something took, run by run.
final class Timing {
    private final double[] millis;
    private int used;

    Timing(int runs) {
        millis = new double[runs];
    }

    /// What is timed.
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        millis[used++] = (System.nanoTime() - start) / 1e6;
    }

    void tell(Properties told, String key) {
        double[] sorted = Arrays.copyOf(millis, used);
        Arrays.sort(sorted);
        told.setProperty(key + ".median", text(at(sorted, 0.5)));
        told.setProperty(key + ".p95", text(at(sorted, 0.95)));
        told.setProperty(key + ".min", text(sorted[0]));
        told.setProperty(key + ".max", text(sorted[used - 1]));
        told.setProperty(key + ".runs", Integer.toString(used));
    }

    /// The nearest rank.
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
