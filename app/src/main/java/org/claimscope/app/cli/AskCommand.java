package org.claimscope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.app.session.Questions;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Asked;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.Outcome;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.explain.Explanation;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.score.Part;
import org.claimscope.nlq.score.Score;
import org.claimscope.nlq.score.Turn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ask`: a question in plain language, or a file of them to be interpreted.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "A question in plain language, such as: ask \"denial rate by payer last month\".")
final class AskCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "In quotation marks.")
    @Nullable String question;

    @Option(names = "--as-of", paramLabel = "D", description = "The business day that today means.")
    @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|json")
    Format format = Format.TABLE;

    @Option(names = "--json", description = "The same as --format json.")
    boolean json;

    @Option(
            names = "--offline",
            description = "Asks no language model, also where models.json connects one.")
    boolean offline;

    @Option(
            names = "--batch",
            paramLabel = "FILE.jsonl",
            description =
                    "Interprets {id, conversation, turn, as_of, question} lines; needs no data.")
    @Nullable Path batch;

    @Option(
            names = "--score",
            paramLabel = "GOLD.jsonl",
            description =
                    "Interprets lines that have their form beside them and says how many are right.")
    @Nullable Path score;

    @Option(
            names = "--values",
            paramLabel = "VALUES.json",
            description = "With --batch and --score: dimension → values, or value → aliases.")
    @Nullable Path values;

    @Option(names = "--out", paramLabel = "OUT.jsonl", description = "Where --batch writes.")
    @Nullable Path out;

    /// How the answer is written.
    enum Format {
        TABLE,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        if (batch != null) {
            return interpretAll(batch);
        }
        if (score != null) {
            return scored(Commands.session(parent), score);
        }
        if (question == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Ask a question, or give --batch or --score FILE.");
        }
        Session session = Commands.session(parent);
        try (DataCore core = session.open()) {
            LocalDate day = asOf == null ? core.query().today() : asOf;
            try (var questions = new Questions(session.home(), core, offline)) {
                Optional<ClaimscopeException> unusable = questions.unusable();
                if (unusable.isPresent()) {
                    throw unusable.get();
                }
                return answer(session, questions.nlq(), question, day);
            }
        }
    }

    private int answer(Session session, Nlq nlq, String text, LocalDate day) {
        Asked asked = nlq.ask(new Question(text, day, Optional.empty()), Cancellation.NONE);
        asked.trouble()
                .ifPresent(t ->
                        session.err()
                                .println("· The language model was of no use: " + t.words() + "."));
        return json || format == Format.JSON
                ? printJson(session, asked)
                : print(session, nlq, asked.outcome());
    }

    private static int print(Session session, Nlq nlq, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(QuestionForm form, Answer answer) -> {
                session.out().println(answer.sentence());
                session.out().println();
                nlq.chips(form)
                        .forEach(c -> session.out().println("  " + c.label() + ": " + c.value()));
                answer.assumptions().forEach(a -> session.err().println("· " + a));
                session.out().println();
                table(answer).print(session.out());
            }
            case Outcome.NeedsClarification(
                            QuestionForm form,
                            List<QuestionForm.Option> options) -> {
                session.out().println(form.reason());
                options.forEach(o -> session.out().println("  · " + o.label()));
            }
            case Outcome.Explained(QuestionForm form, Explanation explanation) -> {
                session.out().println(explanation.sentence());
                session.out().println();
                explanation
                        .facts()
                        .forEach(f -> session.out().println(f.name() + ": " + f.words()));
            }
            case Outcome.Refused(QuestionForm form, String why, List<String> suggestions) -> {
                session.out().println(why);
                suggestions.forEach(s -> session.out().println("  · " + s));
            }
            case Outcome.Failed(String why) -> {
                session.err().println(why);
                return ClaimscopeCommand.FAILED;
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static TextTable table(Answer answer) {
        var numbers = new HashSet<Integer>();
        for (int c = 0; c < answer.columns().size(); c++) {
            int column = c;
            if (answer.rows().stream().anyMatch(r -> r.get(column) instanceof Cell.Figure)) {
                numbers.add(c);
            }
        }
        var table = new TextTable(answer.columns(), numbers);
        answer.rows().forEach(r -> table.add(r.stream().map(Cell::words).toList()));
        return table;
    }

    private static int printJson(Session session, Asked asked) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        int code = ClaimscopeCommand.DONE;
        switch (asked.outcome()) {
            case Outcome.Answered(QuestionForm form, Answer answer) -> {
                document.put("form", FormJson.document(form));
                document.put("sentence", answer.sentence());
                document.put("chart", answer.chart().name());
                document.put("rows", rows(answer));
                document.put("sql", answer.sql());
            }
            case Outcome.NeedsClarification(QuestionForm form, List<QuestionForm.Option> options) ->
                    unanswered(document, form, String.valueOf(form.reason()), List.of());
            case Outcome.Explained(QuestionForm form, Explanation e) -> {
                unanswered(document, form, e.sentence(), e.questions());
                document.put(
                        "explanation",
                        e.facts().stream()
                                .map(f -> Map.of("name", f.name(), "words", f.words()))
                                .toList());
            }
            case Outcome.Refused(QuestionForm form, String why, List<String> suggestions) ->
                    unanswered(document, form, why, suggestions);
            case Outcome.Failed(String why) -> {
                session.err().println(why);
                return ClaimscopeCommand.FAILED;
            }
        }
        if (asked.reader() == Reading.Reader.MODEL) {
            document.put("reader", asked.reader().name());
        }
        session.out().println(Json.document(document));
        return code;
    }

    private static void unanswered(
            Map<String, @Nullable Object> document,
            QuestionForm form,
            String why,
            List<String> suggestions) {
        document.put("form", FormJson.document(form));
        document.put("sentence", why);
        document.put("suggestions", suggestions);
        document.put("rows", List.of());
        document.put("sql", null);
    }

    private static List<Map<String, @Nullable Object>> rows(Answer answer) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (List<Cell> cells : answer.rows()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (int c = 0; c < cells.size(); c++) {
                row.put(
                        answer.columns().get(c),
                        switch (cells.get(c)) {
                            case Cell.Text(String value) -> value;
                            case Cell.Figure(BigDecimal value, var unit) ->
                                    QueryCommand.number(unit, value);
                            case Cell.Nothing() -> null;
                        });
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ClaimscopeException(ErrorKind.USER, "There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The file " + file + " cannot be read as text in UTF-8.", e);
        }
    }

    /// Turns of one conversation share a session.
    private int interpretAll(Path file) throws IOException {
        if (out == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Say where the forms go with --out FILE.");
        }
        List<Turn> turns = Turn.read(text(file).lines().toList());
        List<QuestionForm> forms = Turn.interpret(turns, interpreter()::form);
        try (Writer writer = Files.newBufferedWriter(out)) {
            for (int i = 0; i < turns.size(); i++) {
                var document = new LinkedHashMap<String, @Nullable Object>();
                document.put("id", turns.get(i).id());
                document.putAll(FormJson.document(forms.get(i)));
                writer.write(Json.line(document));
                writer.write('\n');
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private Interpreter interpreter() {
        return new Interpreter(
                new Catalog(Kpis.all()), ValueIndex.read(values == null ? "{}" : text(values)));
    }

    /// Interprets questions whose forms somebody wrote, and says how many are right.
    private int scored(Session session, Path file) {
        List<Turn> turns = Turn.read(text(file).lines().toList());
        List<QuestionForm> forms = Turn.interpret(turns, interpreter()::form);
        var score = new Score();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            QuestionForm wanted =
                    turn.wanted()
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "To score, every line needs the form it should have."));
            score.add(String.valueOf(turn.id()), turn.question(), wanted, forms.get(i));
        }
        Map<String, Object> figures = figures(score);
        if (json || format == Format.JSON) {
            session.out().println(Json.document(figures));
            return ClaimscopeCommand.DONE;
        }
        var table = new TextTable(List.of("figure", "value"), Set.of(1));
        figures.forEach((name, value) -> {
            if (!(value instanceof List<?>)) {
                table.add(
                        List.of(
                                name,
                                value instanceof Double d
                                        ? "%.3f".formatted(d)
                                        : value.toString()));
            }
        });
        table.print(session.out());
        return ClaimscopeCommand.DONE;
    }

    private static Map<String, Object> figures(Score score) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("questions", score.questions());
        figures.put("answerable", score.answerable());
        figures.put("exact_forms", score.exactForms());
        figures.put("right_answers", score.rightAnswers());
        figures.put("coverage", score.coverage());
        figures.put("unanswerable", score.unanswerable());
        figures.put("abstention_precision", score.abstentionPrecision());
        figures.put("abstention_recall", score.abstentionRecall());
        for (int c : new int[] {0, 1, 10}) {
            figures.put("reliability_" + c, score.reliability(c));
        }
        for (Part part : Part.values()) {
            figures.put("part_" + part.id(), score.right(part));
        }
        figures.put(
                "misses",
                score.misses().stream()
                        .map(m -> {
                            var miss = new LinkedHashMap<String, Object>();
                            miss.put("id", m.id());
                            miss.put("question", m.question());
                            miss.put("wanted", FormJson.document(m.wanted()));
                            miss.put("got", FormJson.document(m.got()));
                            return miss;
                        })
                        .toList());
        return figures;
    }
}
