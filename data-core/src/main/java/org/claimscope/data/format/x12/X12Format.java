package org.claimscope.data.format.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import org.claimscope.data.format.Excerpt;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.model.CountedRows;
import org.claimscope.data.progress.Cancellation;

/// X12 004010 and 005010: claims (837P, 837I, 837D), remittances (835), acknowledgements (277CA,
/// 277, 999, 997, TA1) and authorizations (278) become records; eligibility (270, 271) and status
/// requests (276) are understood for `inspect` and their refusals (AAA).
///
/// Which kind a set is comes from ST01 and what is in it: versions are masked or wrong too often to
/// decide anything.
public final class X12Format implements Format {
    /// Segments shown around one.
    private static final int BEFORE = 3;

    private static final int AFTER = 60;

    private final AdjustmentClasses classes = AdjustmentClasses.shipped();

    @Override
    public String id() {
        return "x12";
    }

    /// Whether an ISA or, without envelope, a GS or ST can be made out at the start; after a byte
    /// order mark or blank lines too, and in UTF-16, which is then refused by name.
    @Override
    public boolean fits(byte[] head) {
        int at = 0;
        if (head.length > 2
                && (head[0] & 0xff) == 0xef
                && (head[1] & 0xff) == 0xbb
                && (head[2] & 0xff) == 0xbf) {
            at = 3;
        }
        while (at < head.length && Separators.isBlank(head[at])) {
            at++;
        }
        if (Separators.ofIsa(head, at, head.length) != null
                || Separators.infer(head, at, head.length) != null) {
            return true;
        }
        int wide = head.length > 1 && (head[0] & 0xff) >= 0xfe && (head[1] & 0xff) >= 0xfe ? 2 : 0;
        return head.length > wide + 7 && (spells(head, wide) || spells(head, wide + 1));
    }

    /// `ISA` in two bytes a letter.
    private static boolean spells(byte[] b, int at) {
        return b[at] == 'I' && b[at + 1] == 0 && b[at + 2] == 'S' && b[at + 4] == 'A';
    }

    @Override
    public Inspection inspect(InputStream in) throws IOException {
        var inspector = new Inspector();
        var rows = new CountedRows();
        var reading =
                new Reading(
                        "inspected",
                        entity -> rows,
                        rejection -> inspector.finding(Rejected.asFinding(rejection)),
                        inspector::finding,
                        Cancellation.NONE);
        var findings = new Findings(inspector::finding);
        new Walk(new SegmentReader(in, findings), reading, findings, classes, inspector).run();
        return inspector.inspection();
    }

    @Override
    public boolean read(InputStream in, Reading reading) throws IOException {
        var findings = new Findings(reading.findings());
        return new Walk(new SegmentReader(in, findings), reading, findings, classes, null).run();
    }

    @Override
    public String unit() {
        return "segment";
    }

    @Override
    public boolean standsAlone() {
        return false;
    }

    @Override
    public byte[] original(InputStream in, long place) throws IOException {
        return excerpt(in, place).record();
    }

    /// A segment alone says little: the three before it, and after it what its loop may have, up to
    /// the next segment of its kind or the end of the transaction.
    @Override
    public Excerpt excerpt(InputStream in, long place) throws IOException {
        var reader = new SegmentReader(in, new Findings(finding -> {}));
        var before = new ArrayDeque<byte[]>();
        while (reader.next() && reader.number() < place) {
            before.addLast(reader.original());
            if (before.size() > BEFORE) {
                before.removeFirst();
            }
            if (reader.id() == Ids.SE) {
                // What came before is of somebody else.
                before.clear();
            }
            if (reader.id() == Ids.IEA) {
                reader.interchangeEnded();
            }
        }
        if (reader.number() != place) {
            return Excerpt.of(new byte[0]);
        }
        byte[] record = reader.original();
        int id = reader.id();
        var after = new ArrayList<byte[]>();
        while (id != Ids.SE
                && id != Ids.IEA
                && after.size() < AFTER
                && reader.next()
                && reader.id() != id
                && reader.id() != Ids.SE) {
            after.add(reader.original());
        }
        return new Excerpt(lines(before), record, lines(after));
    }

    /// Each on a line of its own, however the sender ended them.
    private static byte[] lines(Collection<byte[]> segments) {
        var all = new ByteArrayOutputStream();
        for (byte[] segment : segments) {
            if (all.size() > 0) {
                all.write('\n');
            }
            all.writeBytes(segment);
        }
        return all.toByteArray();
    }
}
