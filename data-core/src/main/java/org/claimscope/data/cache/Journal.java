package org.claimscope.data.cache;

import static org.claimscope.data.cache.schema.control.Tables.CHECKPOINT;
import static org.claimscope.data.cache.schema.control.Tables.DELIVERY;
import static org.claimscope.data.cache.schema.control.Tables.PACK;
import static org.claimscope.data.cache.schema.control.Tables.RUN_LOG;
import static org.claimscope.data.cache.schema.control.Tables.SEGMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The journal of deliveries: what came, which segments hold it, how far each feed is, and how each
/// run went.
public final class Journal {
    /// `run_log.message` holds this many characters.
    private static final int LONGEST_MESSAGE = 4_000;

    private final ControlStore control;

    Journal(ControlStore control) {
        this.control = control;
    }

    /// All deliveries, oldest first, undone ones included.
    public List<Delivery> deliveries() {
        return deliveries(0);
    }

    /// The deliveries after one, oldest first, undone ones included.
    public List<Delivery> deliveries(long after) {
        return control.inTransaction(sql ->
                sql.selectFrom(DELIVERY)
                        .where(DELIVERY.ID.gt(after))
                        .orderBy(DELIVERY.ID)
                        .fetch(Journal::delivery));
    }

    /// When each feed's newest delivery came that still counts.
    public SortedMap<String, Instant> newest() {
        return control.inTransaction(sql -> {
            var newest = new TreeMap<String, Instant>();
            sql.select(DELIVERY.FEED, DSL.max(DELIVERY.RECEIVED_AT))
                    .from(DELIVERY)
                    .where(DELIVERY.UNDONE_AT.isNull())
                    .groupBy(DELIVERY.FEED)
                    .forEach(r -> newest.put(r.value1(), r.value2().toInstant()));
            return newest;
        });
    }

    public Delivery delivery(long id) {
        return control.inTransaction(sql ->
                        sql.selectFrom(DELIVERY)
                                .where(DELIVERY.ID.eq(id))
                                .fetchOptional(Journal::delivery))
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "There is no delivery " + id + ". See: delivery list"));
    }

    /// A delivery of this feed with the same bytes that still counts.
    public Optional<Delivery> sameBytes(String feed, String fileHash) {
        return control.inTransaction(sql ->
                sql.selectFrom(DELIVERY)
                        .where(DELIVERY.FEED.eq(feed))
                        .and(DELIVERY.FILE_HASH.eq(fileHash))
                        .and(DELIVERY.UNDONE_AT.isNull())
                        .orderBy(DELIVERY.ID.desc())
                        .limit(1)
                        .fetchOptional(Journal::delivery));
    }

    long nextDeliveryId() {
        return control.inTransaction(sql -> {
            Long last = sql.select(DSL.max(DELIVERY.ID)).from(DELIVERY).fetchSingle().value1();
            return last == null ? 1L : last + 1;
        });
    }

    /// A file of the history.
    record StoredFile(String id, long rows) {}

    /// A file of the history, and which of its rows count.
    ///
    /// @param supersedes some row replaces an older version of its key
    /// @param first the oldest delivery that it has rows of
    /// @param only of which deliveries they count; empty for all
    record CountedFile(String id, boolean supersedes, long first, long last, List<Long> only) {}

    /// The files with rows of one entity whose deliveries counted at an instant, oldest first.
    ///
    /// @param knownAt null for now
    List<CountedFile> counted(String entity, @Nullable Instant knownAt) {
        Condition counts =
                knownAt == null
                        ? DELIVERY.UNDONE_AT.isNull()
                        : DELIVERY.RECEIVED_AT
                                .le(at(knownAt))
                                .and(
                                        DELIVERY.UNDONE_AT
                                                .isNull()
                                                .or(DELIVERY.UNDONE_AT.gt(at(knownAt))));
        Field<String> file = DSL.coalesce(SEGMENT.PACK_ID, SEGMENT.ID);
        Field<Integer> counting = DSL.count().filterWhere(counts);
        return control.inTransaction(sql ->
                sql
                        .select(
                                file,
                                DSL.boolOr(SEGMENT.SUPERSEDES),
                                DSL.min(SEGMENT.DELIVERY_ID),
                                DSL.max(SEGMENT.DELIVERY_ID),
                                DSL.count(),
                                counting)
                        .from(SEGMENT)
                        .join(DELIVERY)
                        .on(DELIVERY.ID.eq(SEGMENT.DELIVERY_ID))
                        .where(SEGMENT.ENTITY.eq(entity))
                        .groupBy(file)
                        .having(counting.gt(0))
                        .orderBy(DSL.min(SEGMENT.DELIVERY_ID), file)
                        .fetch()
                        .stream()
                        .map(r ->
                                new CountedFile(
                                        r.value1(),
                                        r.value2(),
                                        r.value3(),
                                        r.value4(),
                                        r.value5().equals(r.value6())
                                                ? List.of()
                                                : sql.selectDistinct(SEGMENT.DELIVERY_ID)
                                                        .from(SEGMENT)
                                                        .join(DELIVERY)
                                                        .on(DELIVERY.ID.eq(SEGMENT.DELIVERY_ID))
                                                        .where(SEGMENT.PACK_ID.eq(r.value1()))
                                                        .and(counts)
                                                        .fetch(SEGMENT.DELIVERY_ID)))
                        .toList());
    }

    /// The files of one entity that were put together so often; no more than a few packs' worth of
    /// segments, the oldest.
    ///
    /// @param below no file of as many rows or more
    List<StoredFile> files(String entity, int tier, long below) {
        return control.inTransaction(sql ->
                tier == 0
                        ? sql.select(SEGMENT.ID, SEGMENT.ROW_COUNT)
                                .from(SEGMENT)
                                .where(SEGMENT.ENTITY.eq(entity))
                                .and(SEGMENT.PACK_ID.isNull())
                                .and(SEGMENT.ROW_COUNT.lt(below))
                                .orderBy(SEGMENT.DELIVERY_ID, SEGMENT.ID)
                                .limit(4 * Compaction.FAN)
                                .fetch(r -> new StoredFile(r.value1(), r.value2()))
                        : sql.select(PACK.ID, PACK.ROW_COUNT)
                                .from(PACK)
                                .where(PACK.ENTITY.eq(entity))
                                .and(PACK.TIER.eq(tier))
                                .and(PACK.ROW_COUNT.lt(below))
                                .fetch(r -> new StoredFile(r.value1(), r.value2())));
    }

    /// Notes that a file has the rows of some others, which are no more.
    ///
    /// @return how many segments it is of
    int pack(String id, String entity, int tier, long rows, long bytes, List<String> files) {
        return control.inTransaction(sql -> {
            sql.insertInto(PACK)
                    .set(PACK.ID, id)
                    .set(PACK.ENTITY, entity)
                    .set(PACK.TIER, tier)
                    .set(PACK.ROW_COUNT, rows)
                    .set(PACK.FILE_BYTES, bytes)
                    .execute();
            int segments =
                    sql.update(SEGMENT)
                            .set(SEGMENT.PACK_ID, id)
                            .where(tier == 1 ? SEGMENT.ID.in(files) : SEGMENT.PACK_ID.in(files))
                            .execute();
            sql.deleteFrom(PACK).where(PACK.ID.in(files)).execute();
            return segments;
        });
    }

    /// The tables that a delivery changed.
    public Set<Entity> entities(long deliveryId) {
        return control.inTransaction(sql ->
                sql.selectDistinct(SEGMENT.ENTITY)
                        .from(SEGMENT)
                        .where(SEGMENT.DELIVERY_ID.eq(deliveryId))
                        .fetchSet(r -> Entity.named(r.value1()).orElseThrow()));
    }

    /// The files of all segments.
    Set<String> fileIds() {
        return control.inTransaction(sql ->
                sql.select(SEGMENT.ID)
                        .from(SEGMENT)
                        .where(SEGMENT.PACK_ID.isNull())
                        .union(sql.select(PACK.ID).from(PACK))
                        .fetchSet(SEGMENT.ID));
    }

    Set<String> rawIds() {
        return deliveries().stream().map(Delivery::rawId).collect(Collectors.toSet());
    }

    void add(Delivery delivery, List<SegmentInfo> segments) {
        control.inTransaction(sql -> {
            sql.insertInto(DELIVERY)
                    .set(DELIVERY.ID, delivery.id())
                    .set(DELIVERY.FEED, delivery.feed())
                    .set(DELIVERY.SOURCE, delivery.source())
                    .set(DELIVERY.ENTITY, delivery.entity())
                    .set(DELIVERY.FILE_NAME, delivery.fileName())
                    .set(DELIVERY.FILE_HASH, delivery.fileHash())
                    .set(DELIVERY.FILE_BYTES, delivery.fileBytes())
                    .set(DELIVERY.PROFILE, delivery.profile())
                    .set(DELIVERY.LOAD_TYPE, delivery.loadType())
                    .set(DELIVERY.RAW_ID, delivery.rawId())
                    .set(DELIVERY.RAW_BYTES, delivery.rawBytes())
                    .set(DELIVERY.UNTOLD, String.join(",", new TreeSet<>(delivery.untold())))
                    .set(DELIVERY.RECEIVED_AT, at(delivery.receivedAt()))
                    .execute();
            return segments.stream().mapToInt(s -> add(s)).sum();
        });
    }

    int add(SegmentInfo segment) {
        return control.inTransaction(sql ->
                sql.insertInto(SEGMENT)
                        .set(SEGMENT.ID, segment.id())
                        .set(SEGMENT.DELIVERY_ID, segment.deliveryId())
                        .set(SEGMENT.ENTITY, segment.entity())
                        .set(SEGMENT.ROW_COUNT, segment.rowCount())
                        .set(SEGMENT.SUPERSEDES, segment.supersedes())
                        .set(SEGMENT.FILE_BYTES, segment.fileBytes())
                        .execute());
    }

    /// The feed's source is read from the start again: the undone rows may lie before the
    /// watermark.
    void undo(long deliveryId, Instant when) {
        control.inTransaction(sql -> {
            sql.update(CHECKPOINT)
                    .setNull(CHECKPOINT.READ_TO)
                    .where(
                            CHECKPOINT.FEED.in(
                                    DSL.select(DELIVERY.FEED)
                                            .from(DELIVERY)
                                            .where(DELIVERY.ID.eq(deliveryId))))
                    .execute();
            return sql.update(DELIVERY)
                    .set(DELIVERY.UNDONE_AT, at(when))
                    .where(DELIVERY.ID.eq(deliveryId))
                    .execute();
        });
    }

    /// How far a feed's source was read by the last delivery that counts, in the source's own
    /// terms; empty when it must be read from the start.
    ///
    /// @param watermarkColumn the column that the feed goes by now: what was read by another one
    ///   says nothing
    public Optional<String> readTo(String feed, String watermarkColumn) {
        return control.inTransaction(sql ->
                sql.select(CHECKPOINT.READ_TO)
                        .from(CHECKPOINT)
                        .where(CHECKPOINT.FEED.eq(feed))
                        .and(CHECKPOINT.WATERMARK_COLUMN.eq(watermarkColumn))
                        .and(CHECKPOINT.READ_TO.isNotNull())
                        .fetchOptional(r -> text(r.value1())));
    }

    /// Notes how far a feed is. The watermark is told to people; what is new is decided by key and
    /// content.
    void checkpoint(
            String feed,
            long deliveryId,
            String loadType,
            @Nullable String watermarkColumn,
            @Nullable LocalDate watermark,
            @Nullable String readTo) {
        control.inTransaction(sql ->
                sql.mergeInto(CHECKPOINT)
                        .using(sql.selectOne())
                        .on(CHECKPOINT.FEED.eq(feed))
                        .whenMatchedThenUpdate()
                        .set(CHECKPOINT.DELIVERY_ID, deliveryId)
                        .set(CHECKPOINT.LOAD_TYPE, loadType)
                        .set(CHECKPOINT.WATERMARK_COLUMN, watermarkColumn)
                        .set(CHECKPOINT.WATERMARK, watermark)
                        .set(CHECKPOINT.READ_TO, readTo)
                        .whenNotMatchedThenInsert()
                        .set(CHECKPOINT.FEED, feed)
                        .set(CHECKPOINT.DELIVERY_ID, deliveryId)
                        .set(CHECKPOINT.LOAD_TYPE, loadType)
                        .set(CHECKPOINT.WATERMARK_COLUMN, watermarkColumn)
                        .set(CHECKPOINT.WATERMARK, watermark)
                        .set(CHECKPOINT.READ_TO, readTo)
                        .execute());
    }

    void log(RunEntry run) {
        control.inTransaction(sql ->
                sql.insertInto(RUN_LOG)
                        .set(RUN_LOG.RUN_ID, run.runId())
                        .set(RUN_LOG.FEED, run.feed())
                        .set(RUN_LOG.ENTITY, run.entity())
                        .set(RUN_LOG.DELIVERY_ID, run.deliveryId().orElse(null))
                        .set(RUN_LOG.STATUS, run.status().name())
                        .set(RUN_LOG.MESSAGE, shortened(run.message()))
                        .set(RUN_LOG.ROWS_IN, run.rowsIn())
                        .set(RUN_LOG.ROWS_LOADED, run.rowsLoaded())
                        .set(RUN_LOG.ROWS_UNCHANGED, run.rowsUnchanged())
                        .set(RUN_LOG.ROWS_CLOSED, run.rowsClosed())
                        .set(RUN_LOG.ROWS_QUARANTINED, run.rowsQuarantined())
                        .set(RUN_LOG.BILLED, run.billed())
                        .set(RUN_LOG.PAID, run.paid())
                        .set(RUN_LOG.CONTENT_HASH, run.contentHash())
                        .set(RUN_LOG.STARTED_AT, at(run.startedAt()))
                        .set(RUN_LOG.DURATION_MS, run.duration().toMillis())
                        .execute());
    }

    /// The run log, newest first.
    public List<RunEntry> runs(int limit) {
        return control.inTransaction(sql ->
                sql.selectFrom(RUN_LOG)
                        .orderBy(RUN_LOG.ID.desc())
                        .limit(limit)
                        .fetch(r ->
                                new RunEntry(
                                        r.get(RUN_LOG.RUN_ID),
                                        r.get(RUN_LOG.FEED),
                                        r.get(RUN_LOG.ENTITY),
                                        Optional.ofNullable(r.get(RUN_LOG.DELIVERY_ID)),
                                        RunEntry.Status.valueOf(r.get(RUN_LOG.STATUS)),
                                        text(r.get(RUN_LOG.MESSAGE)),
                                        r.get(RUN_LOG.ROWS_IN),
                                        r.get(RUN_LOG.ROWS_LOADED),
                                        r.get(RUN_LOG.ROWS_UNCHANGED),
                                        r.get(RUN_LOG.ROWS_CLOSED),
                                        r.get(RUN_LOG.ROWS_QUARANTINED),
                                        r.get(RUN_LOG.BILLED),
                                        r.get(RUN_LOG.PAID),
                                        text(r.get(RUN_LOG.CONTENT_HASH)),
                                        r.get(RUN_LOG.STARTED_AT).toInstant(),
                                        Duration.ofMillis(r.get(RUN_LOG.DURATION_MS)))));
    }

    /// A file may have hundreds of columns that no mapping uses; the run log tells the first ones.
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(Record r) {
        return new Delivery(
                r.get(DELIVERY.ID),
                r.get(DELIVERY.FEED),
                r.get(DELIVERY.SOURCE),
                r.get(DELIVERY.ENTITY),
                r.get(DELIVERY.FILE_NAME),
                r.get(DELIVERY.FILE_HASH),
                r.get(DELIVERY.FILE_BYTES),
                r.get(DELIVERY.PROFILE),
                r.get(DELIVERY.LOAD_TYPE),
                r.get(DELIVERY.RAW_ID),
                r.get(DELIVERY.RAW_BYTES),
                r.get(DELIVERY.UNTOLD).isEmpty()
                        ? Set.of()
                        : Set.of(r.get(DELIVERY.UNTOLD).split(",")),
                r.get(DELIVERY.RECEIVED_AT).toInstant(),
                Optional.ofNullable(r.get(DELIVERY.UNDONE_AT)).map(OffsetDateTime::toInstant));
    }
}
