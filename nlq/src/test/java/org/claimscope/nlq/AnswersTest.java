package org.claimscope.nlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.answer.ChartHint;
import org.claimscope.nlq.answer.Next;
import org.claimscope.nlq.form.DayWords;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.verified.VerifiedQuestion;
import org.claimscope.nlq.verified.VerifiedQuestions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Answers on a small sample hospital are the numbers of the queries that dashboards run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    private DataCore core;
    private Path feed;
    private ValueIndex values;
    private Nlq nlq;

    @BeforeAll
    void sampleHospital(@TempDir Path temp) throws Exception {
        feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(7, LocalDate.of(2025, 6, 30), 150).writeTo(feed);
        core = DataCore.create(temp.resolve("w"), new Credentials.None(), NOON, "test");
        core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        new FolderSource(feed),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
        values = ValueIndex.of(core.query());
        nlq = new Nlq(core.query(), values);
    }

    @AfterAll
    void nothingIsLeft() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private Answer answered(String question) {
        Outcome outcome = nlq.ask(Question.of(question, TODAY));
        return assertInstanceOf(Outcome.Answered.class, outcome, () -> question + ": " + outcome)
                .answer();
    }

    private Outcome.Refused refused(String question) {
        Outcome outcome = nlq.ask(Question.of(question, TODAY));
        return assertInstanceOf(Outcome.Refused.class, outcome, () -> question + ": " + outcome);
    }

    private BigDecimal number(MetricQuery query, int row) {
        try (Frame frame = core.query().run(query)) {
            return frame.number(query.measures().getFirst(), row);
        }
    }

    private static BigDecimal cell(Answer answer, int row, String column) {
        return assertInstanceOf(
                        Cell.Figure.class,
                        answer.rows().get(row).get(answer.columns().indexOf(column)))
                .value();
    }

    private static MetricQuery june(String measure) {
        return MetricQuery.of(measure).between(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
    }

    @Test
    void aTotalIsTheQuerysNumber() {
        Answer answer = answered("total charges last month");
        BigDecimal charges = number(june("charges"), 0);
        assertEquals(0, charges.compareTo(cell(answer, 0, "charges")));
        assertEquals(ChartHint.SINGLE, answer.chart());
        String money = String.format(java.util.Locale.US, "$%,.2f", charges);
        assertTrue(answer.sentence().contains(money), answer.sentence());
        assertTrue(answer.sentence().contains(", Jun 2025"), answer.sentence());
        assertTrue(answer.sql().contains("select"), answer.sql());
    }

    @Test
    void theWorstPayerComesFirstAndAlone() {
        Answer answer = answered("which payer had the highest denial rate last month");
        assertEquals(1, answer.rows().size());
        MetricQuery same =
                june("denial_rate")
                        .by(Dimension.PAYER)
                        .ordered(1, new MetricQuery.Order("denial_rate", true));
        assertEquals(0, number(same, 0).compareTo(cell(answer, 0, "denial_rate")));
    }

    @Test
    void aTrendHasItsMonths() {
        Answer answer = answered("monthly payments this year");
        assertEquals(ChartHint.LINE, answer.chart());
        assertEquals(new Cell.Text("2025-01"), answer.rows().getFirst().getFirst());
    }

    @Test
    void comparedPeriodsStandBesideEachOther() {
        Answer answer = answered("charges by facility last month vs the same period last year");
        assertEquals(
                List.of("facility", "charges", "charges.before", "charges.change"),
                answer.columns());
        BigDecimal before =
                number(
                        MetricQuery.of("charges")
                                .by(Dimension.FACILITY)
                                .between(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30)),
                        0);
        assertEquals(0, before.compareTo(cell(answer, 0, "charges.before")));
        assertEquals(ChartHint.DOT_RANGE, answer.chart());
    }

    @Test
    void monthsStandBesideTheMonthsBefore() {
        Answer months = answered("month over month charges this year");
        BigDecimal january =
                number(
                        MetricQuery.of("charges")
                                .between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)),
                        0);
        assertEquals(new Cell.Text("2025-02"), months.rows().get(1).getFirst());
        assertEquals(0, january.compareTo(cell(months, 1, "charges.before")));
        assertEquals(
                0,
                cell(months, 1, "charges")
                        .subtract(january)
                        .compareTo(cell(months, 1, "charges.change")));
        Answer years = answered("charges by month this year vs same period last year");
        BigDecimal yearBefore =
                number(
                        MetricQuery.of("charges")
                                .between(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)),
                        0);
        assertEquals(0, yearBefore.compareTo(cell(years, 1, "charges.before")));
    }

    @Test
    void shortNamesAreMembers() {
        Answer answer = answered("charges at Larkfield in June by service date");
        MetricQuery same =
                june("charges")
                        .dated(DateRole.SERVICE_DATE)
                        .where(MetricQuery.Filter.is(Dimension.FACILITY, "Larkfield Hospital"));
        assertEquals(0, number(same, 0).compareTo(cell(answer, 0, "charges")));
        assertFalse(answer.assumptions().isEmpty());
    }

    @Test
    void agedReceivablesAreTheirBuckets() {
        Answer answer = answered("A/R over 90 days");
        MetricQuery same =
                MetricQuery.of("ar_balance")
                        .where(MetricQuery.Filter.is(Dimension.AGING_BUCKET, "91–120", "over 120"));
        assertEquals(0, number(same, 0).compareTo(cell(answer, 0, "ar_balance")));
        BigDecimal over45 = cell(answered("A/R over 45 days"), 0, "ar_balance");
        assertTrue(over45.compareTo(cell(answer, 0, "ar_balance")) > 0, over45.toString());
        assertTrue(over45.compareTo(number(MetricQuery.of("ar_balance"), 0)) < 0);
    }

    @Test
    void whoHasWhatIsListed() {
        // Question one of the requirements (NLQ-01).
        Answer answer =
                answered("patients with incomplete billing documentation between March and May");
        MetricQuery same =
                MetricQuery.of("patient_count")
                        .between(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 5, 31))
                        .where(MetricQuery.Filter.is(Dimension.DOCUMENTATION_STATUS, "Incomplete"));
        assertEquals(number(same, 0).intValue(), answer.rows().size());
        assertFalse(answer.rows().isEmpty());
        assertTrue(
                answered("patients with A/R over 90 days").rows().stream()
                        .allMatch(r -> r.getFirst() instanceof Cell.Text));
        assertFalse(answered("patients with denied claims in May").rows().isEmpty());
        assertFalse(answered("encounters with a balance over $5,000").rows().isEmpty());
        assertFalse(answered("list all pending claims over 60 days old").rows().isEmpty());
    }

    @Test
    void aStateIsAsOfItsDay() {
        Answer answer = answered("A/R as of March 31");
        MetricQuery same = MetricQuery.of("ar_balance").asOf(LocalDate.of(2025, 3, 31));
        assertEquals(0, number(same, 0).compareTo(cell(answer, 0, "ar_balance")));
    }

    @Test
    void aStateIsComparedWithTheSameDayAYearBefore() {
        Answer answer = answered("A/R versus prior year period");
        MetricQuery before = MetricQuery.of("ar_balance").asOf(LocalDate.of(2024, 7, 1));
        assertEquals(0, number(before, 0).compareTo(cell(answer, 0, "ar_balance.before")));
    }

    @Test
    void claimsAreListedWithoutTheirPatients() {
        Answer answer = answered("which claims were denied last month");
        assertEquals(ChartHint.TABLE, answer.chart());
        MetricQuery count =
                june("claim_count").where(MetricQuery.Filter.is(Dimension.CLAIM_STATUS, "Denied"));
        assertEquals(number(count, 0).intValue(), answer.rows().size());
    }

    @Test
    void whatTheCatalogLacksIsSaid() {
        assertEquals(
                List.of("clean_claim_rate"),
                answered("clean claim rate last month").query().measures());
        assertFalse(answered("charges by plan").rows().isEmpty());
        assertFalse(answered("denials by denial category").rows().isEmpty());
        assertTrue(refused("payments by claim status").why().contains("cannot be split"));
    }

    @Test
    void aClaimIsExplainedFromItsRows() throws Exception {
        // A denied claim, as the feed's file has it.
        List<String> lines = Files.readAllLines(feed.resolve("claims.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        String[] claim =
                lines.stream()
                        .map(l -> l.split(",", -1))
                        .filter(c -> c[header.indexOf("claim_status")].equals("Denied"))
                        .filter(c -> c[header.indexOf("paid")].equals("0.00"))
                        .findFirst()
                        .orElseThrow();
        String carc = claim[header.indexOf("denial_carc")];
        for (String question :
                List.of(
                        "why is claim " + claim[0] + " not paid?",
                        "status of claim #" + claim[0],
                        "What happened with claim number " + claim[0])) {
            Answer answer = answered(question);
            assertEquals(1, answer.rows().size());
            assertTrue(
                    answer.sentence().startsWith("Denied with CARC " + carc + ": "),
                    answer.sentence());
            assertTrue(
                    answer.sentence()
                            .contains(
                                    "Decided on "
                                            + DayWords.day(
                                                    LocalDate.parse(
                                                            claim[
                                                                    header.indexOf(
                                                                            "adjudicated_date")]))),
                    answer.sentence());
            assertTrue(answer.sentence().contains("From delivery "), answer.sentence());
        }
        assertTrue(answered("why is claim C99999999 not paid").sentence().startsWith("No rows"));
    }

    @Test
    void measuresAreExplainedInTheCatalogsWords() {
        for (String question :
                List.of(
                        "how do you compute days in A/R?",
                        "What does DSO mean",
                        "definition of days in accounts receivable")) {
            Outcome outcome = nlq.ask(Question.of(question, TODAY));
            var explained = assertInstanceOf(Outcome.Explained.class, outcome, question);
            assertEquals("days_in_ar", explained.explanation().measure());
            assertTrue(explained.explanation().sentence().contains("average daily gross charges"));
        }
        var everything =
                assertInstanceOf(
                        Outcome.Explained.class, nlq.ask(Question.of("what can I ask?", TODAY)));
        assertTrue(everything.explanation().facts().size() > 4);
        for (String next : everything.explanation().questions()) {
            Outcome outcome = nlq.ask(Question.of(next, TODAY));
            assertFalse(outcome instanceof Outcome.Refused, next + ": " + outcome);
        }
        assertInstanceOf(
                Outcome.Refused.class, nlq.ask(Question.of("what does nurse mean", TODAY)));
    }

    @Test
    void whatIsOfferedNextIsUnderstood() {
        int offered = 0;
        for (VerifiedQuestion q : VerifiedQuestions.shipped().all()) {
            QuestionForm form = nlq.interpret(Question.of(q.question(), TODAY));
            for (String next : Next.after(form)) {
                Outcome outcome = nlq.ask(new Question(next, TODAY, Optional.of(form)));
                boolean goesOn =
                        outcome instanceof Outcome.Answered(QuestionForm after, Answer _)
                                && !after.equals(form);
                assertTrue(goesOn, q.question() + " / " + next + ": " + outcome);
                offered++;
            }
        }
        assertTrue(offered > 60, "offered " + offered);
    }

    @Test
    void anEmptyAnswerIsNoRefusal() {
        Answer answer = answered("charges by facility in 1999");
        assertTrue(answer.sentence().startsWith("No rows"), answer.sentence());
    }

    @Test
    void aFollowUpChangesTheFormBefore() {
        QuestionForm first = nlq.interpret(Question.of("charges by payer last month", TODAY));
        Outcome outcome =
                nlq.ask(new Question("and by facility in May", TODAY, Optional.of(first)));
        QuestionForm form = assertInstanceOf(Outcome.Answered.class, outcome).form();
        assertEquals("charges | by payer,facility | in 2025-05-01..2025-05-31", Forms.line(form));
    }

    @Test
    void chipsAreEdited() {
        QuestionForm form = nlq.interpret(Question.of("charges by payer last month", TODAY));
        assertEquals(
                List.of(
                        new Chip("Measure", "Charges"),
                        new Chip("By", "payer"),
                        new Chip("Window", "Jun 2025")),
                nlq.chips(form));
        Outcome edited = nlq.answer(form.withDimensions(List.of("facility")), TODAY);
        assertEquals(3, assertInstanceOf(Outcome.Answered.class, edited).answer().rows().size());
    }

    @Test
    void patientsAreNotInTheIndex() {
        assertTrue(values.members("patient").isEmpty());
        assertFalse(values.members("payer").isEmpty());
    }
}
