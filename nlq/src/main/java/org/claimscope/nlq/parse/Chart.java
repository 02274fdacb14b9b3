package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Picks the spans that cover the question with the fewest and best readings; a word that nothing
/// explains costs more than any reading.
final class Chart {
    private Chart() {}

    static List<Placed> best(int tokens, List<Placed> spans) {
        double[] cost = new double[tokens + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        @Nullable Placed[] last = new Placed[tokens + 1];
        for (int i = 0; i < tokens; i++) {
            for (Placed span : spans) {
                if (span.from() == i && cost[i] + span.cost() < cost[span.to()]) {
                    cost[span.to()] = cost[i] + span.cost();
                    last[span.to()] = span;
                }
            }
        }
        var path = new ArrayList<Placed>();
        int at = tokens;
        while (at > 0) {
            Placed span = last[at];
            if (span == null) {
                throw new IllegalStateException("a token has no reading");
            }
            path.add(span);
            at = span.from();
        }
        Collections.reverse(path);
        return path;
    }
}
