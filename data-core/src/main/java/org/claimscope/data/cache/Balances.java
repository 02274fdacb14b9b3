package org.claimscope.data.cache;

import java.util.Set;
import org.claimscope.data.model.Entity;

/// What every account owed on every day, as a table of the engine beside the ledger:
/// `account_balance`, one row from each day that moved an account to the next.
///
/// Charges and adjustments move an account on the day they are posted, payments on the day they are
/// paid. An account is an encounter within a facility, department and provider; a ledger row
/// without an encounter is its own. Not the payer: its charges and its payments may name it by
/// different ids, or two payers share it. It is owed by the payer that its charges are meant for,
/// whoever paid so far.
///
/// Made when it is first asked for, from the whole ledger and all claims; from then on a delivery
/// notes the accounts that it touches, and the next question makes only these anew.
final class Balances {
    /// What the table is made of.
    static final Set<Entity> FROM = Set.of(Entity.TRANSACTION, Entity.CLAIM);

    private static final String TABLE = "account_balance";

    private static final String ACCOUNT =
            "source, id, encounter_id, facility_id, department_id, provider_id";
    private static final String OF_ROW =
            "t.source, coalesce(t.encounter_id, t.id) as id, t.encounter_id, t.facility_id, t.department_id, t.provider_id";
    private static final String POSTED = "coalesce(t.posted_date, t.service_date)";
    private static final String MOVES =
            ", t.service_date, case when t.billed <> 0 then t.payer_id end as charged_to, t.payer_id from ";

    private final Lane taking;
    private final Lane keeping;
    private boolean made;

    Balances(Engine engine) {
        this.taking = engine.taking();
        this.keeping = engine.another();
        taking.execute(
                "create table "
                        + TABLE
                        + " (source varchar, id varchar, encounter_id varchar, facility_id varchar, department_id varchar,"
                        + " provider_id varchar, payer_id varchar, since date, until date, balance decimal(18,2), last_service date, first_billed date)");
        taking.execute("create table moved_account (source varchar, id varchar)");
    }

    /// Makes the table, or what deliveries moved of it. Those it is made of must be there, and must
    /// not change meanwhile.
    void ensureMade() {
        keeping.atomically(() -> {
            if (made) {
                follow();
            } else {
                keeping.execute(insert("transaction", ""));
                made = true;
            }
        });
    }

    /// What this is made of goes from the engine, and so does this. Within the transaction that
    /// takes it out.
    void forget() {
        taking.execute("delete from " + TABLE);
        taking.execute("delete from moved_account");
        made = false;
    }

    /// Notes the accounts of some rows as they are now: before rows go and after rows came. Within
    /// the delivery's transaction.
    ///
    /// @param table the entity's, or another with its columns
    /// @param rows a condition on, or a join with, the table `t`
    void touch(Entity entity, String table, String rows) {
        if (made && FROM.contains(entity)) {
            taking.execute(
                    "insert into moved_account select t.source, "
                            + (entity == Entity.CLAIM
                                    ? "t.encounter_id"
                                    : "coalesce(t.encounter_id, t.id)")
                            + " from "
                            + table
                            + " t "
                            + rows);
        }
    }

    /// Makes the noted accounts anew.
    private void follow() {
        if (keeping.number("select count(*) from moved_account") == 0) {
            return;
        }
        String noted = "(select distinct source, id from moved_account)";
        String theirs = " t semi join " + noted + " m on m.source = t.source and m.id = t.";
        // Plain columns, so that the engine skips the blocks that cannot have them.
        keeping.execute(
                "create or replace temp table moved_ledger as select * from transaction where rowid in ("
                        + "select t.rowid from transaction"
                        + theirs
                        + "encounter_id union all select t.rowid from transaction"
                        + theirs
                        + "id where t.encounter_id is null)");
        keeping.execute("delete from " + TABLE + " where (source, id) in " + noted);
        keeping.execute(insert("moved_ledger", " and (source, encounter_id) in " + noted));
        keeping.execute("delete from moved_account");
    }

    /// @param ledger the whole ledger, or all rows of some accounts
    /// @param claims a condition on the claims of their encounters
    private static String insert(String ledger, String claims) {
        String moves =
                "select "
                        + OF_ROW
                        + ", "
                        + POSTED
                        + " as since, coalesce(t.billed, 0) - coalesce(t.adjusted, 0) as amount"
                        + MOVES
                        + ledger
                        + " t union all select "
                        + OF_ROW
                        + ", coalesce(t.payment_date, "
                        + POSTED
                        + "), -t.paid"
                        + MOVES
                        + ledger
                        // A payment of nothing matters where it is the earliest date of its row.
                        + " t where t.paid <> 0 or t.payment_date < "
                        + POSTED;
        String days =
                "select "
                        + ACCOUNT
                        + ", since, cast(sum(amount) as decimal(18,2)) as amount, max(service_date) as last_service"
                        + ", min(charged_to) as charged_to, min(payer_id) as payer_id from ("
                        + moves
                        + ") where since is not null group by all";
        String billed =
                "select source, encounter_id, min(submitted_date) as first_billed from claim where encounter_id is not null"
                        + claims
                        + " group by all";
        return "insert into "
                + TABLE
                + " by name select h.*, b.first_billed from (select "
                + ACCOUNT
                + ", since, coalesce(lead(since) over w, "
                + Fold.END
                + ") as until, sum(amount) over w as balance, max(last_service) over w as last_service"
                + ", coalesce(min(charged_to) over w, min(payer_id) over w) as payer_id from ("
                + days
                + ") window w as (partition by "
                + ACCOUNT
                + " order by since)) h left join ("
                + billed
                + ") b on b.source = h.source and b.encounter_id = h.encounter_id";
    }
}
