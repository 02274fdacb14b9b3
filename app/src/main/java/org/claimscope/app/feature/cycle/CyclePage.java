package org.claimscope.app.feature.cycle;

import java.util.List;
import java.util.Map;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Stages;

/// Everything the revenue cycle page shows.
///
/// @param steps from registration to the settled account
/// @param left how many of the claims sent are left at each stage
/// @param leftWays what the stages open, by their names
/// @param sent the months in which these claims were sent
/// @param days how many days the ways between the steps took
/// @param daysWays what they open, by their names
record CyclePage(
        String covers,
        List<Step> steps,
        Stages left,
        Map<List<String>, Way> leftWays,
        String sent,
        Boxes days,
        Map<List<String>, Way> daysWays) {
    /// One step of the cycle.
    record Step(String name, List<Tile> figures) {
        Step {
            figures = List.copyOf(figures);
        }
    }

    CyclePage {
        steps = List.copyOf(steps);
        leftWays = Map.copyOf(leftWays);
        daysWays = Map.copyOf(daysWays);
    }
}
