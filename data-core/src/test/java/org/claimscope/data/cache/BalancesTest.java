package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What accounts owe, kept in step with the ledger, against adding the ledger up by hand.
final class BalancesTest {
    private static final Entity LEDGER = Entity.TRANSACTION;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @TempDir Path temp;

    private record Entry(
            String id,
            @Nullable String encounter,
            String facility,
            @Nullable String payer,
            @Nullable LocalDate service,
            @Nullable LocalDate posted,
            @Nullable LocalDate payment,
            long billed,
            long adjusted,
            long paid) {
        @Nullable LocalDate postedOn() {
            return posted == null ? service : posted;
        }

        @Nullable LocalDate paidOn() {
            return payment == null ? postedOn() : payment;
        }

        String account() {
            return (encounter == null ? id : encounter) + " " + facility;
        }

        boolean movesBy(LocalDate day) {
            return by(postedOn(), day) || by(paidOn(), day) && (paid != 0 || isBefore());
        }

        private boolean isBefore() {
            LocalDate on = postedOn();
            return payment != null && on != null && payment.isBefore(on);
        }
    }

    /// A claim, or a version of it: an encounter is billed with the first of all.
    private record Billed(String id, String encounter, LocalDate submitted) {}

    private static boolean by(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }

    @Test
    void balancesFollowTheLedgerThroughCorrectionsClosingsLateDaysAndUndo() throws IOException {
        long seed = Long.getLong("balances.seed", 20_261_122);
        System.out.println("balances.seed = " + seed);
        var random = new Random(seed);
        var ledger = new TreeMap<String, Entry>();
        var claims = new ArrayList<Billed>();
        int undone = 0;
        try (Workspace w =
                Workspace.create(
                        temp.resolve("w"), new Credentials.None(), TwoDays.CLOCK, "test")) {
            deliver(w, some(random, 120, ledger), claims(random), false, ledger, claims);
            for (int delivery = 0; delivery < 20; delivery++) {
                boolean full = delivery % 8 == 7;
                var before = new TreeMap<>(ledger);
                var billedBefore = List.copyOf(claims);
                List<Entry> entries = some(random, 1 + random.nextInt(30), ledger);
                if (full) {
                    // Half of what is known is absent, and so closed.
                    ledger.values().stream()
                            .filter(_ -> random.nextBoolean())
                            .forEach(entries::add);
                }
                RunEntry run = deliver(w, entries, claims(random), full, ledger, claims);
                if (delivery % 10 == 9) {
                    w.undo(run.deliveryId().orElseThrow());
                    ledger.clear();
                    ledger.putAll(before);
                    claims.clear();
                    claims.addAll(billedBefore);
                    undone++;
                }
                for (int i = 0; i < 6; i++) {
                    LocalDate day = START.plusDays(random.nextInt(420));
                    assertEquals(byHand(ledger, claims, day), asKept(w, day), "on " + day);
                }
            }
        }
        assertEquals(2, undone);
        assertTrue(ledger.size() > 40, "there is still something to add up");
    }

    private static List<Entry> some(Random random, int count, Map<String, Entry> ledger) {
        var entries = new ArrayList<Entry>();
        Set<String> ids = new HashSet<>();
        var known = List.copyOf(ledger.keySet());
        for (int i = 0; i < count; i++) {
            boolean correction = !known.isEmpty() && random.nextInt(3) == 0;
            String id =
                    correction
                            ? known.get(random.nextInt(known.size()))
                            : "T" + random.nextInt(100_000);
            if (ids.add(id)) {
                entries.add(entry(random, id));
            }
        }
        return entries;
    }

    private static List<Billed> claims(Random random) {
        return Stream.generate(() ->
                        new Billed(
                                "C" + random.nextInt(200), "E" + random.nextInt(30), day(random)))
                .limit(random.nextInt(4))
                .toList();
    }

    private static Entry entry(Random random, String id) {
        LocalDate service = random.nextInt(20) == 0 ? null : day(random);
        boolean payment = random.nextInt(3) == 0;
        return new Entry(
                id,
                random.nextInt(6) == 0 ? null : "E" + random.nextInt(30),
                "F" + random.nextInt(2),
                random.nextInt(5) == 0 ? null : "P" + random.nextInt(3),
                service,
                random.nextInt(3) == 0 ? null : day(random),
                payment && random.nextInt(3) > 0 ? day(random) : null,
                payment ? 0 : random.nextInt(20) * 500L,
                random.nextInt(4) == 0 ? random.nextInt(2000) - 500 : 0,
                payment ? random.nextInt(10) * 700L - 700 : 0);
    }

    private static LocalDate day(Random random) {
        return START.plusDays(random.nextInt(400));
    }

    private static RunEntry deliver(
            Workspace workspace,
            List<Entry> entries,
            List<Billed> bills,
            boolean full,
            Map<String, Entry> ledger,
            List<Billed> claims)
            throws IOException {
        if (full) {
            ledger.clear();
        }
        try (Load load = workspace.load("hos/ledger", LEDGER.table(), "hos")) {
            byte[] bytes = entries.toString().getBytes(StandardCharsets.UTF_8);
            try (var in = load.archiving(new ByteArrayInputStream(bytes))) {
                in.readAllBytes();
            }
            long line = 0;
            for (Entry e : entries) {
                line++;
                RowWriter row = load.of(LEDGER);
                text(row, LEDGER, "id", e.id());
                text(row, LEDGER, "encounter_id", e.encounter());
                text(row, LEDGER, "facility_id", e.facility());
                text(row, LEDGER, "payer_id", e.payer());
                date(row, "service_date", e.service());
                date(row, "posted_date", e.posted());
                date(row, "payment_date", e.payment());
                money(row, "billed", e.billed());
                money(row, "adjusted", e.adjusted());
                money(row, "paid", e.paid());
                row.endRow(line);
                ledger.put(e.id(), e);
            }
            // A full load is of one table.
            for (Billed bill : full ? List.<Billed>of() : bills) {
                line++;
                RowWriter row = load.of(Entity.CLAIM);
                text(row, Entity.CLAIM, "id", bill.id());
                text(row, Entity.CLAIM, "encounter_id", bill.encounter());
                row.date(
                        Entity.CLAIM.indexOf("submitted_date"),
                        (int) bill.submitted().toEpochDay());
                row.endRow(line);
                claims.add(bill);
            }
            load.archived();
            return load.commit(
                    new Load.Origin(
                            "run",
                            LEDGER.table(),
                            "l.csv",
                            "own",
                            full ? "FULL" : "INCREMENTAL",
                            full,
                            null,
                            ""));
        }
    }

    private static void text(RowWriter row, Entity entity, String field, @Nullable String value) {
        if (value != null) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            row.text(entity.indexOf(field), utf8, 0, utf8.length);
        }
    }

    private static void date(RowWriter row, String field, @Nullable LocalDate value) {
        if (value != null) {
            row.date(LEDGER.indexOf(field), (int) value.toEpochDay());
        }
    }

    private static void money(RowWriter row, String field, long cents) {
        row.money(LEDGER.indexOf(field), cents);
    }

    /// One line for each account that owes something: what, to be paid by whom, last serviced when,
    /// first billed when.
    private static String byHand(Map<String, Entry> ledger, List<Billed> claims, LocalDate day) {
        var accounts = new HashMap<String, List<Entry>>();
        for (Entry e : ledger.values()) {
            if (e.movesBy(day)) {
                accounts.computeIfAbsent(e.account(), _ -> new ArrayList<>()).add(e);
            }
        }
        var lines = new ArrayList<String>();
        accounts.forEach((account, entries) -> {
            long cents = 0;
            for (Entry e : entries) {
                cents += by(e.postedOn(), day) ? e.billed() - e.adjusted() : 0;
                cents -= by(e.paidOn(), day) ? e.paid() : 0;
            }
            if (cents != 0) {
                Stream<Entry> charges = entries.stream().filter(e -> e.billed() != 0);
                String payer =
                        Stream.concat(first(charges).stream(), first(entries.stream()).stream())
                                .findFirst()
                                .orElse("-");
                String service =
                        entries.stream()
                                .map(Entry::service)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .map(LocalDate::toString)
                                .orElse("-");
                String billed =
                        claims.stream()
                                .filter(c -> c.encounter().equals(entries.getFirst().encounter()))
                                .map(Billed::submitted)
                                .min(Comparator.naturalOrder())
                                .map(LocalDate::toString)
                                .orElse("-");
                lines.add(account + " " + cents + " " + payer + " " + service + " " + billed);
            }
        });
        lines.sort(Comparator.naturalOrder());
        return String.join("\n", lines);
    }

    private static Optional<String> first(Stream<Entry> entries) {
        return entries.map(Entry::payer)
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .min(Comparator.naturalOrder());
    }

    private static String asKept(Workspace workspace, LocalDate day) {
        return WarehouseDump.text(
                workspace,
                new Reads(Set.of(), Map.of(), true),
                "select coalesce(string_agg(line, chr(10) order by line), '') from (select concat_ws(' ', id, facility_id,"
                        + " cast(balance * 100 as bigint), coalesce(payer_id, '-'), coalesce(cast(last_service as varchar), '-'), coalesce(cast(first_billed as varchar), '-')) as line"
                        + " from account_balance where balance <> 0 and since <= date '"
                        + day
                        + "' and until > date '"
                        + day
                        + "')");
    }
}
