package org.claimscope.data.sync;

import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;

/// One run over a list of feeds, as those see it who fetch for it.
record Run(
        Sync sync, String id, List<Profile> profiles, boolean dryRun, Cancellation cancellation) {
    RunEntry deliver(Feed feed, Incoming incoming) {
        return sync.deliver(id, feed, profiles, incoming, dryRun, cancellation);
    }

    /// Notes what brought no delivery.
    RunEntry noted(Feed feed, RunEntry.Status status, String message) {
        return sync.noted(id, feed, status, message, dryRun);
    }
}
