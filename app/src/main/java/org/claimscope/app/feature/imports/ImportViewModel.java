package org.claimscope.app.feature.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.format.csv.ColumnWords;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.format.csv.MappedPreview;
import org.claimscope.data.format.csv.MappingDraft;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Inspected;
import org.claimscope.data.sync.OwnProfiles;
import org.jspecify.annotations.Nullable;

/// What can be learned of files before they are imported, and the import. Used from background work
/// only.
final class ImportViewModel {
    private final DataCore core;
    private final OwnProfiles own;

    ImportViewModel(DataCore core) {
        this.core = core;
        this.own = new OwnProfiles(core.workspace().directory());
    }

    /// One file, as far as it is understood.
    ///
    /// @param draft a proposed mapping where no profile fits; null when one fits or nothing does
    record Candidate(Path file, Inspected inspected, @Nullable MappingDraft draft) {
        String name() {
            return String.valueOf(file.getFileName());
        }

        boolean ready() {
            return !profile().isEmpty() || draft != null;
        }

        /// What reads it as it is; empty when nothing does.
        String profile() {
            return switch (inspected) {
                case Inspected.ByItself byItself -> byItself.format();
                case Inspected.Delimited(CsvInspection csv) ->
                        csv.profile() == null ? "" : csv.profile();
            };
        }

        /// The sender's name of the table, or the format.
        String table() {
            return switch (inspected) {
                case Inspected.ByItself byItself -> byItself.format();
                case Inspected.Delimited(CsvInspection csv) -> csv.table();
            };
        }

        Candidate with(MappingDraft changed) {
            return new Candidate(file, inspected, changed);
        }
    }

    List<Candidate> inspect(List<Path> files) {
        List<Profile> profiles = own.all();
        var words = new ColumnWords(profiles);
        var candidates = new ArrayList<Candidate>();
        for (Path file : files) {
            Inspected found =
                    Inspected.of(
                            String.valueOf(file.getFileName()),
                            () -> FolderSource.open(file),
                            profiles);
            MappingDraft draft =
                    found instanceof Inspected.Delimited(CsvInspection csv)
                                    && csv.profile() == null
                                    && csv.text() != null
                            ? MappingDraft.propose(
                                            csv.table(),
                                            Objects.requireNonNull(csv.text()).header(),
                                            words)
                                    .orElse(null)
                            : null;
            candidates.add(new Candidate(file, found, draft));
        }
        return candidates;
    }

    /// The first rows as they would be read.
    MappedPreview preview(Candidate candidate) {
        return MappedPreview.of(
                () -> FolderSource.open(candidate.file()),
                candidate.table(),
                profiles(List.of(candidate)));
    }

    private List<Profile> profiles(List<Candidate> candidates) {
        var profiles = new ArrayList<Profile>();
        for (Candidate candidate : candidates) {
            Optional.ofNullable(candidate.draft())
                    .ifPresent(d -> profiles.add(d.profile(profileName(candidate))));
        }
        profiles.addAll(own.all());
        return profiles;
    }

    private static String profileName(Candidate candidate) {
        return "own-" + candidate.table();
    }

    /// Tells what would change, or changes it. Mappings that were proposed become profiles of the
    /// workspace with the import, not before.
    ///
    /// @param source where the files are from: half of every key
    List<RunEntry> run(
            List<Candidate> candidates,
            String source,
            boolean dryRun,
            Progress progress,
            Cancellation cancellation) {
        var feeds = new ArrayList<Feed>();
        Map<Path, List<Path>> byFolder = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            feeds.add(
                    new Feed(
                            source,
                            candidate.table(),
                            FolderSource.literal(candidate.name()),
                            null,
                            Feed.LoadType.INCREMENTAL,
                            false,
                            null,
                            true));
            Path folder = Objects.requireNonNull(candidate.file().toAbsolutePath().getParent());
            byFolder.computeIfAbsent(folder, f -> new ArrayList<>())
                    .add(candidate.file().toAbsolutePath());
        }
        List<Profile> profiles = profiles(candidates);
        if (!dryRun) {
            for (Candidate candidate : candidates) {
                MappingDraft draft = candidate.draft();
                if (draft != null) {
                    own.add(profileName(candidate), draft.yaml(profileName(candidate)));
                }
            }
        }
        var entries = new ArrayList<RunEntry>();
        byFolder.forEach((folder, files) -> {
            List<Feed> here =
                    feeds.stream()
                            .filter(f -> files.stream().anyMatch(file -> isOf(f, file)))
                            .toList();
            entries.addAll(
                    core.sync()
                            .run(
                                    new FeedList(here, profiles),
                                    FolderSource.of(folder, files),
                                    dryRun,
                                    progress,
                                    cancellation));
        });
        return entries;
    }

    private static boolean isOf(Feed feed, Path file) {
        return feed.from() instanceof Feed.From.Files(String pattern, _)
                && pattern.equals(FolderSource.literal(String.valueOf(file.getFileName())));
    }

    Delivery undo(long deliveryId) {
        return core.sync().undo(deliveryId, own.all());
    }
}
