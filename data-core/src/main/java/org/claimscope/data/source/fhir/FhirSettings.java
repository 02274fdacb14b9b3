package org.claimscope.data.source.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where a FHIR R4 server is, what is read of it, and how.
///
/// @param url the server's base, such as `https://fhir.hospital.example/r4`
/// @param resources types, in the order in which they are read; a search's may have parameters of
///   its own, such as `Claim?status=active`
/// @param export what a bulk export is of: empty for the system, else `Patient` or `Group/ID`
/// @param count resources a page, as far as the server follows it
/// @param overlap how far behind the newest change that was read the next reading starts
/// @param timeout how long an answer, or a silence within one, may last
/// @param patience how long the preparation of an export may last
/// @param bytes of one delivery; more is refused
/// @param hosts other than the server's own that hold the files of an export
/// @param auth null for a server that lets everybody in
public record FhirSettings(
        URI url,
        Mode mode,
        List<String> resources,
        String export,
        int count,
        Duration overlap,
        Duration timeout,
        Duration patience,
        long bytes,
        Set<String> hosts,
        @Nullable Auth auth) {
    public static final int DEFAULT_COUNT = 200;
    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(1);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
    public static final Duration DEFAULT_PATIENCE = Duration.ofHours(6);
    public static final long DEFAULT_BYTES = 20L << 30;

    private static final int MAX_COUNT = 5_000;
    private static final int MOST_RESOURCES = 25;
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");
    private static final Pattern PARAMETERS = Pattern.compile("[A-Za-z0-9_.:~%&=,|/+-]{1,500}");
    private static final Pattern EXPORT = Pattern.compile("|Patient|Group/[A-Za-z0-9.-]{1,64}");

    /// How resources are asked for.
    public enum Mode {
        /// Page by page (FHIR R4 search with `_lastUpdated`).
        SEARCH,
        /// As files that the server prepares (Bulk Data Access `$export`).
        BULK
    }

    /// How the program signs in: SMART Backend Services, which is OAuth 2.0 client credentials with
    /// a signed assertion (RFC 7523) in place of a secret.
    ///
    /// @param keyFile a private key as PKCS #8 PEM: RSA of 2048 bits or more, or P-384
    /// @param keyId of the public key at the server; null to leave it out
    /// @param scope such as `system/*.read`
    public record Auth(
            URI tokenUrl, String clientId, Path keyFile, @Nullable String keyId, String scope) {
        public Auth {
            requireSafe(tokenUrl, "token_url");
            if (clientId.isBlank() || scope.isBlank()) {
                throw wrong("auth has a client_id and a scope, such as system/*.read");
            }
        }
    }

    public FhirSettings {
        requireSafe(url, "url");
        resources = List.copyOf(resources);
        hosts = Set.copyOf(hosts);
        if (resources.isEmpty() && mode == Mode.SEARCH) {
            throw wrong("resources names the types to search for, such as [Patient, Claim]");
        }
        if (resources.size() > MOST_RESOURCES
                || new HashSet<>(resources).size() < resources.size()) {
            throw wrong("resources names up to " + MOST_RESOURCES + " types, each once");
        }
        for (String resource : resources) {
            requireResource(resource, mode);
        }
        if (!EXPORT.matcher(export).matches() || mode == Mode.SEARCH && !export.isEmpty()) {
            throw wrong("export is Patient or Group/ID, with mode: bulk");
        }
        if (count < 1 || count > MAX_COUNT) {
            throw wrong("count is from 1 to " + MAX_COUNT);
        }
        if (overlap.isNegative()) {
            throw wrong("overlap is not negative, such as PT15M or a number of days");
        }
        if (timeout.toMillis() < 100 || timeout.toDays() > 1 || patience.toDays() > 7) {
            throw wrong("timeout is at most a day, such as PT2M, and patience at most seven");
        }
        if (bytes < 1) {
            throw wrong("bytes is 1 or more, such as 20GB");
        }
    }

    private static void requireResource(String resource, Mode mode) {
        int query = resource.indexOf('?');
        String type = query < 0 ? resource : resource.substring(0, query);
        String parameters = query < 0 ? "" : resource.substring(query + 1);
        if (!TYPE.matcher(type).matches()) {
            throw wrong(type + " is no type of a resource, such as Patient");
        }
        if (query >= 0 && (mode == Mode.BULK || !PARAMETERS.matcher(parameters).matches())) {
            throw wrong(
                    "the parameters of "
                            + type
                            + " are for mode: search, and written as in a URL, such as Claim?status=active");
        }
        String names = "&" + parameters.toLowerCase(Locale.ROOT);
        if (names.contains("&_lastupdated") || names.contains("&_count=")) {
            throw wrong(type + " has _lastUpdated or _count, which the feed itself sets");
        }
    }

    /// A URL that somebody wrote into a feed list.
    ///
    /// @throws ClaimscopeException USER when it is none
    public static URI url(String text, String key) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(key + " is no URL, such as https://fhir.hospital.example/r4");
        }
    }

    private static void requireSafe(URI url, String key) {
        if (url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw wrong(key + " is no URL, such as https://fhir.hospital.example/r4");
        }
        if (url.getUserInfo() != null) {
            throw wrong(key + " holds a password; use auth");
        }
        if (!Origin.isSafe(url)) {
            throw wrong(key + " starts with https://; http:// is for this machine only");
        }
    }

    static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "fhir: " + why + ".");
    }
}
