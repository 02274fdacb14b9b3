package org.claimscope.data.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.Rejection;
import org.jspecify.annotations.Nullable;

/// What one message or resource tells: the records it speaks of, each once, what is odd about it,
/// and whether it can be taken at all. Nothing of it is handed on before the whole has been read.
public final class Gathered {
    private final Map<Key, PatchRow> rows = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Defect defect;

    private record Key(Entity entity, String id) {}

    /// Why a unit cannot be taken.
    ///
    /// @param column such as `PID-3`
    public record Defect(Rejection.Reason reason, String column, String explanation) {}

    /// The row of a record, a new one or what this unit told of it so far.
    public PatchRow row(Entity entity, String id) {
        return rows.computeIfAbsent(new Key(entity, id), k -> new PatchRow(k.entity, k.id));
    }

    public boolean has(Entity entity, String id) {
        return rows.containsKey(new Key(entity, id));
    }

    /// The whole unit goes to quarantine; the first reason is told.
    public void reject(Rejection.Reason reason, String column, String explanation) {
        if (defect == null) {
            defect = new Defect(reason, column, explanation);
        }
    }

    public void finding(Finding finding) {
        findings.add(finding);
    }

    public List<Finding> findings() {
        return findings;
    }

    public Optional<Defect> defect() {
        return Optional.ofNullable(defect);
    }

    /// Hands the rows over as patches, or the unit to quarantine; and what is odd in any case.
    ///
    /// @param place the unit's place in the delivery
    /// @param eventMicros tells when it happened; asked only for a unit that is taken
    /// @param original the unit's bytes, asked only for one that is not
    public void handTo(
            Format.Reading reading,
            long place,
            LongSupplier eventMicros,
            Supplier<byte[]> original) {
        if (defect == null) {
            writeTo(reading.records(), place, eventMicros.getAsLong());
        } else {
            reading.rejections()
                    .accept(
                            new Rejection(
                                    place,
                                    defect.column(),
                                    defect.reason(),
                                    defect.explanation(),
                                    original.get()));
        }
        findings.forEach(reading.findings());
    }

    /// A row's `modified_date` is the UTC day of the event.
    private void writeTo(Records records, long place, long eventMicros) {
        int day = (int) Math.floorDiv(eventMicros, 86_400_000_000L);
        for (PatchRow row : rows.values()) {
            row.date(Fields.modified(row.entity()), day);
            row.writeTo(records.of(row.entity()), place, eventMicros);
        }
    }
}
