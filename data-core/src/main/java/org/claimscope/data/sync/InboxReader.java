package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.progress.Cancellation;

/// Loads what waits in the inbox: many messages as one delivery, on the way of any other.
public final class InboxReader {
    /// How many messages a delivery has at most.
    static final int MOST = 2_000;

    /// How long a delivery of several messages is at most, in bytes.
    private static final long LONGEST = 16 << 20;

    private final Workspace workspace;
    private final Function<String, Optional<Format>> formats;

    /// What was left over from an earlier session.
    ///
    /// @param loaded one entry for each delivery
    /// @param waiting how many messages are safe and still in no delivery
    /// @param why what hindered them; empty when none waits
    public record LeftOver(List<RunEntry> loaded, long waiting, String why) {
        public LeftOver {
            loaded = List.copyOf(loaded);
        }
    }

    public InboxReader(Workspace workspace) {
        this(workspace, Formats::named);
    }

    /// @param formats the format by its name
    InboxReader(Workspace workspace, Function<String, Optional<Format>> formats) {
        this.workspace = workspace;
        this.formats = formats;
    }

    /// Loads everything that waits.
    ///
    /// @return one entry for each delivery
    public List<RunEntry> all() {
        var entries = new ArrayList<RunEntry>();
        for (var batch = next(MOST); batch.isPresent(); batch = next(MOST)) {
            entries.add(load(batch.get()));
        }
        return List.copyOf(entries);
    }

    /// Loads what waits until something fails. What is left stays safe: it must not hinder people
    /// from seeing what is there.
    public LeftOver leftOver() {
        var entries = new ArrayList<RunEntry>();
        String why = "";
        try {
            for (var batch = next(MOST); batch.isPresent(); batch = next(MOST)) {
                entries.add(load(batch.get()));
            }
        } catch (ClaimscopeException e) {
            why = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            why = e.getClass().getSimpleName();
        }
        return new LeftOver(entries, why.isEmpty() ? 0 : workspace.inbox().waiting(), why);
    }

    /// The messages of the next delivery.
    ///
    /// @return empty when nothing waits
    Optional<Inbox.Batch> next(int most) {
        return workspace.inbox().next(most, LONGEST);
    }

    RunEntry load(Inbox.Batch batch) {
        var content = Content.valueOf(batch.kind());
        if (content == Content.UNREADABLE) {
            return load(
                    batch,
                    content,
                    quarantining(
                            batch,
                            content,
                            Rejection.Reason.MALFORMED,
                            "neither an HL7 v2 message nor a FHIR resource"));
        }
        Format format = formats.apply(content.format()).orElseThrow();
        var places = new Places(batch, content);
        return load(
                batch,
                content,
                new Plan(
                        content.format(),
                        content.format(),
                        "",
                        (in, reading) ->
                                format.read(
                                        in,
                                        new Format.Reading(
                                                reading.source(),
                                                reading.records(),
                                                r -> reading.rejections().accept(places.named(r)),
                                                reading.findings(),
                                                reading.cancellation()))));
    }

    /// Puts messages that cannot be loaded into quarantine, and so out of the way.
    RunEntry setAside(Inbox.Batch batch, String why) {
        var content = Content.valueOf(batch.kind());
        return load(batch, content, quarantining(batch, content, Rejection.Reason.NOT_LOADED, why));
    }

    private static Plan quarantining(
            Inbox.Batch batch, Content content, Rejection.Reason reason, String why) {
        return new Plan(
                content.format(),
                content.format(),
                "",
                (in, reading) -> {
                    InputStream all = in;
                    all.transferTo(OutputStream.nullOutputStream());
                    for (int i = 0; i < batch.messages().size(); i++) {
                        Inbox.Message message = batch.messages().get(i);
                        reading.rejections()
                                .accept(
                                        new Rejection(
                                                i + 1,
                                                "",
                                                reason,
                                                Places.before(message, why),
                                                message.content()));
                    }
                    return true;
                });
    }

    private RunEntry load(Inbox.Batch batch, Content content, Plan plan) {
        byte[] file =
                content.joined(batch.messages().stream().map(Inbox.Message::content).toList());
        Plan.Bytes bytes = () -> new BufferedInputStream(new ByteArrayInputStream(file));
        int slash = batch.feed().indexOf('/');
        Feed feed = Feed.of(batch.feed().substring(0, slash), batch.feed().substring(slash + 1));
        try {
            return new Sync(workspace)
                    .load(
                            UUID.randomUUID().toString(),
                            feed,
                            new Incoming(
                                    "messages " + batch.first() + "-" + batch.last(),
                                    bytes,
                                    "",
                                    null,
                                    delivery -> workspace.inbox().taken(delivery, batch)),
                            Sync.hash(bytes),
                            plan,
                            false,
                            Cancellation.NONE);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.INTERNAL, "What waits in the inbox cannot be read.", e);
        }
    }

    /// From a place in the delivery to where the message was.
    private static final class Places {
        private final Inbox.Batch batch;
        private final Content content;

        /// For each message the last of its places, counted when the first is asked for.
        private final List<Long> ends = new ArrayList<>();

        Places(Inbox.Batch batch, Content content) {
            this.batch = batch;
            this.content = content;
        }

        Rejection named(Rejection r) {
            Inbox.Message message = at(r.line());
            return message.place().isEmpty()
                    ? r
                    : new Rejection(
                            r.line(),
                            r.column(),
                            r.reason(),
                            before(message, r.explanation()),
                            r.original());
        }

        private Inbox.Message at(long place) {
            int i = 0;
            for (; i < batch.messages().size() - 1; i++) {
                if (i == ends.size()) {
                    long before = i == 0 ? 0 : ends.get(i - 1);
                    ends.add(before + content.places(batch.messages().get(i).content()));
                }
                if (place <= ends.get(i)) {
                    break;
                }
            }
            return batch.messages().get(i);
        }

        static String before(Inbox.Message message, String why) {
            return message.place().isEmpty() ? why : message.place() + ": " + why;
        }
    }
}
