package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.RowSql.ZERO;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Accounts as rows: what each one owes at the end of each period, how old it is, and when it was
/// first billed.
final class AccountsSql {
    private static final List<String> ACCOUNT =
            List.of(
                    "source",
                    "id",
                    "encounter_id",
                    "facility_id",
                    "department_id",
                    "provider_id",
                    "payer_id");

    private AccountsSql() {}

    /// What each account owes at the end of each period, if anything: the cache keeps from which
    /// day to which a balance held. The account's age runs from its last service.
    static SelectQuery<Record> of(Optional<Grain> grain, List<Period> periods) {
        SelectQuery<Record> accounts = DSL.using(SQLDialect.DUCKDB).selectQuery();
        accounts.addFrom(table(name("account_balance")).as("b"));
        Field<LocalDate> end;
        if (grain.isPresent()) {
            Table<?> p = Period.table(periods);
            end = dateOf(p, "last_day");
            accounts.addJoin(p, JoinType.JOIN, holds(end));
            accounts.addSelect(dateOf(p, PopulationRows.PERIOD));
        } else {
            end = inline(periods.getFirst().last().orElseThrow());
            accounts.addConditions(holds(end));
        }
        Field<BigDecimal> balance = field(name("b", "balance"), BigDecimal.class);
        accounts.addConditions(balance.ne(ZERO));
        ACCOUNT.forEach(column -> accounts.addSelect(field(name("b", column), String.class)));
        accounts.addSelect(
                balance,
                field("date_diff('day', {0}, {1})", Integer.class, day("last_service"), end)
                        .as("age"),
                day("first_billed"),
                end.as("as_of_day"));
        return accounts;
    }

    private static Condition holds(Field<LocalDate> end) {
        return day("since").le(end).and(day("until").gt(end));
    }

    private static Field<LocalDate> day(String column) {
        return field(name("b", column), LocalDate.class);
    }
}
