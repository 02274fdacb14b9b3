package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.score.Score;
import org.claimscope.nlq.score.Turn;
import org.junit.jupiter.api.Test;

/// Every question of the public set is understood exactly as it is written beside it.
final class GoldenQuestionsTest {
    private record Gold(LocalDate asOf, String question, String expected) {}

    private static List<Gold> gold(String resource) {
        var all = new ArrayList<Gold>();
        LocalDate asOf = LocalDate.of(2025, 6, 30);
        for (String line : Forms.lines(resource)) {
            if (line.startsWith("as of ")) {
                asOf = LocalDate.parse(line.substring(6).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.indexOf(" => ");
                all.add(
                        new Gold(
                                asOf,
                                line.substring(0, arrow),
                                Forms.sorted(line.substring(arrow + 4))));
            }
        }
        return all;
    }

    private static void check(List<Gold> gold) {
        Interpreter interpreter = Forms.interpreter();
        var wrong = new ArrayList<String>();
        for (Gold g : gold) {
            var form = interpreter.read(Question.of(g.question(), g.asOf())).form();
            String got = Forms.line(form);
            if (!got.equals(g.expected())) {
                wrong.add(
                        g.question()
                                + "\n    want "
                                + g.expected()
                                + "\n    got  "
                                + got
                                + (form.reason() == null ? "" : " (" + form.reason() + ")"));
            }
        }
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + gold.size() + " differ");
    }

    @Test
    void questionsAreUnderstoodExactly() {
        List<Gold> gold = gold("questions.txt");
        assertTrue(gold.size() >= 120, "questions: " + gold.size());
        assertTrue(gold.stream().filter(g -> g.expected().matches("REFUSE|CLARIFY")).count() >= 30);
        check(gold);
    }

    @Test
    void theSecondHalfIsUnderstoodToo() {
        check(gold("held-out.txt"));
    }

    @Test
    void otherWordsForTheSameAreUnderstood() {
        check(gold("third.txt"));
        check(gold("fourth.txt"));
        check(gold("fifth.txt"));
        check(gold("sixth.txt"));
    }

    /// Seven sets by people who had not seen the parser, each after all of the ones before were
    /// understood. On their first runs, exact of the answerable ones, right of the answers, and
    /// refused of the others, in per cent:
    ///
    /// | questions | exact | right | refused |
    /// |---|---|---|---|
    /// | 574 | 87.0 | 94.5 | 97.1 |
    /// | 377 | 72.8 | 92.2 | 100 |
    /// | 260 | 80.5 | 98.1 | 100 |
    /// | 240 | 80.0 | 94.7 | 100 |
    /// | 150, short and plain ones | 95.7 | 97.3 | 97.1 |
    /// | 220, a third long or formal, with asides and slips | 56.4 | 90.3 | 96.4 |
    /// | 260, as a working day brings them | 95.5 | 97.4 | 96.7 |
    ///
    /// Since then they are sets to keep, not to measure by.
    @Test
    void theFieldsQuestionsAreUnderstood() {
        kept("field/gold.jsonl", 574, Set.of());
        // "The claim headers" are not understood.
        kept("field/gold-second.jsonl", 377, Set.of("g2-064"));
        kept("field/gold-third.jsonl", 260, Set.of());
        // A payer named with the occasion, a pronoun, a code said only in a remark: rather refused.
        kept(
                "field/gold-fourth.jsonl",
                240,
                Set.of(
                        "g4-027", "g4-028", "g4-036", "g4-037", "g4-059", "g4-071", "g4-091",
                        "g4-097", "g4-105"));
        // A/R of today as of today.
        kept("field/gold-fifth.jsonl", 150, Set.of("g5-012", "g5-021", "g5-066"), Set.of("g5-016"));
        // Asides that could be conditions, turns after one that is refused: rather refused. Two are
        // answered otherwise: an encounter type that is a department too, and "accounts".
        kept(
                "field/gold-sixth.jsonl",
                220,
                Set.of(
                        "g6-001", "g6-006", "g6-007", "g6-033", "g6-038", "g6-039", "g6-043",
                        "g6-045", "g6-054", "g6-067", "g6-070", "g6-093", "g6-101", "g6-108",
                        "g6-113", "g6-118", "g6-120", "g6-123", "g6-128", "g6-136", "g6-161",
                        "g6-183", "g6-191", "g6-200", "g6-206"),
                Set.of("g6-034", "g6-187"));
        // An amount of a claim is a condition on the listing here, on the row there; "how are we
        // doing on collections" is answered with the payments.
        kept(
                "field/gold-seventh.jsonl",
                260,
                Set.of("g7-010", "g7-121", "g7-145", "g7-181"),
                Set.of("g7-079", "g7-108"));
    }

    private static void kept(String file, int size, Set<String> refused) {
        kept(file, size, refused, Set.of());
    }

    /// @param refused what is not understood, and said to be so
    /// @param wrong what is answered otherwise than wanted
    private static void kept(String file, int size, Set<String> refused, Set<String> wrong) {
        var interpreter =
                new Interpreter(
                        new Catalog(Kpis.all()),
                        ValueIndex.read(String.join("\n", Forms.lines("field/values.json"))));
        List<Turn> turns = Turn.read(Forms.lines(file));
        List<QuestionForm> forms = Turn.interpret(turns, interpreter::form);
        var score = new Score();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            score.add(
                    turn.id().toString(),
                    turn.question(),
                    turn.wanted().orElseThrow(),
                    forms.get(i));
        }
        assertEquals(size, score.questions());
        assertEquals(
                "",
                score.misses().stream()
                        .filter(m ->
                                !(m.got().action() == QuestionForm.Action.ANSWER ? wrong : refused)
                                        .contains(m.id()))
                        .map(m ->
                                m.question()
                                        + "\n    want "
                                        + Forms.line(m.wanted())
                                        + "\n    got  "
                                        + Forms.line(m.got()))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void conversationsGoOn() {
        Interpreter interpreter = Forms.interpreter();
        var asOf = LocalDate.of(2025, 6, 30);
        var wrong = new ArrayList<String>();
        Optional<QuestionForm> previous = Optional.empty();
        for (String line : Forms.lines("conversations.txt")) {
            if (line.isBlank()) {
                previous = Optional.empty();
            }
            int arrow = line.indexOf(" => ");
            if (arrow < 0) {
                continue;
            }
            QuestionForm form =
                    interpreter.read(new Question(line.substring(0, arrow), asOf, previous)).form();
            String want = Forms.sorted(line.substring(arrow + 4));
            if (!Forms.line(form).equals(want)) {
                wrong.add(
                        line.substring(0, arrow)
                                + "\n    want "
                                + want
                                + "\n    got  "
                                + Forms.line(form)
                                + " "
                                + form.reason());
            }
            if (form.action() == QuestionForm.Action.ANSWER) {
                previous = Optional.of(form);
            }
        }
        assertEquals("", String.join("\n", wrong), wrong.size() + " differ");
    }
}
