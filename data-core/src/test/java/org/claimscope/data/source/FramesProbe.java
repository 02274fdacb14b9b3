package org.claimscope.data.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.claimscope.data.source.MllpFrames.Frame;

/// A connection's bytes, cut into blocks twice: as one packet, and as packets of one byte.
public final class FramesProbe {
    /// As much as is kept of what is longer.
    private static final int LONGEST = 1 << 12;

    private FramesProbe() {}

    /// @throws AssertionError when the packets change what is read, or a block is none
    public static void check(byte[] input) throws IOException {
        List<String> whole = frames(input, input.length);
        if (!whole.equals(frames(input, 1))) {
            throw new AssertionError("how the bytes were sent changed what was read");
        }
    }

    private static List<String> frames(byte[] input, int packet) throws IOException {
        InputStream in =
                new ByteArrayInputStream(input) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, Math.max(1, packet)));
                    }
                };
        var frames = new MllpFrames(in, LONGEST);
        var seen = new ArrayList<String>();
        // A block takes three bytes at least, so that this ends.
        for (int i = 0; i <= input.length; i++) {
            switch (frames.next()) {
                case Frame.Block(byte[] content) -> seen.add("block " + checked(content));
                case Frame.TooLong(byte[] start) -> seen.add("too long " + checked(start));
                case Frame.Misframed() -> {
                    seen.add("misframed");
                    return seen;
                }
                case Frame.Closed() -> {
                    seen.add("closed");
                    return seen;
                }
            }
        }
        throw new AssertionError("more blocks than bytes");
    }

    private static String checked(byte[] content) {
        if (content.length > LONGEST) {
            throw new AssertionError("longer than any may be");
        }
        for (byte b : content) {
            if (b == MllpFrames.START || b == MllpFrames.END) {
                throw new AssertionError("a mark within a block");
            }
        }
        return HexFormat.of().formatHex(content);
    }
}
