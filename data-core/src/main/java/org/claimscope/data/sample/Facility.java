package org.claimscope.data.sample;

import java.util.Arrays;
import java.util.List;

/// The three facilities of the sample, and how the visits spread over them.
enum Facility {
    LARKFIELD("F1", "Larkfield Hospital", "Hospital", "Larkfield", 0.65),
    MARSH_LANE("F2", "Marsh Lane Clinic", "Clinic", "Marsh Lane", 0.25),
    QUAY("F3", "Quay Surgery Center", "Surgery center", "Quay Harbor", 0.10);

    static final List<Facility> ALL = List.of(values());
    static final String STATE = "IL";

    final String id;
    final String label;
    final String type;
    final String city;
    final double shareOfVisits;

    Facility(String id, String label, String type, String city, double shareOfVisits) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.city = city;
        this.shareOfVisits = shareOfVisits;
    }

    /// The number under which it is paid (835 N1*PE); numbers of organizations.
    String npi() {
        return Npi.of(199_000_000 + Integer.parseInt(id.substring(1)));
    }

    List<Department> departments() {
        return Arrays.stream(Department.values()).filter(d -> d.facility == this).toList();
    }
}
