package org.claimscope.data.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;

/// Rows that questions are asked about and that are no table of their own, made once and kept in
/// the engine: the questions of a page, and the same page under another filter, share them.
///
/// They follow small deliveries: the next question makes those rows anew whose claims or visits are
/// related with what was delivered meanwhile ([Relatives]). What a large delivery touches, or one
/// whose effect is not by claim or visit, is dropped and made again as a whole.
///
/// Deliveries are noted on their own lane, within their transaction; questions hold what they read
/// within [Engine#reading].
final class KeptRows {
    /// As many as two pages ask for: a claim's worth of columns for every claim is no small thing.
    private static final int MOST_KEPT = 8;

    /// Above this, making all anew costs little more than finding what must be.
    private static final long SMALL = 5_000;

    /// What followed more often than this without being asked for is of a page that was left.
    private static final int LEFT = 2;

    private static final Pattern READ = Pattern.compile("\\b(from|join) ([a-z_]+)\\b(?!\\.)");

    private final Lane taking;
    private final Lane keeping;
    private final Lane beside;
    private final Relatives relatives;

    /// What is made, the latest asked for last.
    private final Map<String, Made> made = new LinkedHashMap<>(16, 0.75f, true);

    /// How many questions read them at the moment.
    private final Map<String, Integer> held = new HashMap<>();

    /// The tables that deliveries touched and that some of the rows do not follow yet.
    private final Set<Entity> touched = EnumSet.noneOf(Entity.class);

    /// The tables of which rows are noted, of the delivery that comes in.
    private final Set<Entity> noting = EnumSet.noneOf(Entity.class);

    /// @param unasked how often it has followed deliveries since somebody asked for it
    private record Made(Kept kept, int unasked) {}

    KeptRows(Engine engine) {
        this.taking = engine.taking();
        this.keeping = engine.another();
        this.beside = engine.another();
        this.relatives = new Relatives(taking, keeping);
    }

    /// Makes what a question reads, and keeps it at least until it is let go. Nothing that it is
    /// made of may change meanwhile.
    ///
    /// @param wanted by the names of their tables
    void hold(Map<String, Kept> wanted) {
        if (!wanted.isEmpty()) {
            keeping.exclusively(() -> {
                make(wanted);
                wanted.keySet().forEach(name -> held.merge(name, 1, Integer::sum));
                return wanted;
            });
        }
    }

    void letGo(Map<String, Kept> wanted) {
        if (!wanted.isEmpty()) {
            keeping.exclusively(() -> {
                wanted.keySet()
                        .forEach(name ->
                                held.computeIfPresent(name, (_, n) -> n > 1 ? n - 1 : null));
                return wanted;
            });
        }
    }

    private void make(Map<String, Kept> wanted) {
        follow();
        wanted.forEach((name, kept) -> {
            if (!made.containsKey(name)) {
                keeping.execute("create or replace table " + name + " as " + kept.sql());
            }
            made.put(name, new Made(kept, 0));
        });
        List<String> spare =
                made.keySet().stream()
                        .filter(name -> !wanted.containsKey(name) && !held.containsKey(name))
                        .toList();
        spare.stream()
                .limit(Math.max(0, made.size() - MOST_KEPT))
                .forEach(name -> drop(keeping, name));
    }

    /// A delivery is about to bring rows of a table, or to replace some. Within its transaction.
    void expect(Entity entity, long rows) {
        noting.remove(entity);
        boolean byKey = Relatives.BY_KEY.contains(entity) && rows <= SMALL;
        for (String name : madeOf(Set.of(entity))) {
            if (byKey && !(kept(name).by() instanceof Kept.By.Nothing)) {
                noting.add(entity);
            } else {
                drop(taking, name);
            }
        }
        if (noting.contains(entity)) {
            touched.add(entity);
            relatives.expect(entity);
        }
    }

    /// Notes what some rows are of, before they go and after they came.
    ///
    /// @param table the entity's, or another with its columns
    /// @param rows a condition on, or a join with, the table `t`
    void touch(Entity entity, String table, String rows) {
        if (noting.contains(entity)) {
            relatives.note(entity, table, rows);
        }
    }

    /// Some tables go from the engine.
    void forget(Collection<Entity> gone) {
        madeOf(gone).forEach(name -> drop(taking, name));
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
                .forEach(name -> drop(keeping, name));
        List<String> concerned = madeOf(touched);
        Set<Entity> from =
                concerned.stream()
                        .flatMap(name -> kept(name).from().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));
        var found = new AtomicBoolean();
        keeping.atomically(() -> found.set(!concerned.isEmpty() && relatives.find(from)));
        if (found.get()) {
            doAll(relatives.bringing(from));
            renew(concerned);
        } else {
            concerned.forEach(name -> drop(keeping, name));
        }
        relatives.clear();
        touched.clear();
    }

    /// Makes the rows anew that are of the relatives. What was made when another fails is right,
    /// and made once more by the next question.
    private void renew(List<String> names) {
        var left = new ArrayList<Consumer<Lane>>();
        names.stream()
                .sorted(Comparator.comparingInt(name -> -kept(name).sql().length()))
                .forEach(name -> {
                    Made found = Objects.requireNonNull(made.get(name));
                    made.put(name, new Made(found.kept(), found.unasked() + 1));
                    switch (found.kept().by()) {
                        case Kept.By.Claim(String column) ->
                                left.add(lane -> renew(lane, name, found.kept(), column, "claim"));
                        case Kept.By.Visit(String column) ->
                                left.add(lane -> renew(lane, name, found.kept(), column, "visit"));
                        case Kept.By.Nothing() -> drop(keeping, name);
                    }
                });
        doAll(left);
    }

    /// Does things that do not need each other, on two lanes at once: it is mostly planning.
    private void doAll(List<Consumer<Lane>> things) {
        Deque<Consumer<Lane>> left = new ConcurrentLinkedDeque<>(things);
        if (left.size() < 2) {
            doAll(left, keeping);
            return;
        }
        CompletableFuture<Void> others =
                CompletableFuture.runAsync(
                        () -> doAll(left, beside),
                        work -> Thread.ofPlatform().name("keep").daemon().start(work));
        try {
            doAll(left, keeping);
        } finally {
            // Whatever happens: nothing is made behind the back of who asks.
            join(others);
        }
    }

    private static void doAll(Deque<Consumer<Lane>> left, Lane lane) {
        for (var next = left.poll(); next != null; next = left.poll()) {
            next.accept(lane);
        }
    }

    private static void join(CompletableFuture<Void> others) {
        try {
            others.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw e;
            }
        }
    }

    private static void renew(Lane lane, String name, Kept kept, String column, String kind) {
        String theirs =
                "(source, "
                        + column
                        + ") in (select source, token from near_key where kind = '"
                        + kind
                        + "')";
        lane.atomically(() -> {
            lane.execute("delete from " + name + " where " + theirs);
            lane.execute(
                    "insert into " + name + " select * from " + near(kept) + " where " + theirs);
        });
    }

    /// The select with the relatives' rows in place of the tables. Not named ahead of it: the
    /// engine takes twice as long to plan it then.
    private static String near(Kept kept) {
        return READ.matcher(kept.sql())
                .replaceAll(read ->
                        kept.from().stream()
                                .filter(Relatives.BY_KEY::contains)
                                .filter(e -> e.table().equals(read.group(2)))
                                .findFirst()
                                .map(e -> read.group(1) + " " + Relatives.near(e))
                                .orElse(read.group()));
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

    private void drop(Lane lane, String name) {
        made.remove(name);
        lane.execute("drop table if exists " + name);
    }
}
