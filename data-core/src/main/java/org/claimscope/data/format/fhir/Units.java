package org.claimscope.data.format.fhir;

import java.io.IOException;

/// Cuts a delivery into the JSON of one resource after the other.
interface Units {
    /// No resource is longer; a document reference with its attachment is a few megabytes.
    int MAX_RESOURCE = 16 << 20;

    /// What is kept of a resource that cannot be read.
    int KEPT_OF_BROKEN = 1 << 16;

    /// What is wrong with a unit's outer shape.
    enum Problem {
        NONE,
        TOO_LONG,
        TOO_DEEP,
        CUT_OFF,
        NOT_JSON
    }

    /// @return false at the end
    boolean next() throws IOException;

    /// The unit's place: its line in NDJSON, its number among the resources otherwise; from 1.
    long place();

    /// The array that the unit lies in, valid until the next.
    byte[] bytes();

    int from();

    int length();

    Problem problem();

    /// Whether the delivery ended inside a Bundle.
    boolean endedInside();
}
