package org.claimscope.nlq.guard;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimscope.nlq.provider.ApiKey;
import org.claimscope.nlq.provider.Connection;
import org.jspecify.annotations.Nullable;

/// One request's way out of LangChain4j: checks its exact bytes, has it noted, and only then hands
/// it to the wire. Notes what came of it, because LangChain4j rewrites exceptions.
final class Attempt implements HttpClientBuilder, HttpClient {
    /// What happens with a request that may leave.
    interface Way {
        Wire.Answer take(Outgoing out, String keyHeader, String keyValue);
    }

    private final Connection connection;
    private final ApiKey key;
    private final Function<Outgoing, Optional<Door.Reason>> door;
    private final Way way;
    private Duration connectTimeout;
    private Duration readTimeout;
    @Nullable Outgoing out;
    Optional<Door.Reason> closed = Optional.empty();
    Optional<Trouble> trouble = Optional.empty();
    Optional<String> retryAfter = Optional.empty();
    int status;
    String requestHash = "";
    String responseHash = "";
    long responseBytes;

    Attempt(
            Connection connection,
            ApiKey key,
            Function<Outgoing, Optional<Door.Reason>> door,
            Way way) {
        this.connection = connection;
        this.key = key;
        this.door = door;
        this.way = way;
        this.connectTimeout = connection.timeout();
        this.readTimeout = connection.timeout();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            return checked(request);
        } catch (Stopped e) {
            trouble = Optional.of(e.trouble());
            throw e;
        }
    }

    private SuccessfulHttpResponse checked(HttpRequest request) {
        Outgoing leaving = Outgoing.of(request, key);
        out = leaving;
        requestHash = Outgoing.sha256(leaving.body());
        if (!sameHost(leaving.uri())
                || !request.formDataFields().isEmpty()
                || !request.formDataFiles().isEmpty()) {
            throw new Stopped(Trouble.WRONG_HOST);
        }
        closed = door.apply(leaving);
        if (closed.isPresent()) {
            throw new Stopped(Trouble.IDENTIFIER_FOUND);
        }
        Optional<Map.Entry<String, List<String>>> secret =
                request.headers().entrySet().stream()
                        .filter(h -> !leaving.headers().containsKey(h.getKey()))
                        .findFirst();
        Wire.Answer answer =
                way.take(
                        leaving,
                        secret.map(Map.Entry::getKey).orElse(""),
                        secret.map(h -> h.getValue().getFirst()).orElse(""));
        status = answer.status();
        retryAfter = answer.retryAfter();
        responseHash = Outgoing.sha256(answer.body());
        responseBytes = answer.body().length;
        if (status < 200 || status > 299) {
            trouble = Optional.of(Trouble.ofStatus(status));
            // Without the body: error texts of services quote requests.
            throw new HttpException(status, "status " + status);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(Map.of())
                .body(new String(answer.body(), StandardCharsets.UTF_8))
                .build();
    }

    private boolean sameHost(URI uri) {
        URI base = connection.baseUrl();
        if (connection.inProcess()) {
            return base.equals(uri);
        }
        return base.getScheme().equalsIgnoreCase(String.valueOf(uri.getScheme()))
                && base.getHost().equalsIgnoreCase(String.valueOf(uri.getHost()))
                && base.getPort() == uri.getPort()
                && uri.getUserInfo() == null;
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are not streamed");
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
