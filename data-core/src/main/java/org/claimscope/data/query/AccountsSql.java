package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.claimscope.data.query.RowSql.ZERO;
import static org.claimscope.data.query.RowSql.money;
import static org.claimscope.data.query.RowSql.number;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.Grain;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Accounts as rows: what each one owes at the end of each period, how old it is, and when it was
/// billed.
final class AccountsSql {
    /// With the row's own id where it has no encounter: what an account is told apart by. Not the
    /// payer: its charges and its payments may name it by different ids, or two payers share it.
    private static final List<String> SHARED =
            List.of("source", "encounter_id", "facility_id", "department_id", "provider_id");

    private static final String PAYER = "payer_id";
    private static final String CHARGED_TO = "charged_to";

    private AccountsSql() {}

    /// What each account owes at the end of each period: charges, payments and adjustments count
    /// from the day they are dated. The account's age runs from its last service.
    static SelectQuery<Record> of(Optional<Grain> grain, List<Period> periods) {
        return grain.map(g -> over(g, periods))
                .orElseGet(() -> on(periods.getFirst().last().orElseThrow()));
    }

    private static SelectQuery<Record> on(LocalDate last) {
        Table<?> t = Tables.TRANSACTION.as("t");
        Field<LocalDate> end = inline(last);
        SelectQuery<Record> accounts = from(t);
        accounts.addSelect(shared(t));
        accounts.addSelect(
                coalesce(min(chargedTo(t)), min(textOf(t, PAYER))).as(PAYER),
                coalesce(textOf(t, "encounter_id"), ownId(t)).as("id"));
        accounts.addGroupBy(shared(t));
        accounts.addGroupBy(ownId(t));
        // Three sums of plain columns cost less than one of differences, whose type is wider.
        accounts.addSelect(
                upTo(end, posted(t), number(t, "billed"))
                        .minus(upTo(end, posted(t), number(t, "adjusted")))
                        .minus(upTo(end, paidOn(t), number(t, "paid")))
                        .as("balance"));
        accounts.addSelect(age(max(dateOf(t, "service_date")), end), end.as("as_of_day"));
        accounts.addConditions(posted(t).le(end).or(paidOn(t).le(end)));
        return accounts;
    }

    private static Field<BigDecimal> upTo(
            Field<LocalDate> end, Field<LocalDate> day, Field<BigDecimal> amount) {
        return coalesce(sum(when(day.le(end), amount)), ZERO);
    }

    /// A balance holds from the period of one entry to that of the next. So every row of the ledger
    /// is read once, however many periods are shown, and accounts that owe nothing cost nothing.
    private static SelectQuery<Record> over(Grain grain, List<Period> periods) {
        Table<?> m = moved(grain, periods).asTable("m");
        List<Field<?>> account = account(m);
        Field<LocalDate> since = date(m, "since");
        SelectQuery<Record> balances = from(m);
        balances.addSelect(account);
        balances.addSelect(
                since,
                sum(amount(m, "amount")).over(partitionBy(account).orderBy(since)).as("balance"),
                max(date(m, "last_service"))
                        .over(partitionBy(account).orderBy(since))
                        .as("last_service"),
                coalesce(
                                min(text(m, CHARGED_TO)).over(partitionBy(account).orderBy(since)),
                                min(text(m, PAYER)).over(partitionBy(account).orderBy(since)))
                        .as(PAYER),
                lead(since).over(partitionBy(account).orderBy(since)).as("replaced"));
        Table<?> h = balances.asTable("h");
        Table<?> p = Period.table(periods);
        Field<LocalDate> period = dateOf(p, PopulationRows.PERIOD);
        Field<LocalDate> end = dateOf(p, "last_day");
        Condition holds =
                period.ge(date(h, "since"))
                        .and(date(h, "replaced").isNull().or(period.lt(date(h, "replaced"))));
        SelectQuery<Record> accounts = from(h);
        accounts.addJoin(p, JoinType.JOIN, holds);
        accounts.addSelect(period);
        SHARED.forEach(key -> accounts.addSelect(text(h, key)));
        accounts.addSelect(text(h, PAYER));
        accounts.addSelect(
                coalesce(text(h, "encounter_id"), text(h, "own_id")).as("id"),
                amount(h, "balance"),
                age(date(h, "last_service"), end),
                end.as("as_of_day"));
        return accounts;
    }

    /// By how much each account moved in each period, the first of which stands for all before it.
    private static SelectQuery<Record> moved(Grain grain, List<Period> periods) {
        Table<?> t = Tables.TRANSACTION.as("t");
        Field<LocalDate> first = inline(periods.getFirst().start().orElseThrow());
        Field<LocalDate> last = inline(periods.getLast().last().orElseThrow());
        Field<BigDecimal> charged =
                money(t, "billed").minus(money(t, "adjusted")).cast(SQLDataType.DECIMAL(18, 2));
        SelectQuery<Record> entries = entries(t, grain, first, posted(t), charged);
        entries.addConditions(posted(t).le(last));
        SelectQuery<Record> payments =
                entries(t, grain, first, paidOn(t), ZERO.minus(money(t, "paid")));
        // A payment of nothing matters where it is the earliest date of its row.
        payments.addConditions(
                paidOn(t).le(last),
                number(t, "paid").ne(ZERO).or(dateOf(t, "payment_date").lt(posted(t))));
        Table<?> e = entries.unionAll(payments).asTable("e");
        SelectQuery<Record> moved = from(e);
        moved.addSelect(account(e));
        moved.addSelect(
                date(e, "since"),
                sum(amount(e, "amount")).as("amount"),
                max(date(e, "service_date")).as("last_service"),
                min(text(e, CHARGED_TO)).as(CHARGED_TO),
                min(text(e, PAYER)).as(PAYER));
        moved.addGroupBy(account(e));
        moved.addGroupBy(date(e, "since"));
        return moved;
    }

    private static SelectQuery<Record> entries(
            Table<?> t,
            Grain grain,
            Field<LocalDate> first,
            Field<LocalDate> day,
            Field<BigDecimal> amount) {
        SelectQuery<Record> entries = from(t);
        entries.addSelect(shared(t));
        entries.addSelect(
                ownId(t).as("own_id"),
                greatest(PopulationRows.start(grain, day), first).as("since"),
                amount.as("amount"),
                dateOf(t, "service_date"),
                chargedTo(t).as(CHARGED_TO),
                textOf(t, PAYER));
        return entries;
    }

    /// The payer that a charge is meant for. An account is owed by it, whoever paid so far.
    private static Field<String> chargedTo(Table<?> t) {
        return when(number(t, "billed").ne(ZERO), textOf(t, PAYER));
    }

    private static SelectQuery<Record> from(Table<?> table) {
        SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
        select.addFrom(table);
        return select;
    }

    private static Field<LocalDate> posted(Table<?> t) {
        return coalesce(dateOf(t, "posted_date"), dateOf(t, "service_date"));
    }

    private static Field<LocalDate> paidOn(Table<?> t) {
        return coalesce(dateOf(t, "payment_date"), posted(t));
    }

    private static List<Field<String>> shared(Table<?> t) {
        return SHARED.stream().map(key -> textOf(t, key)).toList();
    }

    /// A row without an encounter is its own account.
    private static Field<String> ownId(Table<?> t) {
        return when(textOf(t, "encounter_id").isNull(), textOf(t, "id"));
    }

    private static List<Field<?>> account(Table<?> table) {
        return Stream.concat(SHARED.stream(), Stream.of("own_id"))
                .<Field<?>>map(key -> text(table, key))
                .toList();
    }

    private static Field<Integer> age(Field<LocalDate> lastService, Field<LocalDate> end) {
        return field("date_diff('day', {0}, {1})", Integer.class, lastService, end).as("age");
    }

    private static Field<String> text(Table<?> table, String column) {
        return field(name(table.getName(), column), String.class);
    }

    private static Field<LocalDate> date(Table<?> table, String column) {
        return field(name(table.getName(), column), LocalDate.class);
    }

    private static Field<BigDecimal> amount(Table<?> table, String column) {
        return field(name(table.getName(), column), BigDecimal.class);
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
