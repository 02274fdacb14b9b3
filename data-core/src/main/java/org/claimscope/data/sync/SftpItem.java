package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.sftp.SftpSettings;
import org.jspecify.annotations.Nullable;

/// The `sftp:` block of a feed, whose `files:` are then on that server.
///
/// @param timeout such as `PT1M`
record SftpItem(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @JsonProperty("host_key") @Nullable String hostKey,
        @JsonProperty("key_file") @Nullable String keyFile,
        @JsonProperty("password_file") @Nullable String passwordFile,
        @Nullable String folder,
        @Nullable String timeout) {
    SftpSettings settings(Vars vars) {
        if (host == null || user == null || hostKey == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "sftp: host, user and host_key must be there.");
        }
        return new SftpSettings(
                vars.fill(host),
                port == null ? SftpSettings.DEFAULT_PORT : port,
                vars.fill(user),
                vars.fill(hostKey),
                keyFile == null ? null : vars.path(keyFile),
                passwordFile == null ? null : vars.path(passwordFile),
                folder == null ? "." : vars.fill(folder),
                timeout == null ? SftpSettings.DEFAULT_TIMEOUT : Sizes.time("sftp", timeout));
    }
}
