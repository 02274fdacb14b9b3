package org.claimscope.data.format.csv;

import static org.claimscope.data.format.csv.Values.UNREADABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.claimscope.data.format.csv.Values.DateOrder;
import org.junit.jupiter.api.Test;

final class ValuesTest {
    private static long cents(String text) {
        // With neighbours, as in a buffer.
        byte[] b = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        return Values.cents(b, 1, b.length - 2);
    }

    private static long day(String text, DateOrder order) {
        byte[] b = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        return Values.epochDay(b, 1, b.length - 2, order);
    }

    private static long day(String text) {
        return day(text, DateOrder.YMD);
    }

    private static void isDate(String expected, String text, DateOrder order) {
        assertEquals(LocalDate.parse(expected).toEpochDay(), day(text, order), text);
    }

    @Test
    void aDateIsReadWithOrWithoutATime() {
        for (String text :
                List.of(
                        "2024-01-31",
                        "2024/1/31",
                        "2024.01.31",
                        "20240131",
                        "2024-01-31T23:59:59Z",
                        "2024-01-31 23:59",
                        "2024-01-31T00:15:00.000-05:00",
                        "20240131 0815")) {
            isDate("2024-01-31", text, DateOrder.YMD);
        }
        isDate("0001-01-01", "0001-01-01", DateOrder.YMD);
        isDate("9999-12-31", "9999-12-31", DateOrder.YMD);
        isDate("1969-12-31", "1969-12-31", DateOrder.YMD);
        assertEquals(-1, day("1969-12-31"));
        assertEquals(0, day("1970-01-01"));
    }

    @Test
    void onlyDaysOfTheCalendarAreDates() {
        isDate("2024-02-29", "2024-02-29", DateOrder.YMD);
        isDate("2000-02-29", "20000229", DateOrder.YMD);
        for (String text :
                List.of(
                        "2025-02-29",
                        "1900-02-29",
                        "2024-02-30",
                        "2024-04-31",
                        "2024-13-01",
                        "2024-00-10",
                        "2024-01-00",
                        "2024-01-32",
                        "0000-01-01",
                        "00000000")) {
            assertEquals(UNREADABLE, day(text), text);
        }
    }

    @Test
    void aYearAtTheEndNeedsADeclaredOrder() {
        assertEquals(UNREADABLE, day("01/02/2024"));
        isDate("2024-01-02", "01/02/2024", DateOrder.MDY);
        isDate("2024-02-01", "01/02/2024", DateOrder.DMY);
        isDate("2024-12-31", "12/31/2024", DateOrder.MDY);
        assertEquals(UNREADABLE, day("31/12/2024", DateOrder.MDY));
        assertEquals(UNREADABLE, day("12/31/2024", DateOrder.DMY));
        // A year in front is one under any order; two digits are none.
        isDate("2024-01-02", "2024-01-02", DateOrder.DMY);
        assertEquals(UNREADABLE, day("01/02/24", DateOrder.MDY));
    }

    @Test
    void whatIsNoDateIsRefused() {
        for (String text :
                List.of(
                        "",
                        "-",
                        "--",
                        "2024",
                        "2024-01",
                        "2024-01-",
                        "2024-01-01-01",
                        "2024-1a-01",
                        "2024-01-01X12:00",
                        "2024-01-01T",
                        "2024-01-01 PM",
                        "202401311",
                        "tomorrow",
                        "２０２４-01-01",
                        "-2024-01-01",
                        "2024-01-01T12:00 CET")) {
            assertEquals(UNREADABLE, day(text), text);
        }
    }

    @Test
    void moneyIsReadToTheCentHalfUp() {
        assertEquals(98_837, cents("988.3699951171875"));
        assertEquals(29_126, cents("291.260009765625"));
        assertEquals(1, cents("0.005"));
        assertEquals(0, cents("0.0049999999"));
        assertEquals(-1, cents("-0.005"));
        assertEquals(0, cents("-0.0049"));
        assertEquals(100, cents("0.995"));
        assertEquals(100_000, cents("999.995"));
        assertEquals(500, cents("5"));
        assertEquals(500, cents("5."));
        assertEquals(50, cents(".5"));
        assertEquals(0, cents("0"));
        assertEquals(0, cents("-0"));
        assertEquals(123, cents("+1.23"));
        assertEquals(120_000, cents("1.2E3"));
        assertEquals(10, cents("1e-1"));
    }

    @Test
    void moneyAsPeopleWriteItIsRead() {
        assertEquals(123_450, cents("$1,234.50"));
        assertEquals(-123_450, cents("-$1,234.50"));
        assertEquals(-123_450, cents("$-1,234.50"));
        assertEquals(-4_000, cents("(40.00)"));
        assertEquals(-123_456_789, cents("($1,234,567.89)"));
        assertEquals(1_234_567_00, cents("1,234,567"));
    }

    @Test
    void whatIsNoMoneyIsRefused() {
        for (String text :
                List.of(
                        "",
                        "-",
                        ".",
                        "$",
                        "()",
                        "12,5O",
                        "1,23",
                        "12,34.50",
                        "1,2345",
                        "1.2.3",
                        "--5",
                        "-(5)",
                        "(-40.00)",
                        "(40",
                        "40)",
                        "$1$2",
                        "$$5",
                        "5 USD",
                        "NaN",
                        "Infinity",
                        "0x10",
                        "1e",
                        "e5",
                        "1 000",
                        "5-",
                        "１２",
                        "12\0",
                        "five")) {
            assertEquals(UNREADABLE, cents(text), text);
        }
    }

    @Test
    void moneyThatNoColumnHoldsIsRefused() {
        assertEquals(9_999_999_999_999_999L, cents("99999999999999.99"));
        for (String text :
                List.of(
                        "100000000000000",
                        "99999999999999999999",
                        "1e15",
                        "1E99",
                        "-1e17",
                        "$100,000,000,000,000",
                        "99999999999999.995e0",
                        "9".repeat(80))) {
            assertEquals(UNREADABLE, cents(text), text);
        }
    }

    @Test
    void everyPlainNumberIsReadLikeBigDecimal() {
        var random = new Random(41);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "-" : "");
            text.append(Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(13)));
            if (random.nextInt(4) > 0) {
                text.append('.');
                int decimals = random.nextInt(12);
                for (int d = 0; d < decimals; d++) {
                    text.append(random.nextInt(3) == 0 ? "5" : String.valueOf(random.nextInt(10)));
                }
            }
            String number = text.toString();
            assertEquals(
                    new BigDecimal(number)
                            .setScale(2, RoundingMode.HALF_UP)
                            .unscaledValue()
                            .longValueExact(),
                    cents(number),
                    number);
        }
    }
}
