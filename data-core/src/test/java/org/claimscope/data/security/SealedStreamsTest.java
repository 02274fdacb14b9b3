package org.claimscope.data.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SealedStreamsTest {
    private static final int FRAME = 64 * 1024;
    private Vault vault;
    private SealedStreams streams;

    @BeforeEach
    void makeAVault() {
        vault =
                Vault.create(
                        new VaultStore() {
                            @Override
                            public byte[] read() {
                                throw new UnsupportedOperationException();
                            }

                            @Override
                            public void write(byte[] header) {}
                        },
                        new Credentials.None());
        streams = new SealedStreams(vault);
    }

    @AfterEach
    void closeIt() {
        vault.close();
    }

    private byte[] sealed(byte[] content, String purpose, String id) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var seal = streams.seal(out, purpose, id)) {
            seal.write(content);
        }
        return out.toByteArray();
    }

    private byte[] opened(byte[] sealed, String purpose, String id) throws IOException {
        try (var in = streams.open(new ByteArrayInputStream(sealed), purpose, id)) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWasWrittenIsReadAtEverySizeAroundAFrame() throws IOException {
        for (int length : new int[] {0, 1, 100, FRAME - 17, FRAME - 16, FRAME, 3 * FRAME + 5}) {
            byte[] content = content(length);
            assertArrayEquals(content, opened(sealed(content, "segment", "a"), "segment", "a"));
        }
    }

    @Test
    void aCutAtEveryFrameBorderAndBesideItIsNoticed() throws IOException {
        byte[] whole = sealed(content(4 * FRAME), "segment", "a");
        int cuts = 0;
        for (int border = 0; border < whole.length; border += FRAME) {
            for (int at = Math.max(0, border - 2); at <= border + 2 && at < whole.length; at++) {
                byte[] cut = Arrays.copyOf(whole, at);
                assertThrows(IOException.class, () -> opened(cut, "segment", "a"), "cut at " + at);
                cuts++;
            }
        }
        assertTrue(cuts > 20);
        for (int less = 1; less < 50; less++) {
            byte[] cut = Arrays.copyOf(whole, whole.length - less);
            assertThrows(IOException.class, () -> opened(cut, "segment", "a"));
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        byte[] whole = sealed(content(2 * FRAME + 500), "raw", "a");
        var random = new Random(31);
        for (int i = 0; i < 300; i++) {
            byte[] bad = whole.clone();
            int at = i < 60 ? i : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertThrows(IOException.class, () -> opened(bad, "raw", "a"), "flip at " + at);
        }
    }

    @Test
    void aFileUnderAnotherNameOrPurposeIsNoticed() throws IOException {
        byte[] a = sealed(content(1_000), "segment", "a");
        assertThrows(IOException.class, () -> opened(a, "segment", "b"));
        assertThrows(IOException.class, () -> opened(a, "raw", "a"));
        assertEquals(1_000, opened(a, "segment", "a").length);
    }

    @Test
    void framesCannotBeExchangedOrAppended() throws IOException {
        byte[] whole = sealed(content(4 * FRAME), "segment", "a");
        byte[] swapped = whole.clone();
        System.arraycopy(whole, FRAME, swapped, 2 * FRAME, FRAME);
        System.arraycopy(whole, 2 * FRAME, swapped, FRAME, FRAME);
        assertThrows(IOException.class, () -> opened(swapped, "segment", "a"));
        byte[] longer = Arrays.copyOf(whole, whole.length + FRAME);
        System.arraycopy(whole, FRAME, longer, whole.length, FRAME);
        assertThrows(IOException.class, () -> opened(longer, "segment", "a"));
    }
}
