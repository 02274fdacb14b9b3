package org.claimscope.nlq.guard;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Hundreds of thousands of names and numbers that must not leave the machine, kept as keyed hashes
/// only: it can be asked whether a text holds one of them, and cannot tell what they are.
///
/// Spelling does not matter: case, accents, blanks and signs are left out on both sides. Entries of
/// eight letters or more, or of six with a digit, are found anywhere, also inside longer words; the
/// shorter ones at the borders of words, else every "Ann" would be found in "planning". What is
/// shorter than three letters is not kept.
public final class KeyedSet {
    private static final int SHORTEST = 3;
    private static final int ANYWHERE = 8;
    private static final int NUMBER_ANYWHERE = 6;
    private static final int LONGEST = 64;
    private static final int SMALLEST_SIEVE = 1 << 14;
    private static final int LARGEST_SIEVE = 1 << 24;

    /// Finds nothing.
    public static final KeyedSet EMPTY = new KeyedSet(List.of());

    private final SipHash hash;
    private final long base;
    private final BitSet anywhereLengths = new BitSet();
    private final BitSet wordLengths = new BitSet();
    private final long[] sieve;
    private long[] table = new long[1024];
    private int size;

    /// @param entries are read once and not kept
    public KeyedSet(Collection<String> entries) {
        this(entries::forEach);
    }

    /// @param entries calls back with each entry
    public KeyedSet(Consumer<Consumer<String>> entries) {
        var random = new SecureRandom();
        this.hash = new SipHash(random.nextLong(), random.nextLong());
        this.base = random.nextLong() | 1;
        var rollings = new ArrayList<Long>();
        entries.accept(entry -> add(entry, rollings));
        int bits = SMALLEST_SIEVE;
        while (bits < LARGEST_SIEVE && bits < 64L * rollings.size()) {
            bits *= 2;
        }
        this.sieve = new long[bits / 64];
        rollings.forEach(r -> sieve[slot(r) >>> 6] |= 1L << slot(r));
    }

    private KeyedSet(KeyedSet other) {
        this.hash = other.hash;
        this.base = other.base;
        this.anywhereLengths.or(other.anywhereLengths);
        this.wordLengths.or(other.wordLengths);
        this.sieve = other.sieve;
        this.table = other.table.clone();
        this.size = other.size;
    }

    private void add(String entry, List<Long> rollings) {
        Letters letters = Letters.of(entry);
        int n = Math.min(letters.length(), LONGEST);
        if (n < SHORTEST) {
            return;
        }
        boolean anywhere = n >= ANYWHERE || (n >= NUMBER_ANYWHERE && digits(letters, n) > 0);
        (anywhere ? anywhereLengths : wordLengths).set(n);
        if (anywhere) {
            long rolling = 0;
            for (int i = 0; i < n; i++) {
                rolling = rolling * base + letters.chars()[i];
            }
            rollings.add(rolling);
        }
        put(hash.of(letters.chars(), 0, n));
    }

    private static int digits(Letters letters, int n) {
        int digits = 0;
        for (int i = 0; i < n; i++) {
            digits += Character.isDigit(letters.chars()[i]) ? 1 : 0;
        }
        return digits;
    }

    private int slot(long rolling) {
        return (int) ((rolling * 0x9E3779B97F4A7C15L) >>> 40) & (64 * sieve.length - 1);
    }

    private boolean sieved(long rolling) {
        int slot = slot(rolling);
        return (sieve[slot >>> 6] & 1L << slot) != 0;
    }

    /// Zero marks a free place; a hash of zero becomes one.
    private void put(long value) {
        long h = value == 0 ? 1 : value;
        if (2 * (size + 1) > table.length) {
            long[] old = table;
            table = new long[2 * old.length];
            Arrays.stream(old).filter(x -> x != 0).forEach(this::place);
        }
        if (place(h)) {
            size++;
        }
    }

    private boolean place(long h) {
        int at = (int) h & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == h) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = h;
        return true;
    }

    private boolean known(long value) {
        long h = value == 0 ? 1 : value;
        int at = (int) h & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == h) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    public int size() {
        return size;
    }

    /// Whether a text holds an entry.
    public boolean in(String text) {
        return size > 0 && !hits(Letters.of(text), true).isEmpty();
    }

    /// Whether a phrase is an entry, from its first letter to its last.
    public boolean has(String phrase) {
        Letters letters = Letters.of(phrase);
        int n = letters.length();
        return n >= SHORTEST
                && n <= LONGEST
                && (anywhereLengths.get(n) || wordLengths.get(n))
                && known(hash.of(letters.chars(), 0, n));
    }

    /// The same without what the given text holds: our own fixed words cannot give anything away.
    public KeyedSet without(String text) {
        var fewer = new KeyedSet(this);
        List<Long> found = hits(Letters.of(text), false);
        if (found.isEmpty()) {
            return fewer;
        }
        long[] kept = Arrays.stream(table).filter(h -> h != 0 && !found.contains(h)).toArray();
        Arrays.fill(fewer.table, 0);
        fewer.size = kept.length;
        Arrays.stream(kept).forEach(fewer::place);
        return fewer;
    }

    private List<Long> hits(Letters text, boolean first) {
        var hits = new ArrayList<Long>();
        atWords(text, hits, first);
        if (hits.isEmpty() || !first) {
            anywhere(text, hits, first);
        }
        return hits;
    }

    private void atWords(Letters text, List<Long> hits, boolean first) {
        for (int from = 0; from < text.length(); from++) {
            if (!text.starts()[from]) {
                continue;
            }
            for (int n = wordLengths.nextSetBit(0);
                    n >= 0 && from + n <= text.length();
                    n = wordLengths.nextSetBit(n + 1)) {
                if (text.starts()[from + n] && note(text, from, n, hits) && first) {
                    return;
                }
            }
        }
    }

    private void anywhere(Letters text, List<Long> hits, boolean first) {
        char[] c = text.chars();
        for (int n = anywhereLengths.nextSetBit(0);
                n >= 0 && n <= c.length;
                n = anywhereLengths.nextSetBit(n + 1)) {
            long power = 1;
            long rolling = 0;
            for (int i = 0; i < n; i++) {
                rolling = rolling * base + c[i];
                power *= base;
            }
            for (int from = 0; ; from++) {
                if (sieved(rolling) && note(text, from, n, hits) && first) {
                    return;
                }
                if (from + n >= c.length) {
                    break;
                }
                rolling = rolling * base + c[from + n] - power * c[from];
            }
        }
    }

    private boolean note(Letters text, int from, int n, List<Long> hits) {
        long h = hash.of(text.chars(), from, from + n);
        if (!known(h)) {
            return false;
        }
        hits.add(h == 0 ? 1 : h);
        return true;
    }

    @Override
    public String toString() {
        return size + " entries";
    }
}
