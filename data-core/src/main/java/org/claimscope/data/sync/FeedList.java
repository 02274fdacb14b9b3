package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.jspecify.annotations.Nullable;

/// A set of feeds with the mapping profiles they use: shipped as a preset, written as `feeds.yaml`,
/// or read from a metadata table (`load_config.csv`).
///
/// @param every how often a window that is open runs it; empty for only when somebody asks
public record FeedList(List<Feed> feeds, List<Profile> profiles, Optional<Duration> every) {
    /// A shorter one would run into itself.
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /// The feed lists that ship with the product.
    public static final List<String> PRESETS =
            List.of("two-hospitals", "sample-hospital", "code-sets");

    private static final JsonMapper YAML =
            JsonMapper.builder(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    public FeedList(List<Feed> feeds, List<Profile> profiles) {
        this(feeds, profiles, Optional.empty());
    }

    private record Document(
            @Nullable List<String> profiles,
            @Nullable String every,
            @Nullable Map<String, @Nullable String> vars,
            @JsonProperty(required = true) List<Item> feeds) {}

    private record Item(
            @JsonProperty(required = true) String source,
            @JsonProperty(required = true) String table,
            @Nullable String files,
            @Nullable SftpItem sftp,
            @Nullable String inline,
            @Nullable String load,
            @JsonProperty("close_absent") boolean closeAbsent,
            @Nullable String watermark,
            @Nullable Boolean active,
            @Nullable String takes,
            @Nullable JdbcItem jdbc,
            @Nullable FhirItem fhir,
            @Nullable MllpItem mllp,
            @Nullable KafkaItem kafka,
            @Nullable String complete,
            @Nullable Long quiet,
            @Nullable String after,
            FolderItem.@Nullable Unpack unpack) {}

    private static Path in(@Nullable Path folder, String file) {
        return folder == null ? Path.of(file) : folder.resolve(file);
    }

    /// @throws ClaimscopeException USER when there is no such preset
    public static FeedList preset(String name) {
        if (!PRESETS.contains(name)) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "There is no preset "
                            + name
                            + ". There are: "
                            + String.join(", ", PRESETS)
                            + ".");
        }
        return parse(name, resource("presets/" + name + ".yaml"), null, Map.of());
    }

    /// A configuration file: YAML, or a metadata table when it ends in `.csv`.
    public static FeedList read(Path file) {
        return read(file, Map.of());
    }

    /// @param vars values for `${NAME}` that go before those of the file's own `vars:`
    public static FeedList read(Path file, Map<String, String> vars) {
        String text = text(file);
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return parse(name, text, file.toAbsolutePath().getParent(), vars);
        }
        if (!vars.isEmpty()) {
            throw new ClaimscopeException(ErrorKind.USER, name + " has no variables.");
        }
        return LoadConfig.parse(name, text, shippedProfiles());
    }

    /// A list that is not saved yet.
    ///
    /// @param folder where relative paths start
    /// @throws ClaimscopeException USER, with the line where there is one
    public static FeedList of(String name, String yaml, Path folder) {
        return parse(name, yaml, folder, Map.of());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Cannot read the configuration " + file + ".", e);
        }
    }

    /// Whether some active feed's messages arrive by themselves.
    public boolean listens() {
        return feeds.stream().anyMatch(f -> f.active() && f.listens());
    }

    /// Whether some active feed has its rows in files.
    public boolean needsFolder() {
        return feeds.stream().anyMatch(f -> f.active() && f.from() instanceof Feed.From.Files);
    }

    /// The profiles that ship with the product; a metadata table chooses among them by table and
    /// header.
    public static List<Profile> shippedProfiles() {
        return PRESETS.stream()
                .map(p -> Profile.parse(p, resource("profiles/" + p + ".yaml")))
                .toList();
    }

    private static FeedList parse(
            String name, String yaml, @Nullable Path folder, Map<String, String> given) {
        Document document = document(name, yaml);
        Map<String, @Nullable String> declared = document.vars();
        var vars = new Vars(name, folder, declared == null ? Map.of() : declared, given);
        return new FeedList(
                document.feeds().stream().map(i -> feed(name, i, vars)).toList(),
                profiles(document, folder),
                every(name, document.every()));
    }

    private static Optional<Duration> every(String name, @Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        try {
            Duration every = Duration.parse(words);
            if (every.compareTo(SHORTEST) >= 0) {
                return Optional.of(every);
            }
        } catch (DateTimeParseException e) {
            // Told below, as a span that is too short is.
        }
        throw new ClaimscopeException(
                ErrorKind.USER,
                name
                        + ": every is a span of 10 seconds or more, such as PT15M, not "
                        + words
                        + ".");
    }

    /// The mapping profiles that a configuration file uses, whatever its variables are.
    public static List<Profile> readProfiles(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? read(file).profiles()
                : profiles(document(name, text(file)), file.toAbsolutePath().getParent());
    }

    private static Document document(String name, String yaml) {
        Document document;
        try {
            document = YAML.readValue(yaml, Document.class);
        } catch (JacksonException e) {
            JsonLocation place = e.getLocation();
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    name
                            + (place == null ? "" : ", line " + place.getLineNr())
                            + ": "
                            + e.getOriginalMessage(),
                    e);
        }
        // YAML leaves out what it likes, whatever the types say.
        if (document == null || document.feeds() == null || document.feeds().contains(null)) {
            throw new ClaimscopeException(ErrorKind.USER, name + ": no feeds, or an empty one.");
        }
        return document;
    }

    private static List<Profile> profiles(Document document, @Nullable Path folder) {
        var profiles = new ArrayList<Profile>();
        List<String> named = document.profiles();
        for (String profile : named == null ? PRESETS : named) {
            profiles.add(profile(profile, folder));
        }
        return List.copyOf(profiles);
    }

    private static Profile profile(String name, @Nullable Path folder) {
        if (PRESETS.contains(name)) {
            return Profile.parse(name, resource("profiles/" + name + ".yaml"));
        }
        Path file = in(folder, name);
        try {
            return Profile.parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Cannot read the mapping profile " + file + ".", e);
        }
    }

    private static Feed feed(String name, Item item, Vars vars) {
        if (item.source() == null || item.table() == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, name + ": a feed has no source or no table.");
        }
        if (Stream.of(
                                item.files(),
                                item.inline(),
                                item.jdbc(),
                                item.fhir(),
                                item.mllp(),
                                item.kafka())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    name
                            + ": feed "
                            + item.source()
                            + "/"
                            + item.table()
                            + " takes either files or inline or jdbc or fhir or mllp or kafka.");
        }
        if (item.sftp() != null && item.files() == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    name
                            + ": feed "
                            + item.source()
                            + "/"
                            + item.table()
                            + " has sftp and does not say which files are taken there.");
        }
        try {
            Feed.From from = from(item, vars);
            Feed.LoadType load = loadType("load", item.load() == null ? usual(from) : item.load());
            String watermark = item.watermark();
            if (from instanceof Feed.From.Database) {
                requireWatermark(load, watermark);
            }
            if (from instanceof Feed.From.Endpoint) {
                watermark = FhirItem.watermark(watermark, item.closeAbsent());
            }
            return new Feed(
                    item.source(),
                    item.table(),
                    from,
                    load,
                    item.closeAbsent(),
                    watermark,
                    item.active() == null || item.active(),
                    takes(item.takes(), from));
        } catch (ClaimscopeException e) {
            throw new ClaimscopeException(
                    e.kind(),
                    name + ", feed " + item.source() + "/" + item.table() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Feed.Takes takes(@Nullable String takes, Feed.From from) {
        if (takes == null) {
            return Feed.Takes.ALL;
        }
        if (!(from instanceof Feed.From.Files || from instanceof Feed.From.Server)) {
            throw new ClaimscopeException(ErrorKind.USER, "takes is for feeds of files.");
        }
        return switch (takes.toLowerCase(Locale.ROOT)) {
            case "decisions" -> Feed.Takes.DECISIONS;
            case "claims" -> Feed.Takes.CLAIMS;
            default ->
                    throw new ClaimscopeException(
                            ErrorKind.USER,
                            "takes is decisions or claims, or left out to take all; not "
                                    + takes
                                    + ".");
        };
    }

    private static Feed.From from(Item item, Vars vars) {
        FolderRules rules =
                new FolderItem(item.complete(), item.quiet(), item.after(), item.unpack()).rules();
        if (item.files() != null) {
            String pattern = vars.fill(item.files());
            return item.sftp() == null
                    ? new Feed.From.Files(pattern, rules)
                    : new Feed.From.Server(item.sftp().settings(vars), pattern, rules);
        }
        if (item.jdbc() != null) {
            return new Feed.From.Database(item.jdbc().settings(item.table(), vars));
        }
        if (item.fhir() != null) {
            return new Feed.From.Endpoint(item.fhir().settings(vars));
        }
        if (item.mllp() != null) {
            return new Feed.From.Socket(item.mllp().settings(vars));
        }
        if (item.kafka() != null) {
            return new Feed.From.Topics(item.kafka().settings(vars));
        }
        return new Feed.From.Inline(String.valueOf(item.inline()));
    }

    private static String usual(Feed.From from) {
        return switch (from) {
            case Feed.From.Socket _, Feed.From.Topics _, Feed.From.Endpoint _ -> "Incremental";
            case Feed.From.Files _,
                    Feed.From.Server _,
                    Feed.From.Inline _,
                    Feed.From.Database _,
                    Feed.From.Hand _ ->
                    "Full";
        };
    }

    private static void requireWatermark(Feed.LoadType load, @Nullable String watermark) {
        if (watermark != null) {
            JdbcSettings.requireColumn(watermark);
        } else if (load == Feed.LoadType.INCREMENTAL) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "an incremental load from a database names its watermark column.");
        }
    }

    static Feed.LoadType loadType(String where, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "full" -> Feed.LoadType.FULL;
            case "incremental" -> Feed.LoadType.INCREMENTAL;
            default ->
                    throw new ClaimscopeException(
                            ErrorKind.USER,
                            where + ": the load type is Full or Incremental, not " + word + ".");
        };
    }

    private static String resource(String name) {
        try (InputStream in = FeedList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
