package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NpiTest {
    @Test
    void theCheckDigitIsTheOneOfThePublishedExamples() {
        assertEquals("1234567893", Npi.of(123_456_789));
        assertEquals("1000000004", Npi.of(100_000_000));
    }
}
