package org.claimscope.data.cache;

import static org.claimscope.data.cache.schema.control.Tables.IDENTITY_APART;

import java.time.Instant;
import java.util.Set;

/// The pairs of numbers that were found to be two people, by the name of the pair: which numbers
/// they are is not kept.
public final class ApartDesk {
    private final ControlStore control;

    ApartDesk(ControlStore control) {
        this.control = control;
    }

    public Set<String> codes() {
        return control.inTransaction(sql ->
                sql.select(IDENTITY_APART.CODE).from(IDENTITY_APART).fetchSet(IDENTITY_APART.CODE));
    }

    public void add(String code, Instant when) {
        control.durably(sql ->
                sql.insertInto(IDENTITY_APART)
                        .set(IDENTITY_APART.CODE, code)
                        .set(IDENTITY_APART.DECIDED_AT, Journal.at(when))
                        .onDuplicateKeyIgnore()
                        .execute());
    }

    /// @return false if it was not among them
    public boolean remove(String code) {
        return control.durably(sql ->
                sql.deleteFrom(IDENTITY_APART).where(IDENTITY_APART.CODE.eq(code)).execute())
                > 0;
    }
}
