package org.claimscope.nlq.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.form.QuestionForm.Option;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.guard.Gateway;
import org.claimscope.nlq.guard.Hidden;
import org.claimscope.nlq.guard.Masked;
import org.claimscope.nlq.guard.Masker;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;

/// Reads a question with a language model when the parser did not understand all of it. The parser
/// comes first and stays the judge: it says whether the model is asked at all, and a reply that
/// contradicts what it understood becomes a question back, not an answer.
public final class ModelReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Words of those who talk to the model instead of asking for a number.
    private static final Set<String> NOT_A_QUESTION =
            Set.of(
                    "ignore",
                    "disregard",
                    "override",
                    "bypass",
                    "jailbreak",
                    "instruction",
                    "prompt",
                    "pretend",
                    "sql",
                    "delete",
                    "truncate",
                    "insert",
                    "execute",
                    "script",
                    "password",
                    "admin",
                    "developer",
                    "assistant",
                    "chatgpt");

    private final Prompt prompt;
    private final Masker masker;
    private final ValueIndex values;
    private final Gateway gateway;
    private final Clock clock;
    private final Function<QuestionForm, String> label;

    /// @param label a form in words, for buttons
    public ModelReader(
            Prompt prompt,
            Masker masker,
            ValueIndex values,
            Gateway gateway,
            Clock clock,
            Function<QuestionForm, String> label) {
        this.prompt = prompt;
        this.masker = masker;
        this.values = values;
        this.gateway = gateway;
        this.clock = clock;
        this.label = label;
    }

    /// What the model made of a question, or why not.
    public sealed interface Result {
        /// A form, or a question back with several.
        record Read(Reading reading) implements Result {}

        /// The model is of no use for this question: the parser's words stand.
        ///
        /// @param trouble empty when the model was not asked, or gave it up itself
        record Unread(Optional<Trouble> trouble) implements Result {}
    }

    /// Whether a model may be asked at all: never for what is not permitted, and never for what the
    /// parser understood.
    public static boolean helps(Question question, Reading parsed) {
        boolean open =
                switch (parsed.cause()) {
                    case NOT_UNDERSTOOD, AMBIGUOUS -> true;
                    case NONE, NOT_PERMITTED, NOT_ANSWERED -> false;
                };
        return open
                && Tokens.of(question.text()).stream()
                        .map(Token::stem)
                        .noneMatch(NOT_A_QUESTION::contains);
    }

    public Result read(Question question, Reading parsed, Cancellation until) {
        if (!helps(question, parsed)) {
            return new Result.Unread(Optional.empty());
        }
        return switch (masker.mask(question)) {
            case Masked.Refused(Trouble why) -> new Result.Unread(Optional.of(why));
            case Masked.Ready(String text, Hidden hidden) ->
                    ask(question, parsed, text, hidden, until);
        };
    }

    /// The request that a question would make, unsent; empty when it would make none.
    public Optional<Outgoing> preview(Question question) {
        return switch (masker.mask(question)) {
            case Masked.Refused refused -> Optional.empty();
            case Masked.Ready(String text, Hidden hidden) ->
                    Optional.of(gateway.preview(request(question, text, hidden, Optional.empty())));
        };
    }

    private ChatRequest request(
            Question question, String text, Hidden hidden, Optional<Complaint> complaint) {
        Optional<String> before =
                gateway.connection().mayFollowUp(clock)
                        ? question.previous()
                                .filter(p -> p.action() == Action.ANSWER)
                                .map(p -> masked(p, hidden))
                        : Optional.empty();
        return prompt.request(text, question.asOf(), before, complaint.map(Complaint::words));
    }

    /// The form of the question before, members as masks, without anybody's words.
    private String masked(QuestionForm form, Hidden hidden) {
        var document = new LinkedHashMap<>(FormJson.document(form));
        for (String own :
                List.of("reason", "options", "spans", "assumptions", "confidence", "version")) {
            document.remove(own);
        }
        document.put("filters", form.filters().stream().map(f -> masked(f, hidden)).toList());
        Window w = form.window();
        document.put("window", w == null ? null : days(w));
        Comparison c = form.comparison();
        if (c != null && c.window() != null) {
            document.put("comparison", Map.of("type", c.type().id(), "window", days(c.window())));
        }
        try {
            return JSON.writeValueAsString(document);
        } catch (JacksonException e) {
            throw new IllegalStateException("a form cannot be written as JSON", e);
        }
    }

    /// Without the words that said so.
    private static Map<String, String> days(Window w) {
        var days = new LinkedHashMap<String, String>();
        days.put("from", w.from() == null ? "" : w.from().toString());
        days.put("to", w.to() == null ? "" : w.to().toString());
        days.put("date_role", w.dateRole() == null ? "" : w.dateRole());
        return days;
    }

    private Map<String, Object> masked(Filter f, Hidden hidden) {
        List<String> shown =
                switch (f.value()) {
                    case Filter.Members(List<String> names) ->
                            names.stream()
                                    .map(n -> masker.mask(new Member(f.field(), n), hidden))
                                    .toList();
                    case Filter.Bounds(List<BigDecimal> numbers) ->
                            numbers.stream().map(n -> masker.mask(n, hidden)).toList();
                };
        return Map.of(
                "field",
                f.field(),
                "op",
                f.op().sign(),
                "values",
                shown,
                "level",
                f.level() == Filter.Level.MEASURE ? "measure" : "row");
    }

    private Result ask(
            Question question, Reading parsed, String text, Hidden hidden, Cancellation until) {
        var legality = new Legality(prompt.words(), values, hidden);
        Optional<Complaint> complaint = Optional.empty();
        for (int round = 1; round <= 2; round++) {
            Said said = gateway.ask(request(question, text, hidden, complaint), until);
            switch (said) {
                case Said.Nothing(Trouble trouble) -> {
                    return new Result.Unread(Optional.of(trouble));
                }
                case Said.Reply(String reply) -> {
                    try {
                        ReplyForm form = ReplyForm.read(reply);
                        return form.refused()
                                ? new Result.Unread(Optional.of(Trouble.DECLINED))
                                : judged(parsed, legality.forms(form));
                    } catch (Complaint.Found found) {
                        complaint = Optional.of(found.complaint());
                    }
                }
            }
        }
        return new Result.Unread(Optional.of(Trouble.UNREADABLE));
    }

    /// The model's form, if nothing that the parser knows speaks against it.
    private Result judged(Reading parsed, List<QuestionForm> forms) {
        List<QuestionForm> certain = certain(parsed);
        if (forms.size() == 1
                && (certain.isEmpty()
                        || certain.stream()
                                .anyMatch(c -> Consistency.between(c, forms.getFirst())))) {
            return new Result.Read(Reading.byModel(forms.getFirst()));
        }
        var readings = new ArrayList<>(forms);
        certain.stream().filter(c -> !readings.contains(c)).forEach(readings::add);
        return new Result.Read(
                Reading.byModel(
                        QuestionForm.clarify(
                                "This can be read in several ways.",
                                readings.stream()
                                        .limit(4)
                                        .map(f -> new Option(label.apply(f), f))
                                        .toList())));
    }

    /// What the parser understood: the readings it offers, or what the words it knows say.
    private static List<QuestionForm> certain(Reading parsed) {
        QuestionForm form = parsed.partial().orElse(parsed.form());
        return switch (form.action()) {
            case ANSWER -> List.of(form);
            case CLARIFY -> form.options().stream().map(Option::form).toList();
            case REFUSE -> List.of();
        };
    }
}
