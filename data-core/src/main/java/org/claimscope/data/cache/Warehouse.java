package org.claimscope.data.cache;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.jspecify.annotations.Nullable;

/// The tables in the engine as a fold over the history: loads them from segments, compares a
/// delivery with them, and applies what is new.
///
/// A later delivery wins over an earlier one, and within a delivery a later line. Versions of a
/// slowly changing record are valid from the day the sender says it changed (`modified_date`, else
/// the day of delivery); the first one from the beginning of time.
final class Warehouse {
    private static final String BEGINNING = "date '0001-01-01'";
    private static final String END = "date '9999-12-31'";

    private final Engine engine;
    private final Segments segments;
    private final Journal journal;
    private final @Nullable Instant knownAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Entity> loaded = EnumSet.noneOf(Entity.class);

    /// @param knownAt shows the tables as they were known at an instant; null for now
    Warehouse(Engine engine, Segments segments, Journal journal, @Nullable Instant knownAt) {
        this.engine = engine;
        this.segments = segments;
        this.journal = journal;
        this.knownAt = knownAt;
        engine.execute("create table delivery_day (delivery_id bigint, day date)");
    }

    /// What a delivery brings that is not known yet.
    ///
    /// @param rows rows to load, closings included
    /// @param closed of those, how many only close a key that is absent from a full load
    /// @param supersedes some row replaces an older version
    record News(long rows, long closed, boolean supersedes) {}

    /// Brings tables in from their segments, those that are not yet there.
    ///
    /// Two pages may ask at once: each table is loaded by one of them, and the other waits.
    void ensureLoaded(Collection<Entity> entities) {
        lock.lock();
        try {
            for (Entity entity : entities) {
                if (!loaded.contains(entity)) {
                    engine.atomically(() -> load(entity));
                    loaded.add(entity);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Forgets tables, so that the next use loads them from the journal's truth.
    void unload(Collection<Entity> entities) {
        lock.lock();
        try {
            for (Entity entity : entities) {
                engine.execute("delete from " + entity.table());
                loaded.remove(entity);
            }
        } finally {
            lock.unlock();
        }
    }

    private void load(Entity entity) {
        List<SegmentInfo> manifest = journal.segments(entity.table(), knownAt);
        boolean fold = manifest.stream().anyMatch(SegmentInfo::supersedes);
        boolean versioned = entity.versions() == Versions.SCD2;
        String target = entity.table();
        if (fold) {
            target = "loading_" + entity.table();
            engine.execute(
                    "create or replace temp table "
                            + target
                            + " (\n"
                            + WarehouseDdl.columns(entity)
                            + "\n)");
        }
        for (SegmentInfo segment : manifest) {
            try (var rows = segments.readSegment(segment.id())) {
                engine.insert(
                        target, rows, versioned && !fold ? ", " + BEGINNING + ", " + END : "");
            } catch (IOException e) {
                throw damaged(segment, e);
            } catch (ClaimscopeException e) {
                // The engine meets the damage inside a stream and tells only that the stream broke
                // off.
                throw segments.intact(segment.id()) ? e : damaged(segment, e);
            }
        }
        if (fold) {
            noteDeliveryDays();
            insertFolded(entity, target);
            engine.execute("drop table " + target);
        }
    }

    private static ClaimscopeException damaged(SegmentInfo segment, Exception cause) {
        return new ClaimscopeException(
                ErrorKind.DATA,
                "Segment "
                        + segment.id()
                        + " of the cache is missing or damaged. Restore the workspace from a backup, or undo delivery "
                        + segment.deliveryId()
                        + " and sync again.",
                cause);
    }

    /// Finds the rows of a stage that are new or differ from the current version, and drops the
    /// others from it. Where they replace older versions they are also the table `delta_…`, with
    /// the closings.
    ///
    /// @param closeAbsent also close the keys of this source that the stage does not have
    News compare(
            RowStage stage, Entity entity, String source, boolean closeAbsent, long deliveryId) {
        stage.seal();
        ensureLoaded(List.of(entity));
        String keys = "stage_" + entity.table();
        engine.execute(
                "create or replace temp table "
                        + keys
                        + " (id varchar not null, content_hash bigint not null, line bigint not null)");
        if (!stage.empty()) {
            insert(keys, stage.keys(), "");
        }
        try {
            boolean repeated =
                    engine.number("select count(*) - count(distinct id) from " + keys) > 0;
            String known = " t.source = '" + source.replace("'", "''") + "'";
            boolean first =
                    engine.number(
                                    "select count(*) from (select 1 from "
                                            + entity.table()
                                            + " t where"
                                            + known
                                            + " limit 1)")
                            == 0;
            if (repeated || !first) {
                stage.keep(lines(newsLines(entity, keys, known, repeated)));
            }
            String absent =
                    " from "
                            + entity.table()
                            + " t where"
                            + known
                            + " and not t.is_closed"
                            + current(entity)
                            + " and not exists (select 1 from "
                            + keys
                            + " s where s.id = t.id)";
            long closed = closeAbsent ? engine.number("select count(*)" + absent) : 0;
            boolean supersedes =
                    closed > 0
                            || !stage.empty() && repeated
                            || !stage.empty() && !first && replaces(stage, entity, keys, known);
            if (supersedes) {
                stageDelta(stage, entity);
            }
            if (closed > 0) {
                close(entity, absent, deliveryId);
            }
            return new News(stage.kept() + closed, closed, supersedes);
        } finally {
            engine.execute("drop table " + keys);
        }
    }

    private static String current(Entity entity) {
        return entity.versions() == Versions.SCD2 ? " and t.valid_to = " + END : "";
    }

    /// The lines of the rows that are news, in order.
    private static String newsLines(Entity entity, String keys, String known, boolean repeated) {
        String join =
                " s left join "
                        + entity.table()
                        + " t on t.id = s.id and"
                        + known
                        + current(entity)
                        + " where ";
        return repeated
                ? "select s.line from (select *, lag(content_hash) over (partition by id order by line) as hash_before from "
                        + keys
                        + ")"
                        + join
                        + "coalesce(s.hash_before, case when not t.is_closed then t.content_hash end) is distinct from s.content_hash order by s.line"
                : "select s.line from "
                        + keys
                        + join
                        + "t.id is null or t.is_closed or t.content_hash <> s.content_hash order by s.line";
    }

    private long[] lines(String sql) {
        return engine.query(
                sql,
                List.of(),
                rows -> {
                    var lines = LongStream.builder();
                    while (rows.loadNextBatch()) {
                        var line = (BigIntVector) rows.getVectorSchemaRoot().getVector(0);
                        for (int r = 0; r < line.getValueCount(); r++) {
                            lines.add(line.get(r));
                        }
                    }
                    return lines.build().toArray();
                });
    }

    /// Whether some kept row has a key that the table has, in whatever version.
    private boolean replaces(RowStage stage, Entity entity, String keys, String known) {
        engine.execute("delete from " + keys);
        insert(keys, stage.keys(), "");
        return engine.number(
                        "select count(*) from "
                                + keys
                                + " s where exists (select 1 from "
                                + entity.table()
                                + " t where t.id = s.id and"
                                + known
                                + ")")
                > 0;
    }

    /// Makes the kept rows the table `delta_…`.
    void stageDelta(RowStage stage, Entity entity) {
        engine.execute(
                "create or replace temp table "
                        + delta(entity)
                        + " (\n"
                        + WarehouseDdl.columns(entity)
                        + "\n)");
        if (!stage.empty()) {
            insert(delta(entity), stage.news(), "");
        }
    }

    private void close(Entity entity, String absent, long deliveryId) {
        String key =
                entity.fields().stream()
                        .map(f ->
                                f.name().equals("source") || f.name().equals("id")
                                        ? "t." + f.name()
                                        : "null")
                        .collect(Collectors.joining(", "));
        engine.execute(
                "insert into "
                        + delta(entity)
                        + " select "
                        + key
                        + ", true, 0, "
                        + deliveryId
                        + ", 0"
                        + absent);
    }

    private void insert(String table, ArrowReader rows, String more) {
        try (rows) {
            engine.insert(table, rows, more);
        } catch (IOException e) {
            throw new IllegalStateException("batches in memory have nothing to close", e);
        }
    }

    /// Writes the news as a segment.
    ///
    /// @return bytes on disk
    long writeSegment(String id, RowStage stage, Entity entity, News news) {
        if (!news.supersedes()) {
            try (var rows = stage.news()) {
                return segments.writeSegment(id, rows);
            } catch (IOException e) {
                throw new IllegalStateException("batches in memory have nothing to close", e);
            }
        }
        return writeDelta(id, entity);
    }

    /// Writes the delta as a segment.
    ///
    /// @return bytes on disk
    long writeDelta(String id, Entity entity) {
        return engine.query(
                "select * from " + delta(entity) + " order by line",
                List.of(),
                rows -> segments.writeSegment(id, rows));
    }

    /// Brings the news into the table, after their segment is committed.
    void apply(RowStage stage, Entity entity, News news) {
        String table = entity.table();
        String delta = delta(entity);
        boolean versioned = entity.versions() == Versions.SCD2;
        if (!news.supersedes()) {
            if (!stage.empty()) {
                insert(table, stage.news(), versioned ? ", " + BEGINNING + ", " + END : "");
            }
            return;
        }
        engine.atomically(() -> {
            noteDeliveryDays();
            String touched = "touched_" + table;
            String columns = versioned ? " exclude (valid_from, valid_to)" : "";
            engine.execute(
                    "create or replace temp table "
                            + touched
                            + " as select *"
                            + columns
                            + " from "
                            + table
                            + " t where exists (select 1 from "
                            + delta
                            + " d where d.source = t.source and d.id = t.id) union all select * from "
                            + delta);
            engine.execute(
                    "delete from "
                            + table
                            + " t where exists (select 1 from "
                            + delta
                            + " d where d.source = t.source and d.id = t.id)");
            insertFolded(entity, touched);
            engine.execute("drop table " + touched);
        });
        engine.execute("drop table " + delta);
    }

    /// Takes the rows out of the delta that the same delivery brought before: a second copy would
    /// be a second version.
    ///
    /// @return how many rows are left
    long dropWhatItsDeliveryBrought(Entity entity) {
        engine.execute(
                "delete from "
                        + delta(entity)
                        + " d where exists (select 1 from "
                        + entity.table()
                        + " t where t.source = d.source and t.id = d.id and t.delivery_id = d.delivery_id and t.line = d.line)");
        return engine.number("select count(*) from " + delta(entity));
    }

    void dropDelta(Entity entity) {
        engine.execute("drop table if exists " + delta(entity));
    }

    private void insertFolded(Entity entity, String from) {
        String order = " over (partition by v.source, v.id order by v.delivery_id, v.line";
        if (entity.versions() == Versions.CURRENT) {
            engine.execute(
                    "insert into "
                            + entity.table()
                            + " select v.* from "
                            + from
                            + " v qualify lead(v.id)"
                            + order
                            + ") is null and not v.is_closed");
            return;
        }
        // Event times may run backwards; a version never starts before the one it replaces.
        engine.execute(
                "insert into "
                        + entity.table()
                        + " select f.*, coalesce(lead(f.valid_from) over (partition by f.source, f.id order by f.delivery_id, f.line), "
                        + END
                        + ") from (select v.* exclude (version, event_day), case when version = 1 then "
                        + BEGINNING
                        + " else max(case when version > 1 then event_day end) over (partition by v.source, v.id order by v.delivery_id, v.line rows unbounded preceding) end as valid_from"
                        + " from (select v.*, row_number()"
                        + order
                        + ") as version, coalesce(v.modified_date, y.day) as event_day from "
                        + from
                        + " v left join delivery_day y on y.delivery_id = v.delivery_id) v) f");
    }

    private void noteDeliveryDays() {
        engine.execute("delete from delivery_day");
        List<Delivery> all = journal.deliveries();
        if (!all.isEmpty()) {
            engine.execute(
                    "insert into delivery_day values "
                            + all.stream()
                                    .map(d ->
                                            "("
                                                    + d.id()
                                                    + ", date '"
                                                    + d.receivedAt()
                                                            .atZone(ZoneOffset.UTC)
                                                            .toLocalDate()
                                                    + "')")
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String delta(Entity entity) {
        return "delta_" + entity.table();
    }
}
