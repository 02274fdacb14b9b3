package org.claimscope.app.feature.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.provider.Connection;

/// The settings of a language model as they stand in the fields, right or not.
///
/// @param provider a provider's id
/// @param expires `2027-12-31`
record ModelDraft(
        boolean enabled,
        String provider,
        String baseUrl,
        String model,
        String keyFile,
        String agreement,
        String expires,
        String timeoutSeconds,
        String callsPerDay,
        String tokensPerDay) {
    /// What can be wrong.
    enum Part {
        PROVIDER,
        ADDRESS,
        MODEL,
        KEY,
        AGREEMENT,
        TIMEOUT,
        CALLS,
        TOKENS
    }

    /// Services that answer nobody without a key.
    private static final String NEEDS_KEY = "anthropic";

    /// @param kept what `models.json` says
    static ModelDraft of(Optional<ModelSettings> kept) {
        ModelSettings s =
                kept.orElseGet(() ->
                        new ModelSettings(
                                false,
                                "ollama",
                                "http://127.0.0.1:11434",
                                null,
                                null,
                                null,
                                0,
                                0,
                                0));
        ModelSettings.Baa baa = s.agreement();
        return new ModelDraft(
                s.enabled(),
                said(s.provider()),
                said(s.baseUrl()),
                said(s.model()),
                said(s.keyFile()),
                baa == null ? "" : said(baa.reference()),
                baa == null ? "" : said(baa.expires()),
                Integer.toString(s.timeoutSeconds()),
                Integer.toString(s.callsPerDay()),
                Long.toString(s.tokensPerDay()));
    }

    private static String said(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    /// The address that a kind of service usually has.
    static String usualAddress(String provider) {
        return switch (provider) {
            case "anthropic" -> "https://api.anthropic.com/v1";
            case "openai" -> "https://api.openai.com/v1";
            case "ollama" -> "http://127.0.0.1:11434";
            default -> "";
        };
    }

    /// The settings, as `models.json` keeps them; call when [#problems] has none.
    ModelSettings settings() {
        return new ModelSettings(
                enabled,
                provider,
                baseUrl.strip(),
                model.strip(),
                keyFile.isBlank() ? null : keyFile.strip(),
                agreement.isBlank() && expires.isBlank()
                        ? null
                        : new ModelSettings.Baa(agreement.strip(), expires.strip()),
                Integer.parseInt(timeoutSeconds.strip()),
                Integer.parseInt(callsPerDay.strip()),
                Long.parseLong(tokensPerDay.strip()));
    }

    /// What is wrong, by field, in words that say what to do.
    Map<Part, String> problems(Home home) {
        var found = new EnumMap<Part, String>(Part.class);
        number(timeoutSeconds, 300)
                .ifPresent(w -> found.put(Part.TIMEOUT, "Seconds, from 1 to 300." + w));
        number(callsPerDay, Integer.MAX_VALUE)
                .ifPresent(w -> found.put(Part.CALLS, "A number of questions, 1 or more." + w));
        number(tokensPerDay, Long.MAX_VALUE)
                .ifPresent(w -> found.put(Part.TOKENS, "A number of tokens, 1 or more." + w));
        if (provider.isBlank()) {
            found.put(Part.PROVIDER, "Choose the kind of service.");
        }
        if (model.isBlank()) {
            found.put(Part.MODEL, "Name the model as its service does, such as llama3.1.");
        }
        address().ifPresent(w -> found.put(Part.ADDRESS, w));
        agreementProblem().ifPresent(w -> found.put(Part.AGREEMENT, w));
        if (found.isEmpty()) {
            key(home).ifPresent(w -> found.put(Part.KEY, w));
        }
        return found;
    }

    private static Optional<String> number(String text, long most) {
        try {
            long value = Long.parseLong(text.strip());
            return value >= 1 && value <= most ? Optional.empty() : Optional.of("");
        } catch (NumberFormatException e) {
            return Optional.of("");
        }
    }

    /// The connection's own rules, tried on the address alone.
    private Optional<String> address() {
        try {
            var tried =
                    new Connection(
                            provider,
                            ModelSettings.address(provider, baseUrl),
                            "any",
                            "",
                            Optional.empty(),
                            Duration.ofSeconds(1),
                            1,
                            1);
            return tried.inProcess() && !Files.isRegularFile(Path.of(tried.baseUrl()))
                    ? Optional.of("There is no such file on this machine.")
                    : Optional.empty();
        } catch (ClaimscopeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Optional.of("This is no address: write it like " + example() + ".");
        }
    }

    private String example() {
        String usual = usualAddress(provider);
        return provider.equals("gguf")
                ? "/models/small.gguf"
                : usual.isEmpty() ? "https://host/v1" : usual;
    }

    private Optional<String> agreementProblem() {
        if (agreement.isBlank() && expires.isBlank()) {
            return Optional.empty();
        }
        if (agreement.isBlank()) {
            return Optional.of("Say which agreement it is, such as its contract number.");
        }
        try {
            LocalDate.parse(expires.strip());
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("Write its last day like 2027-12-31.");
        }
    }

    private Optional<String> key(Home home) {
        if (keyFile.isBlank()) {
            return provider.equals(NEEDS_KEY)
                    ? Optional.of("This service needs a key: write it into a file of its own.")
                    : Optional.empty();
        }
        try {
            return settings().key(home).isEmpty()
                    ? Optional.of("The first line of the key's file is empty.")
                    : Optional.empty();
        } catch (ClaimscopeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// What the agreement allows today.
    String allowed(Clock clock) {
        Connection c = settings().connection();
        if (c.inProcess()) {
            return "Runs inside this program: nothing leaves it.";
        }
        if (c.local()) {
            return "Runs on this machine: nothing leaves it.";
        }
        if (c.agreement().isEmpty()) {
            return "Remote, without an agreement: the catalog and the masked question only.";
        }
        return c.mayFollowUp(clock)
                ? "Remote, under an agreement: the masked form of the question before goes too."
                : "The agreement has ended: the catalog and the masked question only.";
    }
}
