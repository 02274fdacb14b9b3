package org.claimscope.data.audit;

import java.util.Optional;
import java.util.function.Consumer;

/// Where the audit log rests; the cache implements it in the control store.
public interface AuditStore {
    Optional<AuditEntry> last();

    /// Joins the transaction that is under way, if one is.
    void append(AuditEntry entry);

    /// Does something with nobody else reading or appending meanwhile, in the transaction that is
    /// under way, if one is. The log has no lock of its own: a commit that appends holds the
    /// store's already, and two locks taken in two orders wait for each other for ever.
    void alone(Runnable work);

    /// All entries, oldest first.
    void forEach(Consumer<AuditEntry> reader);
}
