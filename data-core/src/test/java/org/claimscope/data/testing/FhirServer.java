package org.claimscope.data.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A FHIR server over real sockets: search in pages, bulk export, tokens for signed assertions, and
/// whatever trouble a test asks for.
public final class FhirServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, List<String>> resources = new TreeMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> assertions = new HashSet<>();

    /// `METHOD path?query` of every request, in the order they came.
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /// Authorization headers of requests that are not for a token.
    public final List<String> authorizations = new CopyOnWriteArrayList<>();

    public volatile boolean etags;
    public volatile Trouble trouble = (number, request) -> null;

    /// Files of an export by name, its manifest, and how often it says that it is not ready.
    public final Map<String, String> files = new HashMap<>();

    public volatile String manifest = "";
    public volatile int notReady;
    public volatile long tokenLife = 300;
    private volatile @Nullable PublicKey key;
    private volatile @Nullable Clock clock;

    /// What goes wrong with a request.
    public interface Trouble {
        /// @param number of the request, from 1
        /// @return null for nothing
        @Nullable Wrong with(int number, String request);
    }

    /// @param status in place of 200; 0 to answer as usual and then break off
    /// @param headers of the answer
    /// @param cut bytes of the body that still come
    public record Wrong(int status, Map<String, String> headers, int cut) {
        public static Wrong status(int status, String... headers) {
            var all = new TreeMap<String, String>();
            for (int i = 0; i < headers.length; i += 2) {
                all.put(headers[i], headers[i + 1]);
            }
            return new Wrong(status, all, 0);
        }

        public static Wrong cutAfter(int bytes) {
            return new Wrong(0, Map.of(), bytes);
        }
    }

    public FhirServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// From now on it lets in only who shows a token that it gave for an assertion of this key.
    public void require(PublicKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    public synchronized void withdrawTokens() {
        tokens.clear();
    }

    public synchronized void put(String type, String json) {
        String id = id(json);
        List<String> all = resources.computeIfAbsent(type, t -> new ArrayList<>());
        all.removeIf(r -> id(r).equals(id));
        all.add(json);
    }

    public static String patient(String id, String family, String changed) {
        return "{\"id\":\"%s\",\"meta\":{\"lastUpdated\":\"%s\"},\"resourceType\":\"Patient\",\"name\":[{\"family\":\"%s\"}]}"
                .formatted(id, changed, family);
    }

    private static String id(String json) {
        return tree(json).path("id").asText();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().toString();
            requests.add(request);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Wrong wrong = trouble.with(requests.size(), request);
            if (wrong != null && wrong.status() > 0) {
                wrong.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.sendResponseHeaders(wrong.status(), -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] answer =
                    (path.equals("/token") ? token(exchange, body) : answer(exchange, path))
                            .getBytes(StandardCharsets.UTF_8);
            int status = Integer.parseInt(exchange.getResponseHeaders().getFirst("X-Status"));
            if (answer.length == 0) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody()
                    .write(
                            answer,
                            0,
                            wrong == null ? answer.length : Math.min(wrong.cut(), answer.length));
            exchange.getResponseBody().flush();
        }
    }

    private static String status(HttpExchange exchange, int status, String body) {
        exchange.getResponseHeaders().set("X-Status", Integer.toString(status));
        return body;
    }

    private synchronized String answer(HttpExchange exchange, String path) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(String.valueOf(authorization));
        if (key != null && !path.startsWith("/open/")) {
            String token = String.valueOf(authorization).replace("Bearer ", "");
            if (!tokens.contains(token)) {
                return status(exchange, 401, "");
            }
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (path.endsWith("/$export")) {
            exchange.getResponseHeaders().set("Content-Location", url("/jobs/1").toString());
            return status(exchange, 202, "");
        }
        if (path.equals("/jobs/1")) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                return status(exchange, 202, "");
            }
            if (notReady-- > 0) {
                exchange.getResponseHeaders().set("X-Progress", "in progress");
                exchange.getResponseHeaders().set("Retry-After", "0");
                return status(exchange, 202, "");
            }
            return status(exchange, 200, manifest);
        }
        String file = files.get(path.substring(path.lastIndexOf('/') + 1));
        return file == null
                ? search(exchange, path.substring(path.lastIndexOf('/') + 1), query)
                : status(exchange, 200, file);
    }

    private String search(HttpExchange exchange, String type, Map<String, String> query) {
        String since = query.getOrDefault("_lastUpdated", "ge0001-01-01T00:00:00Z").substring(2);
        List<String> found =
                resources.getOrDefault(type, List.of()).stream()
                        .filter(r -> !changed(r).isBefore(Instant.parse(since)))
                        .toList();
        if (etags) {
            String etag = "W/\"" + found.hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                return status(exchange, 304, "");
            }
        }
        int count = Integer.parseInt(query.getOrDefault("_count", "10"));
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        int to = Math.min(found.size(), from + count);
        var bundle =
                new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[");
        bundle.append("{\"relation\":\"self\",\"url\":\"").append(url("/r4/" + type)).append("\"}");
        if (to < found.size()) {
            String next = exchange.getRequestURI().toString().replaceAll("&from=\\d+", "");
            bundle.append(",{\"relation\":\"next\",\"url\":\"" + next + "&from=" + to + "\"}");
        }
        bundle.append("],\"entry\":[");
        for (int i = from; i < to; i++) {
            bundle.append(i == from ? "" : ",")
                    .append("{\"search\":{\"mode\":\"match\"},\n \"resource\": ")
                    .append(found.get(i))
                    .append("}");
        }
        return status(exchange, 200, bundle.append("]}\n").toString());
    }

    private static Instant changed(String resource) {
        return OffsetDateTime.parse(tree(resource).path("meta").path("lastUpdated").asText())
                .toInstant();
    }

    private static Map<String, String> query(@Nullable String text) {
        var query = new HashMap<String, String>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(
                    part.substring(0, equals),
                    URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private synchronized String token(HttpExchange exchange, String body) {
        Map<String, String> form = query(body);
        boolean good =
                form.getOrDefault("grant_type", "").equals("client_credentials")
                        && form.getOrDefault("client_assertion_type", "")
                                .equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        && verified(form.getOrDefault("client_assertion", ""));
        if (!good) {
            return status(
                    exchange,
                    400,
                    "{\"error\":\"invalid_client\",\"error_description\":\"secret\"}");
        }
        String token = "token-" + requests.size();
        tokens.add(token);
        return status(
                exchange,
                200,
                "{\"access_token\":\""
                        + token
                        + "\",\"token_type\":\"bearer\",\"expires_in\":"
                        + tokenLife
                        + "}");
    }

    /// RFC 7523: signed by the client's key, for this server, not over and not used before.
    private boolean verified(String jwt) {
        PublicKey known = key;
        Clock now = clock;
        String[] parts = jwt.split("\\.", -1);
        if (known == null || now == null || parts.length != 3 || !assertions.add(jwt)) {
            return false;
        }
        try {
            JsonNode header = part(parts[0]);
            JsonNode claims = part(parts[1]);
            boolean rsa = known.getAlgorithm().equals("RSA");
            Signature signature =
                    Signature.getInstance(rsa ? "SHA384withRSA" : "SHA384withECDSAinP1363Format");
            signature.initVerify(known);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            long at = now.instant().getEpochSecond();
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && header.path("alg").asText().equals(rsa ? "RS384" : "ES384")
                    && claims.path("iss").asText().equals("claimscope")
                    && claims.path("sub").asText().equals("claimscope")
                    && claims.path("aud").asText().equals(url("/token").toString())
                    && claims.path("exp").asLong() > at
                    && claims.path("exp").asLong() <= at + 300
                    && !claims.path("jti").asText().isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static JsonNode part(String base64) {
        return tree(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    /// How many requests began so.
    public long count(String... words) {
        return requests.stream().filter(r -> Arrays.stream(words).allMatch(r::contains)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
