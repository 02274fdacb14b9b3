package org.claimscope.data.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.junit.jupiter.api.Test;

final class VaultTest {
    private static final String SECRET = "correct horse battery staple";

    /// A header in memory.
    private static final class Shelf implements VaultStore {
        private byte[] header = new byte[0];

        @Override
        public byte[] read() {
            return header.clone();
        }

        @Override
        public void write(byte[] bytes) {
            header = bytes.clone();
        }
    }

    private final Shelf shelf = new Shelf();

    private static Credentials.Passphrase passphrase(String text) {
        return new Credentials.Passphrase(text.toCharArray());
    }

    private static ErrorKind kindOf(Runnable work) {
        return assertThrows(ClaimscopeException.class, work::run).kind();
    }

    @Test
    void theRightPassphraseOpensAndAWrongOneIsDenied() {
        byte[] key;
        try (Vault made = Vault.create(shelf, passphrase(SECRET))) {
            assertFalse(made.open());
            key = made.key("control");
        }
        try (Vault opened = Vault.open(shelf, passphrase(SECRET))) {
            assertArrayEquals(key, opened.key("control"));
        }
        assertEquals(
                ErrorKind.DENIED,
                kindOf(() -> Vault.open(shelf, passphrase(SECRET + "r")).close()));
        assertEquals(ErrorKind.DENIED, kindOf(() -> Vault.open(shelf, passphrase("")).close()));
        assertEquals(
                ErrorKind.DENIED, kindOf(() -> Vault.open(shelf, new Credentials.None()).close()));
    }

    @Test
    void theMessageForAWrongPassphraseHoldsNoPassphrase() {
        Vault.create(shelf, passphrase(SECRET)).close();
        var denied =
                assertThrows(
                        ClaimscopeException.class,
                        () -> Vault.open(shelf, passphrase("swordfish")).close());
        assertFalse(String.valueOf(denied.getMessage()).contains("swordfish"));
        assertFalse(passphrase("swordfish").toString().contains("swordfish"));
    }

    @Test
    void anOpenVaultNeedsNone() {
        Vault.create(shelf, new Credentials.None()).close();
        try (Vault opened = Vault.open(shelf, new Credentials.None())) {
            assertTrue(opened.open());
        }
        // A passphrase does no harm there.
        Vault.open(shelf, passphrase("anything")).close();
    }

    @Test
    void keysDifferByPurposeAndWorkspaceAndAreTheSameAgain() {
        try (Vault one = Vault.create(shelf, new Credentials.None());
                Vault two = Vault.create(new Shelf(), new Credentials.None())) {
            assertArrayEquals(one.key("segment/1"), one.key("segment/1"));
            assertNotEquals(
                    HexFormat.of().formatHex(one.key("segment/1")),
                    HexFormat.of().formatHex(one.key("segment/2")));
            assertNotEquals(
                    HexFormat.of().formatHex(one.key("control")),
                    HexFormat.of().formatHex(two.key("control")));
            assertNotEquals(one.workspaceId(), two.workspaceId());
            assertEquals(32, one.key("control").length);
        }
    }

    @Test
    void theHeaderHoldsNoSecret() {
        try (Vault vault = Vault.create(shelf, passphrase(SECRET))) {
            String header = new String(shelf.header, StandardCharsets.UTF_8);
            assertFalse(header.contains(SECRET));
            for (String purpose : new String[] {"control", "audit"}) {
                byte[] key = vault.key(purpose);
                assertFalse(header.contains(Base64.getEncoder().encodeToString(key)));
                assertFalse(header.contains(HexFormat.of().formatHex(key)));
            }
        }
    }

    @Test
    void twoVaultsOfOnePassphraseShareNothing() {
        var other = new Shelf();
        Vault.create(shelf, passphrase(SECRET)).close();
        Vault.create(other, passphrase(SECRET)).close();
        VaultHeader one = VaultHeader.parse(shelf.header);
        VaultHeader two = VaultHeader.parse(other.header);
        assertNotEquals(
                Base64.getEncoder().encodeToString(one.slots().getFirst().wrapped()),
                Base64.getEncoder().encodeToString(two.slots().getFirst().wrapped()));
        assertNotEquals(
                Base64.getEncoder().encodeToString(salt(one)),
                Base64.getEncoder().encodeToString(salt(two)));
        assertEquals(64 * 1024, argon(one).memoryKib());
        assertEquals(3, argon(one).iterations());
    }

    private static VaultHeader.Argon2 argon(VaultHeader header) {
        VaultHeader.Argon2 kdf = header.slots().getFirst().kdf();
        if (kdf == null) {
            throw new AssertionError("no key derivation");
        }
        return kdf;
    }

    private static byte[] salt(VaultHeader header) {
        return argon(header).salt();
    }

    @Test
    void everyDamagedHeaderIsCalledDamagedAndNeverAWrongPassphrase() {
        Vault.create(shelf, passphrase(SECRET)).close();
        byte[] good = shelf.header;
        var random = new Random(21);
        int harmless = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                VaultHeader parsed = VaultHeader.parse(bad);
                // A changed space between the fields changes nothing.
                assertArrayEquals(VaultHeader.parse(good).toJson(), parsed.toJson(), "flip " + i);
                harmless++;
            } catch (ClaimscopeException e) {
                assertEquals(ErrorKind.DATA, e.kind());
            }
        }
        assertTrue(harmless < 200, harmless + " of 1,000 flips did nothing");
        for (int length = 0; length < good.length - 1; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertEquals(ErrorKind.DATA, kindOf(() -> VaultHeader.parse(cut)));
        }
        for (String junk : new String[] {"{}", "[]", "null", "{\"version\":1}", "7", ""}) {
            assertEquals(
                    ErrorKind.DATA,
                    kindOf(() -> VaultHeader.parse(junk.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void aNewerVersionIsRefusedAsNewerWhateverElseItHolds() {
        var refused =
                assertThrows(
                        ClaimscopeException.class,
                        () ->
                                VaultHeader.parse(
                                        "{\"version\":2,\"keys\":{\"post\":\"quantum\"}}"
                                                .getBytes(StandardCharsets.UTF_8)));
        assertEquals(ErrorKind.DATA, refused.kind());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("newer version"),
                refused::getMessage);
    }

    @Test
    void closingWipesTheKey() {
        Vault vault = Vault.create(shelf, new Credentials.None());
        byte[] before = vault.key("control");
        vault.close();
        assertNotEquals(
                HexFormat.of().formatHex(before), HexFormat.of().formatHex(vault.key("control")));
    }
}
