package org.claimscope.data.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The token of a FHIR server, asked for with a signed assertion and kept until shortly before it
/// ends (RFC 6749 4.4, RFC 7523, SMART Backend Services).
final class Bearer {
    private static final long LARGEST_REPLY = 1 << 16;
    private static final long LIFE_IF_UNSAID = 60;
    private static final long LONGEST_MARGIN = 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// RFC 6749 5.2. Anything else that a server writes there is not repeated.
    private static final Set<String> ERRORS =
            Set.of(
                    "invalid_request",
                    "invalid_client",
                    "invalid_grant",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_scope");

    private final FhirSettings.Auth auth;
    private final ClientAssertion assertion;
    private final Clock clock;
    private String token = "";
    private Instant until = Instant.MIN;

    Bearer(FhirSettings.Auth auth, Clock clock) {
        this.auth = auth;
        this.assertion = new ClientAssertion(auth, clock);
        this.clock = clock;
    }

    /// What was said about a token.
    private record Reply(int status, JsonNode json) {}

    /// @throws ClaimscopeException DENIED when the server does not know the client or its key
    synchronized String token(Wire wire) {
        if (clock.instant().isBefore(until)) {
            return token;
        }
        Reply reply =
                wire.ask(
                        new Ask(
                                "the token",
                                "POST",
                                auth.tokenUrl(),
                                Map.of("Accept", "application/json"),
                                this::form,
                                false,
                                Set.of(200, 400, 401),
                                LARGEST_REPLY),
                        answer -> new Reply(answer.status(), json(answer)));
        String text = reply.json().path("access_token").asText("");
        if (reply.status() != 200 || !text.matches("[A-Za-z0-9._~+/=-]{1,16384}")) {
            String error = reply.json().path("error").asText("");
            throw new ClaimscopeException(
                    ErrorKind.DENIED,
                    "fhir: the authorization server gives no token (HTTP "
                            + reply.status()
                            + (ERRORS.contains(error) ? ", " + error : "")
                            + "); check client_id, key_file, key_id and scope.");
        }
        long life = Math.max(0, reply.json().path("expires_in").asLong(LIFE_IF_UNSAID));
        token = text;
        until = clock.instant().plusSeconds(life - Math.min(LONGEST_MARGIN, life / 4));
        return token;
    }

    /// The server refused it.
    synchronized void forget(String refused) {
        if (token.equals(refused)) {
            until = Instant.MIN;
        }
    }

    private static JsonNode json(Answer answer) throws IOException {
        byte[] body = answer.body().readAllBytes();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            if (answer.status() == 200) {
                throw e;
            }
            return JSON.createObjectNode();
        }
    }

    private String form() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "client_credentials");
        fields.put("scope", auth.scope());
        fields.put(
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        fields.put("client_assertion", assertion.text());
        return fields.entrySet().stream()
                .map(f ->
                        f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
