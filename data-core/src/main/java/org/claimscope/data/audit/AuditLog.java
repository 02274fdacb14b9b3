package org.claimscope.data.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// The tamper-evident log. Every entry's hash covers the one before, under a key of the vault, so a
/// changed, removed or reordered entry is found by [#verify()].
///
/// An entry is written before the data are read; when it cannot be written, the read does not
/// happen.
public final class AuditLog {
    private static final String GENESIS = "0".repeat(64);

    private final AuditStore store;
    private final byte[] key;
    private final Clock clock;
    private final String actor;

    public AuditLog(AuditStore store, byte[] key, Clock clock, String actor) {
        this.store = store;
        this.key = key.clone();
        this.clock = clock;
        this.actor = actor;
    }

    /// @param detail canonical JSON without values of records
    public void append(String action, String resource, String purpose, String detail) {
        store.alone(() -> appendAlone(action, resource, purpose, detail));
    }

    private void appendAlone(String action, String resource, String purpose, String detail) {
        Optional<AuditEntry> last = store.last();
        long seq = last.map(AuditEntry::seq).orElse(0L) + 1;
        var unsigned =
                new AuditEntry(
                        seq,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        action,
                        resource,
                        purpose,
                        detail,
                        "");
        String hash = hash(last.map(AuditEntry::hash).orElse(GENESIS), unsigned);
        store.append(
                new AuditEntry(seq, unsigned.at(), actor, action, resource, purpose, detail, hash));
    }

    /// @return the sequence number of the first entry that does not fit, or empty when the chain
    ///   holds
    public Optional<Long> verify() {
        var walk = new Walk();
        store.alone(() -> store.forEach(walk::step));
        return Optional.ofNullable(walk.firstBad);
    }

    private final class Walk {
        private String previous = GENESIS;
        private long expected = 1;
        private @Nullable Long firstBad;

        void step(AuditEntry entry) {
            if (firstBad == null
                    && (entry.seq() != expected || !hash(previous, entry).equals(entry.hash()))) {
                firstBad = expected;
            }
            previous = entry.hash();
            expected++;
        }
    }

    private String hash(String previous, AuditEntry entry) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (String part :
                    new String[] {
                        previous,
                        Long.toString(entry.seq()),
                        entry.at().toString(),
                        entry.actor(),
                        entry.action(),
                        entry.resource(),
                        entry.purpose(),
                        entry.detail()
                    }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps "ab","c" and "a","bc" apart.
                mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                mac.update((byte) ':');
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "HMAC-SHA256 is not available", e);
        }
    }
}
