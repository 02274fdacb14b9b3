package org.claimscope.data.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/// Two numbers of one sender that may be one person.
///
/// @param bits of evidence for it, at least 20: at 20, one person is a million times likelier than
///   it was before anything was compared
/// @param visits of `one` and `other`
public record Candidate(
        String source,
        String one,
        String other,
        int bits,
        long visitsOne,
        long visitsOther,
        Map<Mark, Agreement> evidence) {
    /// What people are told apart by.
    public enum Mark {
        SSN("Social security number"),
        BIRTH_DATE("Date of birth"),
        LAST_NAME("Last name"),
        FIRST_NAME("First name"),
        SEX("Sex"),
        PHONE("Phone"),
        ADDRESS("Address"),
        POSTAL_CODE("City and postal code");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// How a mark of the two compares.
    public enum Agreement {
        SAME,
        /// A slip away: one digit, a short form, day and month exchanged.
        ALIKE,
        DIFFERENT,
        /// One of them does not tell it.
        UNKNOWN
    }

    public Candidate {
        evidence = Map.copyOf(new EnumMap<>(evidence));
    }

    /// Nothing but a slip of the pen could make these two people: the same social security number
    /// and day of birth, and a name in common.
    public boolean certain() {
        return is(Mark.SSN, Agreement.SAME)
                && is(Mark.BIRTH_DATE, Agreement.SAME)
                && (close(Mark.LAST_NAME) || close(Mark.FIRST_NAME));
    }

    private boolean close(Mark mark) {
        return is(mark, Agreement.SAME) || is(mark, Agreement.ALIKE);
    }

    public boolean is(Mark mark, Agreement agreement) {
        return agreement(mark) == agreement;
    }

    public Agreement agreement(Mark mark) {
        return evidence.getOrDefault(mark, Agreement.UNKNOWN);
    }

    /// `source/id` of the one that most is known of, the first of equals.
    public String keepsKey() {
        return key(visitsOther > visitsOne ? other : one);
    }

    /// `source/id` of the one that would be merged into it.
    public String goesKey() {
        return key(visitsOther > visitsOne ? one : other);
    }

    private String key(String id) {
        return source + "/" + id;
    }

    /// What the pair is called where its numbers must not be read: the same at every asking.
    public String code() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (source + "\n" + one + "\n" + other)
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Names nobody.
    @Override
    public String toString() {
        return "Candidate[" + code() + ", " + bits + " bits]";
    }
}
