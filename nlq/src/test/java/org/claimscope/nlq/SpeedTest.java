package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;

/// Reading stays quick with as many members as a large system has.
final class SpeedTest {
    @Test
    void aQuestionIsReadWithinTwentyMilliseconds() {
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
        assertTrue(p95 <= 20, "p95 is " + p95 + " ms");
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
