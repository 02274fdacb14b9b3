package org.claimscope.data.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Kept;
import org.claimscope.data.cache.Load;
import org.claimscope.data.cache.Reads;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.sample.SampleLive;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that are kept and follow deliveries are, one for one, the rows that would be made from
/// scratch: after live events of the sample hospital, and after deliveries of few ids that meet,
/// part and contradict each other in every way that steps look at.
final class KeptRowsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-07-09T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final List<String> STEPS =
            List.of(
                    "adjudications",
                    "adjudicated_lines",
                    "submissions",
                    "entries",
                    "priced_lines",
                    "first_charges",
                    "first_bills",
                    "void_encounters",
                    "documentation",
                    "claim_paths",
                    "plans");

    /// What a delivery may bring, the usual ones more often.
    private static final List<Entity> BROUGHT =
            List.of(
                    Entity.CLAIM,
                    Entity.CLAIM,
                    Entity.CLAIM,
                    Entity.SUBMISSION,
                    Entity.SUBMISSION,
                    Entity.REMITTANCE_CLAIM,
                    Entity.REMITTANCE_CLAIM,
                    Entity.REMITTANCE_LINE,
                    Entity.REMITTANCE_LINE,
                    Entity.ADJUSTMENT,
                    Entity.ADJUSTMENT,
                    Entity.REMITTANCE,
                    Entity.ACKNOWLEDGEMENT,
                    Entity.TRANSACTION,
                    Entity.ENCOUNTER,
                    Entity.NOTE,
                    Entity.CONTRACT,
                    Entity.COVERAGE);

    private static final int LIVE = 3;
    private static final int DELIVERIES = Integer.getInteger("kept.deliveries", 8);

    @TempDir Path temp;
    private final Set<Path> known = new HashSet<>();
    private final Map<String, Kept> wanted = new TreeMap<>();
    private final Map<String, Integer> followed = new TreeMap<>();
    private Map<String, String> tables = Map.of();

    @Test
    void rowsFollowLiveEventsOfTheSample() throws Exception {
        wanted(LocalDate.of(2025, 6, 9));
        Path feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(11, ANCHOR, 60).writeTo(feed);
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), CLOCK, "test")) {
            sync(core, feed);
            assertSame(core.workspace(), "at first");
            var live = new SampleLive(5, CLOCK, feed);
            for (int delivery = 0; delivery < LIVE; delivery++) {
                live.appendEvents(1 + delivery % 5);
                sync(core, feed);
                assertSame(core.workspace(), "after live delivery " + delivery);
            }
        }
        for (String step : List.of("adjudications", "submissions", "entries", "first_charges")) {
            assertEquals(LIVE * 2, followed.get(step), step + " followed every delivery");
        }
    }

    @Test
    void rowsFollowWhateverMeetsAndParts() throws IOException {
        follow(1);
    }

    @Tag("deep")
    @Test
    void rowsFollowForManySeeds() throws IOException {
        follow(Integer.getInteger("kept.seeds", 8));
    }

    private void follow(int seeds) throws IOException {
        long first = Long.getLong("kept.seed", 20_261_122);
        wanted(LocalDate.of(2025, 2, 10));
        for (long seed = first; seed < first + seeds; seed++) {
            System.out.println("kept.seed = " + seed);
            tables = Map.of();
            try (Workspace w =
                    Workspace.create(
                            temp.resolve("w" + seed), new Credentials.None(), CLOCK, "test")) {
                deliveries(w, new Random(seed), "seed " + seed);
            }
        }
        System.out.println("kept rows that followed a delivery: " + followed);
        for (String step : STEPS) {
            if (!step.equals("plans")) {
                int times = followed.getOrDefault(step, 0);
                assertTrue(
                        times > seeds * DELIVERIES / 4,
                        step + " followed only " + times + " times");
            }
        }
    }

    private void deliveries(Workspace w, Random random, String seed) throws IOException {
        // Enough rows that few of them are few.
        for (Entity entity : EnumSet.copyOf(BROUGHT)) {
            deliver(w, random, "b", List.of(entity), 120, false);
        }
        assertSame(w, seed + " at first");
        for (int delivery = 0; delivery < DELIVERIES; delivery++) {
            var entities = new ArrayList<Entity>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                Entity entity = BROUGHT.get(random.nextInt(BROUGHT.size()));
                // The first source sends no remittances before the middle.
                entities.add(
                        delivery < DELIVERIES / 2 && entity.name().startsWith("REMITTANCE")
                                ? Entity.CLAIM
                                : entity);
            }
            boolean full = delivery % 16 == 7;
            String source = random.nextInt(3) == 0 ? "a" : "b";
            long id =
                    deliver(
                            w,
                            random,
                            source,
                            full ? entities.subList(0, 1) : entities,
                            full ? 100 : 1 + random.nextInt(3),
                            full);
            if (random.nextInt(4) > 0) {
                // Else two deliveries are followed as one.
                assertSame(w, seed + " after delivery " + delivery + " " + entities);
            }
            if (delivery % 16 == 13 && id > 0) {
                w.undo(id);
                assertSame(w, seed + " after undo of delivery " + delivery);
            }
        }
    }

    private void wanted(LocalDate... days) {
        for (String step : STEPS) {
            Stream.concat(Stream.<@Nullable LocalDate>of((LocalDate) null), Stream.of(days))
                    .map(day -> Steps.of(step, day))
                    .forEach(steps -> wanted.put(steps.name(), steps.kept()));
        }
    }

    /// Every kept table is what its select would make now.
    private void assertSame(Workspace w, String when) {
        for (Map.Entry<String, Kept> each : wanted.entrySet()) {
            String name = each.getKey();
            String sql = each.getValue().sql();
            String differing =
                    text(
                            w,
                            "with fresh as materialized (select * from "
                                    + sql
                                    + ") select 'too much' as fault, * from (select * from "
                                    + name
                                    + " except all select * from fresh) union all select 'missing', * from (select * from fresh except all select * from "
                                    + name
                                    + ")");
            assertEquals("", differing, name + " " + when);
        }
        var now = new TreeMap<String, String>();
        for (String line :
                text(w, "select table_name, table_oid from duckdb_tables()").lines().toList()) {
            now.put(line.split("\t")[0], line);
        }
        for (String name : wanted.keySet()) {
            String line = now.get(name);
            if (line != null && line.equals(tables.get(name))) {
                followed.merge(name.substring(0, name.lastIndexOf('_')), 1, Integer::sum);
            }
        }
        tables = now;
    }

    /// The rows of a result, without its header.
    private String text(Workspace w, String sql) {
        return w.query(
                new Reads(Set.of(), wanted, false),
                DSL.using(SQLDialect.DUCKDB).resultQuery(sql),
                Cancellation.NONE,
                rows -> {
                    var text = new StringBuilder();
                    while (rows.loadNextBatch()) {
                        String batch = rows.getVectorSchemaRoot().contentToTSVString();
                        text.append(batch.substring(batch.indexOf('\n') + 1));
                    }
                    return text.toString();
                });
    }

    private void sync(DataCore core, Path feed) throws IOException {
        List<Path> fresh;
        try (Stream<Path> files = Files.list(feed)) {
            fresh = files.filter(known::add).toList();
        }
        core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        FolderSource.of(feed, fresh),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    /// @return the delivery's id, 0 when it brought nothing
    private static long deliver(
            Workspace w,
            Random random,
            String source,
            List<Entity> entities,
            int rows,
            boolean full)
            throws IOException {
        try (Load load = w.load(source + "/all", entities.getFirst().table(), source)) {
            byte[] bytes = Long.toString(random.nextLong()).getBytes(UTF_8);
            try (var in = load.archiving(new ByteArrayInputStream(bytes))) {
                in.readAllBytes();
            }
            long line = 0;
            for (Entity entity : entities) {
                for (int i = 0; i < rows; i++) {
                    line++;
                    row(load.of(entity), entity, random, line, full);
                }
            }
            load.archived();
            return load.commit(
                            new Load.Origin(
                                    "run",
                                    entities.getFirst().table(),
                                    "a.csv",
                                    "own",
                                    full ? "FULL" : "INCREMENTAL",
                                    full,
                                    null,
                                    ""))
                    .deliveryId()
                    .orElse(0L);
        }
    }

    private static void row(RowWriter row, Entity entity, Random random, long line, boolean full) {
        // A patch says little, and of something that is known.
        boolean patch = entity == Entity.CLAIM && !full && random.nextInt(3) == 0;
        for (Field field : entity.fields()) {
            String name = field.name();
            if (name.equals("source") || patch && !name.equals("id") && random.nextInt(4) > 0) {
                continue;
            }
            int index = entity.indexOf(name);
            if (field.type() == FieldType.TEXT) {
                word(entity, name, random)
                        .ifPresent(word -> {
                            byte[] utf8 = word.getBytes(UTF_8);
                            row.text(index, utf8, 0, utf8.length);
                        });
            } else if (field.type() == FieldType.DATE) {
                if (random.nextInt(5) > 0) {
                    row.date(index, (int) day(name, random).toEpochDay());
                }
            } else if (field.type() == FieldType.MONEY) {
                if (random.nextInt(3) > 0) {
                    row.money(
                            index, (random.nextInt(4) - (random.nextInt(8) == 0 ? 2 : 0)) * 5_000L);
                }
            } else if (random.nextBoolean()) {
                row.quantity(index, 10_000L * random.nextInt(3));
            }
        }
        if (patch) {
            row.endPatch(line, 1_740_000_000_000_000L + random.nextInt(1_000_000));
        } else {
            row.endRow(line);
        }
    }

    private static LocalDate day(String name, Random random) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        return name.equals("service_date")
                ? start.plusDays(random.nextInt(3))
                : start.plusDays(random.nextInt(70));
    }

    private static Optional<String> word(Entity entity, String field, Random random) {
        return switch (field) {
            case "id" -> Optional.of(id(entity, random));
            case "claim_id" -> some(random, 4_000, id(Entity.CLAIM, random));
            case "encounter_id" -> some(random, 2, id(Entity.ENCOUNTER, random));
            case "transaction_id" -> some(random, 2, id(Entity.TRANSACTION, random));
            case "remittance_id" -> some(random, 8, id(Entity.REMITTANCE, random));
            case "remittance_claim_id" -> some(random, 8, id(Entity.REMITTANCE_CLAIM, random));
            case "remittance_line_id" -> some(random, 3, id(Entity.REMITTANCE_LINE, random));
            // Own numbers and the payer's meet.
            case "original_claim_id" ->
                    random.nextInt(3) > 0
                            ? some(random, 3, "N" + random.nextInt(60))
                            : some(random, 3, id(Entity.CLAIM, random));
            case "payer_control_number" -> some(random, 2, "N" + random.nextInt(60));
            case "patient_id" -> some(random, 2, "P" + random.nextInt(40));
            case "payer_id" -> some(random, 4, "Y" + random.nextInt(2));
            case "provider_id", "facility_id", "department_id" ->
                    some(random, 4, field.charAt(0) + "" + random.nextInt(2));
            case "frequency_code" -> some(random, 3, one(random, "1", "1", "1", "6", "7", "8"));
            case "claim_status" ->
                    some(
                            random,
                            3,
                            one(random, "Paid", "Denied", "Approved", "Rejected", "Voided"));
            case "status" ->
                    some(
                            random,
                            3,
                            entity == Entity.NOTE
                                    ? one(random, "Signed", "Unsigned")
                                    : one(random, "1", "1", "4", "2", "22", "25"));
            case "denial_class" ->
                    some(random, 3, one(random, "CODING", "ELIGIBILITY", "DUPLICATE", "CONTRACT"));
            case "level" -> Optional.of(one(random, "line", "claim"));
            case "outcome" -> Optional.of(one(random, "Rejected", "Accepted"));
            case "payer_rank" -> some(random, 2, one(random, "1", "1", "2"));
            case "edit_outcome" -> some(random, 2, one(random, "Passed", "Held"));
            case "procedure_code" -> some(random, 3, one(random, "99213", "99214"));
            case "carc", "denial_carc" -> some(random, 2, one(random, "18", "45", "197"));
            case "group_code", "denial_group_code" -> some(random, 2, one(random, "CO", "PR"));
            case "method" -> Optional.of(one(random, "fee schedule", "percent of charge"));
            case "plan_name" -> some(random, 3, one(random, "Gold", "Silver"));
            case "payer_name" -> some(random, 2, one(random, "Heron", "Wren"));
            default -> Optional.empty();
        };
    }

    private static String id(Entity entity, Random random) {
        return entity.name().charAt(0) + "" + random.nextInt(120);
    }

    /// Nothing, once in so many times.
    private static Optional<String> some(Random random, int once, String word) {
        return random.nextInt(once) == 0 ? Optional.empty() : Optional.of(word);
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
