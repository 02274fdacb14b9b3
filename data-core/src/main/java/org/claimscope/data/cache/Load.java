package org.claimscope.data.cache;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Takes in one delivery: archives its bytes, stages its rows, compares them with what is known,
/// and commits delivery, manifest, checkpoint, quarantine, run log and audit entry in one
/// transaction.
///
/// Order of use: [#archiving], rows into [#rows()] and [#reject], [#archived], then [#commit] (or
/// [#dryRun]). Closing without a commit leaves no trace but files that the next start sweeps away.
public final class Load implements AutoCloseable {
    private final Workspace workspace;
    private final ControlStore control;
    private final Segments segments;
    private final Warehouse warehouse;
    private final String feed;
    private final Entity entity;
    private final String source;
    private final long deliveryId;
    private final String rawId = UUID.randomUUID().toString();
    private final RowStage stage;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Instant started;
    private @Nullable Archiving archiving;
    private Archiving.Archived archived = new Archiving.Archived(0, "", 0);

    Load(
            Workspace workspace,
            ControlStore control,
            Segments segments,
            Warehouse warehouse,
            String feed,
            Entity entity,
            String source,
            long deliveryId) {
        this.workspace = workspace;
        this.control = control;
        this.segments = segments;
        this.warehouse = warehouse;
        this.feed = feed;
        this.entity = entity;
        this.source = source;
        this.started = workspace.clock().instant();
        this.deliveryId = deliveryId;
        this.stage = new RowStage(workspace.allocator(), entity, source, deliveryId);
    }

    /// How the delivery came: the rest of its line in the journal.
    ///
    /// @param table the sender's name of the table
    /// @param closeAbsent a full load that closes the keys it does not have
    /// @param watermarkColumn the sender's name of the column that tells the newest change, if the
    ///   feed has one
    /// @param note for the run log, such as the columns that no mapping uses
    public record Origin(
            String runId,
            String table,
            String fileName,
            String profile,
            String loadType,
            boolean closeAbsent,
            @Nullable String watermarkColumn,
            String note) {}

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

    public RowWriter rows() {
        return stage;
    }

    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /// What the delivery would change, without changing it.
    public RunEntry dryRun(Origin origin) {
        Warehouse.News news = compare(origin);
        warehouse.dropDelta(entity);
        return entry(origin, news, Optional.empty());
    }

    /// Makes the delivery's news part of the workspace, all or nothing, and safe on the disk.
    public RunEntry commit(Origin origin) {
        Warehouse.News news = compare(origin);
        var manifest = new ArrayList<SegmentInfo>();
        if (news.rows() > 0) {
            String id = UUID.randomUUID().toString();
            long bytes = warehouse.writeSegment(id, stage, entity, news);
            manifest.add(
                    new SegmentInfo(
                            id, deliveryId, entity.table(), news.rows(), news.supersedes(), bytes));
        }
        RunEntry run = entry(origin, news, Optional.of(deliveryId));
        var delivery =
                new Delivery(
                        deliveryId,
                        feed,
                        source,
                        entity.table(),
                        origin.fileName(),
                        archived.hash(),
                        archived.bytes(),
                        origin.profile(),
                        origin.loadType(),
                        rawId,
                        archived.rawBytes(),
                        workspace.clock().instant(),
                        Optional.empty());
        LocalDate watermark = stage.newestChange();
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
                                    watermark);
                    workspace.quarantine().add(deliveryId, rejections);
                    workspace.journal().log(run);
                    return deliveryId;
                });
        workspace.changed();
        return run;
    }

    /// Brings back the rows of a delivery that were no news because of one that has been undone
    /// since. They take the delivery's own place in time: what came later still wins.
    ///
    /// @return how many rows count again
    public long restore() {
        warehouse.compare(stage, entity, source, false, deliveryId);
        warehouse.stageDelta(stage, entity);
        long rows = warehouse.dropWhatItsDeliveryBrought(entity);
        if (rows == 0) {
            return 0;
        }
        String id = UUID.randomUUID().toString();
        long bytes = warehouse.writeDelta(id, entity);
        control.durably(sql -> {
            workspace.audit().append("delivery.restore", "delivery " + deliveryId, "", "{}");
            return workspace
                    .journal()
                    .add(new SegmentInfo(id, deliveryId, entity.table(), rows, true, bytes));
        });
        warehouse.unload(List.of(entity));
        workspace.changed();
        return rows;
    }

    private void applyAfter(Warehouse.News news, Function<DSLContext, Long> commit) {
        boolean applied = false;
        try {
            control.durably(commit);
            warehouse.apply(stage, entity, news);
            applied = true;
        } finally {
            if (!applied) {
                // Whether committed or not, the journal knows; the engine's copy is rebuilt from it
                // at the next use.
                warehouse.unload(List.of(entity));
            }
        }
    }

    private Warehouse.News compare(Origin origin) {
        // A quarantined row's key is unknown: closing what seems absent could close what is only
        // unreadable.
        boolean close = origin.closeAbsent() && rejections.isEmpty();
        return warehouse.compare(stage, entity, source, close, deliveryId);
    }

    private RunEntry entry(Origin origin, Warehouse.News news, Optional<Long> delivery) {
        long loaded = news.rows() - news.closed();
        return new RunEntry(
                origin.runId(),
                feed,
                origin.table(),
                delivery,
                RunEntry.Status.LOADED,
                origin.note(),
                stage.rows() + rejections.size(),
                loaded,
                stage.rows() - loaded,
                news.closed(),
                rejections.size(),
                stage.sum("billed"),
                stage.sum("paid"),
                stage.contentSum(),
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
            stage.close();
            warehouse.dropDelta(entity);
        } finally {
            workspace.loadClosed();
        }
    }
}
