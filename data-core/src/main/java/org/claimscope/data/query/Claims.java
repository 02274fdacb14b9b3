package org.claimscope.data.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what feeds tell about one claim.
final class Claims {
    private static final List<Entity> OF_CLAIM =
            List.of(
                    Entity.CLAIM_LINE,
                    Entity.REMITTANCE_CLAIM,
                    Entity.REMITTANCE_LINE,
                    Entity.ADJUSTMENT,
                    Entity.SUBMISSION,
                    Entity.ACKNOWLEDGEMENT,
                    Entity.APPEAL);

    private static final Steps LINES = Steps.of("told_lines", null);
    private static final Steps DECISIONS = Steps.of("last_decisions", null);
    private static final Steps EVENTS = Steps.of("claim_events", null);

    private final Workspace workspace;

    Claims(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param key `source/id`
    ClaimTold told(String key) {
        int slash = key.indexOf('/');
        String source = key.substring(0, Math.max(0, slash));
        String id = key.substring(slash + 1);
        return new ClaimTold(lines(source, id), decision(source, id), events(source, id));
    }

    private List<ClaimTold.Line> lines(String source, String id) {
        try (Frame frame =
                ask(
                        LINES.tables(),
                        "select * from "
                                + LINES.sql()
                                + " order by sent nulls last, try_cast(line_number as integer), id",
                        source,
                        id)) {
            var lines = new ArrayList<ClaimTold.Line>();
            for (int r = 0; r < frame.rowCount(); r++) {
                lines.add(
                        new ClaimTold.Line(
                                word(frame, "procedure_code", r),
                                word(frame, "revenue_code", r),
                                frame.number("units", r),
                                frame.number("billed", r),
                                frame.number("reduced", r),
                                frame.number("patient", r),
                                frame.number("denied", r),
                                frame.number("paid", r),
                                word(frame, "reasons", r),
                                frame.number("sent", r) != null));
            }
            return lines;
        }
    }

    private Optional<ClaimTold.Decision> decision(String source, String id) {
        try (Frame frame =
                ask(
                        DECISIONS.tables(),
                        "select d.*, d.source || '/' || d.remittance_id as remittance, (select sum(a.adjusted)"
                                + " from adjustment a where a.source = d.source and a.remittance_claim_id = d.id) as adjusted from "
                                + DECISIONS.sql()
                                + " d",
                        source,
                        id)) {
            return frame.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(
                            new ClaimTold.Decision(
                                    frame.text("remittance", 0),
                                    frame.date("payment_date", 0),
                                    money(frame, "billed"),
                                    money(frame, "adjusted"),
                                    money(frame, "paid"),
                                    money(frame, "allowed"),
                                    money(frame, "denied"),
                                    money(frame, "patient_responsibility"),
                                    word(frame, "denial_carc", 0)));
        }
    }

    /// Of one day a sending comes before an answer, and a reversal before what takes its place.
    private List<ClaimTold.Event> events(String source, String id) {
        try (Frame frame =
                ask(
                        EVENTS.tables(),
                        "select * from "
                                + EVENTS.sql()
                                + " order by day, kind not like 'SENT%', kind <> 'TAKEN_BACK', id",
                        source,
                        id)) {
            var events = new ArrayList<ClaimTold.Event>();
            for (int r = 0; r < frame.rowCount(); r++) {
                events.add(
                        new ClaimTold.Event(
                                Objects.requireNonNull(frame.date("day", r)),
                                ClaimTold.Event.Kind.valueOf(word(frame, "kind", r)),
                                frame.number("amount", r)));
            }
            return events;
        }
    }

    /// Only the claim's rows stand behind the names of the tables: the steps are about all claims.
    /// The key's parts are bound, never spliced.
    private Frame ask(Set<Entity> tables, String sql, String source, String id) {
        String of =
                OF_CLAIM.stream()
                        .map(Entity::table)
                        .map(t ->
                                t
                                        + " as (select * from main."
                                        + t
                                        + " where source = {0} and claim_id = {1})")
                        .collect(Collectors.joining(", ", "with ", " "));
        Set<Entity> all = EnumSet.copyOf(OF_CLAIM);
        all.addAll(tables);
        return workspace.query(
                all,
                DSL.resultQuery(of + sql, DSL.val(source), DSL.val(id)),
                rows -> Frame.copy(rows, workspace.allocator()));
    }

    private static String word(Frame frame, String column, int row) {
        @Nullable String text = frame.text(column, row);
        return text == null ? "" : text;
    }

    private static BigDecimal money(Frame frame, String column) {
        BigDecimal value = frame.number(column, 0);
        return value == null ? BigDecimal.ZERO : value;
    }
}
