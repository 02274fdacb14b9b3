package org.claimscope.app.feature.ask;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.session.Questions;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.DotRange;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.Asked;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.Outcome;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.TaughtWord;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;
import org.jspecify.annotations.Nullable;

/// Asks, and makes what comes back ready to be shown. Used from background work only.
final class AskViewModel {
    private static final int MOST_BARS = 40;

    /// Money of listed records.
    private static final Set<String> FIGURES = Set.of("billed", "paid", "denied", "balance");

    private final Queries queries;
    private final Questions questions;

    /// @param questions closed by whoever made them
    AskViewModel(Queries queries, Questions questions) {
        this.queries = queries;
        this.questions = questions;
    }

    /// Reads the members before the first question, so that it does not wait for them.
    void prepare() {
        questions.nlq();
    }

    Exchange ask(String text, LocalDate asOf, Optional<QuestionForm> previous, Cancellation until) {
        long start = System.nanoTime();
        Nlq nlq = questions.nlq();
        Asked asked = nlq.ask(new Question(text, asOf, previous), until);
        String trouble =
                asked.trouble()
                        .map(Trouble::words)
                        .or(() ->
                                answered(asked.outcome())
                                        ? Optional.empty()
                                        : questions.unusable().map(AskViewModel::words))
                        .orElse("");
        return shown(nlq, text, asked.outcome(), start)
                .read(asked.reader() == Reading.Reader.MODEL, trouble);
    }

    /// Asks the questions of a conversation again, of the data as they are now.
    ///
    /// @return in the order of the questions; fewer when nobody wants them any more
    List<Exchange> again(List<String> conversation, LocalDate asOf, Cancellation until) {
        var newestFirst = new ArrayList<Exchange>();
        for (String question : conversation) {
            if (!until.requested()) {
                newestFirst.addFirst(ask(question, asOf, Exchange.last(newestFirst), until));
            }
        }
        return newestFirst.reversed();
    }

    /// Settings that cannot be used are told where they were missed, not on every answer.
    private static boolean answered(Outcome outcome) {
        return outcome instanceof Outcome.Answered || outcome instanceof Outcome.Explained;
    }

    private static String words(ClaimscopeException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\.$", "");
    }

    /// Runs a form whose chips were changed, or a chosen reading.
    Exchange answer(String text, QuestionForm form, LocalDate asOf, Cancellation until) {
        long start = System.nanoTime();
        Nlq nlq = questions.nlq();
        return shown(nlq, text, nlq.answer(form, asOf, until), start);
    }

    /// What changed most, as questions.
    List<Suggestion> moves(LocalDate today, Cancellation until) {
        return new Moves(queries.until(until), questions.nlq()).questions(today);
    }

    /// Everything that a word can be taught to mean, by the words it is found by.
    List<Meant> meanings() {
        Lexicon lexicon = questions.nlq().interpreter().lexicon();
        return questions.meanings().stream()
                .map(m -> new Meant(kind(m) + new TaughtWord("", m).words(lexicon), m))
                .toList();
    }

    private static String kind(TaughtWord.Meaning meaning) {
        return switch (meaning) {
            case TaughtWord.Meaning.OfMeasure _ -> "measure · ";
            case TaughtWord.Meaning.OfDimension _ -> "split by · ";
            case TaughtWord.Meaning.OfMember _ -> "member · ";
        };
    }

    /// The words that were taught, with what they stand for.
    List<Suggestion> taught() {
        Lexicon lexicon = questions.nlq().interpreter().lexicon();
        return questions.taught().all().stream()
                .map(w -> new Suggestion(w.phrase(), w.words(lexicon)))
                .toList();
    }

    /// How a phrase about time is understood, to put into another form.
    QuestionForm interpret(String text, LocalDate asOf) {
        return questions.nlq().interpret(Question.of(text, asOf));
    }

    private Exchange shown(Nlq nlq, String text, Outcome outcome, long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        return switch (outcome) {
            case Outcome.Answered(var form, var answer) ->
                    answered(nlq, text, form, answer, millis);
            case Outcome.NeedsClarification(var form, var options) ->
                    Exchange.plain(
                            text,
                            form,
                            Exchange.Kind.ASKED_BACK,
                            form.reason() == null ? "This can mean several things." : form.reason(),
                            options,
                            List.of(),
                            millis);
            case Outcome.Explained(var form, var explanation) ->
                    new Exchange(
                            text,
                            form,
                            Exchange.Kind.EXPLAINED,
                            explanation.sentence(),
                            List.of(),
                            List.of(),
                            explanation.questions(),
                            List.of(),
                            explanation.facts(),
                            null,
                            null,
                            "",
                            explanation.measure(),
                            millis,
                            null,
                            false,
                            "");
            case Outcome.Refused(var form, var why, var suggestions) ->
                    Exchange.plain(
                            text, form, Exchange.Kind.REFUSED, why, List.of(), suggestions, millis);
            case Outcome.Failed(var why) ->
                    Exchange.plain(
                            text, null, Exchange.Kind.FAILED, why, List.of(), List.of(), millis);
        };
    }

    private Exchange answered(Nlq nlq, String text, QuestionForm form, Answer answer, long millis) {
        return new Exchange(
                text,
                form,
                Exchange.Kind.ANSWERED,
                answer.sentence(),
                nlq.chips(form),
                List.of(),
                List.of(),
                answer.assumptions(),
                List.of(),
                chart(form, answer),
                table(answer),
                answer.sql(),
                answer.query().measures().isEmpty() ? "" : answer.query().measures().getFirst(),
                millis,
                nlq.why(text, form),
                false,
                "");
    }

    private @Nullable Chart chart(QuestionForm form, Answer answer) {
        return switch (answer.chart()) {
            case LINE -> line(form, answer);
            case BARS -> bars(answer);
            case DOT_RANGE -> shifts(answer);
            case SINGLE, TABLE -> null;
        };
    }

    /// Months only: other grains are read better as rows.
    private @Nullable Chart line(QuestionForm form, Answer answer) {
        MetricQuery query = answer.query();
        if (query.grain().filter(g -> g == Grain.MONTH).isEmpty()
                || !query.dimensions().isEmpty()) {
            return null;
        }
        Kpi kpi = queries.catalog().kpi(query.measures().getFirst());
        List<MonthValue> points = months(answer, kpi.id(), 0);
        Comparison against = form.comparison();
        boolean yearBefore = against != null && against.type() == Comparison.Type.PRIOR_YEAR;
        List<MonthValue> before = yearBefore ? months(answer, kpi.id() + ".before", 12) : List.of();
        return points.size() < 2
                ? null
                : new MonthLine(
                        new Trend(
                                series(kpi, points),
                                before.isEmpty() ? null : series(kpi, before),
                                Shapes.target(kpi)));
    }

    private static TimeSeries series(Kpi kpi, List<MonthValue> points) {
        return new TimeSeries(
                kpi.definition().label(), Shapes.unit(kpi.definition().unit()), points);
    }

    /// @param earlier how many months before its row a value is of
    private static List<MonthValue> months(Answer answer, String column, int earlier) {
        int month = answer.columns().indexOf(Grain.MONTH.id());
        int at = answer.columns().indexOf(column);
        var points = new ArrayList<MonthValue>();
        for (List<Cell> row : answer.rows()) {
            if (at >= 0 && row.get(at) instanceof Cell.Figure(var figure, var unit)) {
                points.add(
                        new MonthValue(
                                YearMonth.parse(row.get(month).words()).minusMonths(earlier),
                                figure.doubleValue()));
            }
        }
        points.sort(Comparator.comparing(MonthValue::month));
        return points;
    }

    private @Nullable Chart bars(Answer answer) {
        Kpi kpi = queries.catalog().kpi(answer.query().measures().getFirst());
        int name = 0;
        int value = answer.columns().indexOf(kpi.id());
        var items = new ArrayList<Categories.Item>();
        for (List<Cell> row : answer.rows()) {
            if (items.size() < MOST_BARS
                    && value >= 0
                    && row.get(value) instanceof Cell.Figure(var figure, var unit)) {
                items.add(new Categories.Item(row.get(name).words(), figure.doubleValue(), false));
            }
        }
        return items.isEmpty()
                ? null
                : new RankedBars(
                        new Categories(
                                Shapes.unit(kpi.definition().unit()), items, Shapes.target(kpi)),
                        false);
    }

    private @Nullable Chart shifts(Answer answer) {
        Kpi kpi = queries.catalog().kpi(answer.query().measures().getFirst());
        int now = answer.columns().indexOf(kpi.id());
        int before = answer.columns().indexOf(kpi.id() + ".before");
        if (now < 0 || before < 0) {
            return null;
        }
        List<Shifts.Item> items =
                answer.rows().stream()
                        .limit(MOST_BARS)
                        .map(row ->
                                new Shifts.Item(
                                        row.getFirst().words(),
                                        figure(row.get(before)),
                                        figure(row.get(now)),
                                        false))
                        .toList();
        return new DotRange(
                new Shifts(
                        Shapes.unit(kpi.definition().unit()),
                        Shapes.polarity(kpi.definition().polarity()),
                        "before",
                        "now",
                        items));
    }

    private static @Nullable Double figure(Cell cell) {
        return cell instanceof Cell.Figure(var value, var unit) ? value.doubleValue() : null;
    }

    private Table table(Answer answer) {
        var columns = new ArrayList<Column>();
        for (int c = 0; c < answer.columns().size(); c++) {
            columns.add(column(answer, c));
        }
        var rows = new ArrayList<Table.Row>();
        for (List<Cell> row : answer.rows()) {
            var cells = new ArrayList<Table.Cell>();
            for (int c = 0; c < row.size(); c++) {
                boolean text = columns.get(c).look() != Table.Look.FIGURE;
                cells.add(
                        switch (row.get(c)) {
                            case Cell.Figure(var figure, var unit) ->
                                    Table.Cell.of(figure.doubleValue());
                            case Cell.Text(var words) -> Table.Cell.of(words);
                            case Cell.Nothing() -> text ? Table.Cell.of("") : Table.Cell.absent();
                        });
            }
            rows.add(Table.Row.of(cells));
        }
        return new Table(columns, rows, null, "rows");
    }

    private Column column(Answer answer, int at) {
        String id = answer.columns().get(at);
        int dot = id.indexOf('.');
        String base = dot < 0 ? id : id.substring(0, dot);
        String after = dot < 0 ? "" : id.substring(dot + 1);
        Optional<Kpi> kpi =
                queries.catalog().kpis().stream().filter(k -> k.id().equals(base)).findFirst();
        if (kpi.isPresent()) {
            String title =
                    switch (after) {
                        case "before" -> "Before";
                        case "change" -> "Change";
                        default -> kpi.get().definition().label();
                    };
            Unit unit = Shapes.unit(kpi.get().definition().unit());
            return Column.figure(title, unit);
        }
        if (FIGURES.contains(id)) {
            return Column.ledger(Character.toUpperCase(id.charAt(0)) + id.substring(1));
        }
        String words =
                Dimension.named(id)
                        .map(d -> d.words().getFirst())
                        .orElse(id.replaceFirst("_date$", ""));
        String title =
                words.equals("carc")
                        ? "CARC"
                        : Character.toUpperCase(words.charAt(0))
                                + words.substring(1).replace('_', ' ');
        return at == 0 ? Column.name(title) : Column.words(title);
    }
}
