package org.claimscope.data.source.fhir;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scheme, host and port of a URL: whom a request is for (RFC 6454).
record Origin(String scheme, String host, int port) {
    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    static Origin of(URI url) {
        String scheme = lower(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, lower(url.getHost()), port);
    }

    /// Whether nobody on the way can read what is sent there.
    static boolean isSafe(URI url) {
        Origin origin = of(url);
        return !origin.host.isEmpty()
                && (origin.scheme.equals("https")
                        || origin.scheme.equals("http") && THIS_MACHINE.contains(origin.host));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
