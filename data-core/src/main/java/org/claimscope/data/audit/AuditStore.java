package org.claimscope.data.audit;

import java.util.Optional;
import java.util.function.Consumer;

/// Where the audit log rests; the cache implements it in the control store.
public interface AuditStore {
    Optional<AuditEntry> last();

    /// Joins the transaction that is under way, if one is.
    void append(AuditEntry entry);

    /// All entries, oldest first.
    void forEach(Consumer<AuditEntry> reader);
}
