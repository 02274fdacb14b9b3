package org.claimscope.data.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.format.csv.RecordEdit;

/// Reads quarantined records again, corrected or under a corrected mapping, through the same path
/// as any delivery.
public final class Reprocessing {
    private final Workspace workspace;

    public Reprocessing(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param corrections new values by the sender's column name; the original bytes stay in
    ///   quarantine as they are
    /// @return the run that took the record
    /// @throws ClaimscopeException USER when the record is still not readable; it then stays in
    ///   quarantine
    public RunEntry run(long id, Map<String, String> corrections, List<Profile> profiles) {
        QuarantineItem item = workspace.quarantine().show(id);
        if (item.status() != QuarantineItem.Status.OPEN) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Record "
                            + id
                            + " is no longer open: "
                            + item.status().name().toLowerCase(Locale.ROOT)
                            + ".");
        }
        Delivery delivery = workspace.journal().delivery(item.deliveryId());
        byte[] again = bytes(delivery, item, corrections);
        var feed =
                Feed.of(
                        delivery.source(),
                        delivery.feed().substring(delivery.feed().indexOf('/') + 1));
        var sync = new Sync(workspace);
        String name = item.fileName() + " " + Formats.place(delivery.entity(), item.line(), "");
        RunEntry trial = sync.take(feed, profiles, name, again, true);
        // The same correction again: taken already, by a run that broke off before it was noted or
        // for an equal record.
        boolean taken = trial.status() == RunEntry.Status.UNCHANGED;
        if (!taken && (trial.status() != RunEntry.Status.LOADED || trial.rowsQuarantined() > 0)) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Record "
                            + id
                            + " is still not readable ("
                            + item.reason()
                            + (item.column().isEmpty() ? "" : " in " + item.column())
                            + "). Correct it with --set COLUMN=VALUE, or correct the mapping.");
        }
        RunEntry run = sync.take(feed, profiles, name, again, false);
        workspace.resolve(
                id,
                QuarantineItem.Status.REPROCESSED,
                corrections.isEmpty()
                        ? ""
                        : "corrected: " + String.join(", ", corrections.keySet()));
        return run;
    }

    private byte[] bytes(Delivery delivery, QuarantineItem item, Map<String, String> corrections) {
        Optional<Format> format = Formats.named(delivery.entity());
        if (format.isEmpty()) {
            return withHeader(delivery, item, corrections);
        }
        if (!format.get().standsAlone()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "A "
                            + format.get().unit()
                            + " means nothing without what stands around it. Undo delivery "
                            + delivery.id()
                            + ", and sync the corrected file.");
        }
        if (!corrections.isEmpty()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "A "
                            + format.get().unit()
                            + " has no columns to correct: its sender sends it again, or it is read again as it is.");
        }
        return item.original();
    }

    private byte[] withHeader(
            Delivery delivery, QuarantineItem item, Map<String, String> corrections) {
        try (var original = workspace.original(delivery)) {
            RecordEdit edit = RecordEdit.under(original, item.original());
            return edit.apply(corrections).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The archive of delivery " + delivery.id() + " cannot be read.",
                    e);
        }
    }
}
