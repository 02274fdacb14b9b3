package org.claimscope.nlq.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.ValueIndex;

/// Invented people and places whose every name and number would be recognised if it left.
final class Canaries {
    /// @param known whether the workspace has a record of it
    record Canary(String kind, String text, boolean known) {}

    final List<Canary> all = new ArrayList<>();
    final ValueIndex values;
    private final Random random;

    Canaries(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            boolean known = i % 2 == 0;
            String last = word(3);
            add("person", word(2) + " " + last, known);
            add("surname", last, known);
            add("mrn", "M" + digits(8), known);
            add("claim", "CLM-" + digits(4) + "-" + digits(5), known);
            add("ssn", digits(3) + "-" + digits(2) + "-" + digits(4), known);
            add("phone", "(" + digits(3) + ") " + digits(3) + "-" + digits(4), known);
            add("email", word(2) + "." + word(2) + "@" + word(2) + ".org", known);
            add(
                    "birth",
                    (1 + random.nextInt(12)) + "/" + (10 + random.nextInt(18)) + "/19" + digits(2),
                    known);
            add("account", digits(9), known);
        }
        for (int i = 0; i < 15; i++) {
            add("facility", word(3) + " Hospital", true);
            add("provider", word(2) + " " + word(3), true);
            add("payer", word(3) + " Health", true);
        }
        values =
                ValueIndex.of(
                        Map.of(
                                "facility", members("facility"),
                                "provider", members("provider"),
                                "payer", members("payer"),
                                "claim_status", Map.of("Denied", List.of(), "Paid", List.of())));
    }

    private Map<String, List<String>> members(String kind) {
        return of(kind).stream().collect(Collectors.toMap(c -> c, c -> List.of(), (a, b) -> a));
    }

    private void add(String kind, String text, boolean known) {
        all.add(new Canary(kind, text, known));
    }

    List<String> of(String kind) {
        return all.stream().filter(c -> c.kind().equals(kind)).map(Canary::text).toList();
    }

    /// Names and numbers of the workspace's records.
    List<String> records() {
        return all.stream()
                .filter(c ->
                        c.known() && !List.of("facility", "provider", "payer").contains(c.kind()))
                .map(Canary::text)
                .toList();
    }

    /// The parts of a canary that give it away alone.
    static List<String> tellings(Canary canary) {
        var all = new ArrayList<String>();
        all.add(canary.text());
        for (String part : canary.text().split("[^\\p{L}\\p{N}]+")) {
            boolean common =
                    List.of("hospital", "health", "org", "clm")
                            .contains(part.toLowerCase(Locale.ROOT));
            if (!common && part.length() >= 5) {
                all.add(part);
            }
        }
        return all;
    }

    private String digits(int n) {
        var out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            out.append((char) ('0' + (i == 0 ? 1 + random.nextInt(9) : random.nextInt(10))));
        }
        return out.toString();
    }

    /// A word of nobody's language, in capitals at its beginning.
    private String word(int syllables) {
        var out = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            out.append("zvkqxjw".charAt(random.nextInt(7)))
                    .append("aeiouy".charAt(random.nextInt(6)))
                    .append("bdfgmpt".charAt(random.nextInt(7)));
        }
        return Character.toUpperCase(out.charAt(0)) + out.substring(1);
    }
}
