package org.claimscope.data.sync;

import java.util.List;
import java.util.function.Supplier;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.Patience;

/// One run over a list of feeds, as those see it who fetch for it.
record Run(
        Sync sync,
        String id,
        List<Profile> profiles,
        boolean dryRun,
        Cancellation cancellation,
        Patience patience) {
    /// The same, for which nobody waits any more.
    Run impatient() {
        return new Run(sync, id, profiles, dryRun, cancellation, patience.once());
    }

    /// Does what asks somebody else, and does it again when he was down.
    <T> T keepTrying(Supplier<T> work) {
        return patience.keepTrying(cancellation, attempt -> work.get());
    }

    RunEntry deliver(Feed feed, Incoming incoming) {
        return sync.deliver(id, feed, profiles, incoming, dryRun, cancellation, patience);
    }

    /// Notes what brought no delivery.
    RunEntry noted(Feed feed, RunEntry.Status status, String message) {
        return sync.noted(id, feed, status, message, dryRun);
    }
}
