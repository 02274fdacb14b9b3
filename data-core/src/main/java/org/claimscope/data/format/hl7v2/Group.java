package org.claimscope.data.format.hl7v2;

import java.util.ArrayList;
import java.util.List;

/// The segments of one patient in a message: from one PID to the next. What stands before the first
/// PID (MSH, EVN, SCH) belongs to the first.
record Group(Message message, List<Segment> segments) {
    static List<Group> of(Message message) {
        var groups = new ArrayList<Group>();
        var current = new ArrayList<Segment>();
        boolean named = false;
        for (Segment s : message.segments()) {
            if (s.name().equals("PID")) {
                if (named) {
                    groups.add(new Group(message, List.copyOf(current)));
                    current.clear();
                }
                named = true;
            }
            current.add(s);
        }
        groups.add(new Group(message, List.copyOf(current)));
        return groups;
    }

    Segment first(String name) {
        for (Segment s : segments) {
            if (s.name().equals(name)) {
                return s;
            }
        }
        return new Segment(message, 0, 0, false);
    }

    List<Segment> all(String name) {
        return segments.stream().filter(s -> s.name().equals(name)).toList();
    }

    boolean has(String name) {
        return segments.stream().anyMatch(s -> s.name().equals(name));
    }
}
