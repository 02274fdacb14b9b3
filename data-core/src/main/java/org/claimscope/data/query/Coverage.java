package org.claimscope.data.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a result does not cover: shown beside every number, never hidden in a tooltip.
///
/// @param notes sentences such as "95.2 % of charges have no matching provider"
/// @param freshness the newest delivery of each source
/// @param openQuarantine records that wait in quarantine and are in no number
public record Coverage(List<String> notes, Map<String, Instant> freshness, int openQuarantine) {
    public Coverage {
        notes = List.copyOf(notes);
    }
}
