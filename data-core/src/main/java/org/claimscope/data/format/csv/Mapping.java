package org.claimscope.data.format.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.claimscope.data.model.Entity;

/// The table of a profile that fits a file: chosen by the table's name and the file's header.
public final class Mapping {
    private final Profile profile;
    private final Profile.Table table;

    private Mapping(Profile profile, Profile.Table table) {
        this.profile = profile;
        this.table = table;
    }

    /// What choosing a mapping can come to.
    public sealed interface Choice {}

    /// @param unmapped columns that no rule reads: told, never silently dropped
    public record Chosen(Mapping mapping, List<String> unmapped) implements Choice {}

    /// @param explanation the nearest profile and what it misses
    public record NoneFits(String explanation) implements Choice {}

    /// @param tableName the sender's name of the table, with or without schema (`dbo.patients`)
    public static Choice choose(List<Profile> profiles, String tableName, List<String> header) {
        String wanted =
                tableName.substring(tableName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<Mapping> named =
                profiles.stream()
                        .flatMap(p -> p.tables().stream().map(t -> new Mapping(p, t)))
                        .filter(m -> m.table.table().toLowerCase(Locale.ROOT).equals(wanted))
                        .toList();
        if (named.isEmpty()) {
            return new NoneFits(
                    "no mapping profile knows a table "
                            + wanted
                            + "; write one, or correct the table's name");
        }
        Optional<Mapping> fitting =
                named.stream()
                        .filter(m -> m.table.missing(header).isEmpty())
                        .min(Comparator.comparingInt(m -> m.table.unmapped(header).size()));
        if (fitting.isPresent()) {
            return new Chosen(fitting.get(), fitting.get().table.unmapped(header));
        }
        Mapping nearest =
                named.stream()
                        .min(Comparator.comparingInt(m -> m.table.missing(header).size()))
                        .orElseThrow();
        return new NoneFits(
                "no mapping profile fits the header of table "
                        + wanted
                        + "; the nearest, "
                        + nearest.profile.label()
                        + ", misses the columns "
                        + String.join(", ", nearest.table.missing(header)));
    }

    /// What the sender's table of this name holds, if some profile knows it.
    public static Optional<Entity> entity(List<Profile> profiles, String table) {
        return profiles.stream()
                .flatMap(p -> p.tables().stream())
                .filter(t -> t.table().equalsIgnoreCase(table))
                .map(Profile.Table::target)
                .findFirst();
    }

    public Entity entity() {
        return table.target();
    }

    /// Profile and version.
    public String label() {
        return profile.label();
    }

    Profile.Table table() {
        return table;
    }
}
