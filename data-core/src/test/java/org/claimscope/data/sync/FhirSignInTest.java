package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.testing.FhirServer;
import org.claimscope.data.testing.FhirServer.Wrong;
import org.junit.jupiter.api.Test;

/// Tokens of a server that verifies who asks for them.
final class FhirSignInTest extends FhirFixture {
    private static KeyPair keys(String algorithm) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp384r1"));
        } else {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    @Test
    void aTokenIsAskedForWithASignedAssertionAndAgainBeforeItEnds() throws Exception {
        for (String algorithm : List.of("RSA", "EC")) {
            KeyPair keys = keys(algorithm);
            server.require(keys.getPublic(), clinic.workspace().clock());
            server.requests.clear();
            patients(0, 30);
            // Of 300 seconds 30 are left over: at 269 the token is used, at 270 another is asked
            // for.
            var passed = new int[] {0};
            server.trouble =
                    (number, request) -> {
                        passed[0]++;
                        clinic.on(
                                switch (passed[0]) {
                                    case 1, 2 -> "2025-01-10T00:00:00Z";
                                    case 3 -> "2025-01-10T00:04:29Z";
                                    default -> "2025-01-10T00:04:30Z";
                                });
                        return null;
                    };
            RunEntry run = sync(search(5, auth(keys), "Patient"));
            assertTrue(run.status() != Status.FAILED, run.message());
            List<String> kinds = server.requests.stream().map(r -> r.substring(0, 5)).toList();
            // The third answer came at 04:29, after which the clock stood at 04:30.
            assertEquals(
                    List.of("POST ", "GET /", "GET /", "GET /", "POST ", "GET /", "GET /", "GET /"),
                    kinds,
                    algorithm);
            server.trouble = (number, request) -> null;
            clinic.on("2025-01-10T00:00:00Z");
        }
    }

    @Test
    void aTokenThatWasWithdrawnIsAskedForOnceMore() throws Exception {
        KeyPair keys = keys("EC");
        server.require(keys.getPublic(), clinic.workspace().clock());
        patients(0, 30);
        var withdrawn = new int[1];
        server.trouble =
                (number, request) -> {
                    if (request.contains("from=10") && withdrawn[0]++ == 0) {
                        server.withdrawTokens();
                    }
                    return null;
                };
        RunEntry run = sync(search(10, auth(keys), "Patient"));
        assertEquals(30, run.rowsLoaded(), run.message());
        assertEquals(2, server.count("/token"));

        server.trouble = (number, request) -> request.contains("/token") ? null : Wrong.status(401);
        RunEntry never = sync(search(11, auth(keys), "Patient"));
        assertEquals(Status.FAILED, never.status());
        assertTrue(never.message().contains("HTTP 401"), never.message());
        assertFalse(never.message().contains("token-"), never.message());
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsSaidToBeSo() throws Exception {
        server.require(keys("EC").getPublic(), clinic.workspace().clock());
        patients(0, 1);
        RunEntry run = sync(search(10, auth(keys("EC")), "Patient"));
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("HTTP 400, invalid_client"), run.message());
        assertFalse(run.message().contains("secret"), run.message());
        Files.writeString(temp.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END");
        FhirSettings.Auth auth =
                new FhirSettings.Auth(
                        server.url("/token"), "claimscope", temp.resolve("key.pem"), null, "s");
        RunEntry broken = sync(search(10, auth, "Patient"));
        assertTrue(broken.message().contains("PKCS #8"), broken.message());
        assertFalse(broken.message().contains("AAAA"), broken.message());
    }

    @Test
    void nothingIsSentToAnotherServer() throws Exception {
        patients(0, 30);
        KeyPair keys = keys("EC");
        server.require(keys.getPublic(), clinic.workspace().clock());
        try (var other = new FhirServer()) {
            server.trouble =
                    (number, request) ->
                            request.contains("Patient")
                                    ? Wrong.status(307, "Location", other.url("/x").toString())
                                    : null;
            RunEntry sentOn = sync(search(10, auth(keys), "Patient"));
            assertTrue(sentOn.message().contains("another server"), sentOn.message());
            server.trouble = (number, request) -> null;
            server.files.put(
                    "Patient",
                    "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"%s\"}]}"
                            .formatted(other.url("/r4/Patient?from=1")));
            RunEntry next = sync(search(10, auth(keys), "Patient"));
            assertTrue(next.message().contains("another server"), next.message());
            assertEquals(List.of(), other.requests);
            assertEquals(0, deliveries());
        }
    }
}
