package org.claimscope.app.feature.feeds;

import java.util.List;
import org.claimscope.app.widget.Table;

/// Everything the feeds page shows.
///
/// @param feeds one row for each feed
/// @param runs newest first
/// @param held in quarantine, oldest first; without their bytes
/// @param deliveries newest first, for undoing one
public record FeedsPage(
        String covers, Table feeds, Table runs, List<Held> held, List<Delivered> deliveries) {
    /// A record that waits for a decision.
    public record Held(
            long id, String feed, String file, String place, String reason, String explanation) {}

    /// A delivery that counts.
    public record Delivered(long id, String feed, String file, String when) {}

    public FeedsPage {
        held = List.copyOf(held);
        deliveries = List.copyOf(deliveries);
    }
}
