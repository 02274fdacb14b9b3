package org.claimscope.data.cache;

import static org.claimscope.data.cache.schema.control.Tables.FEED_POSITION;
import static org.claimscope.data.cache.schema.control.Tables.INBOX;
import static org.claimscope.data.cache.schema.control.Tables.INTAKE;
import static org.claimscope.data.cache.schema.control.Tables.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Messages between the moment they are safe and the delivery that loads them.
///
/// A message is on the disk when [#store] returns, and leaves in the transaction of its delivery
/// ([#taken]): a kill at any moment neither loses nor doubles it. What came once is known by its
/// key and its bytes.
public final class Inbox {
    /// H2 holds no longer value.
    private static final int PART = 1 << 20;

    private static final int LONGEST_KEY = 200;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final ControlStore control;
    private final Clock clock;

    /// The id of the message that came last; 0 is not yet read. Guarded by the control store's
    /// lock.
    private long last;

    Inbox(ControlStore control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /// A message that came.
    ///
    /// @param key what its sender calls it, such as a control id: the same key with the same bytes
    ///   is a repeat
    /// @param kind messages of one feed and kind may share a delivery
    /// @param place where it was, for people; empty when its sender knows it by itself
    public record Arrival(String feed, String key, byte[] content, String kind, String place) {}

    /// A message that waits.
    public record Message(byte[] content, String place) {}

    /// How far a source was read.
    ///
    /// @param name a part of the source, such as a partition
    public record Position(String feed, String name, String reached) {}

    /// Messages of one feed and kind, in the order in which they came.
    public record Batch(String feed, String kind, long first, long last, List<Message> messages) {}

    /// Puts messages and positions on the disk, all or nothing.
    ///
    /// @return for each message whether it is new; a repeat is not stored again
    public List<Boolean> store(List<Arrival> arrivals, List<Position> positions) {
        return control.durably(sql -> {
            positions.forEach(p -> move(sql, p));
            return arrivals.isEmpty() ? List.of() : store(sql, arrivals);
        });
    }

    private List<Boolean> store(DSLContext sql, List<Arrival> arrivals) {
        long[] ids = ids(sql, arrivals);
        int[] added = remember(sql, arrivals, ids);
        var parts =
                sql.batch(
                        sql.insertInto(
                                        INBOX,
                                        INBOX.ID,
                                        INBOX.MESSAGE_ID,
                                        INBOX.FEED,
                                        INBOX.SIZE,
                                        INBOX.CONTENT,
                                        INBOX.KIND,
                                        INBOX.PLACE)
                                .values((Long) null, null, null, null, null, null, null));
        var news = new ArrayList<Boolean>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            Arrival a = arrivals.get(i);
            news.add(added[i] > 0);
            for (int part = 0; added[i] > 0 && part < parts(a); part++) {
                int from = part * PART;
                int to = Math.min(from + PART, a.content().length);
                parts =
                        parts.bind(
                                ids[i] + part,
                                ids[i],
                                a.feed(),
                                to - from,
                                Arrays.copyOfRange(a.content(), from, to),
                                a.kind(),
                                a.place());
            }
        }
        if (parts.size() > 0) {
            parts.execute();
        }
        return List.copyOf(news);
    }

    /// A number for each message, and behind it one for each of its other parts.
    private long[] ids(DSLContext sql, List<Arrival> arrivals) {
        if (last == 0) {
            // Numbers are never used again: a delivery knows its messages by them.
            last =
                    Math.max(
                            highest(sql, INTAKE.LAST_ID, INTAKE),
                            Math.max(
                                    highest(sql, RECEIVED.ID, RECEIVED),
                                    highest(sql, INBOX.ID, INBOX)));
        }
        long[] ids = new long[arrivals.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = last + 1;
            last += parts(arrivals.get(i));
        }
        return ids;
    }

    private static int parts(Arrival a) {
        return Math.max(1, (a.content().length + PART - 1) / PART);
    }

    private static long highest(DSLContext sql, Field<Long> id, Table<?> table) {
        Long highest = sql.select(DSL.max(id)).from(table).fetchSingle().value1();
        return highest == null ? 0 : highest;
    }

    /// Adds what was not received before, one statement for the question and the answer.
    ///
    /// @return for each message 1, or 0 for a repeat
    private int[] remember(DSLContext sql, List<Arrival> arrivals, long[] ids) {
        OffsetDateTime now = Journal.at(clock.instant());
        var batch =
                sql.batch(
                        sql.mergeInto(RECEIVED)
                                .using(sql.selectOne())
                                .on(RECEIVED.FEED.eq((String) null))
                                .and(RECEIVED.MESSAGE_KEY.eq((String) null))
                                .and(RECEIVED.HASH.eq((byte[]) null))
                                .whenNotMatchedThenInsert(
                                        RECEIVED.ID,
                                        RECEIVED.FEED,
                                        RECEIVED.MESSAGE_KEY,
                                        RECEIVED.HASH,
                                        RECEIVED.RECEIVED_AT)
                                .values((Long) null, null, null, null, null));
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival a = arrivals.get(i);
            String key =
                    a.key().length() <= LONGEST_KEY ? a.key() : a.key().substring(0, LONGEST_KEY);
            byte[] hash = sha256(a.content());
            batch = batch.bind(a.feed(), key, hash, ids[i], a.feed(), key, hash, now);
        }
        return batch.execute();
    }

    private static void move(DSLContext sql, Position p) {
        sql.mergeInto(FEED_POSITION)
                .using(sql.selectOne())
                .on(FEED_POSITION.FEED.eq(p.feed()))
                .and(FEED_POSITION.NAME.eq(p.name()))
                .whenMatchedThenUpdate()
                .set(FEED_POSITION.REACHED, p.reached())
                .whenNotMatchedThenInsert()
                .set(FEED_POSITION.FEED, p.feed())
                .set(FEED_POSITION.NAME, p.name())
                .set(FEED_POSITION.REACHED, p.reached())
                .execute();
    }

    /// How far a feed's source was read, by part.
    public SortedMap<String, String> positions(String feed) {
        return control.inTransaction(sql -> {
            var reached = new TreeMap<String, String>();
            sql.select(FEED_POSITION.NAME, FEED_POSITION.REACHED)
                    .from(FEED_POSITION)
                    .where(FEED_POSITION.FEED.eq(feed))
                    .forEach(r -> reached.put(r.value1(), r.value2()));
            return reached;
        });
    }

    /// How many messages wait.
    public long waiting() {
        return control.inTransaction(
                sql -> (long) sql.fetchCount(INBOX, INBOX.ID.eq(INBOX.MESSAGE_ID)));
    }

    /// The messages to load next: the oldest one and what came after it of the same feed and kind.
    ///
    /// @param most how many messages at most
    /// @param bytes how long they may be together; one longer message comes alone
    /// @return empty when none waits
    public Optional<Batch> next(int most, long bytes) {
        return control.inTransaction(sql -> {
            var oldest =
                    sql.select(INBOX.FEED, INBOX.KIND)
                            .from(INBOX)
                            .orderBy(INBOX.ID)
                            .limit(1)
                            .fetchOne();
            return oldest == null
                    ? Optional.empty()
                    : Optional.of(batch(sql, oldest.value1(), oldest.value2(), most, bytes));
        });
    }

    private static Batch batch(DSLContext sql, String feed, String kind, int most, long bytes) {
        long first = 0;
        long until = 0;
        long size = 0;
        int count = 0;
        // Sizes before contents: what is read at once is read into memory.
        for (Record2<Long, Integer> part :
                sql.select(INBOX.MESSAGE_ID, INBOX.SIZE)
                        .from(INBOX)
                        .where(INBOX.FEED.eq(feed))
                        .and(INBOX.KIND.eq(kind))
                        .orderBy(INBOX.ID)
                        // A message has a part or more.
                        .limit(most + 1)
                        .fetch()) {
            first = first == 0 ? part.value1() : first;
            size += part.value2();
            if (part.value1() != until) {
                count++;
            }
            if (count > most || count > 1 && size > bytes) {
                break;
            }
            until = part.value1();
        }
        return new Batch(feed, kind, first, until, contents(sql, feed, kind, until));
    }

    private static List<Message> contents(DSLContext sql, String feed, String kind, long until) {
        var messages = new ArrayList<Message>();
        var whole = new ByteArrayOutputStream();
        String place = "";
        long id = 0;
        for (Record3<Long, byte[], String> part :
                sql.select(INBOX.MESSAGE_ID, INBOX.CONTENT, INBOX.PLACE)
                        .from(INBOX)
                        .where(INBOX.FEED.eq(feed))
                        .and(INBOX.KIND.eq(kind))
                        .and(INBOX.MESSAGE_ID.le(until))
                        .orderBy(INBOX.ID)
                        .fetch()) {
            if (id != 0 && part.value1() != id) {
                messages.add(new Message(whole.toByteArray(), place));
                whole.reset();
            }
            id = part.value1();
            place = part.value3();
            whole.writeBytes(part.value2());
        }
        messages.add(new Message(whole.toByteArray(), place));
        return List.copyOf(messages);
    }

    /// Takes messages out: they are part of a delivery. To be called within its commit
    /// ([Load#commit(Load.Origin, java.util.function.LongConsumer)]).
    public void taken(long deliveryId, Batch batch) {
        control.inTransaction(sql -> {
            sql.insertInto(INTAKE)
                    .set(INTAKE.DELIVERY_ID, deliveryId)
                    .set(INTAKE.FEED, batch.feed())
                    .set(INTAKE.FIRST_ID, batch.first())
                    .set(INTAKE.LAST_ID, batch.last())
                    .execute();
            return sql.deleteFrom(INBOX)
                    .where(INBOX.FEED.eq(batch.feed()))
                    .and(INBOX.KIND.eq(batch.kind()))
                    .and(INBOX.MESSAGE_ID.le(batch.last()))
                    .execute();
        });
    }

    /// The messages of a delivery that is undone are no repeats when they come again.
    void forget(long deliveryId) {
        control.inTransaction(sql -> {
            var taken = sql.selectFrom(INTAKE).where(INTAKE.DELIVERY_ID.eq(deliveryId)).fetchOne();
            return taken == null
                    ? 0
                    : sql.deleteFrom(RECEIVED)
                            .where(RECEIVED.FEED.eq(taken.get(INTAKE.FEED)))
                            .and(
                                    RECEIVED.ID.between(
                                            taken.get(INTAKE.FIRST_ID), taken.get(INTAKE.LAST_ID)))
                            .execute();
        });
    }

    /// Forgets what came before an instant, some thousand at a time so that nobody waits long: what
    /// is repeated later is stored and loaded again, which changes nothing but costs a delivery.
    public void forget(Instant before) {
        boolean more = true;
        while (more) {
            more =
                    control.inTransaction(sql -> {
                        Long until =
                                sql.select(DSL.max(RECEIVED.ID))
                                        .from(
                                                sql.select(RECEIVED.ID)
                                                        .from(RECEIVED)
                                                        .orderBy(RECEIVED.ID)
                                                        .limit(FORGOTTEN_AT_ONCE)
                                                        .asTable(RECEIVED))
                                        .fetchSingle()
                                        .value1();
                        return until != null
                                && sql.deleteFrom(RECEIVED)
                                                .where(RECEIVED.ID.le(until))
                                                .and(RECEIVED.RECEIVED_AT.lt(Journal.at(before)))
                                                .execute()
                                        == FORGOTTEN_AT_ONCE;
                    });
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "SHA-256 is not available", e);
        }
    }
}
