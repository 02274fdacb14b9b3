package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.fhir.FhirSettings;
import org.jspecify.annotations.Nullable;

/// The `fhir:` block of a feed.
///
/// @param mode `search` or `bulk`
/// @param overlap such as `PT15M`, or a number of days
/// @param patience how long an export may take to be prepared, such as `PT6H`
/// @param bytes such as `20GB`
record FhirItem(
        @Nullable String url,
        @Nullable String mode,
        @Nullable List<String> resources,
        @Nullable String export,
        @Nullable Integer count,
        @Nullable String overlap,
        @Nullable String timeout,
        @Nullable String patience,
        @Nullable String bytes,
        @Nullable List<String> hosts,
        @Nullable Auth auth) {
    /// What changes are told by; the only one there is.
    private static final String LAST_UPDATED = "_lastUpdated";

    record Auth(
            @JsonProperty("token_url") @Nullable String tokenUrl,
            @JsonProperty("client_id") @Nullable String clientId,
            @JsonProperty("key_file") @Nullable String keyFile,
            @JsonProperty("key_id") @Nullable String keyId,
            @Nullable String scope) {
        FhirSettings.Auth settings(Vars vars) {
            if (tokenUrl == null || clientId == null || keyFile == null) {
                throw wrong("auth has a token_url, a client_id and a key_file");
            }
            return new FhirSettings.Auth(
                    FhirSettings.url(vars.fill(tokenUrl), "token_url"),
                    vars.fill(clientId),
                    vars.path(keyFile),
                    keyId == null ? null : vars.fill(keyId),
                    scope == null ? "system/*.read" : scope);
        }
    }

    FhirSettings settings(Vars vars) {
        if (url == null) {
            throw wrong("url must be there");
        }
        return new FhirSettings(
                FhirSettings.url(vars.fill(url).replaceFirst("/+$", ""), "url"),
                switch (mode == null ? "search" : mode) {
                    case "search" -> FhirSettings.Mode.SEARCH;
                    case "bulk" -> FhirSettings.Mode.BULK;
                    default -> throw wrong("mode is search or bulk, not " + mode);
                },
                resources == null ? List.of() : resources,
                export == null ? "" : vars.fill(export),
                count == null ? FhirSettings.DEFAULT_COUNT : count,
                overlap == null ? FhirSettings.DEFAULT_OVERLAP : Sizes.overlap("fhir", overlap),
                timeout == null ? FhirSettings.DEFAULT_TIMEOUT : Sizes.time("fhir", timeout),
                patience == null ? FhirSettings.DEFAULT_PATIENCE : Sizes.time("fhir", patience),
                bytes == null ? FhirSettings.DEFAULT_BYTES : Sizes.bytes("fhir", bytes),
                hosts == null ? Set.of() : Set.copyOf(hosts),
                auth == null ? null : auth.settings(vars));
    }

    /// @param given by the feed
    static String watermark(@Nullable String given, boolean closeAbsent) {
        if (given != null || closeAbsent) {
            throw wrong(
                    "watermark and close_absent are for tables; resources tell by themselves when they changed");
        }
        return LAST_UPDATED;
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "fhir: " + why + ".");
    }
}
