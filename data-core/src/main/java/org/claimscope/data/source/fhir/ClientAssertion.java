package org.claimscope.data.source.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Who the program is, signed with its private key: a JSON Web Token as `private_key_jwt` wants it
/// (RFC 7523; RS384 or ES384, as SMART Backend Services asks).
final class ClientAssertion {
    /// The longest that SMART Backend Services allows.
    private static final long LIFE_SECONDS = 300;

    private static final int SMALLEST_RSA = 2048;
    private static final int P_384 = 384;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final FhirSettings.Auth auth;
    private final Clock clock;

    ClientAssertion(FhirSettings.Auth auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    /// A new one; none is good twice.
    ///
    /// @throws ClaimscopeException USER when the key cannot be used
    String text() {
        PrivateKey key = key();
        var header = new LinkedHashMap<String, Object>();
        header.put("typ", "JWT");
        header.put("alg", key instanceof ECPrivateKey ? "ES384" : "RS384");
        if (auth.keyId() != null) {
            header.put("kid", auth.keyId());
        }
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", auth.clientId());
        claims.put("sub", auth.clientId());
        claims.put("aud", auth.tokenUrl().toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        String signed = part(header) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(sign(key, signed));
    }

    private static String part(Map<String, Object> values) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        }
    }

    private static byte[] sign(PrivateKey key, String text) {
        try {
            Signature signature =
                    Signature.getInstance(
                            key instanceof ECPrivateKey
                                    ? "SHA384withECDSAinP1363Format"
                                    : "SHA384withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "fhir: the key in key_file cannot sign.", e);
        }
    }

    /// Read for every token, so that a key can be exchanged while the program runs.
    private PrivateKey key() {
        Path file = auth.keyFile();
        String pem;
        try {
            pem = Files.readString(file);
        } catch (IOException e) {
            throw FhirSettings.wrong(
                    "key_file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        String base64 = pem.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----|-----END.*|\\s", "");
        try {
            return strong(parse(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Its message can quote the key.
            throw FhirSettings.wrong(
                    "key_file "
                            + file
                            + " holds no private key as PKCS #8 PEM (-----BEGIN PRIVATE KEY-----)");
        }
    }

    private static PrivateKey parse(byte[] der) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(der);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }

    private static PrivateKey strong(PrivateKey key) {
        boolean strong =
                switch (key) {
                    case RSAPrivateKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
                    case ECPrivateKey ec -> ec.getParams().getOrder().bitLength() == P_384;
                    default -> false;
                };
        if (!strong) {
            throw FhirSettings.wrong("the key is RSA of 2048 bits or more, or of the curve P-384");
        }
        return key;
    }
}
