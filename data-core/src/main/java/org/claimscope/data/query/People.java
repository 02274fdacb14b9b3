package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.masked;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.cache.Reads;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.security.Decision;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// One patient's own data, masked in the engine unless the decision says otherwise. The social
/// security number is never shown in full, to anybody.
final class People {
    private static final String HIDDEN = "••••";

    private final Workspace workspace;

    People(Workspace workspace) {
        this.workspace = workspace;
    }

    Optional<Person> person(String key, Decision decision) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            return Optional.empty();
        }
        Field<String> source = val(key.substring(0, slash));
        Field<String> number = val(key.substring(slash + 1));
        Steps merges = Steps.of(MemberTables.MERGED, null);
        Table<?> p = Tables.PATIENT.as("p");
        boolean full = decision.revealsIdentifiers();
        Field<LocalDate> birth = dateOf(p, "birth_date");
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(
                                name(p, "last_name", full).as("last_name"),
                                name(p, "first_name", full).as("first_name"),
                                DSL.year(birth).as("birth_year"),
                                (full ? birth : inline((LocalDate) null)).as("birth_date"),
                                textOf(p, "sex").as("sex"),
                                textOf(p, "city").as("city"),
                                textOf(p, "state").as("state"),
                                (full ? textOf(p, "postal_code") : hidden(textOf(p, "postal_code")))
                                        .as("postal_code"),
                                (full ? textOf(p, "phone") : masked(textOf(p, "phone")))
                                        .as("phone"),
                                (full ? textOf(p, "address") : hidden(textOf(p, "address")))
                                        .as("address"),
                                masked(textOf(p, "ssn")).as("ssn"),
                                (full ? textOf(p, "id") : masked(textOf(p, "id"))).as("number"),
                                textOf(p, "id").as("id"),
                                merged(merges, p, full).as("merged"))
                        .from(p)
                        .where(textOf(p, "source").eq(source))
                        .and(textOf(p, "id").eq(survivor(merges, source, number)))
                        .and(MemberTables.valid(p, null))
                        .limit(1);
        try (Frame frame =
                workspace.query(
                        new Reads(
                                EnumSet.of(Entity.PATIENT),
                                Map.of(merges.name(), merges.kept()),
                                false),
                        select,
                        Cancellation.NONE,
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            return frame.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(person(key.substring(0, slash), frame, full));
        }
    }

    /// Whom a number was merged into; the number itself when it was not.
    private static Field<String> survivor(
            Steps merges, Field<String> source, Field<String> number) {
        Table<?> m = DSL.table(DSL.name(merges.name())).as("m");
        Field<String> survivor =
                DSL.select(text("m", "survivor_id"))
                        .from(m)
                        .where(text("m", "source").eq(source))
                        .and(text("m", "patient_id").eq(number))
                        .asField();
        return coalesce(survivor, number);
    }

    /// The numbers that were merged into a patient's, separated by spaces.
    private static Field<String> merged(Steps merges, Table<?> p, boolean full) {
        Table<?> m = DSL.table(DSL.name(merges.name())).as("t");
        Field<String> number = text("t", "patient_id");
        return DSL.select(
                        DSL.listAgg(full ? number : masked(number), " ").withinGroupOrderBy(number))
                .from(m)
                .where(text("t", "source").eq(textOf(p, "source")))
                .and(text("t", "survivor_id").eq(textOf(p, "id")))
                .asField();
    }

    private static Field<String> text(String table, String column) {
        return DSL.field(DSL.name(table, column), SQLDataType.VARCHAR);
    }

    private static Person person(String source, Frame frame, boolean full) {
        String merged = word(frame, "merged");
        return new Person(
                source + "/" + word(frame, "id"),
                word(frame, "last_name") + ", " + word(frame, "first_name"),
                full && frame.date("birth_date", 0) != null
                        ? String.valueOf(frame.date("birth_date", 0))
                        : frame.text("birth_year", 0) == null
                                ? ""
                                : "••/••/" + word(frame, "birth_year"),
                word(frame, "sex"),
                word(frame, "city"),
                word(frame, "state"),
                word(frame, "postal_code"),
                word(frame, "phone"),
                word(frame, "address"),
                word(frame, "ssn"),
                word(frame, "number"),
                merged.isEmpty() ? List.of() : List.of(merged.split(" ")),
                full);
    }

    private static String word(Frame frame, String column) {
        @Nullable String text = frame.text(column, 0);
        return text == null ? "" : text;
    }

    private static Field<String> name(Table<?> p, String column, boolean full) {
        Field<String> name = coalesce(textOf(p, column), inline(""));
        return full ? name : concat(left(name, 1), inline(HIDDEN));
    }

    private static Field<String> hidden(Field<String> text) {
        return when(text.isNotNull(), inline(HIDDEN));
    }
}
