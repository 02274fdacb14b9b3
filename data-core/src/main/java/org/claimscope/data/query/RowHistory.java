package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.masked;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.query.Lineage.Change;
import org.claimscope.data.query.Lineage.Origin;
import org.claimscope.data.query.Lineage.Version;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The versions of one record, compared with each other. What identifies a person is compared in
/// the engine and leaves it masked: that it changed is told, not what it was.
final class RowHistory {
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final Set<String> KEYS = Set.of("source", "id");
    private static final String CHANGED = "_changed";
    private static final String ROW = "t";
    private static final String HIDDEN = "••••";

    /// Whose ids lead to a person as well as a name does.
    private static final Set<String> PERSONAL =
            Set.of("patient", "encounter", "transaction", "claim", "remittance_claim");

    /// Numbers of accounts and papers that are no reference to a table.
    private static final Set<String> NUMBERS =
            Set.of(
                    "original_claim_id",
                    "payer_control_number",
                    "line_control_number",
                    "authorization_number",
                    "reference");

    /// Of these nothing is left.
    private static final Set<String> PLACES = Set.of("address", "postal_code");

    /// Of these the first letter is left, of other identifiers the last four signs.
    private static final Set<String> NAMES = Set.of("first_name", "middle_name", "last_name");

    private final Workspace workspace;

    RowHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Oldest first, at least one.
    List<Version> of(Entity entity, String key) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "A key is source/id, such as hos-a/TRANS000001.");
        }
        boolean versioned = entity.versions() == Versions.SCD2;
        Table<?> t = DSL.table(name(entity.table())).as(ROW);
        List<org.claimscope.data.model.Field> fields =
                entity.fields().stream().filter(f -> !KEYS.contains(f.name())).toList();
        var order = new ArrayList<SortField<?>>();
        if (versioned) {
            order.add(day("valid_from").asc());
            order.add(day("valid_to").asc());
        }
        order.add(number("delivery_id").asc());
        order.add(number("line").asc());
        var columns = new ArrayList<SelectFieldOrAsterisk>();
        for (org.claimscope.data.model.Field f : fields) {
            columns.add(shown(f).as(f.name()));
            columns.add(changed(f, order).as(f.name() + CHANGED));
        }
        columns.add(number("delivery_id").as("delivery_id"));
        columns.add(number("line").as("line"));
        columns.add(
                flag(DSL.condition(DSL.field(name(ROW, "is_closed"), Boolean.class))).as("closed"));
        if (versioned) {
            columns.add(day("valid_from").as("valid_from"));
        }
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(columns)
                        .from(t)
                        .where(text("source").eq(key.substring(0, slash)))
                        .and(text("id").eq(key.substring(slash + 1)))
                        .orderBy(order);
        try (Frame frame =
                workspace.query(
                        EnumSet.of(entity), select, r -> Frame.copy(r, workspace.allocator()))) {
            if (frame.rowCount() == 0) {
                throw new ClaimscopeException(
                        ErrorKind.USER, "There is no such row in " + entity.table() + ".");
            }
            var versions = new ArrayList<Version>();
            for (int r = 0; r < frame.rowCount(); r++) {
                versions.add(version(frame, r, fields, versioned));
            }
            return versions;
        }
    }

    private Version version(
            Frame frame, int r, List<org.claimscope.data.model.Field> fields, boolean versioned) {
        var changes = new ArrayList<Change>();
        for (org.claimscope.data.model.Field f : fields) {
            if (frame.real(f.name() + CHANGED, r) > 0) {
                changes.add(
                        new Change(
                                f.name(),
                                r == 0 ? "" : word(frame, f.name(), r - 1),
                                word(frame, f.name(), r)));
            }
        }
        Optional<LocalDate> from =
                versioned
                        ? Optional.ofNullable(frame.date("valid_from", r))
                                .filter(day -> !day.equals(BEGINNING))
                        : Optional.empty();
        return new Version(
                new Origin(
                        workspace.journal().delivery((long) frame.real("delivery_id", r)),
                        (long) frame.real("line", r)),
                from,
                frame.real("closed", r) > 0,
                changes);
    }

    private static Field<?> changed(org.claimscope.data.model.Field f, List<SortField<?>> order) {
        Field<Object> value = DSL.field(name(ROW, f.name()));
        return flag(value.isDistinctFrom(lag(value).over().orderBy(order)));
    }

    private static Field<Integer> flag(Condition condition) {
        return when(condition, inline(1)).otherwise(inline(0));
    }

    private static Field<String> shown(org.claimscope.data.model.Field f) {
        Field<String> text = DSL.field(name(ROW, f.name())).cast(SQLDataType.VARCHAR);
        if (PLACES.contains(f.name())) {
            return when(text.isNotNull(), inline(HIDDEN));
        }
        return switch (f.sensitivity()) {
            case NONE -> isPersonal(f) ? masked(text) : text;
            case SECRET, IDENTIFIER ->
                    f.type() == FieldType.DATE
                            ? concat(inline("••/••/"), left(text, 4))
                            : NAMES.contains(f.name())
                                    ? concat(left(text, 1), inline(HIDDEN))
                                    : masked(text);
        };
    }

    private static boolean isPersonal(org.claimscope.data.model.Field f) {
        String references = f.references();
        return NUMBERS.contains(f.name()) || references != null && PERSONAL.contains(references);
    }

    private static Field<Long> number(String column) {
        return DSL.field(name(ROW, column), SQLDataType.BIGINT);
    }

    private static Field<String> text(String column) {
        return DSL.field(name(ROW, column), SQLDataType.VARCHAR);
    }

    private static Field<LocalDate> day(String column) {
        return DSL.field(name(ROW, column), SQLDataType.LOCALDATE);
    }

    private static String word(Frame frame, String column, int r) {
        String text = frame.text(column, r);
        return text == null ? "" : text;
    }
}
