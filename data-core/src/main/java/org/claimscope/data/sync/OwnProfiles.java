package org.claimscope.data.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.csv.Profile;

/// The mapping profiles that were made for a workspace, beside those that ship with the product. A
/// profile names columns, never values, so its file is plain YAML in the workspace's folder.
public final class OwnProfiles {
    private static final String FOLDER = "profiles";
    private static final String END = ".yaml";

    private final Path folder;

    public OwnProfiles(Path workspace) {
        this.folder = workspace.resolve(FOLDER);
    }

    /// Own profiles first, then the shipped ones.
    public List<Profile> all() {
        var profiles = new ArrayList<Profile>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(END)) {
                        profiles.add(Profile.parse(name, Files.readString(file)));
                    }
                }
            } catch (IOException e) {
                throw new ClaimscopeException(
                        ErrorKind.RESOURCES,
                        "Cannot read the mapping profiles in " + folder + ".",
                        e);
            }
        }
        profiles.addAll(FeedList.shippedProfiles());
        return profiles;
    }

    /// Keeps a profile, in place of an older one of the same name.
    ///
    /// @param yaml checked before it is kept
    public void add(String name, String yaml) {
        Profile.parse(name, yaml);
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-") + END;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), yaml);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot write the mapping profile to " + folder + ".", e);
        }
    }
}
