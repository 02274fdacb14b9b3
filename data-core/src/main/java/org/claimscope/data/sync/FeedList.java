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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.source.MllpSettings;
import org.jspecify.annotations.Nullable;

/// A set of feeds with the mapping profiles they use: shipped as a preset, written as `feeds.yaml`,
/// or read from a metadata table (`load_config.csv`).
public record FeedList(List<Feed> feeds, List<Profile> profiles) {
    /// The feed lists that ship with the product.
    public static final List<String> PRESETS = List.of("two-hospitals", "sample-hospital");

    private static final JsonMapper YAML =
            JsonMapper.builder(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private record Document(
            @Nullable List<String> profiles, @JsonProperty(required = true) List<Item> feeds) {}

    private record Item(
            @JsonProperty(required = true) String source,
            @JsonProperty(required = true) String table,
            @Nullable String files,
            @Nullable String inline,
            @Nullable Mllp mllp,
            @Nullable String load,
            @JsonProperty("close_absent") boolean closeAbsent,
            @Nullable String watermark,
            @Nullable Boolean active) {}

    private record Mllp(
            int port,
            @Nullable String host,
            @Nullable String keystore,
            @JsonProperty("password_file") @Nullable String passwordFile,
            @Nullable List<String> allow) {
        /// @param folder what its files are relative to
        MllpSettings settings(@Nullable Path folder) {
            if (port == 0) {
                throw new ClaimscopeException(ErrorKind.USER, "mllp: the port is missing.");
            }
            return new MllpSettings(
                    port,
                    host,
                    keystore == null ? null : in(folder, keystore),
                    passwordFile == null ? null : in(folder, passwordFile),
                    allow == null ? List.of() : allow);
        }
    }

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
        return parse(name, resource("presets/" + name + ".yaml"), null);
    }

    /// A configuration file: YAML, or a metadata table when it ends in `.csv`.
    public static FeedList read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Cannot read the configuration " + file + ".", e);
        }
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? LoadConfig.parse(name, text, shippedProfiles())
                : parse(name, text, file.toAbsolutePath().getParent());
    }

    /// The profiles that ship with the product; a metadata table chooses among them by table and
    /// header.
    public static List<Profile> shippedProfiles() {
        return PRESETS.stream()
                .map(p -> Profile.parse(p, resource("profiles/" + p + ".yaml")))
                .toList();
    }

    private static FeedList parse(String name, String yaml, @Nullable Path folder) {
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
        var profiles = new ArrayList<Profile>();
        List<String> named = document.profiles();
        for (String profile : named == null ? PRESETS : named) {
            profiles.add(profile(profile, folder));
        }
        return new FeedList(
                document.feeds().stream().map(i -> feed(name, i, folder)).toList(),
                List.copyOf(profiles));
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

    private static Feed feed(String name, Item item, @Nullable Path folder) {
        if (item.source() == null || item.table() == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, name + ": a feed has no source or no table.");
        }
        Mllp mllp = item.mllp();
        if (Stream.of(item.files(), item.inline(), mllp).filter(Objects::nonNull).count() != 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    name
                            + ": feed "
                            + item.source()
                            + "/"
                            + item.table()
                            + " takes either files or inline or mllp.");
        }
        return new Feed(
                item.source(),
                item.table(),
                item.files(),
                item.inline(),
                mllp != null
                        ? Feed.LoadType.INCREMENTAL
                        : loadType(name, item.load() == null ? "Full" : item.load()),
                item.closeAbsent(),
                item.watermark(),
                item.active() == null || item.active(),
                mllp == null ? null : mllp.settings(folder));
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
