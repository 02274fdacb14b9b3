package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Load;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;

/// Takes an import back.
final class Undoing {
    private final Workspace workspace;

    Undoing(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Reverses an import. Rows that a later delivery repeated, and that were no news then, count
    /// from that delivery on.
    ///
    /// @return the delivery as it is now
    Delivery run(long deliveryId, List<Profile> profiles) {
        Delivery undone = workspace.undo(deliveryId);
        for (Delivery later : workspace.journal().deliveries()) {
            if (later.id() > deliveryId
                    && later.undoneAt().isEmpty()
                    && later.source().equals(undone.source())
                    && overlap(later, undone)) {
                restore(later, profiles);
            }
        }
        return undone;
    }

    /// Plain rows of another table cannot have been held back by the undone ones.
    private static boolean overlap(Delivery one, Delivery other) {
        return one.entity().equals(other.entity())
                || Entity.named(one.entity()).isEmpty()
                || Entity.named(other.entity()).isEmpty();
    }

    private void restore(Delivery later, List<Profile> profiles) {
        String table = later.feed().substring(later.feed().indexOf('/') + 1);
        try {
            Plan plan =
                    Plan.again(
                                    () ->
                                            new BufferedInputStream(
                                                    workspace.original(later), 1 << 17),
                                    table,
                                    later.source(),
                                    later.profile(),
                                    profiles)
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "The import is undone, but delivery "
                                                    + later.id()
                                                    + " may repeat its rows and no mapping profile reads it: name its feeds.yaml with --config and undo and sync it again."));
            try (Load load = workspace.again(later);
                    InputStream in = workspace.original(later)) {
                plan.reader()
                        .read(
                                in,
                                new Format.Reading(
                                        later.source(), load, r -> {}, f -> {}, Cancellation.NONE));
                load.restore();
            }
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The archive of delivery " + later.id() + " cannot be read.",
                    e);
        }
    }
}
