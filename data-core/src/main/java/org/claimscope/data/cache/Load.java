package org.claimscope.data.cache;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Takes in one delivery: archives its bytes, stages its rows, compares them with what is known,
/// and commits delivery, manifest, checkpoint, quarantine, run log and audit entry in one
/// transaction.
///
/// Order of use: [#archive], then rows into [#rows()] and [#reject], then [#commit] (or [#dryRun]).
/// Closing without a commit leaves no trace but files that the next start sweeps away.
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
    private long fileBytes;
    private long rawBytes;
    private String fileHash = "";

    Load(
            Workspace workspace,
            ControlStore control,
            Segments segments,
            Warehouse warehouse,
            Engine engine,
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
        this.stage = new RowStage(engine, entity, source, deliveryId);
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

    /// Archives the delivery's bytes and learns their hash.
    ///
    /// @return SHA-256 in hex
    public String archive(InputStream bytes) {
        MessageDigest sha256 = sha256();
        var size = new long[1];
        rawBytes =
                segments.writeRaw(
                        rawId,
                        out -> {
                            var hashing =
                                    new FilterOutputStream(out) {
                                        @Override
                                        public void write(byte[] b, int off, int len)
                                                throws IOException {
                                            sha256.update(b, off, len);
                                            size[0] += len;
                                            this.out.write(b, off, len);
                                        }
                                    };
                            copy(bytes, hashing);
                        });
        fileBytes = size[0];
        fileHash = HexFormat.of().formatHex(sha256.digest());
        return fileHash;
    }

    /// The delivery's bytes, as archived.
    public InputStream original() {
        return segments.readRaw(rawId);
    }

    public RowWriter rows() {
        return stage;
    }

    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /// What the delivery would change, without changing it.
    public RunEntry dryRun(Origin origin) {
        stage.flush();
        Warehouse.News news = compare(origin);
        warehouse.dropDelta(entity);
        return entry(origin, news, Optional.empty());
    }

    /// Makes the delivery's news part of the workspace, all or nothing, and safe on the disk.
    public RunEntry commit(Origin origin) {
        stage.flush();
        Warehouse.News news = compare(origin);
        var manifest = new ArrayList<SegmentInfo>();
        if (news.rows() > 0) {
            String id = UUID.randomUUID().toString();
            long bytes = warehouse.writeSegment(id, entity);
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
                        fileHash,
                        fileBytes,
                        origin.profile(),
                        origin.loadType(),
                        rawId,
                        rawBytes,
                        workspace.clock().instant(),
                        Optional.empty());
        LocalDate watermark = warehouse.newestChange(stage);
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
        stage.flush();
        warehouse.compare(stage, entity, source, false, deliveryId);
        long rows = warehouse.dropWhatItsDeliveryBrought(entity);
        if (rows == 0) {
            return 0;
        }
        String id = UUID.randomUUID().toString();
        long bytes = warehouse.writeSegment(id, entity);
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
            warehouse.apply(entity, news);
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
        String billed = warehouse.staged(stage, entity, "billed");
        String paid = warehouse.staged(stage, entity, "paid");
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
                billed == null ? null : new BigDecimal(billed),
                paid == null ? null : new BigDecimal(paid),
                warehouse.contentSum(stage),
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

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "SHA-256 is not available", e);
        }
    }

    @Override
    public void close() {
        stage.close();
        warehouse.dropDelta(entity);
    }
}
