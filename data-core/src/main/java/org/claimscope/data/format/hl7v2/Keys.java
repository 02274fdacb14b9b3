package org.claimscope.data.format.hl7v2;

/// How ids are made of HL7's composites, the same on both ends of every reference.
///
/// A patient: of the repetitions of PID-3 the first of type `MR`, else the first that has an id;
/// the key is `id@authority`, or the id alone where no authority is told. Two authorities number
/// different people alike, so the authority is part of the key. A visit or account number (PV1-19,
/// PID-18) is its first component alone: claims, remittances and charges refer to it so.
/// Departments belong to facilities: `department@facility`.
final class Keys {
    private Keys() {}

    /// A key out of a repeating CX (PID-3, MRG-1).
    ///
    /// @return empty when there is none, or when the input ends within it; a person of another key
    ///   is another person
    static String person(Segment s, int field) {
        int repetitions = s.repetitions(field);
        String first = "";
        for (int r = 1; r <= repetitions; r++) {
            String id = real(s.text(field, r, 1, 1));
            if (id.isEmpty()) {
                continue;
            }
            if (s.isCut(field, r, 4)) {
                return first;
            }
            String namespace = real(s.text(field, r, 4, 1));
            String authority = namespace.isEmpty() ? real(s.text(field, r, 4, 2)) : namespace;
            String key = within(id, authority);
            if (s.text(field, r, 5, 1).equals("MR")) {
                return key;
            }
            if (first.isEmpty()) {
                first = key;
            }
        }
        return first;
    }

    /// PV1-19, else the account PID-18.
    static String visit(Segment pv1, Segment pid) {
        String visit = real(pv1.text(19));
        return visit.isEmpty() && !pv1.isCut(19, 1) ? real(pid.text(18)) : visit;
    }

    /// The facility of a place (PL.4).
    static String facility(Segment s, int field) {
        if (s.isCut(field, 4)) {
            return "";
        }
        String namespace = real(s.text(field, 1, 4, 1));
        return namespace.isEmpty() ? real(s.text(field, 1, 4, 2)) : namespace;
    }

    static String within(String id, String owner) {
        return id.isEmpty() || owner.isEmpty() ? id : id + "@" + owner;
    }

    /// A value that is one: a deleted one is none.
    static String real(String value) {
        return value.equals(Segment.DELETE) ? "" : value;
    }
}
