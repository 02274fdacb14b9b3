package org.claimscope.data.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// One HL7 v2.5.1 message while it is written. The story knows days and no hours: every kind of
/// message has an hour of its own, so that those of one day are in order.
final class Hl7Message {
    /// Takes back what earlier messages told (HL7 2.5 §2.6).
    static final String NOTHING = "\"\"";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder(1_024);

    /// @param type such as `ADT^A04^ADT_A01`
    /// @param hour of the day, two digits
    Hl7Message(String type, Facility from, String controlId, LocalDate on, String hour) {
        String time = day(on) + hour + "0000";
        text.append("MSH|^~\\&|LARKFIELD|")
                .append(from.id)
                .append("|||")
                .append(time)
                .append("||")
                .append(type)
                .append('|')
                .append(controlId)
                .append("|P|2.5.1\r");
        segment("EVN", "", time);
    }

    /// @param fields from the first on; trailing empty ones are left out
    Hl7Message segment(String name, String... fields) {
        text.append(name);
        for (String field : fields) {
            text.append('|').append(field);
        }
        int end = text.length();
        while (text.charAt(end - 1) == '|') {
            end--;
        }
        text.setLength(end);
        text.append('\r');
        return this;
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }

    /// The components of one field.
    static String parts(@Nullable String... components) {
        var field = new StringBuilder();
        for (int i = 0; i < components.length; i++) {
            field.append(i == 0 ? "" : "^").append(escaped(components[i]));
        }
        return field.toString();
    }

    private static String escaped(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '|' -> safe.append("\\F\\");
                case '^' -> safe.append("\\S\\");
                case '~' -> safe.append("\\R\\");
                case '\\' -> safe.append("\\E\\");
                case '&' -> safe.append("\\T\\");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return "Hl7Message[•••]";
    }

    CharSequence text() {
        return text;
    }
}
