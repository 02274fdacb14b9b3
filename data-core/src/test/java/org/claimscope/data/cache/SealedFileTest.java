package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedFileTest {
    private static final int HEAD = 32;
    private static final int BLOCK = 4096;
    private static final int SEALED = 12 + BLOCK + 16;
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    @TempDir Path temp;
    private final AtomicLong badBlocks = new AtomicLong();

    private SealedFile open(Path file) throws IOException {
        return new SealedFile(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                KEY,
                badBlocks);
    }

    private Path written(String name, byte[] content) throws IOException {
        Path file = temp.resolve(name);
        try (SealedFile sealed = open(file)) {
            sealed.write(ByteBuffer.wrap(content), 0);
        }
        return file;
    }

    private byte[] contentOf(Path file) throws IOException {
        try (SealedFile sealed = open(file)) {
            var buffer = ByteBuffer.allocate((int) sealed.size());
            while (buffer.hasRemaining() && sealed.read(buffer, buffer.position()) > 0) {
                // Until it is full.
            }
            assertFalse(buffer.hasRemaining());
            return buffer.array();
        }
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void behavesLikeAPlainFileUnderRandomReadsWritesTruncatesAndReopens() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            Path file = temp.resolve("random-" + seed);
            byte[] model = new byte[0];
            SealedFile sealed = open(file);
            try {
                for (int step = 0; step < 120; step++) {
                    String where = "seed " + seed + ", step " + step;
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> {
                            int at = place(random, model.length + 6_000);
                            byte[] bytes = random(random.nextLong(), random.nextInt(9_000));
                            sealed.write(ByteBuffer.wrap(bytes), at);
                            if (at > model.length || at + bytes.length > model.length) {
                                model =
                                        Arrays.copyOf(
                                                model, Math.max(model.length, at + bytes.length));
                            }
                            System.arraycopy(bytes, 0, model, at, bytes.length);
                        }
                        case 3, 4, 5 -> {
                            int at = place(random, model.length + 100);
                            var buffer = ByteBuffer.allocate(1 + random.nextInt(9_000));
                            int n = sealed.read(buffer, at);
                            int expected = Math.min(buffer.capacity(), model.length - at);
                            assertEquals(expected <= 0 ? -1 : expected, n, where);
                            if (n > 0) {
                                assertArrayEquals(
                                        Arrays.copyOfRange(model, at, at + n),
                                        Arrays.copyOf(buffer.array(), n),
                                        where);
                            }
                        }
                        case 6 -> {
                            int to = place(random, model.length + 1);
                            sealed.truncate(to);
                            model = Arrays.copyOf(model, Math.min(model.length, to));
                        }
                        default -> {
                            sealed.close();
                            sealed = open(file);
                        }
                    }
                    assertEquals(model.length, sealed.size(), where);
                    assertEquals(model.length, SealedFile.plainSize(Files.size(file)), where);
                }
            } finally {
                sealed.close();
            }
            assertArrayEquals(model, contentOf(file), "seed " + seed);
        }
        assertEquals(0, badBlocks.get());
    }

    /// Often at or beside a block's border.
    private static int place(Random random, int bound) {
        int at = random.nextInt(bound);
        return random.nextBoolean()
                ? at
                : Math.clamp(at / BLOCK * BLOCK + random.nextInt(3) - 1, 0, bound - 1);
    }

    @Test
    void theSizeIsThatOfTheContent() {
        assertEquals(0, SealedFile.plainSize(0));
        assertEquals(0, SealedFile.plainSize(HEAD));
        assertEquals(0, SealedFile.plainSize(HEAD + 28));
        assertEquals(1, SealedFile.plainSize(HEAD + 29));
        assertEquals(4_096, SealedFile.plainSize(HEAD + SEALED));
        // A tail too short for nonce and tag holds nothing.
        assertEquals(4_096, SealedFile.plainSize(HEAD + SEALED + 27));
        assertEquals(4_097, SealedFile.plainSize(HEAD + SEALED + 29));
        assertEquals(8_192, SealedFile.plainSize(HEAD + 2 * SEALED));
    }

    @Test
    void aFlippedBitInABlockIsServedAsZerosAndCounted() throws IOException {
        byte[] content = random(7, 3 * BLOCK + 100);
        var random = new Random(8);
        for (int i = 0; i < 200; i++) {
            Path file = written("flip-" + i, content);
            int at = HEAD + random.nextInt((int) Files.size(file) - HEAD);
            flip(file, at, random.nextInt(8));
            int block = (at - HEAD) / SEALED;
            badBlocks.set(0);
            byte[] served = contentOf(file);
            assertEquals(1, badBlocks.get(), "flip " + i);
            byte[] expected = content.clone();
            Arrays.fill(
                    expected,
                    block * BLOCK,
                    Math.min(content.length, (block + 1) * BLOCK),
                    (byte) 0);
            assertArrayEquals(expected, served, "flip " + i);
        }
    }

    @Test
    void aFlippedBitInTheHeadMakesEveryBlockBadOrTheFileRefused() throws IOException {
        byte[] content = random(9, 2 * BLOCK);
        for (int at = 0; at < 20; at++) {
            Path file = written("head-" + at, content);
            flip(file, at, 3);
            badBlocks.set(0);
            if (at < 4) {
                assertThrows(IOException.class, () -> open(file));
            } else {
                assertArrayEquals(new byte[content.length], contentOf(file));
                assertEquals(2, badBlocks.get());
            }
        }
    }

    @Test
    void blocksCannotBeSwappedWithinAFile() throws IOException {
        Path file = written("swap", random(10, 3 * BLOCK));
        byte[] raw = Files.readAllBytes(file);
        byte[] swapped = raw.clone();
        System.arraycopy(raw, HEAD, swapped, HEAD + SEALED, SEALED);
        System.arraycopy(raw, HEAD + SEALED, swapped, HEAD, SEALED);
        assertFalse(Arrays.equals(raw, swapped));
        Files.write(file, swapped);
        byte[] served = contentOf(file);
        assertArrayEquals(new byte[2 * BLOCK], Arrays.copyOf(served, 2 * BLOCK));
        assertEquals(2, badBlocks.get());
    }

    @Test
    void blocksCannotBeMovedBetweenFilesOfOneKey() throws IOException {
        Path one = written("one", random(11, 2 * BLOCK));
        Path two = written("two", random(12, 2 * BLOCK));
        byte[] from = Files.readAllBytes(one);
        byte[] into = Files.readAllBytes(two);
        System.arraycopy(from, HEAD + SEALED, into, HEAD + SEALED, SEALED);
        Files.write(two, into);
        byte[] served = contentOf(two);
        assertArrayEquals(new byte[BLOCK], Arrays.copyOfRange(served, BLOCK, 2 * BLOCK));
        assertEquals(1, badBlocks.get());
    }

    @Test
    void aCutTailCostsOnlyTheBlockThatWasCut() throws IOException {
        byte[] content = random(13, 3 * BLOCK);
        for (int cut = 1; cut < SEALED; cut += 37) {
            Path file = written("cut-" + cut, content);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(HEAD + 3L * SEALED - cut);
            }
            badBlocks.set(0);
            byte[] served = contentOf(file);
            assertEquals(2 * BLOCK + Math.max(0, BLOCK - cut), served.length);
            assertArrayEquals(Arrays.copyOf(content, 2 * BLOCK), Arrays.copyOf(served, 2 * BLOCK));
            assertArrayEquals(
                    new byte[served.length - 2 * BLOCK],
                    Arrays.copyOfRange(served, 2 * BLOCK, served.length));
            assertEquals(served.length > 2 * BLOCK ? 1 : 0, badBlocks.get());
            // It can be written again.
            try (SealedFile sealed = open(file)) {
                sealed.write(ByteBuffer.wrap(content, 2 * BLOCK, BLOCK), 2 * BLOCK);
            }
            assertArrayEquals(content, contentOf(file));
        }
    }

    @Test
    void anotherKeyReadsNothing() throws IOException {
        byte[] content = random(14, BLOCK);
        Path file = written("key", content);
        byte[] other = new byte[32];
        other[0] = 1;
        try (var sealed =
                new SealedFile(
                        FileChannel.open(file, StandardOpenOption.READ),
                        new SecretKeySpec(other, "AES"),
                        badBlocks)) {
            var buffer = ByteBuffer.allocate(BLOCK);
            sealed.read(buffer, 0);
            assertArrayEquals(new byte[BLOCK], buffer.array());
            assertEquals(1, badBlocks.get());
        }
    }

    @Test
    void theSameContentNeverLooksTheSame() throws IOException {
        byte[] content = random(15, BLOCK);
        Path file = written("again", content);
        byte[] first = Files.readAllBytes(file);
        try (SealedFile sealed = open(file)) {
            sealed.write(ByteBuffer.wrap(content), 0);
        }
        byte[] second = Files.readAllBytes(file);
        int same = 0;
        for (int i = HEAD; i < first.length; i++) {
            same += first[i] == second[i] ? 1 : 0;
        }
        // By chance one byte in 256 is equal: 16 of 4,124.
        assertTrue(same < 80, same + " equal bytes");
        assertNotEquals(-1, Arrays.mismatch(first, second));
    }

    private static void flip(Path file, int at, int bit) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        raw[at] ^= (byte) (1 << bit);
        Files.write(file, raw);
    }
}
