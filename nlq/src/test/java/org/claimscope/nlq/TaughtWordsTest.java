package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.explain.Reasons;
import org.claimscope.nlq.explain.Why;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.TaughtWord;
import org.claimscope.nlq.lexicon.TaughtWord.Meaning;
import org.claimscope.nlq.lexicon.TaughtWords;
import org.claimscope.nlq.provider.Bench;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A taught word is understood in its workspace, takes nothing's place, and says so where the
/// reading is explained.
final class TaughtWordsTest {
    private static final TaughtWords TAUGHT =
            TaughtWords.NONE
                    .with(new TaughtWord("quonk", new Meaning.OfMeasure("denied_amount")))
                    .with(new TaughtWord("house", new Meaning.OfDimension("facility")))
                    .with(
                            new TaughtWord(
                                    "the big one",
                                    new Meaning.OfMember(new Member("payer", "Aetna"))));

    private final Interpreter plain = new Interpreter(Bench.catalog(), Bench.values());
    private final Interpreter taught = new Interpreter(Bench.catalog(), Bench.values(), TAUGHT);

    private static QuestionForm read(Interpreter by, String question) {
        return by.form(Question.of(question, Bench.TODAY));
    }

    @Test
    void measureDimensionAndMemberAreUnderstood() {
        assertEquals(
                QuestionForm.Action.REFUSE,
                read(plain, "quonk by house for the big one last month").action());
        QuestionForm form = read(taught, "quonks by house for the big one last month");
        assertEquals(List.of("denied_amount"), form.measures());
        assertEquals(List.of("facility"), form.dimensions());
        assertEquals(List.of(Filter.is("payer", "Aetna")), form.filters());
    }

    @Test
    void theyAreKeptAndTakenAway() {
        assertEquals(TAUGHT, TaughtWords.of(TAUGHT.json()));
        assertEquals(2, TAUGHT.without("QUONKS").all().size());
        assertEquals(
                new Meaning.OfMeasure("charges"),
                TAUGHT.with(new TaughtWord("Quonk", new Meaning.OfMeasure("charges")))
                        .all()
                        .getLast()
                        .meaning());
        assertEquals(TaughtWords.NONE, TaughtWords.of("no json".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denial rate",
                "Payers",
                "aetna",
                "Lakeview",
                "last month",
                "the",
                "claims paid",
                "by",
                "cash collected",
                "quonk 7",
                "",
                "one two three four five"
            })
    void whatMeansSomethingIsNotTaught(String phrase) {
        assertTrue(plain.objection(phrase).isPresent(), phrase);
    }

    @Test
    void theReasonNamesTheMeaning() {
        assertEquals(
                Optional.of("“denial rate” is the catalog's word for Initial denial rate."),
                plain.objection("denial rate"));
        assertEquals(
                Optional.of("“Aetna” is the data's word for payer Aetna."),
                plain.objection("Aetna"));
        assertEquals(Optional.empty(), plain.objection("quonk"));
        assertEquals(Optional.empty(), taught.objection("quonk"), "it can be taught anew");
    }

    @Test
    void whatTheCatalogOrTheDataSayWins() {
        var stale =
                new Interpreter(
                        Bench.catalog(),
                        Bench.values(),
                        TaughtWords.NONE
                                .with(new TaughtWord("charges", new Meaning.OfMeasure("payments")))
                                .with(new TaughtWord("cigna", new Meaning.OfDimension("plan")))
                                .with(
                                        new TaughtWord(
                                                "zorb",
                                                new Meaning.OfMember(
                                                        new Member("payer", "No longer here")))));
        QuestionForm form = read(stale, "charges for cigna last month");
        assertEquals(List.of("charges"), form.measures());
        assertEquals(List.of(Filter.is("payer", "Cigna")), form.filters());
        assertEquals(
                QuestionForm.Action.REFUSE, read(stale, "charges for zorb last month").action());
    }

    @Test
    void aModelIsNotToldThem() {
        var purse = new Bench.Purse();
        try (Connector connector =
                Bench.connector(
                        Bench.connection("openai", 9, java.time.Duration.ofSeconds(1)),
                        Bench.values(),
                        taught,
                        into -> {},
                        new Bench.Entries().log(),
                        purse)) {
            String sent =
                    connector
                            .preview(
                                    Question.of(
                                            "charges and quonk leaking last month", Bench.TODAY))
                            .orElseThrow()
                            .text();
            assertFalse(sent.contains("quonk"));
            assertTrue(sent.contains("<WORD_1>"));
        }
    }

    @Test
    void theReadingIsExplained() {
        String question = "please show quonk by house for the big one last month";
        QuestionForm form = read(taught, question);
        Why why = new Reasons(Bench.catalog(), new Lexicon(Bench.catalog())).of(question, form);
        assertEquals(
                List.of(
                        new Why.Part("quonk", "the measure Denied dollars"),
                        new Why.Part("house", "split by facility"),
                        new Why.Part("the big one", "only payer Aetna"),
                        new Why.Part("last month", "the days Jun 1–30, 2025")),
                why.parts());
        assertEquals(List.of("please", "show", "by", "for"), why.joining());
        assertEquals(1.0, why.confidence());
        assertTrue(why.taken().getFirst().startsWith("No date is named"), why.taken().toString());
    }
}
