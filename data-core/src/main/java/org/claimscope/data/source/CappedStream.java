package org.claimscope.data.source;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What is unpacked, up to a limit. What a packed file says of its own size is not believed.
final class CappedStream extends FilterInputStream {
    private final String refusal;
    private final Closeable owner;
    private long left;

    /// @param owner closed with the stream
    CappedStream(InputStream in, long limit, String refusal, Closeable owner) {
        super(in);
        this.left = limit;
        this.refusal = refusal;
        this.owner = owner;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        took(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        took(n);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        took(skipped);
        return skipped;
    }

    private void took(long n) {
        left -= Math.max(0, n);
        if (left < 0) {
            throw new ClaimscopeException(ErrorKind.DATA, refusal + "; nothing of it was taken.");
        }
    }

    @Override
    public void close() throws IOException {
        try (owner) {
            super.close();
        }
    }
}
