package org.claimscope.data.cache;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.model.FieldType;

/// Which rows of a delivery are news: those whose key the table does not have, or has with other
/// content. Where they replace older versions they become the table `delta_…`, with the closings.
///
/// A delivery of few rows is compared in one statement, as most of what a small statement costs is
/// its planning. One of many is put beside the table first: that a key comes once, or that the
/// table has none of its sender, then spares what costs most.
final class Comparison {
    private static final long FEW = 5_000;
    private static final long NO_DAY = 9_999_999;
    private static final String KEYS = "stage_key";

    private static final String DIFFERENT =
            "coalesce(s.hash_before, case when not t.is_closed then t.content_hash end) is distinct from s.content_hash order by s.ordinal";

    private final Lane taking;

    Comparison(Lane taking) {
        this.taking = taking;
    }

    /// @param repeats some key comes more than once
    /// @param replaces the table has the key of some row that is news
    private record Found(boolean repeats, boolean replaces) {}

    /// Drops the rows of a stage that are no news. The table must be in the engine.
    ///
    /// @param closeAbsent also close the keys of this source that the stage does not have
    News news(RowStage stage, Entity entity, String source, boolean closeAbsent, long deliveryId) {
        stage.seal();
        String known = " t.source = '" + source.replace("'", "''") + "'";
        if (stage.kept() <= FEW && !closeAbsent) {
            Found found = stage.empty() ? new Found(false, false) : few(stage, entity, known);
            return news(stage, entity, found, 0);
        }
        taking.execute(
                "create or replace temp table "
                        + KEYS
                        + " (id varchar not null, content_hash bigint not null, ordinal bigint not null)");
        try {
            Found found = stage.empty() ? new Found(false, false) : many(stage, entity, known);
            String absent =
                    " from "
                            + entity.table()
                            + " t where"
                            + known
                            + " and not t.is_closed"
                            + current(entity)
                            + " and not exists (select 1 from "
                            + KEYS
                            + " s where s.id = t.id)";
            long closed = closeAbsent ? taking.number("select count(*)" + absent) : 0;
            News news = news(stage, entity, found, closed);
            if (closed > 0) {
                close(entity, absent, deliveryId);
            }
            return news;
        } finally {
            taking.execute("drop table " + KEYS);
        }
    }

    private News news(RowStage stage, Entity entity, Found found, long closed) {
        boolean supersedes =
                closed > 0
                        || found.replaces
                        || !stage.empty() && (found.repeats || stage.patches());
        if (supersedes) {
            stageDelta(stage, entity);
        }
        return new News(
                stage.kept() + closed,
                closed,
                supersedes,
                supersedes ? earliestReplaced(entity) : LocalDate.MAX);
    }

    private Found few(RowStage stage, Entity entity, String known) {
        long[] news =
                overKeys(
                        stage,
                        "select 4 * s.ordinal + if(s.times > 1, 2, 0) + if(t.id is null, 0, 1) from (select *, count(*) over (partition by id) as times, lag(content_hash) over (partition by id order by ordinal) as hash_before from "
                                + Lane.INCOMING
                                + ")"
                                + unlike(entity, known)
                                + DIFFERENT);
        stage.keep(Arrays.stream(news).map(n -> n >> 2).toArray());
        return new Found(
                Arrays.stream(news).anyMatch(n -> (n & 2) > 0),
                Arrays.stream(news).anyMatch(n -> (n & 1) > 0));
    }

    private Found many(RowStage stage, Entity entity, String known) {
        try (var keys = stage.keys()) {
            taking.insert(KEYS, keys, "", "");
        } catch (IOException e) {
            throw inMemory(e);
        }
        // Two answers of one statement.
        long answer =
                taking.number(
                        "select 2 * (count(*) - count(distinct id)) + (select count(*) from (select 1 from "
                                + entity.table()
                                + " t where"
                                + known
                                + " limit 1)) from "
                                + KEYS);
        boolean repeated = answer > 1;
        boolean first = answer % 2 == 0;
        if (first && !repeated) {
            return new Found(false, false);
        }
        String number = "select 2 * s.ordinal + if(t.id is null, 0, 1) from ";
        long[] news =
                taking.query(
                        repeated
                                ? number
                                        + "(select *, lag(content_hash) over (partition by id order by ordinal) as hash_before from "
                                        + KEYS
                                        + ")"
                                        + unlike(entity, known)
                                        + DIFFERENT
                                : number
                                        + KEYS
                                        + unlike(entity, known)
                                        + "(t.id is null or t.is_closed or t.content_hash <> s.content_hash) order by s.ordinal",
                        List.of(),
                        Comparison::numbers);
        stage.keep(Arrays.stream(news).map(n -> n >> 1).toArray());
        return new Found(repeated, Arrays.stream(news).anyMatch(n -> (n & 1) > 0));
    }

    /// From the staged rows to those of the table, up to what makes them differ.
    private static String unlike(Entity entity, String known) {
        return " s left join "
                + entity.table()
                + " t on t.id = s.id and"
                + known
                + current(entity)
                // A patch that came before is no news, even when later ones lie above it.
                + " where not exists (select 1 from "
                + Warehouse.parts(entity)
                + " t where t.id = s.id and"
                + known
                + " and t.event_micros is not null and t.content_hash = s.content_hash) and ";
    }

    private static String current(Entity entity) {
        return entity.versions() == Versions.SCD2 ? " and t.valid_to = " + Fold.END : "";
    }

    private long[] overKeys(RowStage stage, String sql) {
        try (var keys = stage.keys()) {
            return taking.query(keys, sql, Comparison::numbers);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static long[] numbers(ArrowReader rows) throws IOException {
        var numbers = LongStream.builder();
        while (rows.loadNextBatch()) {
            var number = (BigIntVector) rows.getVectorSchemaRoot().getVector(0);
            for (int r = 0; r < number.getValueCount(); r++) {
                numbers.add(number.get(r));
            }
        }
        return numbers.build().toArray();
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

    /// Makes the kept rows the table `delta_…`.
    void stageDelta(RowStage stage, Entity entity) {
        taking.execute(
                "create or replace temp table "
                        + delta(entity)
                        + " (\n"
                        + WarehouseDdl.columns(entity)
                        + "\n)");
        if (!stage.empty()) {
            try (var rows = stage.news()) {
                taking.insert(delta(entity), rows, "", "");
            } catch (IOException e) {
                throw inMemory(e);
            }
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

    static String delta(Entity entity) {
        return "delta_" + entity.table();
    }

    static IllegalStateException inMemory(IOException e) {
        return new IllegalStateException("batches in memory have nothing to close", e);
    }
}
