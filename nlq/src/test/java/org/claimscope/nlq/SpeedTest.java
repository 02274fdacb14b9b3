package org.claimscope.nlq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long reading takes with as many members as a large system has.
final class SpeedTest {
    @Test
    @Tag("bench")
    void readingAQuestion() {
        var providers = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < 5000; i++) {
            providers.put(name(i) + " " + name(i * 31 + 7), List.of());
        }
        var procedures = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < 10_000; i++) {
            procedures.put(Integer.toString(90_000 + i % 10_000), List.of());
        }
        var interpreter =
                new Interpreter(
                        new Catalog(Kpis.all()),
                        ValueIndex.of(Map.of("provider", providers, "procedure", procedures)));
        List<String> questions =
                List.of(
                        "top 5 payers by denied amount last quarter",
                        "denail rate by facilty and month this year compared to last year",
                        "charges for " + name(42) + " " + name(42 * 31 + 7) + " in Q1 2025",
                        "what is the wether in Bostonn tomorow morning");
        var took = new ArrayList<Long>();
        for (int round = 0; round < 100; round++) {
            for (String q : questions) {
                long start = System.nanoTime();
                interpreter.read(Question.of(q, LocalDate.of(2025, 6, 30)));
                if (round >= 20) {
                    took.add(System.nanoTime() - start);
                }
            }
        }
        took.sort(Long::compare);
        double p95 = took.get((int) (took.size() * 0.95)) / 1e6;
        System.out.printf(
                Locale.US,
                "reading a question, 5,000 providers and 10,000 codes: median %.1f ms, p95 %.1f ms (target 20)%n",
                took.get(took.size() / 2) / 1e6,
                p95);
    }

    /// A name of letters only, different for each number.
    private static String name(int n) {
        var name = new StringBuilder();
        for (int i = n + 1000; i > 0; i /= 20) {
            name.append("bcdfghjklmnpqrstvwxz".charAt(i % 20)).append("aeiou".charAt(i % 5));
        }
        return name.toString();
    }
}
