package org.claimscope.data.format.hl7v2;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.Utf8;
import org.claimscope.data.model.Rejection;

/// HL7 v2.1 to 2.8 messages, one or many in a file.
///
/// The message is the unit: its place is its number in the delivery, from 1, and when something
/// essential of it cannot be read it goes to quarantine whole. All rows are patches dated by EVN-2,
/// else MSH-7, so that repeats and any order give the same end.
///
/// ```java
/// new Hl7Format().inspect(in).messages().getFirst().type(); // ADT^A01
/// ```
public final class Hl7Format implements Format {
    private static final String REFUSED = "a note or observation of a kind that is never taken";

    private final InstantSource clock;

    public Hl7Format() {
        this(InstantSource.system());
    }

    /// @param clock tells which events lie in the future
    public Hl7Format(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "hl7v2";
    }

    @Override
    public boolean fits(byte[] head) {
        return Heading.isHl7(head);
    }

    @Override
    public boolean read(InputStream in, Reading reading) throws IOException {
        var messages = new MessageReader(Utf8.of(in, reading.findings()));
        while (messages.next()) {
            if (reading.cancellation().requested()) {
                return false;
            }
            take(messages, reading);
        }
        messages.envelope().findings().forEach(reading.findings());
        if (messages.number() == 0) {
            reading.findings().accept(NO_MESSAGE);
            reading.rejections()
                    .accept(
                            new Rejection(
                                    1,
                                    "",
                                    Rejection.Reason.MALFORMED,
                                    NO_MESSAGE.text(),
                                    messages.outside()));
        }
        return true;
    }

    private static final Finding NO_MESSAGE =
            new Finding("no-message", "delivery", "there is no HL7 message in it");

    private void take(MessageReader messages, Reading reading) {
        Message message = messages.message();
        long number = messages.number();
        var refusals = Refusals.of(message);
        for (String place : refusals.places()) {
            reading.rejections()
                    .accept(
                            new Rejection(
                                    number,
                                    place,
                                    Rejection.Reason.REFUSED_CONTENT,
                                    REFUSED,
                                    new byte[0]));
        }
        Intake intake = MessageRows.of(message, number, refusals);
        switch (messages.problem()) {
            case TOO_LONG ->
                    intake.reject(Rejection.Reason.TOO_LONG, "", "longer than any message may be");
            case OPEN_BLOCK ->
                    intake.reject(
                            Rejection.Reason.CUT_OFF,
                            "",
                            "the MLLP block has no end: half a message");
            case NONE -> {}
        }
        if (messages.strays() > 0) {
            intake.finding("not-a-segment", "", messages.strays() + " lines are no segments");
        }
        intake.gathered()
                .handTo(
                        reading,
                        number,
                        () -> MessageRows.event(intake, clock),
                        () -> message.without(refusals::drops));
    }

    @Override
    public Inspection inspect(InputStream in) throws IOException {
        var findings = new ArrayList<Finding>();
        var told = new ArrayList<Inspection.Message>();
        var messages = new MessageReader(Utf8.of(in, findings::add));
        while (messages.next()) {
            Message message = messages.message();
            long number = messages.number();
            if (told.size() < Inspection.MOST) {
                told.add(summary(message.believed()));
            }
            if (findings.size() < Inspection.MOST) {
                var refusals = Refusals.of(message);
                Intake intake = MessageRows.of(message, number, refusals);
                for (String place : refusals.places()) {
                    intake.finding("refused", place, REFUSED);
                }
                MessageRows.event(intake, clock);
                if (messages.strays() > 0) {
                    intake.finding(
                            "not-a-segment", "", messages.strays() + " lines are no segments");
                }
                intake.gathered()
                        .defect()
                        .ifPresent(d -> intake.finding("rejected", d.column(), d.explanation()));
                findings.addAll(intake.gathered().findings());
            }
        }
        findings.addAll(messages.envelope().findings());
        if (messages.number() == 0) {
            findings.add(NO_MESSAGE);
        } else if (messages.number() > told.size()) {
            findings.add(
                    new Finding(
                            "not-listed",
                            "delivery",
                            messages.number() - told.size() + " more messages are not listed"));
        }
        return new Inspection(
                id(), List.of(), List.of(), List.of(), List.of(), told, new TreeMap<>(), findings);
    }

    private static Inspection.Message summary(Message message) {
        String patient = message.first("PID").text(3);
        BigDecimal charged = null;
        for (Segment s : message.segments()) {
            if (s.name().equals("FT1")) {
                long cents = Numbers.cents(s.text(11));
                if (cents != Numbers.UNREADABLE) {
                    BigDecimal dollars = BigDecimal.valueOf(cents, 2);
                    charged = charged == null ? dollars : charged.add(dollars);
                }
            }
        }
        return new Inspection.Message(
                message.type(),
                message.controlId(),
                patient.isEmpty() ? null : patient,
                message.count("FT1"),
                charged);
    }

    @Override
    public String unit() {
        return "message";
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public byte[] original(InputStream in, long place) throws IOException {
        var messages = new MessageReader(Utf8.of(in, finding -> {}));
        while (messages.next()) {
            if (messages.number() == place) {
                Message message = messages.message();
                return message.without(Refusals.of(message)::drops);
            }
        }
        return new byte[0];
    }
}
