package org.claimscope.nlq.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Names and numbers are found however they are spelled, and are not kept.
final class KeyedSetTest {
    @Test
    void spellingDoesNotMatter() {
        var set = new KeyedSet(List.of("Zoë O'Quinnell", "MRN 00-4711-8", "Ann"));
        assertTrue(set.in("for ZOE O’QUINNELL, please"));
        assertTrue(set.in("zoe_oquinnell"));
        assertTrue(set.in("xxmrn00 4711.8yy"));
        assertTrue(set.in("what about Ann?"));
        assertFalse(set.in("planning"));
        assertFalse(set.in("zoe quinnell"));
        assertTrue(set.has("Zoë O'Quinnell"));
        assertFalse(set.has("Zoë"));
    }

    @Test
    void whatOurOwnTextHoldsIsLeftOut() {
        var set = new KeyedSet(List.of("Medicare", "Riverside Medical Center"));
        KeyedSet fewer = set.without("a payer such as Medicare");
        assertFalse(fewer.in("medicare"));
        assertTrue(fewer.in("riverside medical center"));
        assertTrue(set.in("medicare"));
    }

    @Test
    void twoHundredThousandEntriesAreSearchedInMilliseconds() {
        var random = new Random(7);
        String[] entries = new String[200_000];
        for (int i = 0; i < entries.length; i++) {
            entries[i] =
                    i % 2 == 0
                            ? "M" + (10_000_000 + random.nextInt(89_999_999))
                            : name(random) + " " + name(random);
        }
        var set = new KeyedSet(List.of(entries));
        for (int i = 0; i < entries.length; i += 997) {
            assertTrue(set.in("see " + entries[i] + "."));
        }
        String body = "net collection rate by payer, formula and all. ".repeat(300);
        assertFalse(set.in(body));
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertFalse(set.in(body));
        }
        long each = (System.nanoTime() - start) / 20_000_000;
        assertTrue(each < 100, each + " ms for 14 kB");
        assertEquals(set.size() + " entries", set.toString());
    }

    private static String name(Random random) {
        var out = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            out.append("zvkqxjwrtl".charAt(random.nextInt(10)))
                    .append("aeiou".charAt(random.nextInt(5)));
        }
        return out.toString();
    }

    @Test
    void theHashIsSipHash() {
        // The published test vector of the empty input, key 00 01 … 0f.
        var hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertEquals(0x726fdb47dd0e0e31L, hash.of(new char[0], 0, 0));
        // 00 01 … 07
        assertEquals(
                0x93f5f5799a932462L, hash.of(new char[] {0x0100, 0x0302, 0x0504, 0x0706}, 0, 4));
    }
}
