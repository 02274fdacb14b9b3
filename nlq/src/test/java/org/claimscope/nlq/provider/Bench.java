package org.claimscope.nlq.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimscope.data.audit.AuditEntry;
import org.claimscope.data.audit.AuditLog;
import org.claimscope.data.audit.AuditStore;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.guard.Spending;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.question.Question;

/// What tests of models share: a small index of members, a log in memory, a clock that stands.
public final class Bench {
    public static final LocalDate TODAY = LocalDate.of(2025, 7, 1);
    public static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    /// The wrapping of a text as each service documents it: hand-written, not recorded.
    public static final Map<String, String> ENVELOPES =
            Map.of(
                    "openai",
                    """
                    {"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":\
                    {"role":"assistant","content":%s},"finish_reason":"stop"}],\
                    "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}\
                    """,
                    "anthropic",
                    """
                    {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":%s}],\
                    "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":5}}\
                    """,
                    "ollama",
                    """
                    {"model":"m","created_at":"2025-07-01T12:00:00Z","message":{"role":"assistant","content":%s},\
                    "done":true,"done_reason":"stop","prompt_eval_count":10,"eval_count":5}\
                    """);

    private static final Catalog CATALOG = new Catalog(Kpis.all());

    private Bench() {}

    public static String wrapped(String provider, String text) {
        return ENVELOPES.get(provider).formatted(quoted(text));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    public static Catalog catalog() {
        return CATALOG;
    }

    public static ValueIndex values() {
        return ValueIndex.of(
                Map.of(
                        "facility",
                        Map.of(
                                "Riverside Medical Center", List.of(),
                                "Lakeview Clinic", List.of(),
                                "Lakeview Surgery", List.of()),
                        "payer",
                        Map.of("Aetna", List.of(), "Cigna", List.of(), "Medicare", List.of()),
                        "provider",
                        Map.of("Owen Zelazny", List.of()),
                        "claim_status",
                        Map.of("Denied", List.of(), "Paid", List.of()),
                        "denial_reason",
                        Map.of("97", List.of(), "50", List.of())));
    }

    public static Connection connection(String provider, int port, Duration timeout) {
        return new Connection(
                provider,
                URI.create("http://127.0.0.1:" + port + (provider.equals("ollama") ? "" : "/v1")),
                "tiny-model",
                "",
                Optional.empty(),
                timeout,
                100_000,
                Long.MAX_VALUE);
    }

    public static Connector connector(
            Connection connection,
            ValueIndex values,
            Interpreter interpreter,
            Consumer<Consumer<String>> identifiers,
            AuditLog audit,
            Spending spending) {
        return new Connector(
                catalog(),
                values,
                interpreter,
                connection,
                ApiKey.of("sk-test-Key-42"),
                identifiers,
                spending,
                audit,
                NOON);
    }

    public static ModelReader.Result read(
            Connector connector, Interpreter interpreter, String question, Cancellation until) {
        Question asked = Question.of(question, TODAY);
        return connector.read(asked, interpreter.read(asked), until);
    }

    /// A log that can be looked into.
    public static final class Entries implements AuditStore {
        private final List<AuditEntry> all = new ArrayList<>();

        /// Whether nothing more can be written.
        public boolean full;

        public AuditLog log() {
            return new AuditLog(this, new byte[32], NOON, "tester");
        }

        public List<AuditEntry> all() {
            return List.copyOf(all);
        }

        @Override
        public Optional<AuditEntry> last() {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        @Override
        public void append(AuditEntry entry) {
            if (full) {
                throw new ClaimscopeException(ErrorKind.RESOURCES, "The disk is full.");
            }
            all.add(entry);
        }

        @Override
        public void alone(Runnable work) {
            work.run();
        }

        @Override
        public void forEach(Consumer<AuditEntry> reader) {
            all.forEach(reader);
        }
    }

    /// A day's spending, forgotten afterwards.
    public static final class Purse implements Spending {
        private final Map<LocalDate, Spent> days = new HashMap<>();

        @Override
        public Spent on(LocalDate day) {
            return days.getOrDefault(day, Spent.NOTHING);
        }

        @Override
        public void add(LocalDate day, int calls, long tokens) {
            Spent before = on(day);
            days.put(day, new Spent(before.calls() + calls, before.tokens() + tokens));
        }
    }
}
