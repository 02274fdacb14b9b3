package org.claimscope.data.cache;

import static org.claimscope.data.cache.schema.control.Tables.AUDIT_ENTRY;

import java.util.Optional;
import java.util.function.Consumer;
import org.claimscope.data.audit.AuditEntry;
import org.claimscope.data.audit.AuditStore;
import org.jooq.Record;

/// Keeps the audit log in the control store, so that an entry and what it is about commit together.
final class ControlAuditStore implements AuditStore {
    private final ControlStore control;

    ControlAuditStore(ControlStore control) {
        this.control = control;
    }

    @Override
    public Optional<AuditEntry> last() {
        return control.inTransaction(sql ->
                sql.selectFrom(AUDIT_ENTRY)
                        .orderBy(AUDIT_ENTRY.SEQ.desc())
                        .limit(1)
                        .fetchOptional(ControlAuditStore::entry));
    }

    @Override
    public void append(AuditEntry e) {
        control.inTransaction(sql ->
                sql.insertInto(AUDIT_ENTRY)
                        .set(AUDIT_ENTRY.SEQ, e.seq())
                        .set(AUDIT_ENTRY.AT, Journal.at(e.at()))
                        .set(AUDIT_ENTRY.ACTOR, e.actor())
                        .set(AUDIT_ENTRY.ACTION, e.action())
                        .set(AUDIT_ENTRY.RESOURCE, e.resource())
                        .set(AUDIT_ENTRY.PURPOSE, e.purpose())
                        .set(AUDIT_ENTRY.DETAIL, e.detail())
                        .set(AUDIT_ENTRY.HASH, e.hash())
                        .execute());
    }

    @Override
    public void alone(Runnable work) {
        control.inTransaction(sql -> {
            work.run();
            return true;
        });
    }

    @Override
    public void forEach(Consumer<AuditEntry> reader) {
        control.inTransaction(sql -> {
            sql.selectFrom(AUDIT_ENTRY)
                    .orderBy(AUDIT_ENTRY.SEQ)
                    .forEach(r -> reader.accept(entry(r)));
            return true;
        });
    }

    private static AuditEntry entry(Record r) {
        return new AuditEntry(
                r.get(AUDIT_ENTRY.SEQ),
                r.get(AUDIT_ENTRY.AT).toInstant(),
                r.get(AUDIT_ENTRY.ACTOR),
                r.get(AUDIT_ENTRY.ACTION),
                r.get(AUDIT_ENTRY.RESOURCE),
                r.get(AUDIT_ENTRY.PURPOSE),
                r.get(AUDIT_ENTRY.DETAIL),
                r.get(AUDIT_ENTRY.HASH));
    }
}
