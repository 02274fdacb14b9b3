package org.claimscope.nlq.guard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.claimscope.data.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/// The only class of questions that holds an HTTP client. The client is made for the first request
/// that may leave, not before; it follows no redirect, asks no proxy, keeps no cookies.
final class Wire implements AutoCloseable {
    /// Most bytes of a reply.
    static final int LARGEST_REPLY = 1 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long ASK_EVERY_MS = 20;

    private @Nullable HttpClient client;

    /// What came back.
    ///
    /// @param retryAfter of a service that wants to be asked later
    record Answer(int status, Optional<String> retryAfter, byte[] body) {}

    /// Whether anything was made that could open a connection.
    synchronized boolean made() {
        return client != null;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .proxy(HttpClient.Builder.NO_PROXY)
                            .connectTimeout(CONNECT)
                            .build();
        }
        return client;
    }

    /// @param deadline of `System.nanoTime`, for the body too
    Answer send(
            Outgoing out, String keyHeader, String keyValue, long deadline, Cancellation until) {
        var request = HttpRequest.newBuilder(out.uri());
        out.headers().forEach((name, values) -> values.forEach(v -> request.header(name, v)));
        if (!keyHeader.isEmpty()) {
            request.header(keyHeader, keyValue);
        }
        request.method(out.method(), HttpRequest.BodyPublishers.ofByteArray(out.body()));
        CompletableFuture<HttpResponse<byte[]>> coming =
                client().sendAsync(
                                request.build(),
                                HttpResponse.BodyHandlers.limiting(
                                        HttpResponse.BodyHandlers.ofByteArray(), LARGEST_REPLY));
        try (Cancellation.Watch _ = until.whenRequested(() -> coming.cancel(true))) {
            HttpResponse<byte[]> got = waitFor(coming, deadline, until);
            return new Answer(
                    got.statusCode(), got.headers().firstValue("retry-after"), got.body());
        }
    }

    private static HttpResponse<byte[]> waitFor(
            CompletableFuture<HttpResponse<byte[]>> coming, long deadline, Cancellation until) {
        while (true) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (until.requested() || left <= 0) {
                coming.cancel(true);
                throw new Stopped(until.requested() ? Trouble.CANCELLED : Trouble.TIMED_OUT);
            }
            try {
                return coming.get(Math.min(left, ASK_EVERY_MS), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // Asked again, until the deadline or the person ends it.
            } catch (CancellationException e) {
                throw new Stopped(Trouble.CANCELLED);
            } catch (InterruptedException e) {
                coming.cancel(true);
                Thread.currentThread().interrupt();
                throw new Stopped(Trouble.CANCELLED);
            } catch (ExecutionException e) {
                throw new Stopped(trouble(e.getCause()));
            }
        }
    }

    private static Trouble trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> Trouble.TIMED_OUT;
            case ConnectException e -> Trouble.NO_CONNECTION;
            case UnresolvedAddressException e -> Trouble.NO_CONNECTION;
            case SSLException e -> Trouble.NOT_TRUSTED;
            case IOException e when tooLarge(e) -> Trouble.TOO_LARGE;
            case null, default -> Trouble.DROPPED;
        };
    }

    private static boolean tooLarge(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains("exceeds capacity")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
