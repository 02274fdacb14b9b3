package org.claimscope.data.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Bytes that say they are an archive, unpacked in a folder of their own.
public final class UnpackProbe {
    private static final UnpackLimits LIMITS = new UnpackLimits(50, 1 << 21, 20);

    private UnpackProbe() {}

    /// @throws AssertionError when an entry gives more than it may, leaves the archive or is
    ///   refused without a reason
    public static void check(byte[] input) throws IOException {
        Path file = Files.createTempFile("probe", ".zip");
        try {
            Files.write(file, input);
            var names = new HashSet<String>();
            for (Arrival arrival :
                    new ZipArchive(file, LIMITS).entries(Comparator.naturalOrder())) {
                if (!names.add(arrival.name())) {
                    throw new AssertionError("two deliveries of one name");
                }
                switch (arrival) {
                    case Arrival.Refused(Path _, String _, String reason) -> {
                        if (reason.isBlank()) {
                            throw new AssertionError("refused without a reason");
                        }
                    }
                    case Arrival.Ready(Path from, String _, Arrival.Bytes bytes) -> {
                        if (!from.equals(file)) {
                            throw new AssertionError("an entry of another file");
                        }
                        read(bytes);
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Arrival.Bytes bytes) {
        try (var in = bytes.open()) {
            long read = in.transferTo(OutputStream.nullOutputStream());
            if (read > LIMITS.bytes()) {
                throw new AssertionError("unpacked " + read + " bytes");
            }
        } catch (IOException damaged) {
            // What a feed tells as a delivery that cannot be read.
        } catch (ClaimscopeException e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
        }
    }
}
