package org.claimscope.data.source.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// A folder on an SSH server, as a path that files are listed, read and moved by like those of the
/// disk. The connection lasts until this is closed.
///
/// Nothing of the user's own SSH set-up (`~/.ssh`) is used: what a feed does depends on its list
/// alone.
public final class SftpFolder implements AutoCloseable {
    private final SshClient client;
    private final FileSystem files;
    private final Path folder;

    private SftpFolder(SshClient client, FileSystem files, Path folder) {
        this.client = client;
        this.files = files;
        this.folder = folder;
    }

    /// Connects, checks the server's key, signs in and looks for the folder.
    ///
    /// @throws ClaimscopeException SOURCE_DOWN when the server does not answer; DENIED when it has
    ///   another key than the feed says, or lets this user not in; USER when the folder or a file
    ///   of the settings is not there
    public static SftpFolder open(SftpSettings settings) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        var strange = new AtomicBoolean();
        client.setServerKeyVerifier((session, address, key) -> {
            boolean known = settings.hostKey().equals(fingerprint(key));
            strange.set(!known);
            return known;
        });
        boolean open = false;
        FileSystem files = null;
        try {
            client.start();
            files = SftpClientFactory.instance().createSftpFileSystem(session(client, settings));
            Path folder = files.getPath(settings.folder());
            if (!Files.isDirectory(folder)) {
                throw SftpSettings.wrong(
                        "there is no folder " + settings.folder() + " on " + settings.host());
            }
            var opened = new SftpFolder(client, files, folder.toRealPath());
            open = true;
            return opened;
        } catch (IOException e) {
            throw strange.get()
                    ? otherKey(settings)
                    : refused(e) ? notLetIn(settings, e) : down(settings, e);
        } finally {
            if (!open) {
                close(files);
                client.stop();
            }
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        close(files);
        client.stop();
    }

    private static void close(@Nullable FileSystem files) {
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException gone) {
            // The other side went first: there is nothing left to close.
        }
    }

    private static ClientSession session(SshClient client, SftpSettings settings)
            throws IOException {
        ClientSession session =
                client.connect(settings.user(), settings.host(), settings.port())
                        .verify(settings.timeout())
                        .getSession();
        Path keyFile = settings.keyFile();
        if (keyFile == null) {
            session.addPasswordIdentity(firstLine(settings.passwordFile()));
        } else {
            session.addPublicKeyIdentity(key(session, keyFile, settings.passwordFile()));
        }
        session.auth().verify(settings.timeout());
        return session;
    }

    /// The library has no type for it.
    private static boolean refused(IOException e) {
        return String.valueOf(e.getMessage()).contains("No more authentication methods");
    }

    private static KeyPair key(ClientSession session, Path file, @Nullable Path passphrase) {
        try (InputStream in = Files.newInputStream(file)) {
            FilePasswordProvider provider =
                    passphrase == null
                            ? FilePasswordProvider.EMPTY
                            : FilePasswordProvider.of(firstLine(passphrase));
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(
                            session, new PathResource(file), in, provider);
            if (pairs == null || !pairs.iterator().hasNext()) {
                throw SftpSettings.wrong("the key_file holds no private key");
            }
            return pairs.iterator().next();
        } catch (GeneralSecurityException | IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "sftp: the key_file cannot be read, or its passphrase is another.",
                    e);
        }
    }

    private static String firstLine(@Nullable Path file) {
        try (Stream<String> lines = Files.lines(Objects.requireNonNull(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "sftp: the password_file cannot be read.", e);
        }
    }

    /// As `ssh-keygen -l` prints it.
    private static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    private static ClaimscopeException otherKey(SftpSettings settings) {
        return new ClaimscopeException(
                ErrorKind.DENIED,
                "sftp: "
                        + settings.host()
                        + " shows another key than the feed's host_key. It may be another machine: ask its owner before you change host_key.");
    }

    private static ClaimscopeException notLetIn(SftpSettings settings, IOException e) {
        return new ClaimscopeException(
                ErrorKind.DENIED,
                "sftp: "
                        + settings.host()
                        + " does not let "
                        + settings.user()
                        + " in. Check the user and the key_file or password_file.",
                e);
    }

    private static ClaimscopeException down(SftpSettings settings, IOException e) {
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN,
                "sftp: "
                        + settings.host()
                        + " does not answer ("
                        + e.getClass().getSimpleName()
                        + ").",
                e);
    }
}
