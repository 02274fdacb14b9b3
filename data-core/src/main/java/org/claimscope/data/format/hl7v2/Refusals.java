package org.claimscope.data.format.hl7v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.format.RefusedContent;

/// Which segments of a message are never taken ([RefusedContent]): a document (TXA) or order (OBR)
/// with all results and remarks under it, or a single result (OBX) with its remarks. By type
/// (TXA-2, OBR-4, OBX-3) or by the hospital service that the patient is in (PV1-10).
final class Refusals {
    private static final int NONE = 0;
    private static final int RESULT = 1;
    private static final int ORDER = 2;

    private final Map<Segment, Boolean> dropped = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();

    private Refusals() {}

    static Refusals of(Message message) {
        var refusals = new Refusals();
        boolean service = RefusedContent.isService(message.first("PV1").text(10));
        int open = NONE;
        for (Segment s : message.segments()) {
            switch (s.name()) {
                case "TXA" -> open = refusals.take(s, 2, service, ORDER, NONE);
                case "OBR" -> open = refusals.take(s, 4, service, ORDER, NONE);
                case "OBX" -> {
                    if (open == ORDER) {
                        refusals.dropped.put(s, true);
                    } else {
                        open = refusals.take(s, 3, service, RESULT, NONE);
                    }
                }
                case "NTE" -> {
                    if (open != NONE) {
                        refusals.dropped.put(s, true);
                    }
                }
                case "PID", "PV1" -> open = NONE;
                default -> {}
            }
        }
        return refusals;
    }

    private int take(Segment s, int field, boolean service, int refused, int otherwise) {
        if (!service && !isNamed(s, field)) {
            return otherwise;
        }
        dropped.put(s, true);
        places.add(service ? "PV1-10" : s.name() + "-" + field);
        return refused;
    }

    /// Any of the code, its text, and their alternates. Where the input ends within the value, what
    /// is there of it counts.
    private static boolean isNamed(Segment s, int field) {
        for (int component = 1; component <= 5; component++) {
            if (component != 3 && RefusedContent.names(s.cutText(field, component))) {
                return true;
            }
        }
        return RefusedContent.names(s.text(field, 9));
    }

    boolean drops(Segment segment) {
        return dropped.containsKey(segment);
    }

    /// Where each refused document, order or result was told, such as `OBR-4`.
    List<String> places() {
        return List.copyOf(places);
    }
}
