package org.claimscope.nlq.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where a language model is, and how much it may be asked. Holds no secret.
///
/// @param provider a [Provider]'s id
/// @param baseUrl `https`, or `http` to this machine; of a GGUF file, `file`
/// @param model as the service names it
/// @param keyName where the secret is kept: the path of a file; empty for none
/// @param agreement with whoever runs a service that is not on this machine
/// @param timeout of a whole question, repetitions included
/// @param callsPerDay most requests a day
/// @param tokensPerDay most tokens a day, both ways
public record Connection(
        String provider,
        URI baseUrl,
        String model,
        String keyName,
        Optional<Agreement> agreement,
        Duration timeout,
        int callsPerDay,
        long tokensPerDay) {
    private static final String FILE = "file";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public Connection {
        String scheme = lower(baseUrl.getScheme());
        String host = lower(baseUrl.getHost());
        if (provider.equals(Gguf.ID)) {
            if (!scheme.equals(FILE) || !host.isEmpty() || lower(baseUrl.getPath()).isEmpty()) {
                throw wrong("Name the model's file, such as /models/small.gguf.");
            }
        } else if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw wrong("The model's address must begin with https:// or http:// and a host.");
        }
        if (scheme.equals("http") && !loopback(host)) {
            throw wrong("Plain http reaches models on this machine only: use https.");
        }
        if (baseUrl.getUserInfo() != null
                || baseUrl.getQuery() != null
                || baseUrl.getFragment() != null) {
            throw wrong("The model's address must not hold a user, a query or a fragment.");
        }
        if (model.isBlank()) {
            throw wrong("Name the model.");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw wrong("The timeout of a model is 1 second to 5 minutes.");
        }
        if (callsPerDay < 0 || tokensPerDay < 0) {
            throw wrong("A budget cannot be negative.");
        }
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, why);
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    /// This machine by its own names; a name that only resolves to it does not count.
    private static boolean loopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /// Whether the service is on this machine.
    public boolean local() {
        return inProcess() || loopback(host());
    }

    /// Whether the model is a file that runs inside this program.
    public boolean inProcess() {
        return FILE.equals(baseUrl.getScheme());
    }

    public String host() {
        return inProcess() ? "localhost" : lower(baseUrl.getHost());
    }

    /// Whether more than the catalog and the masked question may be sent: the form of the question
    /// before, masked too.
    public boolean mayFollowUp(Clock clock) {
        return local() || agreement.filter(a -> a.holds(clock)).isPresent();
    }
}
