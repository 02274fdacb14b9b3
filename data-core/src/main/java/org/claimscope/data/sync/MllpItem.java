package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.MllpSettings;
import org.jspecify.annotations.Nullable;

/// The `mllp:` block of a feed.
record MllpItem(
        @Nullable Integer port,
        @Nullable String host,
        @Nullable String keystore,
        @JsonProperty("password_file") @Nullable String passwordFile,
        @Nullable List<String> allow) {
    MllpSettings settings(Vars vars) {
        if (port == null || port == 0) {
            throw new ClaimscopeException(ErrorKind.USER, "mllp: the port is missing.");
        }
        return new MllpSettings(
                port,
                host == null ? null : vars.fill(host),
                keystore == null ? null : vars.path(keystore),
                passwordFile == null ? null : vars.path(passwordFile),
                allow == null ? List.of() : allow.stream().map(vars::fill).toList());
    }
}
