package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;

/// Loads what waits in the inbox: many messages as one delivery, on the way of any other.
///
/// The delivery's bytes are the messages as MLLP blocks, which keeps each one whole and apart
/// whatever its last byte is.
public final class InboxReader {
    /// How many messages a delivery has at most.
    static final int MOST = 2_000;

    /// How long a delivery of several messages is at most, in bytes.
    private static final long LONGEST = 16 << 20;

    private static final byte[] END = {0x1c, '\r'};

    private final Workspace workspace;

    /// A delivery that was loaded.
    record Loaded(RunEntry run, int messages) {}

    public InboxReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Loads everything that waits.
    ///
    /// @return one entry for each delivery
    public List<RunEntry> all() {
        var entries = new ArrayList<RunEntry>();
        for (var loaded = next(); loaded.isPresent(); loaded = next()) {
            entries.add(loaded.get().run());
        }
        return List.copyOf(entries);
    }

    /// Loads the next delivery.
    ///
    /// @return empty when nothing waits
    Optional<Loaded> next() {
        return workspace
                .inbox()
                .next(MOST, LONGEST)
                .map(batch -> new Loaded(load(batch), batch.messages().size()));
    }

    private RunEntry load(Inbox.Batch batch) {
        byte[] blocks = blocks(batch.messages());
        Plan.Bytes bytes = () -> new BufferedInputStream(new ByteArrayInputStream(blocks));
        int slash = batch.feed().indexOf('/');
        Feed feed = Feed.of(batch.feed().substring(0, slash), batch.feed().substring(slash + 1));
        try {
            Plan plan =
                    Plan.byContent(bytes)
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.DATA,
                                            "What waits for "
                                                    + feed.name()
                                                    + " is of no format that is known."));
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

    private static byte[] blocks(List<byte[]> messages) {
        var blocks = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            blocks.write(0x0b);
            blocks.writeBytes(message);
            blocks.writeBytes(END);
        }
        return blocks.toByteArray();
    }
}
