package org.claimscope.nlq.guard;

import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.nlq.provider.ApiKey;

/// A request to a model as it would leave.
///
/// @param headers without those that hold the key
public record Outgoing(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
    static Outgoing of(HttpRequest request, ApiKey key) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.headers()
                .forEach((name, values) -> {
                    boolean secret =
                            !key.isEmpty()
                                    && values.stream().anyMatch(v -> v.contains(key.reveal()));
                    if (!secret) {
                        headers.put(name, List.copyOf(values));
                    }
                });
        String body = request.body() == null ? "" : request.body();
        return new Outgoing(
                request.method().name(),
                URI.create(request.url()),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// Everything of it that is not the body, as one text.
    byte[] head() {
        var head = new StringBuilder(method).append(' ').append(uri.getRawPath());
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        headers.forEach((name, values) ->
                values.forEach(v -> head.append('\n').append(name).append(": ").append(v)));
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The body as text: what `model preview` prints.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
