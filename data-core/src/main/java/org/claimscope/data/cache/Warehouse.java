package org.claimscope.data.cache;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/// The tables in the engine as a fold over the history: loads them from segments, compares a
/// delivery with them, and applies what is new.
///
/// Which row of a key counts, and when, is said by [Fold].
final class Warehouse {
    /// The days of a version that has no other.
    private static final String FIRST_VERSION =
            ", " + Fold.BEGINNING + " as valid_from, " + Fold.END + " as valid_to";

    private static final long NO_DAY = 9_999_999;

    private final Engine engine;
    private final Lane taking;
    private final Segments segments;
    private final Journal journal;
    private final @Nullable Instant knownAt;
    private final Balances balances;
    private final KeptRows kept;
    private final ReentrantLock lock = new ReentrantLock();
    private long noted;

    /// Changed while no question is asked, and under the lock.
    private final Set<Entity> loaded = EnumSet.noneOf(Entity.class);

    /// @param knownAt shows the tables as they were known at an instant; null for now
    Warehouse(Engine engine, Segments segments, Journal journal, @Nullable Instant knownAt) {
        this.engine = engine;
        this.taking = engine.taking();
        this.segments = segments;
        this.journal = journal;
        this.knownAt = knownAt;
        this.balances = new Balances(engine);
        this.kept = new KeptRows(engine);
        taking.execute(Fold.DELIVERIES);
        for (Entity entity : Entity.values()) {
            taking.execute(
                    "create table "
                            + parts(entity)
                            + " (\n"
                            + WarehouseDdl.columns(entity)
                            + "\n)");
        }
    }

    /// What a delivery brings that is not known yet.
    ///
    /// @param rows rows to load, closings included
    /// @param closed of those, how many only close a key that is absent from a full load
    /// @param supersedes some row replaces an older version
    /// @param replaced the earliest day that a replaced version names; [LocalDate#MAX] for none
    record News(long rows, long closed, boolean supersedes, LocalDate replaced) {}

    /// Brings tables in from their segments, those that are not yet there.
    ///
    /// Two pages may ask at once: each table is loaded by one of them, and the other waits.
    void ensureLoaded(Collection<Entity> entities) {
        lock.lock();
        try {
            for (Entity entity : entities) {
                if (!loaded.contains(entity)) {
                    engine.change(() -> {
                        load(entity);
                        loaded.add(entity);
                    });
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks about tables, and rows that are kept of them, while nothing of it changes: an undo that
    /// takes the tables out before they are read has them loaded again.
    <T> T reading(Reads reads, Supplier<T> query) {
        Set<Entity> tables = reads.tables();
        while (true) {
            ensureLoaded(tables);
            Optional<T> read =
                    engine.reading(() -> {
                        if (!loaded.containsAll(tables)) {
                            return Optional.empty();
                        }
                        if (reads.balances()) {
                            balances.ensureMade();
                        }
                        kept.hold(reads.kept());
                        try {
                            return Optional.of(query.get());
                        } finally {
                            kept.letGo(reads.kept());
                        }
                    });
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    /// Forgets tables, so that the next use loads them from the journal's truth.
    void unload(Collection<Entity> entities) {
        lock.lock();
        try {
            // In one piece, so that nothing is made of tables that are half gone.
            engine.change(() -> {
                kept.forget(entities);
                if (!Collections.disjoint(entities, Balances.FROM)) {
                    balances.forget();
                }
                for (Entity entity : entities) {
                    taking.execute("delete from " + entity.table());
                    taking.execute("delete from " + parts(entity));
                }
                loaded.removeAll(entities);
            });
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
            taking.execute(
                    "create or replace temp table "
                            + target
                            + " (\n"
                            + WarehouseDdl.columns(entity)
                            + "\n)");
        }
        for (SegmentInfo segment : manifest) {
            try (var rows = segments.readSegment(segment.id())) {
                taking.insert(target, rows, versioned && !fold ? FIRST_VERSION : "");
            } catch (IOException e) {
                throw damaged(segment, e);
            } catch (ClaimscopeException e) {
                // The engine meets the damage inside a stream and tells only that the stream broke
                // off.
                throw segments.intact(segment.id()) ? e : damaged(segment, e);
            }
        }
        if (fold) {
            insertFolded(entity, target, hasPatches(target));
            keepParts(entity, target);
            taking.execute("drop table " + target);
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
        taking.execute(
                "create or replace temp table "
                        + keys
                        + " (id varchar not null, content_hash bigint not null, ordinal bigint not null)");
        if (!stage.empty()) {
            insert(keys, stage.keys(), "");
        }
        try {
            String known = " t.source = '" + source.replace("'", "''") + "'";
            // Two answers of one statement: most of what a small one costs is its planning.
            long answer =
                    taking.number(
                            "select 2 * (count(*) - count(distinct id)) + (select count(*) from (select 1 from "
                                    + entity.table()
                                    + " t where"
                                    + known
                                    + " limit 1)) from "
                                    + keys);
            boolean repeated = answer > 1;
            boolean first = answer % 2 == 0;
            boolean replaces = false;
            if (repeated || !first) {
                long[] news = numbers(newsRows(entity, keys, known, repeated));
                replaces = Arrays.stream(news).anyMatch(n -> n % 2 == 1);
                stage.keep(Arrays.stream(news).map(n -> n / 2).toArray());
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
            long closed = closeAbsent ? taking.number("select count(*)" + absent) : 0;
            boolean supersedes =
                    closed > 0
                            || !stage.empty() && stage.patches()
                            || !stage.empty() && repeated
                            || replaces;
            if (supersedes) {
                stageDelta(stage, entity);
            }
            if (closed > 0) {
                close(entity, absent, deliveryId);
            }
            return new News(
                    stage.kept() + closed,
                    closed,
                    supersedes,
                    supersedes ? earliestReplaced(entity) : LocalDate.MAX);
        } finally {
            taking.execute("drop table " + keys);
        }
    }

    /// The days of the versions that the delta follows: what they said changes there too.
    private LocalDate earliestReplaced(Entity entity) {
        String days =
                entity.fields().stream()
                        .filter(f -> f.type() == FieldType.DATE)
                        .map(f -> "t." + f.name())
                        .collect(Collectors.joining(", "));
        long day =
                taking.number(
                        "select coalesce(min(least("
                                + days
                                + ")) - date '1970-01-01', "
                                + NO_DAY
                                + ") from "
                                + entity.table()
                                + " t semi join "
                                + delta(entity)
                                + " d on d.source = t.source and d.id = t.id");
        return day == NO_DAY ? LocalDate.MAX : LocalDate.ofEpochDay(day);
    }

    private static String current(Entity entity) {
        return entity.versions() == Versions.SCD2 ? " and t.valid_to = " + Fold.END : "";
    }

    /// The numbers of the rows that are news, in order: twice each, and one more where the table
    /// has their key.
    private static String newsRows(Entity entity, String keys, String known, boolean repeated) {
        String join =
                " s left join "
                        + entity.table()
                        + " t on t.id = s.id and"
                        + known
                        + current(entity)
                        // A patch that came before is no news, even when later ones lie above it.
                        + " where not exists (select 1 from "
                        + parts(entity)
                        + " t where t.id = s.id and"
                        + known
                        + " and t.event_micros is not null and t.content_hash = s.content_hash) and ";
        return repeated
                ? "select 2 * s.ordinal + if(t.id is null, 0, 1) from (select *, lag(content_hash) over (partition by id order by ordinal) as hash_before from "
                        + keys
                        + ")"
                        + join
                        + "coalesce(s.hash_before, case when not t.is_closed then t.content_hash end) is distinct from s.content_hash order by s.ordinal"
                : "select 2 * s.ordinal + if(t.id is null, 0, 1) from "
                        + keys
                        + join
                        + "(t.id is null or t.is_closed or t.content_hash <> s.content_hash) order by s.ordinal";
    }

    private long[] numbers(String sql) {
        return taking.query(
                sql,
                List.of(),
                rows -> {
                    var numbers = LongStream.builder();
                    while (rows.loadNextBatch()) {
                        var number = (BigIntVector) rows.getVectorSchemaRoot().getVector(0);
                        for (int r = 0; r < number.getValueCount(); r++) {
                            numbers.add(number.get(r));
                        }
                    }
                    return numbers.build().toArray();
                });
    }

    /// Makes the kept rows the table `delta_…`.
    void stageDelta(RowStage stage, Entity entity) {
        taking.execute(
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
        taking.execute(
                "insert into "
                        + delta(entity)
                        + " select "
                        + key
                        + ", true, 0, "
                        + deliveryId
                        + ", 0, null"
                        + absent);
    }

    private void insert(String table, ArrowReader rows, String more) {
        try (rows) {
            taking.insert(table, rows, more);
        } catch (IOException e) {
            throw new IllegalStateException("batches in memory have nothing to close", e);
        }
    }

    /// Writes the news as a segment.
    ///
    /// @return bytes on disk
    long writeSegment(String id, RowStage stage, Entity entity, News news) {
        // Closings are told by the engine only.
        if (news.closed() == 0) {
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
        return taking.query(
                "select * from " + delta(entity) + " order by line",
                List.of(),
                rows -> segments.writeSegment(id, rows));
    }

    /// Brings the news of a delivery into the tables, after their segments are committed: all or
    /// nothing, so that no query sees a payment without its claim.
    void apply(long deliveryId, SortedMap<Entity, RowStage> stages, SortedMap<Entity, News> news) {
        engine.change(() -> {
            news.forEach((entity, n) ->
                    apply(deliveryId, Objects.requireNonNull(stages.get(entity)), entity, n));
        });
    }

    private void apply(long deliveryId, RowStage stage, Entity entity, News news) {
        String table = entity.table();
        String delta = delta(entity);
        boolean versioned = entity.versions() == Versions.SCD2;
        if (news.rows() > 0) {
            kept.expect(entity, news.rows());
        }
        if (!news.supersedes()) {
            if (!stage.empty()) {
                insert(table, stage.news(), versioned ? FIRST_VERSION : "");
                touch(entity, table, "where t.delivery_id = " + deliveryId);
            }
            return;
        }
        String parts = parts(entity);
        String semiJoin = "semi join " + delta + " d on d.source = t.source and d.id = t.id";
        String ofTheDelta = " t " + semiJoin;
        String inTheDelta =
                " t where exists (select 1 from "
                        + delta
                        + " d where d.source = t.source and d.id = t.id)";
        String touched = "touched_" + table;
        String columns = versioned ? " exclude (valid_from, valid_to)" : "";
        taking.execute(
                "create or replace temp table "
                        + touched
                        + " as select *"
                        + columns
                        + " from (select * from "
                        + table
                        + " where rowid in (select t.rowid from "
                        + table
                        + ofTheDelta
                        + ")) t anti join "
                        + parts
                        + " p on p.source = t.source and p.id = t.id union all select * from "
                        + parts
                        + ofTheDelta
                        + " union all select * from "
                        + delta);
        boolean patches = hasPatches(touched);
        if (patches) {
            // What parts make together none of them may say alone.
            touch(entity, table, semiJoin);
        } else {
            touch(entity, touched, "");
        }
        taking.execute("delete from " + table + inTheDelta);
        taking.execute("delete from " + parts + inTheDelta);
        insertFolded(entity, touched, patches);
        if (patches) {
            touch(entity, table, semiJoin);
        }
        if (patches) {
            keepParts(entity, touched);
        }
        taking.execute("drop table " + touched);
        taking.execute("drop table " + delta);
    }

    /// What is kept of the tables follows these rows, as they are now.
    private void touch(Entity entity, String table, String rows) {
        balances.touch(entity, table, rows);
        kept.touch(entity, table, rows);
    }

    /// Takes the rows out of the delta that the same delivery brought before: a second copy would
    /// be a second version.
    ///
    /// @return how many rows are left
    long dropWhatItsDeliveryBrought(Entity entity) {
        taking.execute(
                "delete from "
                        + delta(entity)
                        + " d where exists (select 1 from "
                        + entity.table()
                        + " t where t.source = d.source and t.id = d.id and t.delivery_id = d.delivery_id and t.line = d.line)");
        return taking.number("select count(*) from " + delta(entity));
    }

    void dropDelta(Entity entity) {
        taking.execute("drop table if exists " + delta(entity));
    }

    private void insertFolded(Entity entity, String from, boolean patches) {
        noteDeliveries();
        taking.execute(Fold.insert(entity, from, patches));
    }

    private boolean hasPatches(String table) {
        return taking.number(
                        "select count(*) from (select 1 from "
                                + table
                                + " where event_micros is not null limit 1)")
                > 0;
    }

    /// Keeps the rows of the keys that have patches: a late one changes what later ones build on.
    private void keepParts(Entity entity, String from) {
        taking.execute(
                "insert into "
                        + parts(entity)
                        + " select v.* from "
                        + from
                        + " v semi join (select source, id from "
                        + from
                        + " where event_micros is not null) k on k.source = v.source and k.id = v.id");
    }

    /// Notes when the deliveries came that are new since the last time.
    private void noteDeliveries() {
        List<Delivery> fresh = journal.deliveries(noted);
        if (!fresh.isEmpty()) {
            taking.execute(
                    "insert into delivery_day values "
                            + fresh.stream()
                                    .map(d ->
                                            "("
                                                    + d.id()
                                                    + ", date '"
                                                    + d.receivedAt()
                                                            .atZone(ZoneOffset.UTC)
                                                            .toLocalDate()
                                                    + "', "
                                                    + ChronoUnit.MICROS.between(
                                                            Instant.EPOCH, d.receivedAt())
                                                    + ")")
                                    .collect(Collectors.joining(", ")));
            noted = fresh.getLast().id();
        }
    }

    private static String parts(Entity entity) {
        return "parts_" + entity.table();
    }

    private static String delta(Entity entity) {
        return "delta_" + entity.table();
    }
}
