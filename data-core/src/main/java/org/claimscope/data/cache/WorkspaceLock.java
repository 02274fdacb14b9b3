package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The right to use a workspace's folder: one holder at a time, in this process or another. The
/// system gives it back when the process dies.
///
/// Beside the lock lies the holder's name, for the message to who comes second. It also keeps a
/// second holder of the same process from touching the lock file: closing any channel on it would
/// give up the process's lock (POSIX).
final class WorkspaceLock implements AutoCloseable {
    static final String FILE = "workspace.lock";
    static final String OWNER = "workspace.owner";

    private final Path owner;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(Path owner, FileChannel channel, FileLock lock) {
        this.owner = owner;
        this.channel = channel;
        this.lock = lock;
    }

    /// @param since told to who comes second
    /// @throws ClaimscopeException SOURCE_DOWN when somebody has it
    static WorkspaceLock take(Path directory, Instant since) {
        // One at a time, so that of two takers in this process the second finds the first one's
        // name.
        synchronized (WorkspaceLock.class) {
            Path owner = directory.resolve(OWNER);
            FileChannel channel = null;
            boolean done = false;
            try {
                if (Files.exists(owner) && Files.readString(owner).endsWith("\n" + thisProcess())) {
                    throw inUse(owner);
                }
                channel =
                        FileChannel.open(
                                directory.resolve(FILE),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw inUse(owner);
                }
                Files.writeString(
                        owner,
                        "process "
                                + ProcessHandle.current().pid()
                                + " since "
                                + since
                                + "\n"
                                + thisProcess());
                done = true;
                return new WorkspaceLock(owner, channel, lock);
            } catch (IOException e) {
                throw DurableFiles.failure(e, "lock", directory);
            } finally {
                if (!done && channel != null) {
                    close(channel);
                }
            }
        }
    }

    /// Numbers of processes come again, with another start.
    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return process.pid()
                + "@"
                + process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static ClaimscopeException inUse(Path owner) throws IOException {
        String who =
                Files.exists(owner) ? Files.readString(owner).lines().findFirst().orElse("") : "";
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN,
                "The workspace is in use by "
                        + (who.isEmpty() ? "another process" : who)
                        + ". Close it there, or try again when it is done.");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(owner);
            lock.release();
        } catch (IOException e) {
            throw DurableFiles.failure(e, "unlock", owner);
        } finally {
            close(channel);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "cannot release the lock", e);
        }
    }
}
