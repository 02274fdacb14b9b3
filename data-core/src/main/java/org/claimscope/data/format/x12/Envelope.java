package org.claimscope.data.format.x12;

/// Where in the envelopes the reader stands: the interchange (ISA), the group (GS) and the set
/// (ST), with what they say about themselves.
final class Envelope {
    private String interchangeControl = "";
    private long interchangeDay = X12Values.UNREADABLE;
    private boolean interchangeOpen;
    private long groups;

    private String groupControl = "";
    private String groupSender = "";
    private String groupVersion = "";
    private boolean groupOpen;
    private long sets;
    private long groupMicros = X12Values.UNREADABLE;

    private String type = "";
    private String control = "";
    private String version = "";
    private long setSegment;

    void interchange(SegmentReader r) {
        interchangeControl = r.text(13);
        interchangeDay = X12Values.epochDay(r.bytes(), slice(r, 9));
        interchangeOpen = true;
        groups = 0;
        groupMicros = X12Values.micros(interchangeDay, r.bytes(), slice(r, 10));
        group("", "", "", false);
    }

    void group(SegmentReader r) {
        long day = X12Values.epochDay(r.bytes(), slice(r, 4));
        long micros = X12Values.micros(day, r.bytes(), slice(r, 5));
        if (micros != X12Values.UNREADABLE) {
            groupMicros = micros;
        }
        group(r.text(6), r.text(2), r.text(8), true);
        groups++;
    }

    private void group(String control, String sender, String groupsVersion, boolean open) {
        groupControl = control;
        groupSender = sender;
        groupVersion = groupsVersion;
        groupOpen = open;
        sets = 0;
    }

    void set(SegmentReader r) {
        type = r.text(1);
        control = r.text(2);
        version = r.text(3);
        setSegment = r.number();
        sets++;
    }

    void groupClosed() {
        groupOpen = false;
    }

    void interchangeClosed() {
        interchangeOpen = false;
        groupOpen = false;
    }

    private static long slice(SegmentReader r, int element) {
        int from = r.from(element);
        int to = from + r.length(element);
        while (to > from && r.bytes()[to - 1] == ' ') {
            to--;
        }
        return Slice.of(from, to - from);
    }

    /// ISA13.
    String interchangeControl() {
        return interchangeControl;
    }

    boolean interchangeOpen() {
        return interchangeOpen;
    }

    /// How many GS there were in the interchange.
    long groups() {
        return groups;
    }

    /// GS06.
    String groupControl() {
        return groupControl;
    }

    /// GS02.
    String groupSender() {
        return groupSender;
    }

    boolean groupOpen() {
        return groupOpen;
    }

    /// How many ST there were in the group.
    long sets() {
        return sets;
    }

    /// ST01.
    String type() {
        return type;
    }

    /// ST02.
    String control() {
        return control;
    }

    /// ST03, empty where it is not sent.
    String setVersion() {
        return version;
    }

    /// GS08, else ST03: the versions that the field writes into GS08 are many, but nearly all write
    /// one.
    String version() {
        return groupVersion.isEmpty() ? version : groupVersion;
    }

    /// The segment of the set's ST.
    long setSegment() {
        return setSegment;
    }

    /// When the group was made (GS04, GS05), else the interchange (ISA09, ISA10); the epoch when
    /// neither says. Taken as UTC: senders do not tell their zone.
    long micros() {
        return groupMicros == X12Values.UNREADABLE ? 0 : groupMicros;
    }

    /// The day of [#micros()], or [X12Values#UNREADABLE] when nobody says.
    long day() {
        return groupMicros == X12Values.UNREADABLE
                ? X12Values.UNREADABLE
                : Math.floorDiv(groupMicros, 86_400_000_000L);
    }
}
