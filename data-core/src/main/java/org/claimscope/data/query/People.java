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
import java.util.Optional;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Decision;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
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
                                (full ? textOf(p, "phone") : masked(textOf(p, "phone")))
                                        .as("phone"),
                                (full ? textOf(p, "address") : hidden(textOf(p, "address")))
                                        .as("address"),
                                masked(textOf(p, "ssn")).as("ssn"),
                                (full ? textOf(p, "id") : masked(textOf(p, "id"))).as("number"))
                        .from(p)
                        .where(textOf(p, "source").eq(val(key.substring(0, slash))))
                        .and(textOf(p, "id").eq(val(key.substring(slash + 1))))
                        .and(MemberTables.valid(p, null))
                        .limit(1);
        try (Frame frame =
                workspace.query(
                        EnumSet.of(Entity.PATIENT),
                        select,
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            return frame.rowCount() == 0 ? Optional.empty() : Optional.of(person(frame, full));
        }
    }

    private static Person person(Frame frame, boolean full) {
        return new Person(
                word(frame, "last_name") + ", " + word(frame, "first_name"),
                full && frame.date("birth_date", 0) != null
                        ? String.valueOf(frame.date("birth_date", 0))
                        : frame.text("birth_year", 0) == null
                                ? ""
                                : "••/••/" + word(frame, "birth_year"),
                word(frame, "sex"),
                word(frame, "city"),
                word(frame, "state"),
                word(frame, "phone"),
                word(frame, "address"),
                word(frame, "ssn"),
                word(frame, "number"),
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
