package org.claimscope.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// A delivery's bytes on their way to the parser: every byte that is read is also hashed, packed,
/// encrypted and archived, on a thread of its own. So what is parsed is what is archived, and
/// neither waits for the other.
///
/// Closing before the end leaves no archive.
final class Archiving extends InputStream {
    private static final int CHUNK = 1 << 18;
    private static final int CHUNKS_AHEAD = 8;
    private static final byte[] END = {};

    private final InputStream source;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final MessageDigest sha256;
    private final FutureTask<Long> writing;
    private long bytes;
    private boolean ended;
    private volatile boolean abandoned;

    /// @param bytes as they came
    /// @param hash SHA-256 in hex
    /// @param rawBytes size of the archive on disk
    record Archived(long bytes, String hash, long rawBytes) {}

    Archiving(InputStream source, Segments segments, String rawId) {
        this.source = source;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "SHA-256 is not available", e);
        }
        this.writing = new FutureTask<>(() -> segments.writeRaw(rawId, this::drainTo));
        Thread.ofPlatform().name("archive").daemon().start(writing);
    }

    private void drainTo(OutputStream out) throws IOException {
        try {
            for (byte[] chunk = chunks.take(); chunk.length > 0; chunk = chunks.take()) {
                sha256.update(chunk);
                out.write(chunk);
            }
            if (abandoned) {
                throw new IOException("the delivery was not read to its end");
            }
        } catch (InterruptedException e) {
            throw new IOException("archiving was interrupted", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = ended ? -1 : source.read(target, offset, Math.min(length, CHUNK));
        if (n > 0) {
            bytes += n;
            hand(Arrays.copyOfRange(target, offset, offset + n));
        } else if (n < 0 && !ended) {
            ended = true;
            hand(END);
        }
        return n;
    }

    /// Waits while the archive is behind, but not for one that has failed.
    private void hand(byte[] chunk) {
        try {
            while (!chunks.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
                if (writing.isDone()) {
                    result();
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Waits until the archive is safe on the disk; the end must have been read.
    Archived archived() {
        if (!ended) {
            throw new IllegalStateException("the delivery was not read to its end");
        }
        long rawBytes = result();
        return new Archived(bytes, HexFormat.of().formatHex(sha256.digest()), rawBytes);
    }

    private long result() {
        try {
            return writing.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ClaimscopeException known
                    ? known
                    : new ClaimscopeException(ErrorKind.INTERNAL, "archiving failed", e);
        } catch (CancellationException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "archiving was cancelled", e);
        }
    }

    private static ClaimscopeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClaimscopeException(ErrorKind.INTERNAL, "archiving was interrupted", e);
    }

    /// Returns when no thread writes any more.
    @Override
    public void close() throws IOException {
        try (source) {
            if (!ended) {
                ended = true;
                abandoned = true;
                try {
                    hand(END);
                    result();
                } catch (ClaimscopeException e) {
                    // What was abandoned has no result, and a failure before is told by archived().
                    return;
                }
            }
        }
    }
}
