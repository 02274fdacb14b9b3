package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Load;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.csv.Mapping;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.format.csv.Sniffed;
import org.claimscope.data.format.csv.Sniffer;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.claimscope.data.source.sftp.SftpSettings;

/// Brings feeds into a workspace: each file once, each row only when it is news, each bad record
/// into quarantine.
///
/// What is new is decided by key and content, never by a watermark, so full and incremental loads
/// of the same files end in the same tables. One feed that fails does not stop the others.
public final class Sync {
    private final Workspace workspace;
    private final Patience patience;

    public Sync(Workspace workspace) {
        this(workspace, Patience.USUAL);
    }

    /// @param patience with folders, databases, brokers and servers that are down
    Sync(Workspace workspace, Patience patience) {
        this.workspace = workspace;
        this.patience = patience;
    }

    /// Runs the active feeds as far as there is something to fetch, referenced tables before those
    /// that refer to them.
    ///
    /// @param folder where the feeds' files are
    /// @param dryRun tells what would change and changes nothing
    /// @return one entry for each file, and one for each feed that has none
    public List<RunEntry> run(
            FeedList list,
            FolderSource folder,
            boolean dryRun,
            Progress progress,
            Cancellation cancellation) {
        // Pages wait for the turn: nobody waits within it.
        return folder.small()
                ? workspace.inTurn(
                        () -> runAll(list, folder, dryRun, progress, cancellation, patience.once()))
                : runAll(list, folder, dryRun, progress, cancellation, patience);
    }

    private List<RunEntry> runAll(
            FeedList list,
            FolderSource folder,
            boolean dryRun,
            Progress progress,
            Cancellation cancellation,
            Patience patience) {
        var run =
                new Run(
                        this,
                        UUID.randomUUID().toString(),
                        list.profiles(),
                        dryRun,
                        cancellation,
                        patience);
        var entries = new ArrayList<RunEntry>();
        List<Feed> active =
                list.feeds().stream()
                        .filter(f -> f.active())
                        .sorted(order(list.profiles()))
                        .toList();
        for (int i = 0; i < active.size() && !cancellation.requested(); i++) {
            Feed feed = active.get(i);
            progress.at(feed.name(), i, active.size());
            entries.addAll(run(run, feed, folder));
        }
        progress.at("done", active.size(), active.size());
        return List.copyOf(entries);
    }

    private List<RunEntry> run(Run run, Feed feed, FolderSource folder) {
        return switch (feed.from()) {
            case Feed.From.Files(String pattern, FolderRules rules) ->
                    new FolderFeed(folder, workspace.clock()).run(run, feed, pattern, rules);
            case Feed.From.Server(SftpSettings settings, String pattern, FolderRules rules) ->
                    new SftpFeed(workspace, settings).run(run, feed, pattern, rules);
            case Feed.From.Inline(String text) -> {
                byte[] rows = text.getBytes(StandardCharsets.UTF_8);
                yield List.of(
                        run.deliver(
                                feed,
                                new Incoming(
                                        feed.table() + " (configuration)",
                                        () ->
                                                new BufferedInputStream(
                                                        new ByteArrayInputStream(rows)))));
            }
            case Feed.From.Database(JdbcSettings settings) ->
                    List.of(new DatabaseFeed(workspace, settings).run(run, feed));
            case Feed.From.Endpoint(FhirSettings settings) ->
                    List.of(new FhirFeed(workspace, settings).run(run, feed));
            case Feed.From.Topics(KafkaSettings settings) ->
                    new KafkaFeed(workspace, feed, settings).run(run);
            case Feed.From.Socket _, Feed.From.Hand _ -> List.of();
        };
    }

    RunEntry deliver(
            String runId,
            Feed feed,
            List<Profile> profiles,
            Incoming incoming,
            boolean dryRun,
            Cancellation cancellation,
            Patience patience) {
        try {
            return patience.keepTrying(
                    cancellation,
                    attempt -> deliverOnce(runId, feed, profiles, incoming, dryRun, cancellation));
        } catch (ClaimscopeException e) {
            if (e.kind() == ErrorKind.RESOURCES || e.kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            return noted(
                    runId,
                    feed,
                    // It is not what it claims to be, and will not be in the next run either.
                    e.kind() == ErrorKind.DATA ? RunEntry.Status.REFUSED : RunEntry.Status.FAILED,
                    String.valueOf(e.getMessage()),
                    dryRun);
        }
    }

    private RunEntry deliverOnce(
            String runId,
            Feed feed,
            List<Profile> profiles,
            Incoming incoming,
            boolean dryRun,
            Cancellation cancellation) {
        try {
            return deliverOrThrow(runId, feed, profiles, incoming, dryRun, cancellation);
        } catch (IOException e) {
            String message =
                    incoming.name()
                            + " cannot be read to the end ("
                            + e.getClass().getSimpleName()
                            + ")";
            // A packed file that is cut off is so a second later, too.
            if (e instanceof EOFException || e instanceof ZipException) {
                return noted(runId, feed, RunEntry.Status.FAILED, message, dryRun);
            }
            throw new ClaimscopeException(ErrorKind.SOURCE_DOWN, message, e);
        }
    }

    private RunEntry deliverOrThrow(
            String runId,
            Feed feed,
            List<Profile> profiles,
            Incoming incoming,
            boolean dryRun,
            Cancellation cancellation)
            throws IOException {
        String fileName = incoming.name();
        Plan.Bytes bytes = incoming.bytes();
        String hash = hash(bytes);
        var same = workspace.journal().sameBytes(feed.name(), hash);
        if (same.isPresent()) {
            return noted(
                    runId,
                    feed,
                    RunEntry.Status.UNCHANGED,
                    fileName + ": the same bytes as delivery " + same.get().id(),
                    dryRun);
        }
        Optional<Plan> plain = Plan.byContent(bytes);
        if (plain.isPresent()) {
            Plan plan = plain.get().taking(feed.takes());
            return load(runId, feed, incoming, hash, plan, dryRun, cancellation);
        }
        Sniffed sniffed;
        try (var in = bytes.open()) {
            sniffed = Sniffer.sniff(in);
        }
        return switch (sniffed) {
            case Sniffed.Empty() ->
                    refused(runId, feed, fileName + " is empty; nothing was taken", dryRun);
            case Sniffed.NotCsv(String code, String explanation) ->
                    refused(
                            runId,
                            feed,
                            fileName + " is " + explanation + " [" + code + "]",
                            dryRun);
            case Sniffed.Text text ->
                    switch (Mapping.choose(profiles, feed.table(), text.header())) {
                        case Mapping.NoneFits(String explanation) ->
                                refused(runId, feed, fileName + ": " + explanation, dryRun);
                        case Mapping.Chosen chosen -> {
                            String fault = watermarkFault(feed, fileName, text);
                            yield fault.isEmpty()
                                    ? load(
                                            runId,
                                            feed,
                                            incoming,
                                            hash,
                                            Plan.of(text, chosen, feed.source()),
                                            dryRun,
                                            cancellation)
                                    : refused(runId, feed, fault, dryRun);
                        }
                    };
        };
    }

    private static String watermarkFault(Feed feed, String fileName, Sniffed.Text text) {
        String watermark = feed.watermark();
        return watermark == null
                        || text.header().stream().anyMatch(c -> c.equalsIgnoreCase(watermark))
                ? ""
                : fileName + " has no column " + watermark + ", which the feed names as watermark";
    }

    RunEntry load(
            String runId,
            Feed feed,
            Incoming incoming,
            String hash,
            Plan plan,
            boolean dryRun,
            Cancellation cancellation)
            throws IOException {
        String fileName = incoming.name();
        Plan.Bytes bytes = incoming.bytes();
        var defects = new Defects();
        try (Load load = workspace.load(feed.name(), plan.kind(), feed.source())) {
            var reading =
                    new Format.Reading(feed.source(), load, load::reject, defects, cancellation);
            try (InputStream in = dryRun ? bytes.open() : load.archiving(bytes.open())) {
                if (!plan.reader().read(in, reading)) {
                    return noted(
                            runId,
                            feed,
                            RunEntry.Status.FAILED,
                            fileName + ": cancelled; nothing was taken",
                            dryRun);
                }
            }
            if (!dryRun && !load.archived().equals(hash)) {
                throw new ClaimscopeException(
                        ErrorKind.SOURCE_DOWN,
                        fileName + " was changed while it was read; sync again.");
            }
            var origin =
                    new Load.Origin(
                            runId,
                            feed.table(),
                            fileName,
                            plan.profile(),
                            feed.loadType().name(),
                            feed.closeAbsent() && feed.loadType() == Feed.LoadType.FULL,
                            feed.watermark(),
                            defects.after(joined(incoming.note(), plan.note())),
                            plan.untold(),
                            incoming.readTo());
            return dryRun ? load.dryRun(origin) : load.commit(origin, incoming.durably());
        }
    }

    private static String joined(String note, String more) {
        return note.isEmpty() || more.isEmpty() ? note + more : note + "; " + more;
    }

    /// Takes bytes that are at hand as a delivery: a quarantined record as it is or as somebody
    /// corrected it, a decision that was made here.
    ///
    /// @param bytes as a file of the feed would have them
    /// @return the run: loaded when they were taken, else quarantined
    public RunEntry take(Feed feed, List<Profile> profiles, String fileName, byte[] bytes) {
        return take(feed, profiles, fileName, bytes, false);
    }

    RunEntry take(
            Feed feed, List<Profile> profiles, String fileName, byte[] bytes, boolean dryRun) {
        return deliver(
                UUID.randomUUID().toString(),
                feed,
                profiles,
                new Incoming(
                        fileName, () -> new BufferedInputStream(new ByteArrayInputStream(bytes))),
                dryRun,
                Cancellation.NONE,
                patience.once());
    }

    /// Reverses an import. Rows that a later delivery repeated, and that were no news then, count
    /// from that delivery on.
    ///
    /// @return the delivery as it is now
    public Delivery undo(long deliveryId, List<Profile> profiles) {
        return new Undoing(workspace).run(deliveryId, profiles);
    }

    private RunEntry refused(String runId, Feed feed, String message, boolean dryRun) {
        return noted(runId, feed, RunEntry.Status.REFUSED, message, dryRun);
    }

    RunEntry noted(
            String runId, Feed feed, RunEntry.Status status, String message, boolean dryRun) {
        Instant now = workspace.clock().instant();
        var entry =
                new RunEntry(
                        runId,
                        feed.name(),
                        feed.table(),
                        Optional.empty(),
                        status,
                        message,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        "",
                        now,
                        Duration.ZERO);
        if (!dryRun) {
            workspace.log(entry);
        }
        return entry;
    }

    /// Referenced tables first: the order of the model's entities is the order of their references.
    private static Comparator<Feed> order(List<Profile> profiles) {
        return Comparator.comparingInt(f ->
                Mapping.entity(profiles, f.table())
                        .map(Entity::ordinal)
                        .orElse(Entity.values().length));
    }

    static String hash(Plan.Bytes bytes) throws IOException {
        try (var in = bytes.open()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "SHA-256 is not available", e);
        }
    }
}
