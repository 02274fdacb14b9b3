package org.claimscope.data.cache;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.cache.Fold.Patches;
import org.claimscope.data.cache.Journal.CountedFile;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.jspecify.annotations.Nullable;

/// The tables in the engine as a fold over the history: loads them from segments, compares a
/// delivery with them, and applies what is new.
///
/// Which row of a key counts, and when, is said by [Fold].
final class Warehouse {
    /// The days of a version that has no other.
    private static final String FIRST_VERSION =
            ", " + Fold.BEGINNING + " as valid_from, " + Fold.END + " as valid_to";

    private final Engine engine;
    private final Lane taking;
    private final Segments segments;
    private final Journal journal;
    private final @Nullable Instant knownAt;
    private final Balances balances;
    private final KeptRows kept;
    private final Comparison comparison;
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
        this.comparison = new Comparison(taking);
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
        List<CountedFile> manifest = journal.counted(entity.table(), knownAt);
        boolean fold = manifest.stream().anyMatch(CountedFile::supersedes);
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
        for (CountedFile file : manifest) {
            String more = versioned && !fold ? FIRST_VERSION : "";
            try (var rows = segments.readSegment(file.id())) {
                taking.insert(target, rows, more, counting(file));
            } catch (IOException e) {
                throw damaged(file, e);
            } catch (ClaimscopeException e) {
                // The engine meets the damage inside a stream and tells only that the stream broke
                // off.
                throw segments.intact(file.id()) ? e : damaged(file, e);
            }
        }
        if (fold) {
            insertFolded(entity, target, hasPatches(target));
            keepParts(entity, target);
            taking.execute("drop table " + target);
        }
    }

    /// Which rows of a file count.
    private static String counting(CountedFile file) {
        return file.only().isEmpty()
                ? ""
                : file.only().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", " where delivery_id in (", ")"));
    }

    private static ClaimscopeException damaged(CountedFile file, Exception cause) {
        return new ClaimscopeException(
                ErrorKind.DATA,
                "Segment "
                        + file.id()
                        + " of the cache is missing or damaged. Restore the workspace from a backup, or undo "
                        + (file.first() == file.last()
                                ? "delivery " + file.first()
                                : "deliveries " + file.first() + " to " + file.last())
                        + " and sync again.",
                cause);
    }

    /// Does something while no table is being loaded; not at all while one is.
    void whileNothingLoads(Runnable work) {
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Finds the rows of a stage that are news, and drops the others from it.
    ///
    /// @param closeAbsent also close the keys of this source that the stage does not have
    News compare(
            RowStage stage, Entity entity, String source, boolean closeAbsent, long deliveryId) {
        ensureLoaded(List.of(entity));
        return comparison.news(stage, entity, source, closeAbsent, deliveryId);
    }

    /// Makes the kept rows of a stage the table of what replaces older ones.
    void stageDelta(RowStage stage, Entity entity) {
        comparison.stageDelta(stage, entity);
    }

    private void insert(String table, ArrowReader rows, String more) {
        try (rows) {
            taking.insert(table, rows, more, "");
        } catch (IOException e) {
            throw Comparison.inMemory(e);
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
                throw Comparison.inMemory(e);
            }
        }
        return writeDelta(id, entity);
    }

    /// Writes the delta as a segment.
    ///
    /// @return bytes on disk
    long writeDelta(String id, Entity entity) {
        return taking.query(
                "select * from " + Comparison.delta(entity) + " order by line",
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
        String delta = Comparison.delta(entity);
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
                        + Comparison.delta(entity)
                        + " d where exists (select 1 from "
                        + entity.table()
                        + " t where t.source = d.source and t.id = d.id and t.delivery_id = d.delivery_id and t.line = d.line)");
        return taking.number("select count(*) from " + Comparison.delta(entity));
    }

    void dropDelta(Entity entity) {
        taking.execute("drop table if exists " + Comparison.delta(entity));
    }

    private void insertFolded(Entity entity, String from, boolean patches) {
        noteDeliveries();
        Patches patching =
                !patches
                        ? Patches.NONE
                        : taking.number(Fold.patchedBeforeWhole(from)) > 0
                                ? Patches.BEFORE_WHOLE
                                : Patches.AFTER_WHOLE;
        taking.execute(Fold.insert(entity, from, patching));
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
                                                    + d.untold().stream()
                                                            .map(f -> "'" + f + "'")
                                                            .collect(
                                                                    Collectors.joining(
                                                                            ", ", ", [", "])")))
                                    .collect(Collectors.joining(", ")));
            noted = fresh.getLast().id();
        }
    }

    static String parts(Entity entity) {
        return "parts_" + entity.table();
    }
}
