package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;

/// What a receiver's translator says about a group and its sets before anyone reads the claims
/// (999, 997), and about an interchange (TA1).
///
/// One acknowledgement for each set (AK2 to IK5 or AK5) and one for the group (AK1 to AK9). They
/// tie back to the 837 by its GS06 (AK102) and ST02 (AK202).
final class FunctionalSet implements TransactionSet {
    private static final int ID = Entity.ACKNOWLEDGEMENT.indexOf("id");
    private static final int TYPE = Entity.ACKNOWLEDGEMENT.indexOf("acknowledgement_type");
    private static final int INTERCHANGE =
            Entity.ACKNOWLEDGEMENT.indexOf("interchange_control_number");
    private static final int GROUP = Entity.ACKNOWLEDGEMENT.indexOf("group_control_number");
    private static final int SET = Entity.ACKNOWLEDGEMENT.indexOf("transaction_control_number");
    private static final int CATEGORY = Entity.ACKNOWLEDGEMENT.indexOf("category_code");
    private static final int STATUS = Entity.ACKNOWLEDGEMENT.indexOf("status_code");
    private static final int OUTCOME = Entity.ACKNOWLEDGEMENT.indexOf("outcome");
    private static final int DAY = Entity.ACKNOWLEDGEMENT.indexOf("status_date");

    private final Envelope envelope;
    private final Format.Reading to;
    private final Findings findings;
    private final Segments group = new Segments();
    private final Segments set = new Segments();

    FunctionalSet(Envelope envelope, Format.Reading to, Findings findings) {
        this.envelope = envelope;
        this.to = to;
        this.findings = findings;
    }

    @Override
    public void take(SegmentReader segment) {
        switch (segment.id()) {
            case Ids.AK1 -> {
                group.clear();
                group.add(segment);
                set.clear();
            }
            case Ids.AK2 -> {
                unanswered();
                set.add(segment);
            }
            case Ids.IK5, Ids.AK5 -> {
                if (set.isEmpty()) {
                    findings.add(
                            "stray-segment", segment.number(), "IK5", "there is no AK2 before it");
                    return;
                }
                set.add(segment);
                acknowledge(set, true);
                set.clear();
            }
            case Ids.AK9 -> {
                unanswered();
                if (group.isEmpty()) {
                    findings.add(
                            "stray-segment", segment.number(), "AK9", "there is no AK1 before it");
                    return;
                }
                group.add(segment);
                acknowledge(group, false);
                group.clear();
            }
            default -> {}
        }
    }

    private void unanswered() {
        if (!set.isEmpty()) {
            findings.add(
                    "no-outcome",
                    set.number(0),
                    "AK2",
                    "the set is named but not judged (no IK5 or AK5)");
            set.clear();
        }
    }

    private void acknowledge(Segments s, boolean oneSet) {
        int last = s.size() - 1;
        var id =
                new Key()
                        .add(envelope.type())
                        .add('|')
                        .add(envelope.groupSender())
                        .add('|')
                        .add(group.isEmpty() ? s : group, groupControl());
        var row = new Row(to.records().of(Entity.ACKNOWLEDGEMENT)).text(TYPE, envelope.type());
        if (oneSet) {
            id.add('|').add(s, s.element(0, 2));
            row.text(SET, s, s.element(0, 2));
        }
        if (!group.isEmpty()) {
            row.text(GROUP, group, groupControl());
        }
        row.text(ID, id)
                .text(CATEGORY, s, s.element(last, 1))
                .text(STATUS, s, s.element(last, oneSet ? 2 : 5))
                .text(OUTCOME, outcome(s.text(s.element(last, 1))))
                .date(DAY, envelope.day())
                .end(s.number(0));
    }

    private long groupControl() {
        return group.isEmpty() ? Slice.ABSENT : group.element(0, 2);
    }

    /// IK501, AK501, AK901, TA104: A accepted, E accepted with errors, P partly, the others
    /// refusals.
    private static String outcome(String code) {
        return switch (code) {
            case "A" -> "Accepted";
            case "E" -> "Accepted with errors";
            case "P" -> "Partly accepted";
            case "R", "M", "W", "X" -> "Rejected";
            default -> "";
        };
    }

    /// TA1: the answer to a whole interchange, by its ISA13.
    static void interchangeAcknowledged(
            SegmentReader segment, Envelope envelope, Format.Reading to) {
        if (!segment.terminated() || segment.length(1) == 0) {
            return;
        }
        var s = new Segments();
        s.add(segment);
        new Row(to.records().of(Entity.ACKNOWLEDGEMENT))
                .text(ID, new Key().add("TA1|").add(s, s.element(0, 1)))
                .text(TYPE, "TA1")
                .text(INTERCHANGE, s, s.element(0, 1))
                .text(CATEGORY, s, s.element(0, 4))
                .text(STATUS, s, s.element(0, 5))
                .text(OUTCOME, outcome(s.text(s.element(0, 4))))
                .date(DAY, envelope.day())
                .end(s.number(0));
    }

    @Override
    public void end(boolean whole) {
        unanswered();
    }
}
