package org.claimscope.app.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.jspecify.annotations.Nullable;

/// What the window showed, to show it again after a lock, a restart or a crash. Kept sealed in the
/// workspace: tabs and filters name records of people.
///
/// @param active index of the tab in front
/// @param filters empty while there were none
record SessionState(List<Place> tabs, int active, Optional<Filters> filters) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The same in types that JSON has.
    private record Kept(List<Place> tabs, int active, @Nullable KeptFilters filters) {}

    private record KeptFilters(
            String first,
            String last,
            Filters.Against against,
            List<Filters.Cut> cuts,
            @Nullable String asOf) {}

    byte[] json() {
        KeptFilters kept =
                filters.map(f ->
                                new KeptFilters(
                                        f.period().first().toString(),
                                        f.period().last().toString(),
                                        f.against(),
                                        f.cuts(),
                                        f.asOf().map(LocalDate::toString).orElse(null)))
                        .orElse(null);
        try {
            return JSON.writeValueAsBytes(new Kept(tabs, active, kept));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always have a JSON", e);
        }
    }

    /// Empty for what an older or newer version wrote: a session is not worth an error.
    static Optional<SessionState> parse(byte[] json) {
        try {
            Kept kept = JSON.readValue(json, Kept.class);
            KeptFilters f = kept.filters();
            Optional<Filters> filters =
                    f == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Filters(
                                            new Filters.Period(
                                                    YearMonth.parse(f.first()),
                                                    YearMonth.parse(f.last())),
                                            f.against(),
                                            f.cuts(),
                                            Optional.ofNullable(f.asOf()).map(LocalDate::parse)));
            return kept.tabs() == null || kept.tabs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new SessionState(
                                    kept.tabs(),
                                    Math.clamp(kept.active(), 0, kept.tabs().size() - 1),
                                    filters));
        } catch (IOException | DateTimeException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
