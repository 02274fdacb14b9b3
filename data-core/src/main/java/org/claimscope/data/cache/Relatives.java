package org.claimscope.data.cache;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimscope.data.model.Entity;

/// The claims and visits that deliveries touched, and all that are related with them: whatever is
/// true of these is told by their own rows, so rows made of them can be made anew from few.
///
/// Two claims are related when they are of one visit, when one names a number of the other (837
/// `REF*F8`, CLP07), in whatever version, or when they are the same patient's of one day and may
/// repeat each other (rule R01); and so on from each of them. That is wider than any step of a
/// population looks, and narrower than the table. What a touched row said before counts too, so a
/// family that a delivery splits is found whole.
///
/// One thing crosses all claims: whether a source sends remittances at all (`remitting`). When that
/// changes, nothing is found.
///
/// The rows of the relatives are then the tables `near_<table>`, which all lanes see, the names of
/// claims and visits `near_key`.
final class Relatives {
    static final Set<Entity> BY_KEY =
            Set.copyOf(
                    EnumSet.of(
                            Entity.ENCOUNTER,
                            Entity.TRANSACTION,
                            Entity.CLAIM,
                            Entity.SUBMISSION,
                            Entity.REMITTANCE,
                            Entity.REMITTANCE_CLAIM,
                            Entity.REMITTANCE_LINE,
                            Entity.ADJUSTMENT,
                            Entity.ACKNOWLEDGEMENT,
                            Entity.NOTE));

    /// More names than this are no few: then all is made anew.
    private static final long FEW = 20_000;

    /// A family is a chain of at most 20 claims (`families`); a longer way round is a tangle.
    private static final int FARTHEST = 40;

    private static final String KEY = "(source varchar, kind varchar, token varchar, day date)";

    /// Something that a row of a table names: a key that other rows may name too.
    ///
    /// @param kind `claim`, `visit` and `twin` relate; the others only say where to look
    /// @param token a column or expression
    /// @param day a column, for twins
    private record Named(String kind, String token, String day) {
        Named(String kind, String token) {
            this(kind, token, "cast(null as date)");
        }
    }

    private static final List<String> KINDS =
            List.of(
                    "claim",
                    "visit",
                    "twin",
                    "decision",
                    "line",
                    "ledger",
                    "remittance",
                    "unnamed");
    private static final String DECISION = "remittance_claim_id";
    private static final Set<String> RELATING = Set.of("claim", "visit", "twin");
    private static final Named OF_CLAIM = new Named("claim", "r.claim_id");
    private static final Named OF_VISIT = new Named("visit", "r.encounter_id");
    private static final Named UNNAMED =
            new Named("unnamed", "case when r.claim_id is null then '' end");

    private final Lane taking;
    private final Lane keeping;

    /// The kinds of names that are near: what no name is of is not looked for.
    private final Set<String> kinds = new HashSet<>();

    /// Which sources sent remittances before the deliveries that are noted.
    private OptionalLong remitting = OptionalLong.empty();

    Relatives(Lane taking, Lane keeping) {
        this.taking = taking;
        this.keeping = keeping;
        taking.execute("create table touched_key " + KEY);
        taking.execute("create table near_key " + KEY);
    }

    /// Rows of a table are about to come or go.
    void expect(Entity entity) {
        if (entity == Entity.REMITTANCE_CLAIM && remitting.isEmpty()) {
            remitting = OptionalLong.of(remitting(taking));
        }
    }

    private static long remitting(Lane lane) {
        return lane.number(
                "select coalesce(bit_xor(hash(source) >> 1), 0) from (select distinct source from remittance_claim)");
    }

    /// Notes what some rows name, before they go and after they came.
    ///
    /// @param table the entity's, or another with its columns
    /// @param rows a condition on, or a join with, the table `t`
    void note(Entity entity, String table, String rows) {
        taking.execute(
                "insert into touched_key select distinct * from ("
                        + named(names(entity), "(select t.* from " + table + " t " + rows + ")")
                        + ") where token is not null");
    }

    void clear() {
        keeping.execute("delete from touched_key");
        keeping.execute("delete from near_key");
        remitting = OptionalLong.empty();
    }

    /// What rows of a table name.
    private static List<Named> names(Entity entity) {
        return switch (entity) {
            case CLAIM ->
                    List.of(
                            new Named("claim", "r.id"),
                            new Named("claim", "r.payer_control_number"),
                            new Named("claim", "r.original_claim_id"),
                            OF_VISIT,
                            new Named("twin", "r.patient_id", "r.service_date"));
            case SUBMISSION -> List.of(OF_CLAIM, OF_VISIT, UNNAMED);
            case REMITTANCE_CLAIM ->
                    List.of(
                            OF_CLAIM,
                            new Named("claim", "r.payer_control_number"),
                            new Named("decision", "r.id"),
                            UNNAMED);
            case REMITTANCE_LINE ->
                    List.of(OF_CLAIM, new Named("decision", "r.remittance_claim_id"), UNNAMED);
            case ADJUSTMENT ->
                    List.of(
                            new Named("decision", "r.remittance_claim_id"),
                            new Named("line", "r.remittance_line_id"));
            case REMITTANCE -> List.of(new Named("remittance", "r.id"));
            case ACKNOWLEDGEMENT -> List.of(OF_CLAIM);
            case ENCOUNTER -> List.of(new Named("visit", "r.id"));
            // What is of no visit is a visit of its own.
            case TRANSACTION ->
                    List.of(
                            new Named("visit", "coalesce(r.encounter_id, r.id)"),
                            OF_CLAIM,
                            new Named("ledger", "r.id"));
            case NOTE -> List.of(OF_VISIT);
            case FACILITY,
                    DEPARTMENT,
                    PROVIDER,
                    PATIENT,
                    PAYER,
                    COVERAGE,
                    PROCEDURE_CODE,
                    DIAGNOSIS_CODE,
                    APPOINTMENT,
                    CHARGE,
                    CLAIM_LINE,
                    PRIOR_AUTHORIZATION,
                    CONTRACT,
                    APPEAL,
                    MONTHLY_FACT,
                    CODE,
                    CODE_EDIT,
                    REGISTERED_PROVIDER ->
                    throw new IllegalArgumentException(entity + " names no claim and no visit");
        };
    }

    /// One row for each name of each row.
    private static String named(List<Named> names, String rows) {
        return "select r.source"
                + unnested(names.stream().map(n -> "'" + n.kind() + "'").toList(), "kind")
                + unnested(names.stream().map(Named::token).toList(), "token")
                + unnested(names.stream().map(Named::day).toList(), "day")
                + " from "
                + rows
                + " r";
    }

    private static String unnested(List<String> values, String name) {
        return ", unnest([" + String.join(", ", values) + "]) as " + name;
    }

    /// Finds what is related with all that was noted.
    ///
    /// @param tables of which the rows are wanted
    /// @return false when it is too much, or cannot be told by claim and visit
    boolean find(Set<Entity> tables) {
        Set<Entity> filled = filled(tables);
        if (remitting.isPresent() && remitting.getAsLong() != remitting(keeping)
                || unnamed(filled)) {
            return false;
        }
        keeping.execute("insert into near_key select distinct * from touched_key");
        kinds.clear();
        kinds.addAll(chosen(KINDS, kind -> "near_key where kind = '" + kind + "'"));
        if (kinds.contains(UNNAMED.kind())) {
            return false;
        }
        lookAtClaims(filled);
        List<Entity> linking =
                List.of(Entity.CLAIM, Entity.SUBMISSION, Entity.REMITTANCE_CLAIM).stream()
                        .filter(filled::contains)
                        .toList();
        String newest = "near_key";
        int round = 0;
        for (long found = 1; found > 0 && !linking.isEmpty(); round++) {
            if (round > FARTHEST || keeping.number("select count(*) from near_key") > FEW) {
                return false;
            }
            keeping.execute(
                    "create or replace temp table found_key as select * from ("
                            + related(linking, newest)
                            + ") where token is not null except select * from near_key");
            keeping.execute("insert into near_key select * from found_key");
            found = keeping.number("select count(*) from found_key");
            if (found > 0) {
                kinds.addAll(RELATING);
            }
            newest = "found_key";
        }
        lookAtDecisions(filled);
        return true;
    }

    /// What makes the tables of the rows that were found; one does not need another.
    ///
    /// @param tables as they were given to [#find]
    List<Consumer<Lane>> bringing(Set<Entity> tables) {
        List<Entity> ours = tables.stream().filter(BY_KEY::contains).sorted().toList();
        Set<Entity> filled = filled(tables);
        return ours.stream()
                .<Consumer<Lane>>map(entity -> {
                    List<Named> names =
                            filled.contains(entity)
                                    ? wanted(entity).stream()
                                            .filter(n -> kinds.contains(n.kind()))
                                            .toList()
                                    : List.of();
                    return lane -> bringNear(lane, entity, names);
                })
                .toList();
    }

    /// Those that are found by key and have rows: what a hospital does not send costs nothing then.
    private Set<Entity> filled(Set<Entity> tables) {
        return Set.copyOf(
                chosen(tables.stream().filter(BY_KEY::contains).sorted().toList(), Entity::table));
    }

    /// Those of some things whose rows are there.
    private <T> List<T> chosen(List<T> things, Function<T, String> rows) {
        if (things.isEmpty()) {
            return List.of();
        }
        long found =
                keeping.number(
                        IntStream.range(0, things.size())
                                .mapToObj(i ->
                                        "select "
                                                + (1L << i)
                                                + " as bit from (select 1 from "
                                                + rows.apply(things.get(i))
                                                + " limit 1)")
                                .collect(
                                        Collectors.joining(
                                                " union all ",
                                                "select coalesce(cast(sum(bit) as bigint), 0) from (",
                                                ")")));
        return IntStream.range(0, things.size())
                .filter(i -> (found >> i & 1) == 1)
                .mapToObj(things::get)
                .toList();
    }

    /// Rows that name no claim are all one family (`first_decisions`), and of no claim that could
    /// be made anew.
    private boolean unnamed(Set<Entity> tables) {
        return !chosen(
                        Stream.of(
                                        Entity.SUBMISSION,
                                        Entity.REMITTANCE_CLAIM,
                                        Entity.REMITTANCE_LINE)
                                .filter(tables::contains)
                                .toList(),
                        e -> e.table() + " where claim_id is null")
                .isEmpty();
    }

    /// From ledger rows, remittances, decisions and lines to the claims that they are of.
    private void lookAtClaims(Set<Entity> tables) {
        look(tables, Entity.REMITTANCE_CLAIM, "remittance_id", "remittance", "decision", "r.id");
        look(tables, Entity.REMITTANCE_LINE, "id", "line", "decision", "r.remittance_claim_id");
        look(tables, Entity.REMITTANCE_LINE, "id", "line", "claim", "r.claim_id");
        look(tables, Entity.REMITTANCE_CLAIM, "id", "decision", "claim", "r.claim_id");
        look(tables, Entity.REMITTANCE_LINE, DECISION, "decision", "claim", "r.claim_id");
        look(tables, Entity.CLAIM, "transaction_id", "ledger", "claim", "r.id");
    }

    /// From claims to what was decided about them.
    private void lookAtDecisions(Set<Entity> tables) {
        look(tables, Entity.REMITTANCE_CLAIM, "claim_id", "claim", "decision", "r.id");
        look(tables, Entity.REMITTANCE_LINE, "claim_id", "claim", "decision", "r." + DECISION);
        look(tables, Entity.REMITTANCE_LINE, "claim_id", "claim", "line", "r.id");
        look(tables, Entity.REMITTANCE_LINE, DECISION, "decision", "line", "r.id");
        look(tables, Entity.REMITTANCE_CLAIM, "id", "decision", "remittance", "r.remittance_id");
        look(tables, Entity.CLAIM, "id", "claim", "ledger", "r.transaction_id");
    }

    /// Adds what the rows of a table that name something known name besides.
    private void look(
            Set<Entity> tables,
            Entity entity,
            String column,
            String by,
            String kind,
            String token) {
        if (tables.contains(entity) && kinds.contains(by)) {
            kinds.add(kind);
            keeping.execute(
                    "insert into near_key select distinct r.source, '"
                            + kind
                            + "', "
                            + token
                            + ", cast(null as date) from "
                            + entity.table()
                            + " r "
                            + naming(new Named(by, "r." + column), "near_key")
                            + " where "
                            + token
                            + " is not null");
        }
    }

    private static String related(List<Entity> linking, String newest) {
        var parts = new ArrayList<String>();
        for (Entity entity : linking) {
            List<Named> names =
                    names(entity).stream().filter(n -> RELATING.contains(n.kind())).toList();
            parts.add(
                    named(
                            names,
                            "(select * from "
                                    + entity.table()
                                    + rowsNaming(entity, names, newest)
                                    + ")"));
        }
        return String.join(" union all ", parts);
    }

    private static String rowsNaming(Entity entity, List<Named> names, String keys) {
        return names.stream()
                .map(n -> "select r.rowid from " + entity.table() + " r " + naming(n, keys))
                .collect(Collectors.joining(" union all ", " where rowid in (", ")"));
    }

    private static String naming(Named name, String keys) {
        return "semi join (select source, token, day from "
                + keys
                + " where kind = '"
                + name.kind()
                + "') k on k.source = r.source and k.token = "
                + name.token()
                + (name.kind().equals("twin") ? " and k.day = " + name.day() : "");
    }

    private static void bringNear(Lane lane, Entity entity, List<Named> names) {
        lane.execute(
                "create or replace table "
                        + near(entity)
                        + " as select * from "
                        + entity.table()
                        + (names.isEmpty() ? " limit 0" : rowsNaming(entity, names, "near_key")));
    }

    static String near(Entity entity) {
        return "near_" + entity.table();
    }

    /// By what the rows of a table are of the relatives.
    private static List<Named> wanted(Entity entity) {
        if (entity == Entity.CLAIM || entity == Entity.REMITTANCE_CLAIM) {
            return List.of(new Named(entity == Entity.CLAIM ? "claim" : "decision", "r.id"));
        }
        return entity == Entity.REMITTANCE_LINE
                ? List.of(new Named("line", "r.id"))
                : names(entity);
    }
}
