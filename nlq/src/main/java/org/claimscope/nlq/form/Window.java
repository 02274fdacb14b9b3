package org.claimscope.nlq.form;

import java.time.LocalDate;
import java.util.Optional;
import org.claimscope.data.catalog.DateRole;
import org.jspecify.annotations.Nullable;

/// The period a question is about.
///
/// @param from first day, null for the beginning
/// @param to last day, included; null for the end
/// @param dateRole the date that decides, such as `service_date`; null for the measure's own
/// @param text the words that said so
public record Window(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String dateRole,
        @Nullable String text) {
    public Window dated(@Nullable String role) {
        return new Window(from, to, role, text);
    }

    /// The catalog's date; empty for the measure's own, and for dates the catalog does not have
    /// yet.
    public Optional<DateRole> role() {
        return Optional.ofNullable(dateRole).flatMap(DateRole::named);
    }
}
