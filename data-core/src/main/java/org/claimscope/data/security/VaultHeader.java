package org.claimscope.data.security;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// The public part of a vault: which slots can unwrap its key, and how. Holds no secret.
///
/// Each slot wraps the same vault key for one user, one recovery key, or (sample workspace) for
/// anybody, so a further user or a change of passphrase is one more or one other slot and never
/// re-encrypts data.
///
/// @param version layout of this header; a newer one is refused
/// @param workspaceId random, names the workspace in audit entries
public record VaultHeader(int version, String workspaceId, List<Slot> slots) {
    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param type `passphrase` or `open`; `recovery` is reserved
    /// @param user whose slot it is
    /// @param kdf how the key-encryption key is made; null for an open slot
    /// @param wrapped nonce, ciphertext and tag of the vault key
    public record Slot(String type, String user, @Nullable Argon2 kdf, byte[] wrapped) {
        static final String PASSPHRASE = "passphrase";
        static final String OPEN = "open";
    }

    /// Argon2id (RFC 9106): the cost of one guess.
    public record Argon2(int memoryKib, int iterations, int lanes, byte[] salt) {}

    /// True when nobody needs a passphrase: synthetic data only.
    public boolean open() {
        return slots.stream().anyMatch(s -> s.type().equals(Slot.OPEN));
    }

    byte[] toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JacksonException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "vault header cannot be written", e);
        }
    }

    /// @throws ClaimscopeException DATA when the bytes are not a header, or one of a newer program
    public static VaultHeader parse(byte[] json) {
        VaultHeader header;
        try {
            header = JSON.readValue(json, VaultHeader.class);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The workspace's vault header is damaged. Restore vault.json from a backup.",
                    e);
        }
        if (header.version != VERSION) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The workspace was written by another version of Claimscope (vault header "
                            + header.version
                            + ", this program knows "
                            + VERSION
                            + ").");
        }
        return header;
    }
}
