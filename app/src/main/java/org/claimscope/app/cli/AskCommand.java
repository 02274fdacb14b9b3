package org.claimscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Asked;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.Outcome;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;
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
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
            names = "--values",
            paramLabel = "VALUES.json",
            description = "With --batch: dimension → values, or value → aliases.")
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
        if (question == null) {
            throw new ClaimscopeException(ErrorKind.USER, "Ask a question, or give --batch FILE.");
        }
        Session session = Commands.session(parent);
        try (DataCore core = session.open()) {
            LocalDate day = asOf == null ? core.query().today() : asOf;
            ValueIndex index = ValueIndex.of(core.query());
            Optional<Connector> model =
                    offline
                            ? Optional.empty()
                            : ModelSettings.connector(session.home(), core, index, session.clock());
            try {
                return answer(session, new Nlq(core.query(), index, model), question, day);
            } finally {
                model.ifPresent(Connector::close);
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

    /// Turns of one conversation share a session, in the order of the file.
    private int interpretAll(Path file) throws IOException {
        if (out == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Say where the forms go with --out FILE.");
        }
        var interpreter = new Interpreter(new Catalog(Kpis.all()), index());
        var sessions = new HashMap<String, QuestionForm>();
        try (Writer writer = Files.newBufferedWriter(out)) {
            int at = 0;
            for (String line : Files.readAllLines(file)) {
                at++;
                if (!line.isBlank()) {
                    writer.write(interpreted(interpreter, sessions, line, at));
                    writer.write('\n');
                }
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static String interpreted(
            Interpreter interpreter, Map<String, QuestionForm> sessions, String line, int at) {
        try {
            JsonNode n = MAPPER.readTree(line);
            JsonNode conversation = n.path("conversation");
            String session =
                    conversation.isMissingNode() || conversation.isNull()
                            ? "#" + at
                            : conversation.asText();
            QuestionForm form =
                    interpreter
                            .read(
                                    new Question(
                                            n.path("question").asText(),
                                            LocalDate.parse(n.path("as_of").asText()),
                                            Optional.ofNullable(sessions.get(session))))
                            .form();
            if (form.action() == QuestionForm.Action.ANSWER) {
                sessions.put(session, form);
            }
            var document = new LinkedHashMap<String, @Nullable Object>();
            document.put("id", MAPPER.convertValue(n.path("id"), Object.class));
            document.putAll(FormJson.document(form));
            return Json.line(document);
        } catch (IOException | DateTimeException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Line " + at + " is not {id, as_of, question}.", e);
        }
    }

    private ValueIndex index() throws IOException {
        var all = new LinkedHashMap<String, Map<String, List<String>>>();
        if (values != null) {
            for (Map.Entry<String, JsonNode> e : MAPPER.readTree(values.toFile()).properties()) {
                var members = new LinkedHashMap<String, List<String>>();
                if (e.getValue().isArray()) {
                    e.getValue().forEach(v -> members.put(v.asText(), List.of()));
                } else if (e.getValue().isObject()) {
                    for (Map.Entry<String, JsonNode> m : e.getValue().properties()) {
                        var aliases = new ArrayList<String>();
                        m.getValue().forEach(a -> aliases.add(a.asText()));
                        members.put(m.getKey(), aliases);
                    }
                }
                all.put(e.getKey(), members);
            }
        }
        return ValueIndex.of(all);
    }
}
