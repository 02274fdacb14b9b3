package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.h2.store.fs.FileBaseDefault;

/// A file that can be read and written anywhere, encrypted with AES-256-GCM in blocks of 4 KB.
///
/// Layout: a head of 32 bytes (magic, random file id), then per block nonce 12 + ciphertext + tag
/// 16. The file id and the block's number are authenticated, so blocks cannot be moved within or
/// between files. Each write takes a fresh random 96-bit nonce.
///
/// A block that fails authentication (a torn write, a flipped bit) is served as zeros and counted:
/// H2's own checksums refuse it and fall back to the last good chunk, which an exception here would
/// prevent.
final class SealedFile extends FileBaseDefault {
    private static final int HEAD = 32;
    private static final byte[] MAGIC = {'C', 'S', 'B', '1'};
    private static final int ID_BYTES = 16;
    private static final int BLOCK = 4096;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SEALED = NONCE + BLOCK + TAG;

    private final FileChannel base;
    private final SecretKey key;
    private final AtomicLong badBlocks;
    private final SecureRandom random = new SecureRandom();
    private final byte[] fileId = new byte[ID_BYTES];
    private final byte[] nonce = new byte[NONCE];
    private final ByteBuffer sealed = ByteBuffer.allocate(SEALED);
    private long size;

    SealedFile(FileChannel base, SecretKey key, AtomicLong badBlocks) throws IOException {
        this.base = base;
        this.key = key;
        this.badBlocks = badBlocks;
        if (base.size() < HEAD) {
            random.nextBytes(fileId);
            size = 0;
        } else {
            var head = ByteBuffer.allocate(HEAD);
            readFully(head, 0);
            if (!Arrays.equals(MAGIC, 0, 4, head.array(), 0, 4)) {
                throw new IOException("not a file of this workspace");
            }
            System.arraycopy(head.array(), 4, fileId, 0, ID_BYTES);
            size = plainSize(base.size());
        }
    }

    static long plainSize(long sealedSize) {
        if (sealedSize <= HEAD) {
            return 0;
        }
        long body = sealedSize - HEAD;
        long rest = body % SEALED;
        return body / SEALED * BLOCK + Math.max(0, rest - NONCE - TAG);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        if (position >= size) {
            return -1;
        }
        int wanted = (int) Math.min(target.remaining(), size - position);
        int done = 0;
        while (done < wanted) {
            long block = (position + done) / BLOCK;
            int offset = (int) ((position + done) % BLOCK);
            byte[] plain = readBlock(block);
            int n = Math.min(wanted - done, plain.length - offset);
            target.put(plain, offset, n);
            done += n;
        }
        return done;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        if (position > size) {
            growTo(position);
        }
        int done = 0;
        while (done < length) {
            long block = (position + done) / BLOCK;
            int offset = (int) ((position + done) % BLOCK);
            int n = Math.min(length - done, BLOCK - offset);
            int had = (int) Math.min(BLOCK, Math.max(0, size - block * BLOCK));
            byte[] plain = new byte[Math.max(had, offset + n)];
            if (had > 0 && (offset > 0 || offset + n < had)) {
                System.arraycopy(readBlock(block), 0, plain, 0, had);
            }
            source.get(plain, offset, n);
            writeBlock(block, plain);
            done += n;
            size = Math.max(size, position + done);
        }
        return length;
    }

    private void growTo(long newSize) throws IOException {
        while (size < newSize) {
            long block = size / BLOCK;
            int had = (int) (size % BLOCK);
            int length = (int) Math.min(BLOCK, newSize - block * BLOCK);
            byte[] plain = had == 0 ? new byte[length] : Arrays.copyOf(readBlock(block), length);
            writeBlock(block, plain);
            size = block * BLOCK + length;
        }
    }

    @Override
    protected synchronized void implTruncate(long newSize) throws IOException {
        if (newSize >= size) {
            return;
        }
        long block = newSize / BLOCK;
        int rest = (int) (newSize % BLOCK);
        byte[] tail = rest == 0 ? new byte[0] : Arrays.copyOf(readBlock(block), rest);
        base.truncate(HEAD + block * SEALED);
        size = block * BLOCK;
        if (rest > 0) {
            writeBlock(block, tail);
            size = newSize;
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long length, boolean shared) throws IOException {
        return base.tryLock(position, length, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }

    private byte[] readBlock(long block) throws IOException {
        int length = (int) Math.min(BLOCK, size - block * BLOCK);
        sealed.clear().limit(NONCE + length + TAG);
        readFully(sealed, HEAD + block * SEALED);
        try {
            System.arraycopy(sealed.array(), 0, nonce, 0, NONCE);
            return cipher(Cipher.DECRYPT_MODE, block).doFinal(sealed.array(), NONCE, length + TAG);
        } catch (AEADBadTagException e) {
            badBlocks.incrementAndGet();
            return new byte[length];
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot decrypt", e);
        }
    }

    private void writeBlock(long block, byte[] plain) throws IOException {
        if (base.size() < HEAD) {
            var head = ByteBuffer.allocate(HEAD);
            head.put(MAGIC).put(fileId).rewind();
            writeFully(head, 0);
        }
        try {
            random.nextBytes(nonce);
            byte[] body = cipher(Cipher.ENCRYPT_MODE, block).doFinal(plain);
            writeFully(
                    ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).flip(),
                    HEAD + block * SEALED);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encrypt", e);
        }
    }

    private Cipher cipher(int mode, long block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(ByteBuffer.allocate(ID_BYTES + 8).put(fileId).putLong(block).array());
        return cipher;
    }

    private void readFully(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int n = base.read(buffer, at);
            if (n < 0) {
                // Cut short by a crash: the missing end fails authentication like any torn block.
                while (buffer.hasRemaining()) {
                    buffer.put((byte) 0);
                }
                return;
            }
            at += n;
        }
    }

    private void writeFully(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += base.write(buffer, at);
        }
    }
}
