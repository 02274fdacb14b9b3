package org.claimscope.data.bench;

import java.time.LocalDate;
import java.util.List;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.query.MetricQuery;

/// A question of a dashboard, in the catalog's words and as the SQL that a good engineer would
/// write for it by hand.
///
/// The SQL is written once; what the three databases spell differently stands in braces and is
/// filled in by [#sql]. It has the answer's columns in the order of `columns`.
///
/// @param columns the names in the product's frame: members first, then values
/// @param members how many of the columns are members
record Question(String title, MetricQuery query, List<String> columns, int members, String text) {
    /// The databases that the SQL is written for.
    enum Dialect {
        DUCKDB,
        H2,
        SQLITE
    }

    static List<Question> all(LocalDate anchor) {
        return List.of(
                chargesAndPayments(anchor),
                paymentsByPayer(anchor),
                denialRate(anchor),
                chargesByDepartment(anchor),
                aging(anchor),
                daysInAr(anchor),
                topProviders(anchor),
                netCollectionRate(anchor));
    }

    /// Thirteen months that end with the anchor.
    private static LocalDate first(LocalDate anchor) {
        return anchor.withDayOfMonth(1).minusMonths(12);
    }

    private static Question chargesAndPayments(LocalDate anchor) {
        return new Question(
                "charges and payments by month",
                MetricQuery.of("charges", "payments")
                        .per(Grain.MONTH)
                        .between(first(anchor), anchor),
                List.of("period", "charges", "payments"),
                1,
                """
                select m, sum(charges), sum(payments) from (
                  select {month:coalesce(posted_date, service_date)} m, sum(billed) charges, 0 payments from {ledger}
                  where coalesce(posted_date, service_date) between {first} and {anchor} group by m
                  union all
                  select {month:payment_date} m, 0, sum(paid) from {ledger}
                  where payment_date between {first} and {anchor} group by m) x
                group by m order by m\
                """);
    }

    static Question paymentsByPayer(LocalDate anchor) {
        return new Question(
                "payments by payer",
                MetricQuery.of("payments").by(Dimension.PAYER).between(first(anchor), anchor),
                List.of("payer", "payments"),
                1,
                """
                select coalesce(p.name, case when t.payer_id is null then '(none)' else '(unmatched)' end) member, sum(t.paid)
                from (select source, payer_id, sum(paid) paid from {ledger}
                  where payment_date between {first} and {anchor} group by source, payer_id) t
                left join payer p on p.source = t.source and p.id = t.payer_id
                group by member order by 1\
                """);
    }

    private static Question denialRate(LocalDate anchor) {
        return new Question(
                "denial rate by payer and month",
                MetricQuery.of("denial_rate")
                        .by(Dimension.PAYER)
                        .per(Grain.MONTH)
                        .between(first(anchor), anchor),
                List.of("payer", "period", "denial_rate"),
                2,
                """
                select coalesce(p.name, case when c.payer_id is null then '(none)' else '(unmatched)' end) member, m,
                  {real:sum(denied)} / sum(adjudicated)
                from (select source, payer_id, {month:coalesce(adjudicated_date, submitted_date)} m,
                    count(*) adjudicated,
                    sum(case when claim_status = 'Denied' or denied > 0 then 1 else 0 end) denied
                  from claim
                  where claim_status in ('Paid', 'Approved', 'Denied')
                    and coalesce(carc, '') <> '18' and coalesce(frequency_code, '') <> '7'
                    and coalesce(adjudicated_date, submitted_date) between {first} and {anchor}
                  group by source, payer_id, m) c
                left join payer p on p.source = c.source and p.id = c.payer_id
                group by member, m order by 1, 2\
                """);
    }

    private static Question chargesByDepartment(LocalDate anchor) {
        return new Question(
                "charges by facility and department",
                MetricQuery.of("charges")
                        .by(Dimension.FACILITY, Dimension.DEPARTMENT)
                        .between(first(anchor), anchor),
                List.of("facility", "department", "charges"),
                2,
                """
                select coalesce(f.name, case when t.facility_id is null then '(none)' else '(unmatched)' end) member,
                  coalesce(d.name, case when t.department_id is null then '(none)' else '(unmatched)' end) part, sum(t.billed)
                from (select source, facility_id, department_id, sum(billed) billed from {ledger}
                  where coalesce(posted_date, service_date) between {first} and {anchor}
                  group by source, facility_id, department_id) t
                left join facility f on f.source = t.source and f.id = t.facility_id
                left join department d on d.source = t.source and d.id = t.department_id
                group by member, part order by 1, 2\
                """);
    }

    private static Question aging(LocalDate anchor) {
        return new Question(
                "A/R by aging bucket, month end",
                MetricQuery.of("ar_balance").by(Dimension.AGING_BUCKET).asOf(anchor),
                List.of("aging_bucket", "ar_balance"),
                1,
                """
                select case when age <= 30 then '0–30' when age <= 60 then '31–60' when age <= 90 then '61–90'
                    when age <= 120 then '91–120' else 'over 120' end bucket, sum(balance)
                from (select {days:max(service_date), {anchor}} age,
                    sum(case when coalesce(posted_date, service_date) <= {anchor}
                      then coalesce(billed, 0) - coalesce(adjusted, 0) else 0 end)
                    - sum(case when coalesce(payment_date, posted_date, service_date) <= {anchor}
                      then coalesce(paid, 0) else 0 end) balance
                  from {ledger}
                  where coalesce(posted_date, service_date) <= {anchor}
                    or coalesce(payment_date, posted_date, service_date) <= {anchor}
                  group by source, coalesce(encounter_id, id), facility_id, department_id, provider_id, payer_id) a
                where balance <> 0
                group by bucket order by 1\
                """);
    }

    /// Receivables move only on days with entries: what an entry adds to the owing part of its
    /// account's balance is summed over all accounts and then over time, in place of every
    /// account's balance at every month end.
    private static Question daysInAr(LocalDate anchor) {
        return new Question(
                "days in A/R by month, 13 months",
                MetricQuery.of("days_in_ar").per(Grain.MONTH).between(first(anchor), anchor),
                List.of("period", "days_in_ar"),
                1,
                """
                with month_end(m, start3, last_day, days) as (values {months}),
                entry as (
                  select source, coalesce(encounter_id, id) account, facility_id, department_id, provider_id, payer_id,
                    {month:coalesce(posted_date, service_date)} m, coalesce(billed, 0) - coalesce(adjusted, 0) amount
                  from {ledger}
                  union all
                  select source, coalesce(encounter_id, id), facility_id, department_id, provider_id, payer_id,
                    {month:coalesce(payment_date, posted_date, service_date)}, -paid
                  from {ledger} where paid <> 0),
                moved as (
                  select source, account, facility_id, department_id, provider_id, payer_id, m, sum(amount) amount
                  from entry group by source, account, facility_id, department_id, provider_id, payer_id, m),
                balance as (
                  select m, amount, sum(amount) over (partition by source, account, facility_id, department_id,
                    provider_id, payer_id order by m) as closing from moved),
                change as (
                  select m, sum(case when closing > 0 then closing else 0 end
                    - case when closing - amount > 0 then closing - amount else 0 end) amount
                  from balance group by m),
                daily as (
                  select coalesce(posted_date, service_date) d, sum(billed) charges from {ledger} group by d)
                select e.m, {real:(select sum(c.amount) from change c where c.m <= e.m)}
                    / ({real:(select sum(d.charges) from daily d where d.d between e.start3 and e.last_day)} / e.days)
                from month_end e order by e.m\
                """);
    }

    private static Question topProviders(LocalDate anchor) {
        return new Question(
                "top 20 providers by payments",
                MetricQuery.of("payments")
                        .by(Dimension.PROVIDER)
                        .between(first(anchor), anchor)
                        .ordered(20, new MetricQuery.Order("payments", true)),
                List.of("provider", "payments"),
                1,
                """
                select case when p.id is not null then p.first_name || ' ' || p.last_name
                    when t.provider_id is null then '(none)' else '(unmatched)' end member, sum(t.paid)
                from (select source, provider_id, sum(paid) paid from {ledger}
                  where payment_date between {first} and {anchor} group by source, provider_id) t
                left join provider p on p.source = t.source and p.id = t.provider_id
                group by p.source, p.id, member order by 2 desc, 1 limit 20\
                """);
    }

    private static Question netCollectionRate(LocalDate anchor) {
        return new Question(
                "net collection rate, total",
                MetricQuery.of("net_collection_rate").asOf(anchor),
                List.of("net_collection_rate"),
                0,
                """
                select {real:sum(paid)} / sum(coalesce(billed, 0)
                  - case when adjustment_type = 'Contractual' then coalesce(adjusted, 0) else 0 end)
                from {ledger} where service_date between {cohort} and {mature}\
                """);
    }

    /// The statement in a database's own spelling.
    String sql(Dialect dialect, LocalDate anchor) {
        LocalDate mature = anchor.minusDays(90);
        var months = new StringBuilder();
        for (LocalDate m = first(anchor); !m.isAfter(anchor); m = m.plusMonths(1)) {
            LocalDate end = m.plusMonths(1).minusDays(1);
            LocalDate start3 = end.plusDays(1).minusMonths(3);
            months.append(months.isEmpty() ? "" : ", ")
                    .append("(")
                    .append(date(dialect, m))
                    .append(", ")
                    .append(date(dialect, start3))
                    .append(", ")
                    .append(date(dialect, end))
                    .append(", ")
                    .append(start3.until(end, java.time.temporal.ChronoUnit.DAYS) + 1)
                    .append(")");
        }
        String sql =
                text.replace("{months}", months)
                        .replace("{ledger}", dialect == Dialect.DUCKDB ? "transaction" : "ledger")
                        .replace("{first}", date(dialect, first(anchor)))
                        .replace("{anchor}", date(dialect, anchor))
                        .replace("{mature}", date(dialect, mature))
                        .replace("{cohort}", date(dialect, mature.minusYears(1).plusDays(1)));
        sql = fill(sql, "{month:", dialect);
        sql = fill(sql, "{days:", dialect);
        return fill(sql, "{real:", dialect);
    }

    private static String fill(String sql, String open, Dialect dialect) {
        String filled = sql;
        for (int at = filled.indexOf(open); at >= 0; at = filled.indexOf(open)) {
            int end = filled.indexOf('}', at);
            String inner = filled.substring(at + open.length(), end);
            filled =
                    filled.substring(0, at)
                            + spell(open, inner, dialect)
                            + filled.substring(end + 1);
        }
        return filled;
    }

    private static String spell(String open, String inner, Dialect dialect) {
        return switch (open) {
            case "{month:" ->
                    switch (dialect) {
                        case DUCKDB -> "date_trunc('month', " + inner + ")";
                        case H2 -> "date_trunc(month, " + inner + ")";
                        case SQLITE -> "substr(" + inner + ", 1, 7) || '-01'";
                    };
            case "{days:" ->
                    switch (dialect) {
                        case DUCKDB -> "date_diff('day', " + inner + ")";
                        case H2 -> "datediff(day, " + inner + ")";
                        case SQLITE ->
                                "julianday("
                                        + inner.substring(inner.lastIndexOf(',') + 1).strip()
                                        + ") - julianday("
                                        + inner.substring(0, inner.lastIndexOf(','))
                                        + ")";
                    };
            default -> "cast(" + inner + (dialect == Dialect.SQLITE ? " as real)" : " as double)");
        };
    }

    private static String date(Dialect dialect, LocalDate day) {
        return (dialect == Dialect.SQLITE ? "" : "date ") + "'" + day + "'";
    }
}
