package org.claimscope.data.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ten invented people whose names, phone numbers and SSNs must never lie in plain text anywhere,
/// and the scanner that looks for them in several encodings.
public final class Canaries {
    public static final int PEOPLE = 10;

    private Canaries() {}

    public static String firstName(int person) {
        return "Zephyrine" + "abcdefghij".charAt(person) + "quill";
    }

    public static String lastName(int person) {
        return "Oxblood" + "abcdefghij".charAt(person) + "thwaite";
    }

    public static String ssn(int person) {
        return "93" + person + "-77-045" + person;
    }

    public static String phone(int person) {
        return "(709) 555-81" + person + "4";
    }

    /// A patients' extract; the last person's record is unreadable and goes to quarantine.
    public static void writePatients(Path file) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "PatientID,FirstName,LastName,MiddleName,SSN,PhoneNumber,Gender,DOB,Address,ModifiedDate"));
        for (int i = 0; i < PEOPLE; i++) {
            lines.add(record(i));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    /// One line of the extract, without line end.
    public static String record(int i) {
        return "P%d,%s,%s,Q,%s,%s,F,%s,\"1 Elm St, Town\",2024-05-01"
                .formatted(
                        i,
                        firstName(i),
                        lastName(i),
                        ssn(i),
                        phone(i),
                        i == PEOPLE - 1 ? "no date" : "1950-01-01");
    }

    /// Every text to look for.
    public static List<String> all() {
        var all = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            all.addAll(
                    List.of(firstName(i), lastName(i), ssn(i), phone(i), ssn(i).replace("-", "")));
        }
        return all;
    }

    /// Where a canary lies in plain text, as `file: what (encoding)`.
    public static List<String> findIn(Path folder) throws IOException {
        var hits = new ArrayList<String>();
        try (var tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                // Unpacked libraries are the same for everybody.
                if (!file.toString().endsWith(".so")
                        && !String.valueOf(file.getFileName()).startsWith("libduckdb")) {
                    hits.addAll(find(file.toString(), Files.readAllBytes(file)));
                }
            }
        }
        return hits;
    }

    /// How many files [#findIn] looks at.
    public static long filesIn(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).count();
        }
    }

    public static List<String> find(String where, byte[] bytes) {
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        var hits = new ArrayList<String>();
        for (String canary : all()) {
            encodings(canary)
                    .forEach((name, needle) -> {
                        if (haystack.contains(needle)) {
                            hits.add(where + ": " + canary + " (" + name + ")");
                        }
                    });
        }
        return hits;
    }

    /// The canary's bytes in each encoding, one char a byte. Base64 is looked for at its three
    /// alignments, without the characters that neighbours have a part in.
    public static Map<String, String> encodings(String canary) {
        var all = new LinkedHashMap<String, String>();
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            all.put(
                    charset.name(),
                    new String(canary.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
        byte[] utf8 = canary.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + utf8.length];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = shift == 0 ? 0 : shift + 1;
            int to = shifted.length * 8 / 6;
            all.put("base64 at " + shift, text.substring(from, to));
        }
        return all;
    }
}
