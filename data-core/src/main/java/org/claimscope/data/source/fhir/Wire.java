package org.claimscope.data.source.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.Patience;
import org.jspecify.annotations.Nullable;

/// The only class of sources that holds an HTTP client: asks, signs in, waits when it is told to,
/// asks again what broke off, and never leaves the origin it was sent to.
final class Wire implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final long ASK_EVERY_MS = 20;
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
    private final Duration timeout;
    private final Clock clock;
    private final Patience patience;
    private final Cancellation cancellation;
    private final @Nullable Bearer bearer;

    /// @param clock of the token
    Wire(FhirSettings settings, Clock clock, Patience patience, Cancellation cancellation) {
        this(
                settings.timeout(),
                clock,
                patience,
                cancellation,
                settings.auth() == null ? null : new Bearer(settings.auth(), clock));
    }

    private Wire(
            Duration timeout,
            Clock clock,
            Patience patience,
            Cancellation cancellation,
            @Nullable Bearer bearer) {
        this.timeout = timeout;
        this.clock = clock;
        this.patience = patience;
        this.cancellation = cancellation;
        this.bearer = bearer;
    }

    /// For what must still be said after somebody cancelled, once and quickly.
    Wire parting(Duration atMost) {
        return new Wire(atMost, clock, patience.once(), Cancellation.NONE, bearer);
    }

    Clock clock() {
        return clock;
    }

    /// Makes something of an answer; what it throws as an IOException counts as broken off.
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    /// Somebody cancelled.
    static final class Stopped extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;
    }

    /// It may go better a little later.
    private static final class Later extends Exception {
        @Serial private static final long serialVersionUID = 1L;
        private final @Nullable Duration wait;

        Later(String reason, Optional<Duration> wait) {
            super(reason);
            this.wait = wait.orElse(null);
        }
    }

    /// @throws ClaimscopeException SOURCE_DOWN when it keeps failing, DENIED or USER when asking
    ///   again does not help
    <T> T ask(Ask ask, Reader<T> reader) {
        boolean renewed = false;
        for (int attempt = 1; ; ) {
            String token = bearer == null || !ask.signedIn() ? "" : bearer.token(this);
            Later later;
            try {
                Optional<T> made = once(ask, token, reader);
                if (made.isPresent()) {
                    return made.get();
                }
                if (renewed || bearer == null || token.isEmpty()) {
                    throw denied(ask, "HTTP 401");
                }
                // A token can be withdrawn before its time.
                renewed = true;
                bearer.forget(token);
                continue;
            } catch (Later e) {
                later = e;
            }
            if (attempt >= patience.tries()) {
                throw new ClaimscopeException(
                        ErrorKind.SOURCE_DOWN,
                        "fhir: "
                                + ask.what()
                                + ": "
                                + later.getMessage()
                                + "; nothing was taken. The next run starts where the last complete one ended.",
                        later);
            }
            Duration wait = later.wait;
            pause(wait == null ? patience.pauseAfter(attempt) : wait);
            attempt++;
        }
    }

    /// @throws Stopped when somebody cancels meanwhile
    void pause(Duration time) {
        if (!Patience.pause(time, cancellation)) {
            throw new Stopped();
        }
    }

    Duration pauseAfter(int failures) {
        return patience.pauseAfter(failures);
    }

    /// @return empty when the token is not accepted
    private <T> Optional<T> once(Ask ask, String token, Reader<T> reader) throws Later {
        Ask at = ask;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpResponse<InputStream> got = send(request(at, token));
            try (var body = new Body(got.body(), ask.what(), ask.limit(), timeout, cancellation)) {
                var answer = new Answer(got.statusCode(), at.url(), got.headers(), body);
                if (ask.good().contains(answer.status())) {
                    return Optional.of(reader.read(answer));
                }
                switch (answer.status()) {
                    case 301, 302, 303, 307, 308 -> at = at.at(sentOn(at, answer));
                    case 401 -> {
                        return Optional.empty();
                    }
                    default -> throw trouble(ask, answer);
                }
            } catch (IOException e) {
                throw brokenOff(e);
            }
        }
        throw new ClaimscopeException(
                ErrorKind.SOURCE_DOWN, "fhir: " + ask.what() + " is sent on in a circle.");
    }

    private HttpRequest request(Ask ask, String token) {
        var request = HttpRequest.newBuilder(ask.url()).timeout(timeout);
        ask.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ask.form() == null) {
            request.method(ask.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.method(ask.method(), HttpRequest.BodyPublishers.ofString(ask.form().get()));
        }
        return request.build();
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws Later {
        CompletableFuture<HttpResponse<InputStream>> coming =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        while (true) {
            if (cancellation.requested()) {
                coming.cancel(true);
                throw new Stopped();
            }
            try {
                return coming.get(ASK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // The request has a time-out of its own.
            } catch (CancellationException e) {
                throw new Stopped();
            } catch (InterruptedException e) {
                coming.cancel(true);
                Thread.currentThread().interrupt();
                throw new Stopped();
            } catch (ExecutionException e) {
                throw new Later(
                        "the server cannot be reached, or broke off (" + name(e.getCause()) + ")",
                        Optional.empty());
            }
        }
    }

    private Later brokenOff(IOException e) {
        if (cancellation.requested()) {
            throw new Stopped();
        }
        return new Later(
                "the answer broke off, or is not what was asked for (" + name(e) + ")",
                Optional.empty());
    }

    /// Its message can quote the answer.
    private static String name(@Nullable Throwable e) {
        return e == null ? "unknown" : e.getClass().getSimpleName();
    }

    private Later trouble(Ask ask, Answer answer) {
        String code = "HTTP " + answer.status();
        return switch (answer.status()) {
            case 429, 503 ->
                    new Later(
                            "the server asks to come later (" + code + ")",
                            answer.retryAfter(clock));
            case 408, 500, 502, 504 ->
                    new Later("the server fails (" + code + ")", Optional.empty());
            case 403 -> throw denied(ask, code);
            case 410 ->
                    throw new ClaimscopeException(
                            ErrorKind.SOURCE_DOWN,
                            "fhir: "
                                    + ask.what()
                                    + " is no longer there ("
                                    + code
                                    + "); nothing was taken. The next run asks anew.");
            default ->
                    throw new ClaimscopeException(
                            ErrorKind.USER,
                            "fhir: the server does not know, or does not understand, the request for "
                                    + ask.what()
                                    + " ("
                                    + code
                                    + "); check url and resources.");
        };
    }

    private static ClaimscopeException denied(Ask ask, String code) {
        return new ClaimscopeException(
                ErrorKind.DENIED,
                "fhir: the server does not allow " + ask.what() + " (" + code + ").");
    }

    /// What is asked for may be elsewhere on the same server; a token, and what it opens, goes
    /// nowhere else.
    private static URI sentOn(Ask ask, Answer answer) {
        URI to =
                answer.headers()
                        .firstValue("Location")
                        .map(l -> resolved(ask.url(), l))
                        .orElse(ask.url());
        if (!ask.method().equals("GET") || !Origin.of(to).equals(Origin.of(ask.url()))) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "fhir: "
                            + ask.what()
                            + " is sent on to another server (HTTP "
                            + answer.status()
                            + "), which is not followed; name that server in the feed if it is the right one.");
        }
        return to;
    }

    /// @throws ClaimscopeException SOURCE_DOWN when the server wrote no URL
    static URI resolved(URI base, String link) {
        try {
            return base.resolve(link);
        } catch (IllegalArgumentException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN, "fhir: the server gives a link that is no URL.");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
