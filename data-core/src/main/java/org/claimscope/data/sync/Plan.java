package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.csv.CsvFormat;
import org.claimscope.data.format.csv.Mapping;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.format.csv.Sniffed;
import org.claimscope.data.format.csv.Sniffer;
import org.claimscope.data.model.CountedRows;
import org.claimscope.data.model.Entity;

/// How a delivery is read.
///
/// @param kind what it is, for people: the table of plain rows, else the format
/// @param profile what reads it, as the journal quotes it
/// @param note for the run log
/// @param untold the fields of whole records that no column fills
record Plan(String kind, String profile, String note, Set<String> untold, Reader reader) {
    private static final String DECISIONS_ONLY = ", decisions only";
    private static final String CLAIMS_ONLY = ", claims only";
    private static final Set<Entity> DECISIONS =
            EnumSet.of(
                    Entity.REMITTANCE,
                    Entity.REMITTANCE_CLAIM,
                    Entity.REMITTANCE_LINE,
                    Entity.ADJUSTMENT);
    private static final Set<Entity> LEDGER = EnumSet.of(Entity.TRANSACTION);

    /// Whole records tell all they are.
    Plan(String kind, String profile, String note, Reader reader) {
        this(kind, profile, note, Set.of(), reader);
    }

    /// A delivery's bytes, which can be opened more than once.
    interface Bytes {
        BufferedInputStream open();
    }

    /// Reads to the end and tells true, or false when cancelled.
    interface Reader {
        boolean read(InputStream in, Format.Reading reading) throws IOException;
    }

    /// The plan for a delivery that tells by itself what it is.
    static Optional<Plan> byContent(Bytes bytes) throws IOException {
        try (var in = bytes.open()) {
            return Formats.of(in.readNBytes(Format.HEAD))
                    .map(format -> new Plan(format.id(), format.id(), "", format::read));
        }
    }

    /// The plan for delimited text under the mapping that was chosen for it.
    static Plan of(Sniffed.Text text, Mapping.Chosen chosen, String source) {
        Mapping mapping = chosen.mapping();
        var csv = new CsvFormat(text, mapping, source);
        return new Plan(
                mapping.entity().table(),
                mapping.label(),
                chosen.unmapped().isEmpty()
                        ? ""
                        : "columns not mapped: " + String.join(", ", chosen.unmapped()),
                csv.untold(),
                (in, reading) ->
                        csv.read(
                                in,
                                reading.records().of(mapping.entity()),
                                reading.rejections(),
                                reading.cancellation()));
    }

    /// The same without what the sender tells itself.
    Plan taking(Feed.Takes takes) {
        return switch (takes) {
            case ALL -> this;
            case DECISIONS -> only(DECISIONS, DECISIONS_ONLY);
            case CLAIMS -> only(EnumSet.complementOf(EnumSet.copyOf(LEDGER)), CLAIMS_ONLY);
        };
    }

    private Plan only(Set<Entity> taken, String mark) {
        return new Plan(
                kind,
                kind + mark,
                note,
                (in, reading) -> {
                    var leftOut = new CountedRows();
                    return reader.read(
                            in,
                            new Format.Reading(
                                    reading.source(),
                                    entity ->
                                            taken.contains(entity)
                                                    ? reading.records().of(entity)
                                                    : leftOut,
                                    reading.rejections(),
                                    reading.findings(),
                                    reading.cancellation()));
                });
    }

    private static Feed.Takes taken(String profile) {
        if (profile.endsWith(DECISIONS_ONLY)) {
            return Feed.Takes.DECISIONS;
        }
        return profile.endsWith(CLAIMS_ONLY) ? Feed.Takes.CLAIMS : Feed.Takes.ALL;
    }

    /// The plan for a delivery that was read before.
    ///
    /// @param profile what read it then, as the journal quotes it
    /// @return empty when no profile fits any more
    static Optional<Plan> again(
            Bytes bytes, String table, String source, String profile, List<Profile> profiles)
            throws IOException {
        Optional<Plan> plan = byContent(bytes);
        if (plan.isPresent()) {
            return plan.map(p -> p.taking(taken(profile)));
        }
        try (var in = bytes.open()) {
            return Sniffer.sniff(in) instanceof Sniffed.Text text
                            && Mapping.choose(profiles, table, text.header())
                                    instanceof Mapping.Chosen chosen
                    ? Optional.of(of(text, chosen, source))
                    : Optional.empty();
        }
    }
}
