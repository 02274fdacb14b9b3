package org.claimscope.data.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/// A real SSH server on this machine's loopback that shares a folder. The user `feeds` signs in
/// with the password `open sesame`, or with a key.
public final class SftpServer implements AutoCloseable {
    /// Bytes that it may still send; below 0 it breaks off.
    public final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair serverKey = key();

    /// @param userKey what else than the password the user may sign in with
    public SftpServer(Path root, @Nullable PublicKey userKey) throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(serverKey));
        server.setPasswordAuthenticator(
                (user, word, session) -> user.equals("feeds") && word.equals("open sesame"));
        server.setPublickeyAuthenticator((user, key, session) ->
                user.equals("feeds") && userKey != null && KeyUtils.compareKeys(key, userKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(
                new SftpEventListener() {
                    @Override
                    public void reading(
                            ServerSession session,
                            String handle,
                            FileHandle file,
                            long offset,
                            byte[] data,
                            int at,
                            int length)
                            throws IOException {
                        if (left.addAndGet(-length) < 0) {
                            session.close(true);
                            throw new IOException("cut");
                        }
                    }
                });
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    /// A new RSA key.
    public static KeyPair key() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /// Of its key, as `ssh-keygen -lf` prints it.
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, serverKey.getPublic());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
