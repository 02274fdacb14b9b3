package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.x12.X12Format;
import org.claimscope.data.model.CountedRows;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.junit.jupiter.api.Test;

/// What many messages tell about one claim ends in the same claim, in whatever order they arrive:
/// K4 of the golden fixture (metrics.md), submitted on 12 February, paid on 1 March, taken back and
/// corrected on 22 March, denied as a duplicate when it was sent again.
final class ClaimTellingsTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*0815*^*00501*000000001*0*P*:~";

    private static String billed(String day) {
        return ISA
                + "GS*HC*A*B*20260101*1200*1*X*005010X222A1~ST*837*1~BHT*0019*00*1*"
                + day
                + "*1000*CH~HL*1**20*1~NM1*85*2*CLINIC*****XX*1999996666~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE*J****MI*M1~NM1*PR*2*ACME*****PI*C~CLM*K4*300***11:B:1~LX*1~SV1*HC:99214*300*UN*1~DTP*472*D8*20260210~SE*13*1~GE*1*1~IEA*1*000000001~";
    }

    private static String paid(String day, String trace, String claims) {
        return ISA
                + "GS*HP*A*B*20260101*1200*1*X*005010X221A1~ST*835*1~BPR*I*0*C*ACH************"
                + day
                + "~TRN*1*"
                + trace
                + "*1999~DTM*405*"
                + day
                + "~N1*PR*ACME*XV*C~LX*1~"
                + claims
                + "SE*9*1~GE*1*1~IEA*1*000000001~";
    }

    private static final Map<String, String> TOLD =
            new TreeMap<>(
                    Map.of(
                            "1 billed",
                            billed("20260212"),
                            "2 paid",
                            paid(
                                    "20260301",
                                    "T1",
                                    "CLP*K4*1*300*180*30*HM*I4~CAS*CO*45*90~CAS*PR*3*30~"),
                            "3 corrected",
                            paid(
                                    "20260322",
                                    "T2",
                                    "CLP*K4*22*-300*-180**HM*I4~CAS*CO*45*-90~CAS*PR*3*-30~CLP*K4*1*300*150*30*HM*I4~CAS*CO*45*120~CAS*PR*3*30~"),
                            "4 sent again",
                            billed("20260325"),
                            "5 a duplicate",
                            paid("20260401", "T3", "CLP*K4*1*300*0*0*HM*I5~CAS*CO*18*300~")));

    @Test
    void theFirstSubmissionAndDecisionStandAndTheNewestStatus() throws IOException, SQLException {
        List<String> order = List.copyOf(TOLD.keySet());
        // Sent again after the decision: the claim waits again until somebody says more.
        String expected = "2026-02-12 2026-03-01 2026-03-01 150.00 0.00 Pending M1 C 300.00";
        for (int turn = 0; turn < order.size(); turn++) {
            var turned = new java.util.ArrayList<>(order);
            java.util.Collections.rotate(turned, turn);
            assertEquals(expected, claim(turned), turned.toString());
            assertEquals(expected, claim(turned.reversed()), turned.reversed().toString());
        }
    }

    private static String claim(List<String> order) throws IOException, SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                var sql = duck.createStatement()) {
            sql.execute(Fold.DELIVERIES);
            sql.execute("create table seg (" + WarehouseDdl.columns(Entity.CLAIM) + ")");
            sql.execute(WarehouseDdl.createTable(Entity.CLAIM));
            long delivery = 0;
            for (String name : order) {
                delivery++;
                sql.execute(
                        "insert into delivery_day values ("
                                + delivery
                                + ", date '2026-06-01', 0, [])");
                for (String insert : inserts(TOLD.get(name), delivery)) {
                    sql.execute(insert);
                }
            }
            sql.execute(Fold.insert(Entity.CLAIM, "seg", Fold.Patches.BEFORE_WHOLE));
            try (var rows =
                    sql.executeQuery(
                            "select concat_ws(' ', submitted_date, adjudicated_date, payment_date, paid, denied, claim_status, patient_id, payer_id, billed) from claim where valid_to = "
                                    + Fold.END)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static List<String> inserts(String file, long delivery) throws IOException {
        var inserts = new java.util.ArrayList<String>();
        var claims =
                new RowWriter() {
                    private final Map<String, String> values = new TreeMap<>();

                    private void put(int field, String value) {
                        values.put(Entity.CLAIM.fields().get(field).name(), value);
                    }

                    @Override
                    public void text(int field, byte[] utf8, int from, int length) {
                        put(
                                field,
                                "'" + new String(utf8, from, length, StandardCharsets.UTF_8) + "'");
                    }

                    @Override
                    public void date(int field, int epochDay) {
                        put(field, "date '" + LocalDate.ofEpochDay(epochDay) + "'");
                    }

                    @Override
                    public void money(int field, long cents) {
                        put(field, java.math.BigDecimal.valueOf(cents, 2).toPlainString());
                    }

                    @Override
                    public void quantity(int field, long tenThousandths) {}

                    @Override
                    public void clear(int field) {
                        put(field, "''");
                    }

                    @Override
                    public void endRow(long line) {
                        throw new AssertionError("claims are told of by patches");
                    }

                    @Override
                    public void endPatch(long line, long eventMicros) {
                        values.put("source", "'s'");
                        values.put("is_closed", "false");
                        values.put("content_hash", String.valueOf(values.hashCode()));
                        values.put("delivery_id", String.valueOf(delivery));
                        values.put("line", String.valueOf(line));
                        values.put("event_micros", String.valueOf(eventMicros));
                        inserts.add(
                                "insert into seg ("
                                        + String.join(", ", values.keySet())
                                        + ") values ("
                                        + values.values().stream().collect(Collectors.joining(", "))
                                        + ")");
                        values.clear();
                    }

                    @Override
                    public void abandonRow() {
                        values.clear();
                    }
                };
        new X12Format()
                .read(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        new Format.Reading(
                                "s",
                                entity -> entity == Entity.CLAIM ? claims : new CountedRows(),
                                rejection -> {
                                    throw new AssertionError(rejection.toString());
                                },
                                finding -> {},
                                Cancellation.NONE));
        return inserts;
    }
}
