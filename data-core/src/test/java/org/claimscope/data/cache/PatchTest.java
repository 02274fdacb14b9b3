package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages tell what changed, in any order and more than once; the table is what they all say.
final class PatchTest {
    private static final String WHOLE = "whole";

    @TempDir Path temp;

    /// @param at minutes after some midnight, or the whole record
    private record Told(Entity entity, String id, String at, Map<String, String> fields) {}

    private static Told told(Entity entity, String id, String at, String... fields) {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return new Told(entity, id, at, map);
    }

    private Workspace open(String name) {
        Path folder = temp.resolve(name);
        return folder.toFile().exists()
                ? Workspace.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null)
                : Workspace.create(folder, new Credentials.None(), TwoDays.CLOCK, "test");
    }

    /// One delivery; its bytes are made up, as nothing here reads them.
    private static RunEntry deliver(Workspace workspace, List<Told> messages) throws IOException {
        return deliver(workspace, messages, false);
    }

    /// @param untold fields that the whole records say nothing about
    private static RunEntry deliver(
            Workspace workspace, List<Told> messages, boolean closeAbsent, String... untold)
            throws IOException {
        try (Load load = workspace.load("hos/adt", "hl7v2", "hos")) {
            byte[] bytes = messages.toString().getBytes(StandardCharsets.UTF_8);
            try (var in = load.archiving(new ByteArrayInputStream(bytes))) {
                in.readAllBytes();
            }
            long number = 0;
            for (Told told : messages) {
                number++;
                RowWriter row = load.of(told.entity());
                put(row, told.entity(), "id", told.id());
                told.fields().forEach((field, value) -> put(row, told.entity(), field, value));
                if (told.at().equals(WHOLE)) {
                    row.endRow(number);
                } else {
                    row.endPatch(number, Long.parseLong(told.at()) * 60_000_000L);
                }
            }
            load.archived();
            return load.commit(
                    new Load.Origin(
                            "run",
                            "adt",
                            "m.hl7",
                            "hl7v2",
                            closeAbsent ? "FULL" : "INCREMENTAL",
                            closeAbsent,
                            null,
                            "",
                            Set.of(untold),
                            null));
        }
    }

    private static void put(RowWriter row, Entity entity, String field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (value.equals("\"\"")) {
            row.clear(entity.indexOf(field));
        } else if (entity.field(field).orElseThrow().type() == FieldType.DATE) {
            row.date(entity.indexOf(field), (int) LocalDate.parse(value).toEpochDay());
        } else {
            row.text(entity.indexOf(field), utf8, 0, utf8.length);
        }
    }

    private static String patients(Workspace workspace) {
        return WarehouseDump.text(
                workspace,
                Entity.PATIENT,
                "select string_agg(concat_ws('|', id, last_name, coalesce(phone, '-'), coalesce(city, '-')), ' ' order by id)"
                        + " from patient where valid_to = date '9999-12-31'");
    }

    @Test
    void whatAMessageDoesNotTellIsKeptAndTwoQuotesTakeItBack() throws IOException {
        try (Workspace w = open("w")) {
            deliver(
                    w,
                    List.of(
                            told(Entity.PATIENT, "P1", "10", "last_name", "Ash", "phone", "555"),
                            told(Entity.PATIENT, "P1", "20", "city", "Troy")));
            assertEquals("P1|Ash|555|Troy", patients(w));
            deliver(w, List.of(told(Entity.PATIENT, "P1", "30", "phone", "\"\"")));
            assertEquals("P1|Ash|-|Troy", patients(w));
            // Late: happened before the phone was taken back, and before the city was told.
            deliver(
                    w,
                    List.of(
                            told(Entity.PATIENT, "P1", "15", "phone", "777", "city", "Rome"),
                            told(Entity.PATIENT, "P2", "15", "last_name", "Birch")));
            assertEquals("P1|Ash|-|Troy P2|Birch|-|-", patients(w));
        }
        try (Workspace again = open("w")) {
            assertEquals("P1|Ash|-|Troy P2|Birch|-|-", patients(again));
        }
    }

    @Test
    void aDischargeThatIsCancelledLeavesNoDay() throws IOException {
        try (Workspace w = open("w")) {
            Told admitted = told(Entity.ENCOUNTER, "E1", "10", "service_date", "2025-06-02");
            Told discharged = told(Entity.ENCOUNTER, "E1", "20", "discharge_date", "2025-06-05");
            Told cancelled = told(Entity.ENCOUNTER, "E1", "30", "discharge_date", "\"\"");
            deliver(w, List.of(discharged, cancelled, admitted));
            assertEquals(
                    "2025-06-02|-",
                    WarehouseDump.text(
                            w,
                            Entity.ENCOUNTER,
                            "select concat_ws('|', service_date, coalesce(cast(discharge_date as varchar), '-')) from encounter"));
        }
    }

    @Test
    void aMessageThatComesAgainIsNoNews() throws IOException {
        try (Workspace w = open("w")) {
            Told first = told(Entity.PATIENT, "P1", "10", "last_name", "Ash");
            Told second = told(Entity.PATIENT, "P1", "20", "last_name", "Ash-Birch");
            deliver(w, List.of(first, second));
            RunEntry again = deliver(w, List.of(first, second, first));
            assertEquals(0, again.rowsLoaded());
            assertEquals(3, again.rowsUnchanged());
        }
    }

    @Test
    void aWholeRecordStartsAnewAndLaterMessagesBuildOnIt() throws IOException {
        try (Workspace w = open("w")) {
            deliver(
                    w,
                    List.of(told(Entity.PATIENT, "P1", "10", "last_name", "Ash", "city", "Troy")));
            deliver(w, List.of(told(Entity.PATIENT, "P1", WHOLE, "last_name", "Oak")));
            assertEquals("P1|Oak|-|-", patients(w));
            long now = TwoDays.CLOCK.instant().getEpochSecond() / 60;
            deliver(w, List.of(told(Entity.PATIENT, "P1", "" + (now + 9), "phone", "555")));
            assertEquals("P1|Oak|555|-", patients(w));
            // Older than the whole record, which knew better.
            deliver(w, List.of(told(Entity.PATIENT, "P1", "12", "city", "Rome")));
            assertEquals("P1|Oak|555|-", patients(w));
        }
    }

    /// An extract without some columns does not take back what messages told of them, whenever they
    /// came; of the others it tells that there is nothing.
    @Test
    void aWholeRecordSaysNothingOfFieldsThatNoColumnFills() throws IOException {
        try (Workspace w = open("w")) {
            deliver(
                    w,
                    List.of(
                            told(
                                    Entity.PATIENT,
                                    "P1",
                                    "10",
                                    "last_name",
                                    "Ash",
                                    "phone",
                                    "555",
                                    "city",
                                    "Troy")));
            RunEntry extract =
                    deliver(
                            w,
                            List.of(told(Entity.PATIENT, "P1", WHOLE, "last_name", "Oak")),
                            false,
                            "phone",
                            "address");
            assertEquals("P1|Oak|555|-", patients(w));
            deliver(w, List.of(told(Entity.PATIENT, "P1", "12", "phone", "777", "city", "Rome")));
            assertEquals("P1|Oak|777|-", patients(w));
            w.undo(extract.deliveryId().orElseThrow());
            assertEquals("P1|Ash|777|Rome", patients(w));
        }
        try (Workspace again = open("w")) {
            assertEquals("P1|Ash|777|Rome", patients(again));
        }
    }

    /// A remittance of June, a submission of May, then the extract of claims, which says neither
    /// what was paid nor when it changed.
    @Test
    void whatAWholeRecordIsTheFirstToTellWasSoAllAlong() throws IOException {
        try (Workspace w = open("w")) {
            // Minutes after 1970: 2020-01-01 and 2021-01-01.
            deliver(
                    w,
                    List.of(
                            told(Entity.CLAIM, "C1", "26297280", "claim_status", "1"),
                            told(Entity.CLAIM, "C1", "26824320", "carc", "16", "payer_name", "N")));
            deliver(
                    w,
                    List.of(
                            told(
                                    Entity.CLAIM,
                                    "C1",
                                    WHOLE,
                                    "patient_id",
                                    "P1",
                                    "claim_status",
                                    "2",
                                    "payer_name",
                                    "W")),
                    false,
                    "carc");
            String versions =
                    "select string_agg(concat_ws('|', valid_from, patient_id, claim_status, coalesce(carc, '-'), coalesce(payer_name, '-')), ' ' order by valid_from) from claim";
            // The payer's name was told by a message first: before it nobody knew it.
            String expected =
                    "0001-01-01|P1|1|-|- 2021-01-01|P1|1|16|N "
                            + TwoDays.CLOCK.instant().toString().substring(0, 10)
                            + "|P1|2|16|W";
            assertEquals(expected, WarehouseDump.text(w, Entity.CLAIM, versions));
        }
    }

    @Test
    void aMessageAfterAClosingBuildsOnNothing() throws IOException {
        try (Workspace w = open("w")) {
            deliver(
                    w,
                    List.of(told(Entity.PATIENT, "P1", "10", "last_name", "Ash", "phone", "555")));
            deliver(
                    w,
                    List.of(told(Entity.PATIENT, "P2", WHOLE, "last_name", "Oak")),
                    true,
                    "phone");
            long now = TwoDays.CLOCK.instant().getEpochSecond() / 60;
            deliver(w, List.of(told(Entity.PATIENT, "P1", "" + (now + 9), "city", "Troy")));
            assertEquals("P1|-|Troy P2|Oak|-|-", patients(w));
        }
    }

    @Test
    void undoingADeliveryLeavesWhatTheOthersTold() throws IOException {
        try (Workspace w = open("w")) {
            deliver(
                    w,
                    List.of(told(Entity.PATIENT, "P1", "10", "last_name", "Ash", "city", "Troy")));
            RunEntry wrong =
                    deliver(w, List.of(told(Entity.PATIENT, "P1", "20", "last_name", "Oak")));
            deliver(w, List.of(told(Entity.PATIENT, "P1", "30", "phone", "555")));
            assertEquals("P1|Oak|555|Troy", patients(w));
            w.undo(wrong.deliveryId().orElseThrow());
            assertEquals("P1|Ash|555|Troy", patients(w));
        }
    }

    @Test
    void threeTimesShuffledEndsInTheSameTables() throws IOException {
        shuffled(10);
    }

    @Test
    @Tag("deep")
    void threeTimesShuffledAHundredTimesEndsInTheSameTables() throws IOException {
        shuffled(100);
    }

    private void shuffled(int seeds) throws IOException {
        List<Told> messages = messages();
        Map<String, String> expected = null;
        for (int seed = 1; seed <= seeds; seed++) {
            var random = new Random(seed);
            var all = new ArrayList<>(messages);
            all.addAll(messages);
            all.addAll(messages);
            Collections.shuffle(all, random);
            try (Workspace w = open("s" + seed)) {
                for (int from = 0; from < all.size(); ) {
                    int to = Math.min(all.size(), from + 1 + random.nextInt(40));
                    deliver(w, all.subList(from, to));
                    from = to;
                }
                Map<String, String> content = WarehouseDump.currentContent(w);
                expected = expected == null ? content : expected;
                assertEquals(expected, content, "seed " + seed);
            }
        }
    }

    /// Two patients and an encounter, told piece by piece; two events even claim the same minute.
    private static List<Told> messages() {
        var list = new ArrayList<Told>();
        var random = new Random(7);
        List<String> names = List.of("Ash", "Birch", "Cedar", "Oak");
        List<String> fields = List.of("last_name", "first_name", "phone", "city", "address");
        for (int i = 0; i < 30; i++) {
            String field = fields.get(random.nextInt(fields.size()));
            String value = random.nextInt(6) == 0 ? "\"\"" : names.get(random.nextInt(4)) + i;
            String id = "P" + random.nextInt(2);
            list.add(told(Entity.PATIENT, id, "" + random.nextInt(25), field, value));
        }
        list.add(told(Entity.ENCOUNTER, "E1", "5", "patient_id", "P1", "encounter_type", "I"));
        list.add(told(Entity.ENCOUNTER, "E1", "6", "encounter_type", "O"));
        list.add(told(Entity.ENCOUNTER, "E1", "4", "encounter_type", "E"));
        return list;
    }
}
