package org.claimscope.data.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Schema;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;

/// Puts the small segments of a table together: opening a workspace takes as long as it has files,
/// and live feeds bring some every second.
///
/// It is paid in instalments, a little after the deliveries that make it due: [#FAN] segments
/// become a pack of the first tier, as many packs one of the next, so that a table has few files
/// however long it is fed. Rows keep their delivery, by which an undo or a look at an earlier state
/// leaves them out. Nothing of the history is lost or changed.
final class Compaction {
    /// As many files as become one.
    static final int FAN = 64;

    /// What has as many rows stays as it is: putting 64 such files together would keep a delivery
    /// waiting for seconds.
    private static final long LARGE = 20_000;

    /// More than this at once would keep the next delivery waiting.
    private static final int MOST_AT_ONCE = 4;

    private final Segments segments;
    private final Journal journal;
    private final ControlStore control;
    private final Consumer<Runnable> unread;

    /// How many loose segments each table has; those that are absent were not counted yet.
    private final Map<Entity, Integer> loose = new EnumMap<>(Entity.class);

    /// Files that the newest packs took the place of. They go one round later, when another commit
    /// is safe on the disk above the one that no longer names them.
    private final List<String> spent = new ArrayList<>();

    /// @param unread does something while no table is being loaded, or not at all
    Compaction(
            Segments segments, Journal journal, ControlStore control, Consumer<Runnable> unread) {
        this.segments = segments;
        this.journal = journal;
        this.control = control;
        this.unread = unread;
    }

    /// @param brought the tables of which a delivery brought a segment
    void after(Collection<Entity> brought) {
        int left = MOST_AT_ONCE;
        for (Entity entity : brought) {
            int count =
                    loose.compute(
                            entity,
                            (e, known) ->
                                    known == null
                                            ? journal.files(e.table(), 0, LARGE).size()
                                            : known + 1);
            if (count >= FAN) {
                loose.remove(entity);
                left = packAll(entity, left);
            }
        }
    }

    /// What was delivered is safe, whether this comes about or not: it is tried again when as many
    /// segments have come once more.
    private int packAll(Entity entity, int most) {
        int left = most;
        try {
            for (int tier = 0; left > 0 && pack(entity, tier); tier++) {
                left--;
            }
        } catch (ClaimscopeException _) {
            loose.put(entity, 0);
        }
        return left;
    }

    /// Makes one pack of the files of a tier, if there are enough.
    ///
    /// @return whether it did
    private boolean pack(Entity entity, int tier) {
        List<Journal.StoredFile> files = journal.files(entity.table(), tier, LARGE);
        if (files.size() < FAN) {
            return false;
        }
        // A column that came later, or rows that the engine wrote, make another schema.
        Map<Schema, List<Journal.StoredFile>> alike =
                files.stream().collect(Collectors.groupingBy(f -> segments.schema(f.id())));
        List<Journal.StoredFile> most =
                alike.values().stream()
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow()
                        .stream()
                        .limit(FAN)
                        .toList();
        List<String> ids = most.stream().map(Journal.StoredFile::id).toList();
        String id = UUID.randomUUID().toString();
        long bytes = segments.join(id, ids);
        long rows = most.stream().mapToLong(Journal.StoredFile::rows).sum();
        control.durably(sql -> journal.pack(id, entity.table(), tier + 1, rows, bytes, ids));
        unread.accept(() -> {
            spent.forEach(segments::deleteSegment);
            spent.clear();
        });
        spent.addAll(ids);
        return true;
    }
}
