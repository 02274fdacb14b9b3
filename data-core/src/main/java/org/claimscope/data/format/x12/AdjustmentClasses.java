package org.claimscope.data.format.x12;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimscope.data.model.code.Carc;

/// Which class an adjustment is of, and whether it is a denial: the list of
/// `adjustment-classes.csv` beside this class.
///
/// A payer's own word for a denied claim (CLP02 = 4) is used once in hundreds: denials follow from
/// group and reason (835 CAS).
final class AdjustmentClasses {
    static final String ANY = "*";
    private static final long ANY_PACKED = '*';

    /// When an adjustment of the class counts as a denial.
    enum Denies {
        YES,
        NO,
        /// Only when the payer answered as the first payer (coordination of benefits).
        PRIMARY
    }

    /// A class with what it means for denials.
    ///
    /// @param label the class's stable name as bytes, as it is written to rows
    record Kind(Carc.Category category, Denies denies, byte[] label) {
        boolean denies(boolean asPrimary) {
            return switch (denies) {
                case YES -> true;
                case NO -> false;
                case PRIMARY -> asPrimary;
            };
        }
    }

    private static final Kind UNMAPPED = of(Carc.Category.UNMAPPED, Denies.NO);

    private final Map<Long, Kind> classes;

    private AdjustmentClasses(Map<Long, Kind> classes) {
        this.classes = Map.copyOf(classes);
    }

    private static Kind of(Carc.Category category, Denies denies) {
        return new Kind(category, denies, category.name().getBytes(StandardCharsets.UTF_8));
    }

    static AdjustmentClasses shipped() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        AdjustmentClasses.class.getResourceAsStream(
                                                "adjustment-classes.csv")),
                                StandardCharsets.UTF_8))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param in lines `group,reason,class,denial` below a header; lines that start with # are
    ///   comments
    static AdjustmentClasses read(BufferedReader in) throws IOException {
        var classes = new HashMap<Long, Kind>();
        boolean header = true;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (header) {
                header = false;
                continue;
            }
            String[] cells = line.strip().split(",", -1);
            classes.put(
                    pack(packed(cells[0]), packed(cells[1])),
                    of(
                            Carc.Category.valueOf(cells[2]),
                            Denies.valueOf(cells[3].toUpperCase(Locale.ROOT))));
        }
        return new AdjustmentClasses(classes);
    }

    /// The class of a group (CAS01) and reason (CAS02).
    Kind of(Segments in, long group, long reason) {
        long g = packed(in.bytes(), group);
        long r = packed(in.bytes(), reason);
        if (g < 0 || r < 0) {
            return UNMAPPED;
        }
        Kind exact = classes.get(pack(g, r));
        if (exact == null) {
            exact = classes.get(pack(ANY_PACKED, r));
        }
        if (exact == null) {
            exact = classes.get(pack(g, ANY_PACKED));
        }
        return exact == null ? UNMAPPED : exact;
    }

    /// Codes have at most two and four characters: both fit into one number.
    private static long pack(long group, long reason) {
        return group << 32 | reason;
    }

    private static long packed(String code) {
        byte[] b = code.getBytes(StandardCharsets.US_ASCII);
        return packed(b, Slice.of(0, b.length));
    }

    /// -1 for what is no code.
    private static long packed(byte[] b, long slice) {
        if (Slice.length(slice) > 4) {
            return -1;
        }
        long code = 0;
        for (int i = Slice.from(slice); i < Slice.end(slice); i++) {
            code = code << 8 | b[i] & 0xff;
        }
        return code;
    }
}
