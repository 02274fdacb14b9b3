package org.claimscope.data.source.sftp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where a folder on an SSH server is, and how the program signs in.
///
/// @param hostKey the fingerprint of the server's key as `ssh-keygen -l` prints it, such as
///   `SHA256:…`; a server that shows another one is not talked to
/// @param keyFile a private key (OpenSSH or PEM); null to sign in with the password
/// @param passwordFile its first line is the account's password, or with a key file the key's
///   passphrase; null for a key without one
/// @param folder on the server
/// @param timeout how long an answer may take
public record SftpSettings(
        String host,
        int port,
        String user,
        String hostKey,
        @Nullable Path keyFile,
        @Nullable Path passwordFile,
        String folder,
        Duration timeout) {
    public static final int DEFAULT_PORT = 22;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    public SftpSettings {
        if (host.isBlank() || user.isBlank() || folder.isBlank()) {
            throw wrong("host, user and folder must be there");
        }
        if (port < 1 || port > 65_535) {
            throw wrong("port is from 1 to 65535");
        }
        if (!FINGERPRINT.matcher(hostKey).matches()) {
            throw wrong(
                    "host_key is the fingerprint of the server's key, such as SHA256:… (ssh-keygen -lf prints it; ask the server's owner)");
        }
        if (keyFile == null && passwordFile == null) {
            throw wrong("sign in with a key_file or a password_file");
        }
        if (timeout.toMillis() < 100 || timeout.toHours() > 1) {
            throw wrong("timeout is at most an hour, such as PT1M");
        }
    }

    static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "sftp: " + why + ".");
    }
}
