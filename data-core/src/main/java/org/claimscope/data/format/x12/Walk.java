package org.claimscope.data.format.x12;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/// Walks through the envelopes of a delivery, checks what they say about themselves, and hands each
/// transaction to the reader of its kind.
///
/// Counts that are wrong, ends that are missing and sets of unknown kinds are findings; the walk
/// always goes on to the end of the delivery.
final class Walk {
    private static final int BETWEEN_LOOKS_AT_CANCELLATION = 4096;
    private static final int MOST_OF_AN_ORIGINAL = 4096;

    /// Releases and guides that the field sends; another one is read all the same.
    private static final Set<String> RELEASES = Set.of("004010", "004050", "005010", "006020");

    private final SegmentReader reader;
    private final Format.Reading to;
    private final Findings findings;
    private final AdjustmentClasses classes;
    private final @Nullable Inspector inspector;
    private final Envelope envelope = new Envelope();

    private @Nullable TransactionSet set;
    private long segmentsInSet;
    private boolean sawEnvelope;
    private boolean saidNoEnvelope;

    Walk(
            SegmentReader reader,
            Format.Reading to,
            Findings findings,
            AdjustmentClasses classes,
            @Nullable Inspector inspector) {
        this.reader = reader;
        this.to = to;
        this.findings = findings;
        this.classes = classes;
        this.inspector = inspector;
    }

    /// @return true if the end was reached
    boolean run() throws IOException {
        while (reader.next()) {
            if (reader.number() % BETWEEN_LOOKS_AT_CANCELLATION == 0
                    && to.cancellation().requested()) {
                return false;
            }
            segment();
        }
        closeSet(false);
        closeInterchange();
        if (reader.number() == 0) {
            findings.add("not-x12", 1, "", "there is no X12 segment in the file");
        }
        findings.end();
        return true;
    }

    private void segment() {
        if (reader.tooLong()) {
            reject(Reason.TOO_LONG, "the segment is longer than any may be");
            segmentsInSet++;
            return;
        }
        int id = reader.id();
        switch (id) {
            case Ids.ISA -> interchange();
            case Ids.GS -> group();
            case Ids.ST -> openSet();
            case Ids.SE -> closeSet();
            case Ids.GE -> closeGroup();
            case Ids.IEA -> interchangeEnds();
            case Ids.TA1 -> FunctionalSet.interchangeAcknowledged(reader, envelope, to);
            default -> inner(id);
        }
    }

    private void inner(int id) {
        segmentsInSet++;
        if (!reader.terminated()) {
            findings.add(
                    "truncated", reader.number(), "", "the segment is cut off; it was not read");
            reject(Reason.CUT_OFF, "the segment is cut off");
            return;
        }
        if (id == Ids.NONE) {
            findings.add(
                    "bad-segment", reader.number(), "", "the segment does not start with a name");
            return;
        }
        if (set == null) {
            findings.add(
                    "stray-segment",
                    reader.number(),
                    Ids.name(id),
                    "the segment is outside of any transaction set");
            return;
        }
        if (inspector != null) {
            inspector.segment(reader, id);
        }
        set.take(reader);
    }

    private void interchange() {
        closeSet(false);
        closeInterchange();
        sawEnvelope = true;
        envelope.interchange(reader);
    }

    private void group() {
        closeSet(false);
        closeGroupLate();
        noEnvelope();
        envelope.group(reader);
    }

    private void openSet() {
        closeSet(false);
        noEnvelope();
        envelope.set(reader);
        segmentsInSet = 1;
        String type = envelope.type();
        if (!isKnown(envelope.version())) {
            findings.add(
                    "unknown-version",
                    reader.number(),
                    "GS08",
                    "the version is none that is known; the set is read by its content");
        }
        if (!envelope.setVersion().isEmpty() && !envelope.setVersion().equals(envelope.version())) {
            findings.add(
                    "version-differs",
                    reader.number(),
                    "ST03",
                    "the set (ST03) and the group (GS08) name different versions");
        }
        set = of(type);
        if (inspector != null) {
            inspector.opened(type, envelope.version(), reader.number());
        }
    }

    private static boolean isKnown(String version) {
        return version.length() >= 6 && RELEASES.contains(version.substring(0, 6));
    }

    private TransactionSet of(String type) {
        return switch (type) {
            case "835" -> new RemittanceSet(envelope, to, findings, classes);
            case "837" -> new ClaimSet(envelope, to, findings);
            case "277" -> new StatusSet(envelope, to, findings);
            case "997", "999" -> new FunctionalSet(envelope, to, findings);
            case "278" -> new AuthorizationSet(to, findings);
            case "270", "271", "276" -> new EligibilitySet(findings);
            default -> {
                findings.add(
                        "unknown-set",
                        reader.number(),
                        "ST01",
                        "the transaction set is of a kind that is not read");
                yield new EligibilitySet(findings);
            }
        };
    }

    private void closeSet() {
        segmentsInSet++;
        if (set == null) {
            findings.add("stray-segment", reader.number(), "SE", "there is no ST to this SE");
            return;
        }
        if (!reader.terminated()) {
            closeSet(false);
            return;
        }
        compare("se-count", "SE01", count(1), segmentsInSet);
        control("se-control", "SE02", envelope.control());
        closeSet(true);
    }

    private void closeSet(boolean whole) {
        TransactionSet open = set;
        if (open == null) {
            return;
        }
        if (!whole) {
            findings.add(
                    "truncated",
                    envelope.setSegment(),
                    "ST",
                    "the transaction set has no SE; its last record was not taken");
        }
        open.end(whole);
        set = null;
        if (inspector != null) {
            inspector.closed();
        }
    }

    private void closeGroup() {
        closeSet(false);
        compare("ge-count", "GE01", count(1), envelope.sets());
        control("ge-control", "GE02", envelope.groupControl());
        envelope.groupClosed();
    }

    private void closeGroupLate() {
        if (envelope.groupOpen()) {
            findings.add("no-ge", reader.number(), "GE", "the group before has no GE");
            envelope.groupClosed();
        }
    }

    private void interchangeEnds() {
        closeSet(false);
        closeGroupLate();
        compare("iea-count", "IEA01", count(1), envelope.groups());
        control("iea-control", "IEA02", envelope.interchangeControl());
        envelope.interchangeClosed();
        reader.interchangeEnded();
    }

    private void closeInterchange() {
        closeGroupLate();
        if (envelope.interchangeOpen()) {
            findings.add("no-iea", reader.number(), "IEA", "the interchange has no IEA");
            envelope.interchangeClosed();
        }
    }

    private void noEnvelope() {
        if (!sawEnvelope && !saidNoEnvelope) {
            saidNoEnvelope = true;
            findings.add("no-envelope", reader.number(), "ISA", "there is no interchange (ISA)");
        }
    }

    private long count(int element) {
        return X12Values.count(
                reader.bytes(), Slice.of(reader.from(element), reader.length(element)));
    }

    private void compare(String code, String element, long told, long counted) {
        if (told != counted) {
            findings.add(
                    code,
                    reader.number(),
                    element,
                    told < 0
                            ? "the count is no number; there are " + counted
                            : "the count says " + told + ", there are " + counted);
        }
    }

    private void control(String code, String element, String opened) {
        if (!reader.text(2).equals(opened)) {
            findings.add(
                    code, reader.number(), element, "the control number differs from its header's");
        }
    }

    private void reject(Reason reason, String explanation) {
        byte[] original = reader.original();
        to.rejections()
                .accept(
                        new Rejection(
                                reader.number(),
                                "",
                                reason,
                                explanation,
                                Arrays.copyOf(
                                        original, Math.min(original.length, MOST_OF_AN_ORIGINAL))));
    }
}
