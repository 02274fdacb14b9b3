package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.claimscope.data.query.PopulationRows.ZERO;
import static org.claimscope.data.query.PopulationRows.money;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Accounts as rows: what each one owes at the end of each period, how old it is, and when it was
/// billed.
final class AccountsSql {
    private AccountsSql() {}

    /// What each account owes at the end of each period: charges, payments and adjustments count
    /// from the day they are dated. The account's age runs from its last service.
    static SelectQuery<Record> of(List<Period> periods) {
        Table<?> t = Tables.TRANSACTION.as("t");
        Field<LocalDate> posted = coalesce(dateOf(t, "posted_date"), dateOf(t, "service_date"));
        Field<LocalDate> paidOn = coalesce(dateOf(t, "payment_date"), posted);
        var accounts = DSL.using(SQLDialect.DUCKDB).selectQuery();
        accounts.addFrom(t);
        Field<LocalDate> end;
        if (periods.getFirst().start().isPresent()) {
            Table<?> p = Period.table(periods);
            accounts.addJoin(p, JoinType.CROSS_JOIN);
            end = dateOf(p, "last_day");
            accounts.addSelect(dateOf(p, PopulationRows.PERIOD).as(PopulationRows.PERIOD));
            accounts.addGroupBy(dateOf(p, PopulationRows.PERIOD), end);
        } else {
            end = inline(periods.getFirst().last().orElseThrow());
        }
        Field<String> account = coalesce(textOf(t, "encounter_id"), textOf(t, "id"));
        accounts.addSelect(account.as("id"));
        accounts.addGroupBy(account);
        List<Field<?>> keys =
                List.of(
                        textOf(t, "source"),
                        textOf(t, "encounter_id"),
                        textOf(t, "facility_id"),
                        textOf(t, "department_id"),
                        textOf(t, "provider_id"),
                        textOf(t, "payer_id"));
        accounts.addSelect(keys);
        accounts.addGroupBy(keys);
        Field<BigDecimal> balance =
                sum(when(posted.le(end), money(t, "billed").minus(money(t, "adjusted")))
                                .otherwise(ZERO))
                        .minus(sum(when(paidOn.le(end), money(t, "paid")).otherwise(ZERO)));
        accounts.addSelect(balance.as("balance"));
        accounts.addSelect(
                field(
                                "date_diff('day', {0}, {1})",
                                Integer.class, max(dateOf(t, "service_date")), end)
                        .as("age"));
        accounts.addSelect(end.as("as_of_day"));
        accounts.addConditions(posted.le(end).or(paidOn.le(end)));
        return accounts;
    }

    /// The day each encounter was first billed.
    static Table<?> firstBilled() {
        Table<?> claims = Tables.CLAIM.as("c");
        return DSL.select(
                        textOf(claims, "source"),
                        textOf(claims, "encounter_id"),
                        min(dateOf(claims, "submitted_date")).as("submitted_date"))
                .from(claims)
                .where(textOf(claims, "encounter_id").isNotNull())
                .groupBy(textOf(claims, "source"), textOf(claims, "encounter_id"))
                .asTable("billed");
    }
}
