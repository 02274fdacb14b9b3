package org.claimscope.data.cache;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Takes in one delivery: archives its bytes, stages its rows, compares them with what is known,
/// and commits delivery, manifest, checkpoint, quarantine, run log and audit entry in one
/// transaction.
///
/// Order of use: [#archiving], rows into [#of] and [#reject], [#archived], then [#commit] (or
/// [#dryRun]). Closing without a commit leaves no trace but files that the next start sweeps away.
public final class Load implements Records, AutoCloseable {
    /// What happened on days of its own; all else, such as a payer's name, matters to every day.
    private static final Set<Entity> DATED =
            Set.copyOf(EnumSet.of(Entity.TRANSACTION, Entity.CLAIM, Entity.ENCOUNTER));

    /// Of each table's rows, how much waits in memory; what is more waits on the disk.
    static final long STAGED_BYTES = 128L << 20;

    private final Workspace workspace;
    private final ControlStore control;
    private final Segments segments;
    private final Warehouse warehouse;
    private final Compaction compaction;
    private final String feed;
    private final String kind;
    private final String source;
    private final long deliveryId;
    private final String rawId = UUID.randomUUID().toString();
    private final SortedMap<Entity, RowStage> stages = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Instant started;
    private @Nullable Archiving archiving;
    private Archiving.Archived archived = new Archiving.Archived(0, "", 0);

    Load(
            Workspace workspace,
            ControlStore control,
            Segments segments,
            Warehouse warehouse,
            Compaction compaction,
            String feed,
            String kind,
            String source,
            long deliveryId) {
        this.workspace = workspace;
        this.control = control;
        this.segments = segments;
        this.warehouse = warehouse;
        this.compaction = compaction;
        this.feed = feed;
        this.kind = kind;
        this.source = source;
        this.started = workspace.clock().instant();
        this.deliveryId = deliveryId;
    }

    /// How the delivery came: the rest of its line in the journal.
    ///
    /// @param table the sender's name of the table
    /// @param closeAbsent a full load that closes the keys it does not have
    /// @param watermarkColumn the sender's name of the column that tells the newest change, if the
    ///   feed has one
    /// @param note for the run log, such as the columns that no mapping uses
    /// @param untold the fields that its whole records say nothing about
    /// @param readTo how far the source was read with it, in the source's own terms; null for what
    ///   comes whole, such as a file
    public record Origin(
            String runId,
            String table,
            String fileName,
            String profile,
            String loadType,
            boolean closeAbsent,
            @Nullable String watermarkColumn,
            String note,
            Set<String> untold,
            @Nullable String readTo) {
        public Origin(
                String runId,
                String table,
                String fileName,
                String profile,
                String loadType,
                boolean closeAbsent,
                @Nullable String watermarkColumn,
                String note) {
            this(
                    runId,
                    table,
                    fileName,
                    profile,
                    loadType,
                    closeAbsent,
                    watermarkColumn,
                    note,
                    Set.of(),
                    null);
        }
    }

    /// The delivery's bytes, which are archived as they are read; read them to the end.
    public InputStream archiving(InputStream bytes) {
        archiving = new Archiving(bytes, segments, rawId);
        return archiving;
    }

    /// Waits until all bytes that were read are archived.
    ///
    /// @return their SHA-256 in hex
    public String archived() {
        archived = Objects.requireNonNull(archiving).archived();
        return archived.hash();
    }

    @Override
    public RowWriter of(Entity entity) {
        return stages.computeIfAbsent(
                entity,
                e ->
                        new RowStage(
                                workspace.allocator(),
                                new Spool(segments, workspace.allocator(), STAGED_BYTES),
                                e,
                                source,
                                deliveryId));
    }

    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /// What the delivery would change, without changing it.
    public RunEntry dryRun(Origin origin) {
        SortedMap<Entity, News> news = compare(origin);
        stages.keySet().forEach(warehouse::dropDelta);
        return entry(origin, news, Optional.empty());
    }

    /// Makes the delivery's news part of the workspace, all or nothing, and safe on the disk.
    public RunEntry commit(Origin origin) {
        return commit(origin, id -> {});
    }

    /// @param alsoDurably what else is to be in the transaction of the commit; gets the delivery's
    ///   id
    public RunEntry commit(Origin origin, LongConsumer alsoDurably) {
        SortedMap<Entity, News> news = compare(origin);
        var manifest = new ArrayList<SegmentInfo>();
        news.forEach((entity, n) -> {
            if (n.rows() > 0) {
                String id = UUID.randomUUID().toString();
                long bytes = warehouse.writeSegment(id, stage(entity), entity, n);
                manifest.add(
                        new SegmentInfo(
                                id, deliveryId, entity.table(), n.rows(), n.supersedes(), bytes));
            }
        });
        RunEntry run = entry(origin, news, Optional.of(deliveryId));
        var delivery =
                new Delivery(
                        deliveryId,
                        feed,
                        source,
                        kind,
                        origin.fileName(),
                        archived.hash(),
                        archived.bytes(),
                        origin.profile(),
                        origin.loadType(),
                        rawId,
                        archived.rawBytes(),
                        origin.untold(),
                        workspace.clock().instant(),
                        Optional.empty());
        LocalDate watermark =
                stages.values().stream()
                        .map(RowStage::newestChange)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        applyAfter(
                news,
                sql -> {
                    workspace.audit().append("sync", feed, origin.loadType(), detail(run));
                    workspace.journal().add(delivery, manifest);
                    workspace
                            .journal()
                            .checkpoint(
                                    feed,
                                    deliveryId,
                                    origin.loadType(),
                                    origin.watermarkColumn(),
                                    watermark,
                                    origin.readTo());
                    workspace.quarantine().add(deliveryId, rejections);
                    workspace.journal().log(run);
                    alsoDurably.accept(deliveryId);
                    return deliveryId;
                });
        workspace.changed(touched(news));
        compaction.after(
                manifest.stream().map(s -> Entity.named(s.entity()).orElseThrow()).toList());
        return run;
    }

    /// Brings back the rows of a delivery that were no news because of one that has been undone
    /// since. They take the delivery's own place in time: what came later still wins.
    ///
    /// @return how many rows count again
    public long restore() {
        long all = 0;
        var manifest = new ArrayList<SegmentInfo>();
        for (Map.Entry<Entity, RowStage> staged : stages.entrySet()) {
            Entity entity = staged.getKey();
            warehouse.compare(staged.getValue(), entity, source, false, deliveryId);
            warehouse.stageDelta(staged.getValue(), entity);
            long rows = warehouse.dropWhatItsDeliveryBrought(entity);
            if (rows > 0) {
                String id = UUID.randomUUID().toString();
                long bytes = warehouse.writeDelta(id, entity);
                manifest.add(new SegmentInfo(id, deliveryId, entity.table(), rows, true, bytes));
                all += rows;
            }
        }
        if (all == 0) {
            return 0;
        }
        control.durably(sql -> {
            workspace.audit().append("delivery.restore", "delivery " + deliveryId, "", "{}");
            return manifest.stream().mapToInt(workspace.journal()::add).sum();
        });
        warehouse.unload(stages.keySet());
        workspace.changed(LocalDate.MIN);
        return all;
    }

    private void applyAfter(SortedMap<Entity, News> news, Function<DSLContext, Long> commit) {
        boolean applied = false;
        try {
            control.durably(commit);
            warehouse.apply(deliveryId, stages, news);
            applied = true;
        } finally {
            if (!applied) {
                // Whether committed or not, the journal knows; the engine's copy is rebuilt from it
                // at the next use.
                warehouse.unload(stages.keySet());
            }
        }
    }

    private SortedMap<Entity, News> compare(Origin origin) {
        // A quarantined row's key is unknown: closing what seems absent could close what is only
        // unreadable.
        boolean close = origin.closeAbsent() && rejections.isEmpty();
        var news = new TreeMap<Entity, News>();
        stages.forEach((entity, stage) ->
                news.put(entity, warehouse.compare(stage, entity, source, close, deliveryId)));
        return news;
    }

    /// The earliest day that the news may matter to.
    private LocalDate touched(SortedMap<Entity, News> news) {
        LocalDate earliest = LocalDate.MAX;
        for (Map.Entry<Entity, News> each : news.entrySet()) {
            if (each.getValue().rows() > 0) {
                LocalDate day =
                        DATED.contains(each.getKey()) && each.getValue().closed() == 0
                                ? earlier(
                                        stage(each.getKey()).earliest(), each.getValue().replaced())
                                : LocalDate.MIN;
                earliest = earlier(earliest, day);
            }
        }
        return earliest;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private RowStage stage(Entity entity) {
        return Objects.requireNonNull(stages.get(entity));
    }

    /// The delivery's money: the ledger's where it has one, else that of the first table with such
    /// a field. Claims, lines and ledger of one file tell the same dollars three times.
    private @Nullable BigDecimal sum(String moneyField) {
        RowStage ledger = stages.get(Entity.TRANSACTION);
        if (ledger != null) {
            return ledger.sum(moneyField);
        }
        return stages.values().stream()
                .map(s -> s.sum(moneyField))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private RunEntry entry(Origin origin, SortedMap<Entity, News> news, Optional<Long> delivery) {
        long closed = news.values().stream().mapToLong(News::closed).sum();
        long loaded = news.values().stream().mapToLong(News::rows).sum() - closed;
        long taken = stages.values().stream().mapToLong(RowStage::rows).sum();
        BigInteger content =
                stages.values().stream()
                        .map(RowStage::contentSum)
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return new RunEntry(
                origin.runId(),
                feed,
                origin.table(),
                delivery,
                RunEntry.Status.LOADED,
                origin.note(),
                taken + rejections.size(),
                loaded,
                taken - loaded,
                closed,
                rejections.size(),
                sum("billed"),
                sum("paid"),
                content.toString(),
                started,
                Duration.between(started, workspace.clock().instant()));
    }

    private static String detail(RunEntry run) {
        return "{\"rows_in\":"
                + run.rowsIn()
                + ",\"rows_loaded\":"
                + run.rowsLoaded()
                + ",\"rows_quarantined\":"
                + run.rowsQuarantined()
                + "}";
    }

    @Override
    public void close() {
        try {
            stages.values().forEach(RowStage::close);
            stages.keySet().forEach(warehouse::dropDelta);
        } finally {
            workspace.loadClosed();
        }
    }
}
