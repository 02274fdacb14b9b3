package org.claimscope.data.cache;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;

/// Rows that questions are asked about and that are no table of their own, made once and kept in
/// the engine: the questions of a page, and the same page under another filter, share them.
///
/// They follow small deliveries: the next question makes those rows anew whose claims or visits are
/// related with what was delivered meanwhile ([Relatives]). What a large delivery touches, or one
/// whose effect is not by claim or visit, is dropped and made again as a whole.
///
/// Call within [Engine#exclusively], together with the query that reads them.
final class KeptRows {
    /// As many as two pages ask for: a claim's worth of columns for every claim is no small thing.
    private static final int MOST_KEPT = 8;

    /// Above this, making all anew costs little more than finding what must be.
    private static final long SMALL = 5_000;

    /// What followed more often than this without being asked for is of a page that was left.
    private static final int LEFT = 2;

    private final Engine engine;
    private final Relatives relatives;

    /// What is made, the latest asked for last.
    private final Map<String, Made> made = new LinkedHashMap<>(16, 0.75f, true);

    /// The tables that deliveries touched and that some of the rows do not follow yet.
    private final Set<Entity> touched = EnumSet.noneOf(Entity.class);

    /// The tables of which rows are noted, of the delivery that comes in.
    private final Set<Entity> noting = EnumSet.noneOf(Entity.class);

    /// @param unasked how often it has followed deliveries since somebody asked for it
    private record Made(Kept kept, int unasked) {}

    KeptRows(Engine engine) {
        this.engine = engine;
        this.relatives = new Relatives(engine);
    }

    /// @param wanted by the names of their tables
    void ensureMade(Map<String, Kept> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        follow();
        wanted.forEach((name, kept) -> {
            if (!made.containsKey(name)) {
                engine.execute("create or replace temp table " + name + " as " + kept.sql());
            }
            made.put(name, new Made(kept, 0));
        });
        while (made.size() > Math.max(MOST_KEPT, wanted.size())) {
            drop(made.keySet().iterator().next());
        }
    }

    /// A delivery is about to bring rows of a table, or to replace some. Within its transaction.
    void expect(Entity entity, long rows) {
        noting.remove(entity);
        boolean byKey = Relatives.BY_KEY.contains(entity) && rows <= SMALL;
        for (String name : madeOf(Set.of(entity))) {
            if (byKey && !(kept(name).by() instanceof Kept.By.Nothing)) {
                noting.add(entity);
            } else {
                drop(name);
            }
        }
        if (noting.contains(entity)) {
            touched.add(entity);
            relatives.expect(entity);
        }
    }

    /// Notes what some rows are of, before they go and after they came.
    ///
    /// @param rows a condition on, or a join with, the entity's table `t`
    void touch(Entity entity, String rows) {
        if (noting.contains(entity)) {
            relatives.note(entity, rows);
        }
    }

    /// Some tables go from the engine.
    void forget(Collection<Entity> gone) {
        madeOf(gone).forEach(this::drop);
    }

    /// Brings the rows to what the tables say now.
    private void follow() {
        if (touched.isEmpty()) {
            return;
        }
        made.entrySet().stream()
                .filter(e -> e.getValue().unasked() > LEFT)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
        List<String> concerned = madeOf(touched);
        Set<Entity> from =
                concerned.stream()
                        .flatMap(name -> kept(name).from().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));
        engine.atomically(() -> {
            if (!concerned.isEmpty()) {
                if (relatives.find(from)) {
                    concerned.forEach(this::renew);
                } else {
                    concerned.forEach(this::drop);
                }
            }
            relatives.clear();
        });
        touched.clear();
    }

    /// Makes the rows anew that are of the relatives.
    private void renew(String name) {
        Made found = Objects.requireNonNull(made.get(name));
        Kept kept = found.kept();
        made.put(name, new Made(kept, found.unasked() + 1));
        switch (kept.by()) {
            case Kept.By.Claim(String column) -> renew(name, kept, column, "claim");
            case Kept.By.Visit(String column) -> renew(name, kept, column, "visit");
            case Kept.By.Nothing() -> drop(name);
        }
    }

    private void renew(String name, Kept kept, String column, String kind) {
        String theirs =
                "(source, "
                        + column
                        + ") in (select source, token from near_key where kind = '"
                        + kind
                        + "')";
        engine.execute("delete from " + name + " where " + theirs);
        // What the select calls a table are only the relatives' rows of it.
        String near =
                kept.from().stream()
                        .filter(Relatives.BY_KEY::contains)
                        .map(e -> e.table() + " as (select * from " + Relatives.near(e) + ")")
                        .collect(Collectors.joining(", "));
        engine.execute(
                "insert into "
                        + name
                        + " with "
                        + near
                        + " select * from "
                        + kept.sql()
                        + " where "
                        + theirs);
    }

    private List<String> madeOf(Collection<Entity> tables) {
        return made.entrySet().stream()
                .filter(e -> !Collections.disjoint(e.getValue().kept().from(), tables))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Kept kept(String name) {
        return Objects.requireNonNull(made.get(name)).kept();
    }

    private void drop(String name) {
        made.remove(name);
        engine.execute("drop table if exists " + name);
    }
}
