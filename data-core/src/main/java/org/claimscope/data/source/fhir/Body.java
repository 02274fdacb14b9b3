package org.claimscope.data.source.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;

/// The bytes of an answer, up to a limit. A server that falls silent within one is not waited for
/// for ever, and neither is somebody who cancels.
final class Body extends FilterInputStream {
    private static final long LOOK_EVERY_MS = 20;
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final String what;
    private final long limit;
    private long left;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean closed;

    /// @param what it is, for messages
    Body(InputStream in, String what, long limit, Duration silence, Cancellation cancellation) {
        super(in);
        this.what = what;
        this.limit = limit;
        this.left = limit;
        Thread.ofVirtual().start(() -> watch(silence.toNanos(), cancellation));
    }

    private void watch(long silence, Cancellation cancellation) {
        try {
            while (!closed) {
                Thread.sleep(LOOK_EVERY_MS);
                long since = waitingSince;
                boolean silent = since != NOT_WAITING && System.nanoTime() - since > silence;
                if (silent || cancellation.requested()) {
                    // Whoever reads gets an IOException.
                    in.close();
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The answer is over either way.
            closed = true;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        int n = super.read(target, offset, length);
        waitingSince = NOT_WAITING;
        left -= Math.max(0, n);
        if (left < 0) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "fhir: "
                            + what
                            + " is longer than "
                            + limit
                            + " bytes; nothing was taken. Ask for less at once (count), or raise bytes.");
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
