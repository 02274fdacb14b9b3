package org.claimscope.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.provider.Agreement;
import org.claimscope.nlq.provider.ApiKey;
import org.claimscope.nlq.provider.Connection;
import org.jspecify.annotations.Nullable;

/// The language model of this user: `models.json` in Claimscope's own folder, not in a workspace's,
/// so that no backup brings a connection or a key along. Without the file, or with `enabled` false,
/// there is none. The key is not in it, but in a file of its own that only its owner may read.
///
/// ```json
/// {"enabled": true, "provider": "ollama", "base_url": "http://127.0.0.1:11434", "model": "llama3.1"}
/// ```
///
/// @param provider `openai`, `anthropic`, `ollama` or `gguf`
/// @param baseUrl of a GGUF file, its path
/// @param keyFile path of the key's file; a relative one is in the same folder
/// @param agreement the BAA with whoever runs a remote service
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelSettings(
        boolean enabled,
        @Nullable String provider,
        @JsonProperty("base_url") @Nullable String baseUrl,
        @Nullable String model,
        @JsonProperty("key_file") @Nullable String keyFile,
        @JsonProperty("baa") @Nullable Baa agreement,
        @JsonProperty("timeout_seconds") int timeoutSeconds,
        @JsonProperty("calls_per_day") int callsPerDay,
        @JsonProperty("tokens_per_day") long tokensPerDay) {
    /// A business associate agreement, as it is written down.
    public record Baa(@Nullable String reference, @Nullable String expires) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String KEYS =
            "enabled, provider, base_url, model, key_file, baa, timeout_seconds, calls_per_day, tokens_per_day";
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    public ModelSettings {
        timeoutSeconds = timeoutSeconds == 0 ? 30 : timeoutSeconds;
        callsPerDay = callsPerDay == 0 ? 200 : callsPerDay;
        tokensPerDay = tokensPerDay == 0 ? 1_000_000 : tokensPerDay;
    }

    public static Path file(Home home) {
        return home.folder().resolve("models.json");
    }

    /// The settings; empty when no model is connected. A damaged file is an error, for nobody
    /// should think a model is on, or off, when it is not.
    public static Optional<ModelSettings> of(Home home) {
        return written(home).filter(ModelSettings::enabled);
    }

    /// What the file says, whether it is enabled or not; empty without a file.
    public static Optional<ModelSettings> written(Home home) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    JSON.readValue(Files.readAllBytes(file), ModelSettings.class));
        } catch (JacksonException e) {
            // Without Jackson's words: somebody may have put the key into it.
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    file + " is not what a model's settings may hold: " + KEYS + ".");
        } catch (IOException e) {
            throw new ClaimscopeException(ErrorKind.RESOURCES, "Cannot read " + file + ".", e);
        }
    }

    /// Writes the file, whole or not at all.
    public void save(Home home) {
        Path file = file(home);
        try {
            Files.createDirectories(home.folder());
            Path part = Files.createTempFile(home.folder(), "models", ".part");
            Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ClaimscopeException(ErrorKind.RESOURCES, "Cannot write " + file + ".", e);
        }
    }

    /// @throws ClaimscopeException USER when something is missing or not allowed
    public Connection connection() {
        try {
            return new Connection(
                    said(provider, "provider"),
                    address(said(provider, "provider"), said(baseUrl, "base_url")),
                    said(model, "model"),
                    keyFile == null ? "" : keyFile,
                    agreement == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Agreement(
                                            said(agreement.reference(), "baa.reference"),
                                            LocalDate.parse(
                                                    said(agreement.expires(), "baa.expires")))),
                    Duration.ofSeconds(timeoutSeconds),
                    callsPerDay,
                    tokensPerDay);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "base_url or baa.expires in models.json is not valid.", e);
        }
    }

    /// An address as it is written: a URL, or the path of a GGUF file.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static URI address(String provider, String written) {
        String text = written.strip();
        return provider.equals("gguf") && !text.startsWith("file:")
                ? Path.of(text).toAbsolutePath().toUri()
                : URI.create(text);
    }

    private static String said(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "models.json does not say: " + name + ".");
        }
        return value;
    }

    /// The key, from its file.
    ///
    /// @throws ClaimscopeException DENIED when others may read it
    public ApiKey key(Home home) {
        if (keyFile == null || keyFile.isBlank()) {
            return ApiKey.none();
        }
        Path file = home.folder().resolve(keyFile);
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new ClaimscopeException(
                        ErrorKind.DENIED,
                        "Others may read the model's key: make "
                                + file
                                + " readable to you alone (chmod 600).");
            }
            return ApiKey.of(
                    Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Cannot read the file of the model's key: " + file + ".", e);
        }
    }

    /// The connector for an open workspace, enabled or not. Close it.
    public Connector connector(Home home, DataCore core, ValueIndex values) {
        return new Connector(
                core.catalog(),
                values,
                new Interpreter(core.catalog(), values),
                connection(),
                key(home),
                core.query()::identifiers,
                new SpendingFile(home.folder().resolve("models-spent.json")),
                core.workspace().audit(),
                core.workspace().clock());
    }
}
