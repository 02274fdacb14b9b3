package org.claimscope.app.present;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.format.Formats;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.query.Lineage.Change;
import org.claimscope.data.query.Lineage.Origin;
import org.claimscope.data.query.Lineage.Version;

/// What a record was from which day on, newest first, in words.
public record RecordHistory(List<Step> steps) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm", Locale.US);

    private static final Set<String> CODES = Set.of("carc", "npi", "ssn");

    /// A version.
    ///
    /// @param when the days it was valid
    /// @param from where it came from
    /// @param received when
    /// @param first whether nothing was known before
    public record Step(
            String when,
            String from,
            String received,
            boolean first,
            List<Line> lines,
            Origin origin) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /// @param before empty when nothing was told
    /// @param after empty when it was taken back
    public record Line(String field, String before, String after) {
        /// Such as `Pending → Paid`.
        public String words() {
            return before.isEmpty()
                    ? after
                    : before + " → " + (after.isEmpty() ? "nothing" : after);
        }
    }

    public RecordHistory {
        steps = List.copyOf(steps);
    }

    /// @param versions oldest first
    public static RecordHistory of(Entity entity, List<Version> versions) {
        var steps = new ArrayList<Step>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version v = versions.get(i);
            String begins = v.from().map(RecordHistory::day).orElse("the beginning");
            String ends =
                    i + 1 < versions.size()
                            ? versions.get(i + 1).from().map(RecordHistory::day).orElse("")
                            : "now";
            Delivery delivery = v.origin().delivery();
            steps.add(
                    new Step(
                            (v.closed() ? "Taken back, " : "")
                                    + (begins.equals(ends)
                                            ? "on " + begins
                                            : "from " + begins + " to " + ends),
                            delivery.fileName()
                                    + " · "
                                    + (v.origin().line() == 0
                                            ? "not in this full delivery"
                                            : Formats.place(
                                                    delivery.entity(), v.origin().line(), ""))
                                    + " · delivery "
                                    + delivery.id(),
                            moment(delivery.receivedAt()),
                            i == 0,
                            v.changes().stream().map(c -> line(entity, c)).toList(),
                            v.origin()));
        }
        return new RecordHistory(steps);
    }

    private static Line line(Entity entity, Change change) {
        return new Line(
                label(change.field()),
                value(entity, change.field(), change.before()),
                value(entity, change.field(), change.after()));
    }

    /// Such as `Adjudicated date`, `Payer`, `CARC`.
    private static String label(String field) {
        if (CODES.contains(field)) {
            return field.toUpperCase(Locale.ROOT);
        }
        String words = field.replaceFirst("_id$", "").replace('_', ' ').replace("npi", "NPI");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String value(Entity entity, String field, String value) {
        boolean money = entity.field(field).map(f -> f.type() == FieldType.MONEY).orElse(false);
        return money && !value.isEmpty() ? Figures.ledger(new BigDecimal(value)) : value;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }
}
