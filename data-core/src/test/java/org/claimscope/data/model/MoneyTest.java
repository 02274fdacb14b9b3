package org.claimscope.data.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MoneyTest {
    @Test
    void floatNoiseBecomesTheCentsItMeant() {
        assertEquals("988.37", Money.parse("988.3699951171875").toString());
        assertEquals("0.01", Money.parse("0.005").toString());
        assertEquals("-0.01", Money.parse("-0.005").toString());
        assertEquals("20.00", Money.parse("2E1").toString());
    }

    @Test
    void aSumTooBigForCentsIsRefusedNotWrapped() {
        assertThrows(ArithmeticException.class, () -> Money.parse("99999999999999999999"));
        assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }
}
