package org.claimscope.data.format.hl7v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Every message of the shared files, against an oracle that plain Python computed.
final class Hl7InspectTest {
    /// Where we differ from the oracle's count of segments: it counts every line that is not empty,
    /// and messages.txt has C comments between messages. A segment begins with a three-character
    /// name (HL7 2.5 §2.5.2); a line that begins with `//`, `/*` or ` *` is none.
    private static final Map<Integer, Integer> COMMENT_LINES =
            Map.ofEntries(
                    Map.entry(1, 1),
                    Map.entry(3, 1),
                    Map.entry(4, 1),
                    Map.entry(5, 1),
                    Map.entry(6, 1),
                    Map.entry(8, 1),
                    Map.entry(9, 1),
                    Map.entry(10, 1),
                    Map.entry(11, 1),
                    Map.entry(12, 1),
                    Map.entry(18, 3));

    @Test
    void everyRowOfTheOracle() throws IOException {
        Path folder = SharedData.folder("hl7v2");
        List<List<String>> oracle = SharedData.oracle("hl7_shared_messages.csv");
        List<String> header = oracle.removeFirst();
        assertEquals(
                "file,msg_no,msh9_type,msh10_control,msh12_version,msh7_ts,segments,pid3_id,"
                        + "pid7_dob,pid8_sex,pv1_2_class,pv1_19_visit,ft1_count,ft1_11_amount_ext,"
                        + "in1,dg1,pr1,gt1",
                String.join(",", header));
        Map<String, List<Message>> files = new TreeMap<>();
        int rows = 0;
        for (List<String> row : oracle) {
            List<Message> messages = files.get(row.get(0));
            if (messages == null) {
                messages = messages(Files.readAllBytes(folder.resolve(row.get(0))));
                files.put(row.get(0), messages);
            }
            int number = Integer.parseInt(row.get(1));
            assertEquals(expected(row, number), told(row.get(0), number, messages));
            rows++;
        }
        assertTrue(rows >= 42, "rows compared: " + rows);
        long read = files.values().stream().mapToLong(List::size).sum();
        assertEquals(rows, read, "no message beyond the oracle");
        System.out.println("hl7 oracle: " + rows + " messages of " + files.size() + " files");
    }

    private static List<String> expected(List<String> row, int number) {
        var expected = new ArrayList<>(row);
        if (row.get(0).equals("hapi/messages.txt")) {
            int segments = Integer.parseInt(row.get(6)) - COMMENT_LINES.getOrDefault(number, 0);
            expected.set(6, Integer.toString(segments));
        }
        // The oracle quotes CSV; `""` (HL7's null) comes as nothing once the quotes are undone.
        return expected;
    }

    private static List<String> told(String file, int number, List<Message> messages) {
        Message m = messages.get(number - 1);
        Segment pid = m.first("PID");
        Segment pv1 = m.first("PV1");
        Segment msh = m.first("MSH");
        var amounts = new ArrayList<String>();
        for (Segment s : m.segments()) {
            if (s.name().equals("FT1")) {
                amounts.add(s.text(11));
            }
        }
        var told =
                List.of(
                        file,
                        Integer.toString(number),
                        m.type(),
                        m.controlId(),
                        msh.text(12),
                        msh.text(7),
                        Integer.toString(m.segments().size()),
                        pid.text(3),
                        pid.text(7).replace("\"", ""),
                        pid.text(8),
                        pv1.text(2),
                        pv1.text(19),
                        Long.toString(m.count("FT1")),
                        String.join("|", amounts),
                        Long.toString(m.count("IN1")),
                        Long.toString(m.count("DG1")),
                        Long.toString(m.count("PR1")),
                        Long.toString(m.count("GT1")));
        return told;
    }

    /// `inspect` itself tells type, control id, patient, number and sum of charges.
    @Test
    void inspectionTellsWhatTheOracleTells() throws IOException {
        Path folder = SharedData.folder("hl7v2");
        List<List<String>> oracle = SharedData.oracle("hl7_shared_messages.csv");
        oracle.removeFirst();
        Map<String, List<Inspection.Message>> files = new TreeMap<>();
        for (List<String> row : oracle) {
            List<Inspection.Message> messages = files.get(row.get(0));
            if (messages == null) {
                byte[] bytes = Files.readAllBytes(folder.resolve(row.get(0)));
                assertTrue(new Hl7Format().fits(bytes), row.get(0));
                messages = new Hl7Format().inspect(new ByteArrayInputStream(bytes)).messages();
                files.put(row.get(0), messages);
            }
            Inspection.Message m = messages.get(Integer.parseInt(row.get(1)) - 1);
            assertEquals(row.get(2), m.type());
            assertEquals(row.get(3), m.controlId());
            assertEquals(row.get(7), m.patientId() == null ? "" : m.patientId());
            assertEquals(Long.parseLong(row.get(12)), m.chargeCount());
            BigDecimal sum = null;
            for (String amount : row.get(13).split("\\|")) {
                if (!amount.isEmpty()) {
                    BigDecimal dollars = new BigDecimal(amount).setScale(2);
                    sum = sum == null ? dollars : sum.add(dollars);
                }
            }
            assertEquals(sum, m.charged());
        }
        for (var file : files.entrySet()) {
            long rows = oracle.stream().filter(r -> r.get(0).equals(file.getKey())).count();
            assertEquals(rows, file.getValue().size(), file.getKey());
        }
    }

    private static List<Message> messages(byte[] bytes) throws IOException {
        var reader = new MessageReader(new ByteArrayInputStream(bytes));
        var all = new ArrayList<Message>();
        while (reader.next()) {
            all.add(reader.message().believed());
        }
        return all;
    }
}
