package org.claimscope.data.security;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The open vault of a workspace: holds its random key and hands out one derived key for each
/// purpose.
///
/// Passphrase → Argon2id → key-encryption key → unwraps the vault key (AES-256-GCM) → HKDF-SHA256
/// per purpose. Closing wipes the key.
public final class Vault implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ARGON_MEMORY_KIB = 64 * 1024;
    private static final int ARGON_ITERATIONS = 3;

    /// The sample workspace's key-encryption key: published, because its data are synthetic and
    /// must open for anybody.
    private static final byte[] OPEN_KEK =
            "Claimscope sample data: no key!!".getBytes(StandardCharsets.US_ASCII);

    private final VaultHeader header;
    private final byte[] key;

    private Vault(VaultHeader header, byte[] key) {
        this.header = header;
        this.key = key;
    }

    /// Makes a vault with a fresh random key and stores its header.
    public static Vault create(VaultStore store, Credentials credentials) {
        var random = new SecureRandom();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] id = new byte[8];
        random.nextBytes(id);
        String workspaceId = HexFormat.of().formatHex(id);
        VaultHeader.Slot slot =
                switch (credentials) {
                    case Credentials.None() ->
                            new VaultHeader.Slot(
                                    VaultHeader.Slot.OPEN,
                                    "anybody",
                                    null,
                                    wrap(OPEN_KEK, key, workspaceId, random));
                    case Credentials.Passphrase passphrase -> {
                        byte[] salt = new byte[16];
                        random.nextBytes(salt);
                        var kdf =
                                new VaultHeader.Argon2(ARGON_MEMORY_KIB, ARGON_ITERATIONS, 1, salt);
                        byte[] kek = stretch(passphrase, kdf);
                        yield new VaultHeader.Slot(
                                VaultHeader.Slot.PASSPHRASE,
                                "owner",
                                kdf,
                                wrap(kek, key, workspaceId, random));
                    }
                };
        var header = new VaultHeader(VaultHeader.VERSION, workspaceId, List.of(slot));
        store.write(header.toJson());
        return new Vault(header, key);
    }

    /// @throws ClaimscopeException DENIED when a passphrase is missing or wrong, DATA when the
    ///   header is damaged
    public static Vault open(VaultStore store, Credentials credentials) {
        VaultHeader header = VaultHeader.parse(store.read());
        for (VaultHeader.Slot slot : header.slots()) {
            byte[] kek = keyFor(slot, credentials);
            if (kek.length == 0) {
                continue;
            }
            try {
                return new Vault(header, unwrap(kek, slot.wrapped(), header.workspaceId()));
            } catch (AEADBadTagException wrong) {
                // Another slot may be this person's.
            } catch (GeneralSecurityException e) {
                throw new ClaimscopeException(ErrorKind.INTERNAL, "AES-GCM is not available", e);
            } finally {
                Arrays.fill(kek, (byte) 0);
            }
        }
        throw new ClaimscopeException(
                ErrorKind.DENIED,
                credentials instanceof Credentials.None
                        ? "This workspace has a passphrase. Give it with --passphrase-file FILE or at the prompt."
                        : "Wrong passphrase.");
    }

    private static byte[] keyFor(VaultHeader.Slot slot, Credentials credentials) {
        if (slot.type().equals(VaultHeader.Slot.OPEN)) {
            return OPEN_KEK.clone();
        }
        VaultHeader.Argon2 kdf = slot.kdf();
        if (credentials instanceof Credentials.Passphrase passphrase && kdf != null) {
            return stretch(passphrase, kdf);
        }
        return new byte[0];
    }

    public String workspaceId() {
        return header.workspaceId();
    }

    /// True when nobody needs a passphrase: synthetic data only.
    public boolean open() {
        return header.open();
    }

    /// A 256-bit key for one purpose; the same purpose always gives the same key, no key tells
    /// another.
    public byte[] key(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(
                                            purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "HKDF-SHA256 is not available", e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    private static byte[] stretch(Credentials.Passphrase passphrase, VaultHeader.Argon2 kdf) {
        var argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(kdf.memoryKib())
                        .withIterations(kdf.iterations())
                        .withParallelism(kdf.lanes())
                        .withSalt(kdf.salt())
                        .build());
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase.characters()));
        byte[] password = new byte[encoded.remaining()];
        encoded.get(password);
        byte[] kek = new byte[KEY_BYTES];
        argon.generateBytes(password, kek);
        Arrays.fill(password, (byte) 0);
        Arrays.fill(encoded.array(), (byte) 0);
        return kek;
    }

    private static byte[] wrap(byte[] kek, byte[] key, String aad, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, kek, nonce, aad);
            byte[] sealed = cipher.doFinal(key);
            byte[] wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "AES-GCM is not available", e);
        }
    }

    private static byte[] unwrap(byte[] kek, byte[] wrapped, String aad)
            throws GeneralSecurityException {
        if (wrapped.length <= NONCE_BYTES) {
            throw new AEADBadTagException("too short");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, kek, Arrays.copyOf(wrapped, NONCE_BYTES), aad);
        return cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, byte[] kek, byte[] nonce, String aad)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(kek, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
