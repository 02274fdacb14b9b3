package org.claimscope.nlq.score;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.question.Question;

/// One line of a file of questions: `{id, conversation, turn, as_of, question}`, and `form` where
/// somebody wrote how it should be understood.
///
/// @param id as given
/// @param session lines of one conversation share it; a line without one has its own
/// @param turn its place in the conversation
/// @param wanted the form it should have
public record Turn(
        Object id,
        String session,
        int turn,
        LocalDate asOf,
        String question,
        Optional<QuestionForm> wanted) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// @throws ClaimscopeException USER, with the number of the line, when it is no such line
    public static List<Turn> read(List<String> lines) {
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < lines.size(); i++) {
            // A byte order mark, as some editors write one.
            String line = i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i);
            if (!line.isBlank()) {
                turns.add(read(line, i + 1));
            }
        }
        return turns;
    }

    private static Turn read(String line, int number) {
        try {
            JsonNode n = MAPPER.readTree(line);
            JsonNode conversation = n.path("conversation");
            boolean alone = conversation.isMissingNode() || conversation.isNull();
            JsonNode form = n.path("form");
            if (!n.path("question").isTextual()) {
                throw notATurn(number, null);
            }
            return new Turn(
                    MAPPER.convertValue(n.path("id"), Object.class),
                    alone ? "#" + number : "=" + conversation.asText(),
                    n.path("turn").asInt(number),
                    LocalDate.parse(n.path("as_of").asText()),
                    n.path("question").asText(),
                    form.isObject()
                            ? Optional.of(FormJson.read(MAPPER.writeValueAsString(form)))
                            : Optional.empty());
        } catch (JacksonException | DateTimeException e) {
            throw notATurn(number, e);
        }
    }

    private static ClaimscopeException notATurn(
            int number, @org.jspecify.annotations.Nullable Exception why) {
        return new ClaimscopeException(
                ErrorKind.USER, "Line " + number + " is not {id, as_of, question}.", why);
    }

    /// How each turn is understood, each after the last answered one of its conversation; in the
    /// order of the file.
    ///
    /// @param reader understands one question
    public static List<QuestionForm> interpret(
            List<Turn> turns, Function<Question, QuestionForm> reader) {
        Map<String, QuestionForm> sessions = new HashMap<>();
        var forms = new QuestionForm[turns.size()];
        // Lines of a conversation may be anywhere in the file.
        List<Integer> inTurn =
                IntStream.range(0, turns.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> turns.get(i).turn()))
                        .toList();
        for (int i : inTurn) {
            Turn turn = turns.get(i);
            QuestionForm form =
                    reader.apply(
                            new Question(
                                    turn.question(),
                                    turn.asOf(),
                                    Optional.ofNullable(sessions.get(turn.session()))));
            if (form.action() == Action.ANSWER) {
                sessions.put(turn.session(), form);
            }
            forms[i] = form;
        }
        return List.of(forms);
    }
}
