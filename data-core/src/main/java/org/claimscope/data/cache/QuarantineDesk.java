package org.claimscope.data.cache;

import static org.claimscope.data.cache.schema.control.Tables.DELIVERY;
import static org.claimscope.data.cache.schema.control.Tables.QUARANTINE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Rejection;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The records that were turned away, with place, reason and bytes, until somebody decides about
/// them.
public final class QuarantineDesk {
    /// A record longer than this is cut in quarantine; the delivery's archive still has it whole.
    private static final int ORIGINAL_LIMIT = 1 << 20;

    private final ControlStore control;

    QuarantineDesk(ControlStore control) {
        this.control = control;
    }

    /// @param status null for all
    public List<QuarantineItem> list(QuarantineItem.@Nullable Status status, int limit) {
        return find(
                status == null ? DSL.noCondition() : QUARANTINE.STATUS.eq(status.name()), limit);
    }

    public QuarantineItem show(long id) {
        return find(QUARANTINE.ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "There is no record "
                                        + id
                                        + " in quarantine. See: quarantine list"));
    }

    /// How many wait for a decision.
    public int open() {
        return control.inTransaction(sql ->
                sql.fetchCount(
                        QUARANTINE, QUARANTINE.STATUS.eq(QuarantineItem.Status.OPEN.name())));
    }

    void add(long deliveryId, List<Rejection> rejections) {
        control.inTransaction(sql -> {
            var insert =
                    sql.batch(
                            sql.insertInto(
                                            QUARANTINE,
                                            QUARANTINE.DELIVERY_ID,
                                            QUARANTINE.LINE,
                                            QUARANTINE.COLUMN_NAME,
                                            QUARANTINE.REASON,
                                            QUARANTINE.EXPLANATION,
                                            QUARANTINE.ORIGINAL,
                                            QUARANTINE.STATUS)
                                    .values((Long) null, null, null, null, null, null, null));
            for (Rejection r : rejections) {
                byte[] original = r.original();
                insert =
                        insert.bind(
                                deliveryId,
                                r.line(),
                                r.column(),
                                r.reason().name(),
                                r.explanation(),
                                original.length > ORIGINAL_LIMIT
                                        ? Arrays.copyOf(original, ORIGINAL_LIMIT)
                                        : original,
                                QuarantineItem.Status.OPEN.name());
            }
            return rejections.isEmpty() ? 0 : insert.execute().length;
        });
    }

    void resolve(long id, QuarantineItem.Status status, Instant when, String note) {
        control.inTransaction(sql ->
                sql.update(QUARANTINE)
                        .set(QUARANTINE.STATUS, status.name())
                        .set(QUARANTINE.RESOLVED_AT, Journal.at(when))
                        .set(QUARANTINE.NOTE, note)
                        .where(QUARANTINE.ID.eq(id))
                        .execute());
    }

    /// An undone delivery takes its open quarantine with it.
    void discardOf(long deliveryId, Instant when, String note) {
        control.inTransaction(sql ->
                sql.update(QUARANTINE)
                        .set(QUARANTINE.STATUS, QuarantineItem.Status.DISCARDED.name())
                        .set(QUARANTINE.RESOLVED_AT, Journal.at(when))
                        .set(QUARANTINE.NOTE, note)
                        .where(QUARANTINE.DELIVERY_ID.eq(deliveryId))
                        .and(QUARANTINE.STATUS.eq(QuarantineItem.Status.OPEN.name()))
                        .execute());
    }

    private List<QuarantineItem> find(Condition condition, int limit) {
        return control.inTransaction(sql ->
                sql.select(QUARANTINE.asterisk(), DELIVERY.FEED, DELIVERY.SOURCE)
                        .select(DELIVERY.ENTITY, DELIVERY.FILE_NAME)
                        .from(QUARANTINE)
                        .join(DELIVERY)
                        .on(DELIVERY.ID.eq(QUARANTINE.DELIVERY_ID))
                        .where(condition)
                        .orderBy(QUARANTINE.ID)
                        .limit(limit)
                        .fetch(QuarantineDesk::item));
    }

    private static QuarantineItem item(Record r) {
        return new QuarantineItem(
                r.get(QUARANTINE.ID),
                r.get(QUARANTINE.DELIVERY_ID),
                r.get(DELIVERY.FEED),
                r.get(DELIVERY.SOURCE),
                r.get(DELIVERY.ENTITY),
                r.get(DELIVERY.FILE_NAME),
                r.get(QUARANTINE.LINE),
                r.get(QUARANTINE.COLUMN_NAME),
                r.get(QUARANTINE.REASON),
                r.get(QUARANTINE.EXPLANATION),
                r.get(QUARANTINE.ORIGINAL),
                QuarantineItem.Status.valueOf(r.get(QUARANTINE.STATUS)),
                Optional.ofNullable(r.get(QUARANTINE.RESOLVED_AT)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(r.get(QUARANTINE.NOTE)).orElse(""));
    }
}
