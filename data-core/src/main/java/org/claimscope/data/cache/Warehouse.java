package org.claimscope.data.cache;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    void ensureLoaded(Collection<Entity> entities) {
        for (Entity entity : entities) {
            if (!loaded.contains(entity)) {
                engine.atomically(() -> load(entity));
                loaded.add(entity);
            }
        }
    }

    /// Forgets tables, so that the next use loads them from the journal's truth.
    void unload(Collection<Entity> entities) {
        for (Entity entity : entities) {
            engine.execute("delete from " + entity.table());
            loaded.remove(entity);
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

    /// Finds the rows of a stage that are new or differ from the current version, as the table
    /// `delta_…`.
    ///
    /// @param closeAbsent also close the keys of this source that the stage does not have
    News compare(
            RowStage stage, Entity entity, String source, boolean closeAbsent, long deliveryId) {
        stage.flush();
        ensureLoaded(List.of(entity));
        String table = entity.table();
        String delta = delta(entity);
        boolean repeated =
                engine.number("select count(*) - count(distinct id) from " + stage.table()) > 0;
        String current = entity.versions() == Versions.SCD2 ? " and t.valid_to = " + END : "";
        if (repeated) {
            engine.execute(
                    "create or replace temp table "
                            + delta
                            + " as select s.* exclude (hash_before) from (select *, lag(content_hash) over (partition by id order by line) as hash_before from "
                            + stage.table()
                            + ") s left join "
                            + table
                            + " t on t.source = s.source and t.id = s.id"
                            + current
                            + " where coalesce(s.hash_before, case when not t.is_closed then t.content_hash end) is distinct from s.content_hash");
        } else {
            engine.execute(
                    "create or replace temp table "
                            + delta
                            + " as select s.* from "
                            + stage.table()
                            + " s left join "
                            + table
                            + " t on t.source = s.source and t.id = s.id"
                            + current
                            + " where t.id is null or t.is_closed or t.content_hash <> s.content_hash");
        }
        long closed = closeAbsent ? closeAbsent(stage, entity, source, deliveryId) : 0;
        long rows = engine.number("select count(*) from " + delta);
        boolean supersedes =
                rows > 0
                        && (repeated
                                || engine.number(
                                                "select count(*) from "
                                                        + delta
                                                        + " d where exists (select 1 from "
                                                        + table
                                                        + " t where t.source = d.source and t.id = d.id)")
                                        > 0);
        return new News(rows, closed, supersedes);
    }

    private long closeAbsent(RowStage stage, Entity entity, String source, long deliveryId) {
        String absent =
                entity.fields().stream()
                        .map(f ->
                                f.name().equals("source") || f.name().equals("id")
                                        ? "t." + f.name()
                                        : "null")
                        .collect(Collectors.joining(", "));
        String current = entity.versions() == Versions.SCD2 ? " and t.valid_to = " + END : "";
        String insert =
                "insert into "
                        + delta(entity)
                        + " select "
                        + absent
                        + ", true, 0, "
                        + deliveryId
                        + ", 0 from "
                        + entity.table()
                        + " t where t.source = '"
                        + source.replace("'", "''")
                        + "' and not t.is_closed"
                        + current
                        + " and not exists (select 1 from "
                        + stage.table()
                        + " s where s.id = t.id)";
        long before = engine.number("select count(*) from " + delta(entity));
        engine.execute(insert);
        return engine.number("select count(*) from " + delta(entity)) - before;
    }

    /// Writes the delta as a segment.
    ///
    /// @return bytes on disk
    long writeSegment(String id, Entity entity) {
        return engine.query(
                "select * from " + delta(entity) + " order by line",
                List.of(),
                rows -> segments.writeSegment(id, rows));
    }

    /// Brings the delta into the table, after its segment is committed.
    void apply(Entity entity, News news) {
        String table = entity.table();
        String delta = delta(entity);
        boolean versioned = entity.versions() == Versions.SCD2;
        engine.atomically(() -> {
            if (!news.supersedes()) {
                engine.execute(
                        "insert into "
                                + table
                                + " select *"
                                + (versioned ? ", " + BEGINNING + ", " + END : "")
                                + " from "
                                + delta);
                return;
            }
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

    /// Sum of a money field over all staged rows, as text of an exact decimal; null where the
    /// entity has no such field.
    @Nullable String staged(RowStage stage, Entity entity, String moneyField) {
        return entity.field(moneyField).isEmpty()
                ? null
                : stagedText(stage, "coalesce(sum(" + moneyField + "), 0)");
    }

    /// The same rows give the same text, in whatever order and with whatever line ends they came.
    String contentSum(RowStage stage) {
        return Objects.requireNonNull(stagedText(stage, "coalesce(sum(content_hash), 0)"));
    }

    /// The newest `modified_date` of the staged rows.
    @Nullable LocalDate newestChange(RowStage stage) {
        String day = stagedText(stage, "max(modified_date)");
        return day == null ? null : LocalDate.parse(day);
    }

    private @Nullable String stagedText(RowStage stage, String expression) {
        return engine.query(
                "select cast(" + expression + " as varchar) as value from " + stage.table(),
                List.of(),
                rows -> {
                    rows.loadNextBatch();
                    Object value = rows.getVectorSchemaRoot().getVector(0).getObject(0);
                    return value == null ? null : value.toString();
                });
    }

    private static String delta(Entity entity) {
        return "delta_" + entity.table();
    }
}
