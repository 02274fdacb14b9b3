package org.claimscope.data.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What the sender of a message is told (HL7 2.5 §2.9.2).
enum MllpAnswer {
    SAFE("AA", 0, ""),
    NOT_HL7("AE", 100, "This is no HL7 v2 message."),
    NO_CONTROL_ID("AE", 101, "The message has no control id (MSH-10)."),
    TOO_LONG("AE", 102, "The message is longer than any may be here."),
    NOT_STORED("AE", 207, "The message could not be stored. Send it again later."),
    MISFRAMED("AR", 100, "This is not MLLP: 0x0B, an HL7 message, 0x1C, 0x0D.");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final String code;

    /// HL7 table 0357.
    private final int condition;

    private final String text;

    MllpAnswer(String code, int condition, String text) {
        this.code = code;
        this.condition = condition;
        this.text = text;
    }

    /// The acknowledgement as a block, in the message's own separators and version. Of the message
    /// it repeats only what the header tells about sender, receiver and control id.
    ///
    /// @param id the acknowledgement's own control id
    byte[] to(MllpHeader message, Instant now, String id) {
        String s = message.separator();
        String component = message.encoding().substring(0, 1);
        String trigger = message.component(9, 2);
        var hl7 = new StringBuilder();
        hl7.append((char) MllpFrames.START);
        hl7.append("MSH").append(s).append(message.encoding());
        for (int field : new int[] {5, 6, 3, 4}) {
            hl7.append(s).append(message.field(field));
        }
        hl7.append(s).append(TIME.format(now));
        hl7.append(s).append(s).append("ACK");
        if (!trigger.isEmpty()) {
            hl7.append(component).append(trigger);
        }
        hl7.append(s).append(id);
        hl7.append(s).append(message.field(11).isEmpty() ? "P" : message.field(11));
        hl7.append(s).append(message.field(12).isEmpty() ? "2.5" : message.field(12));
        hl7.append("\rMSA").append(s).append(code).append(s).append(message.controlId());
        if (this != SAFE) {
            hl7.append(s).append(text);
            hl7.append("\rERR").append(s.repeat(3)).append(condition).append(s).append('E');
            hl7.append(s.repeat(4)).append(text);
        }
        hl7.append('\r').append((char) MllpFrames.END).append((char) MllpFrames.CR);
        return hl7.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
