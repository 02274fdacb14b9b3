package org.claimscope.nlq.guard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.audit.AuditLog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.provider.ApiKey;
import org.claimscope.nlq.provider.Connection;
import org.claimscope.nlq.provider.Provider;
import org.jspecify.annotations.Nullable;

/// The only way to a language model. A request leaves when its messages and then its exact bytes
/// pass the door, the host is the one in the settings, the day's budget allows it and the audit
/// entry is written. Replies are data: size, time and number of repetitions are limited.
///
/// Audit: `model.send` before (host, SHA-256 and length of the bytes), `model.reply` after
/// (outcome, SHA-256 of the reply, tokens), `model.refused` when nothing was sent. Never a text.
public final class Gateway implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 2;
    private static final long USUAL_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 5_000;
    private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 503);

    private final Connection connection;
    private final Provider provider;
    private final ApiKey key;
    private final Door messages;
    private final List<ChatMessage> own;
    private final Door door;
    private final Spending spending;
    private final AuditLog audit;
    private final Clock clock;
    private final Wire wire = new Wire();
    private final Engine engine = new Engine();

    /// @param known names and numbers that never leave
    /// @param fixed a request with nothing of anybody's question in it: what its bytes hold is our
    ///   own text
    public Gateway(
            Connection connection,
            Provider provider,
            ApiKey key,
            Door known,
            ChatRequest fixed,
            Spending spending,
            AuditLog audit,
            Clock clock) {
        this.connection = connection;
        this.provider = provider;
        this.key = key;
        this.spending = spending;
        this.audit = audit;
        this.clock = clock;
        this.own = fixed.messages();
        Outgoing nothing = preview(fixed);
        this.messages = known.knowing(nothing.body());
        this.door = messages.knowing(nothing.head());
    }

    public Connection connection() {
        return connection;
    }

    /// Whether something was made that can open a connection.
    public boolean opened() {
        return wire.made();
    }

    /// The request as it would leave, without sending it.
    public Outgoing preview(ChatRequest request) {
        var attempt =
                new Attempt(
                        connection,
                        key,
                        out -> Optional.empty(),
                        (out, header, value) -> {
                            throw new Stopped(Trouble.CANCELLED);
                        });
        try {
            provider.model(connection, key, attempt).chat(request);
        } catch (Stopped captured) {
            if (attempt.out != null) {
                return attempt.out;
            }
        }
        throw new IllegalStateException("the provider did not use the transport");
    }

    /// Why a request would not leave; empty when the door lets it through.
    public Optional<Door.Reason> closedFor(Outgoing out) {
        // The path of a model's file is told to nobody.
        return connection.inProcess()
                ? door.closedFor(out.body())
                : door.closedFor(out.head()).or(() -> door.closedFor(out.body()));
    }

    /// Asks once, and once more if the service was busy.
    public Said ask(ChatRequest request, Cancellation until) {
        long deadline = System.nanoTime() + connection.timeout().toNanos();
        for (int n = 1; ; n++) {
            var attempt =
                    new Attempt(
                            connection,
                            key,
                            this::closedFor,
                            (out, header, value) -> {
                                spend();
                                note("model.send", sending(out));
                                return connection.inProcess()
                                        ? engine.send(out, deadline, until)
                                        : wire.send(out, header, value, deadline, until);
                            });
            Said said = once(request, attempt, until);
            long wait = pause(attempt);
            if (said instanceof Said.Reply
                    || n == ATTEMPTS
                    || !AGAIN.contains(attempt.status)
                    || wait > LONGEST_WAIT_MS
                    || System.nanoTime() + wait * 1_000_000 > deadline
                    || !waited(wait, until)) {
                return said;
            }
        }
    }

    private Said once(ChatRequest request, Attempt attempt, Cancellation until) {
        if (until.requested()) {
            return new Said.Nothing(Trouble.CANCELLED);
        }
        @Nullable TokenUsage tokens = null;
        Said said;
        try {
            ChatResponse response =
                    new GatedModel(provider.model(connection, key, attempt), messages, own)
                            .chat(request);
            tokens = response.metadata().tokenUsage();
            said = read(response);
        } catch (Stopped e) {
            said = new Said.Nothing(e.trouble());
        } catch (ClaimscopeException e) {
            throw e;
        } catch (ContentFilteredException e) {
            said = new Said.Nothing(Trouble.DECLINED);
        } catch (RuntimeException e) {
            // Whatever LangChain4j made of it: the attempt knows, and the text may quote.
            said = new Said.Nothing(attempt.trouble.orElse(Trouble.UNREADABLE));
        }
        spending.add(today(), 0, used(tokens, attempt));
        note(
                attempt.status == 0 && !sent(said) ? "model.refused" : "model.reply",
                outcome(said, attempt, tokens));
        return said;
    }

    private static Said read(ChatResponse response) {
        String text = response.aiMessage().text();
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return new Said.Nothing(Trouble.DECLINED);
        }
        return text == null || text.isBlank()
                ? new Said.Nothing(Trouble.UNREADABLE)
                : new Said.Reply(text);
    }

    private static boolean sent(Said said) {
        return switch (said) {
            case Said.Reply reply -> true;
            case Said.Nothing(Trouble trouble) ->
                    switch (trouble) {
                        case IDENTIFIER_FOUND, NOTHING_TO_ASK, BUDGET_SPENT, WRONG_HOST -> false;
                        case CANCELLED,
                                TIMED_OUT,
                                NO_CONNECTION,
                                NOT_TRUSTED,
                                DROPPED,
                                TOO_LARGE,
                                REDIRECTED,
                                KEY_REFUSED,
                                NOT_ALLOWED,
                                NOT_FOUND,
                                TOO_MANY,
                                SERVICE_FAILED,
                                BAD_REQUEST,
                                DECLINED,
                                NO_FILE,
                                NOT_A_MODEL,
                                NO_ENGINE,
                                UNREADABLE ->
                                true;
                    };
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private synchronized void spend() {
        Spending.Spent spent = spending.on(today());
        if (spent.calls() >= connection.callsPerDay()
                || spent.tokens() >= connection.tokensPerDay()) {
            throw new Stopped(Trouble.BUDGET_SPENT);
        }
        spending.add(today(), 1, 0);
    }

    /// A service that does not count is counted by its bytes: four to a token.
    private static long used(@Nullable TokenUsage tokens, Attempt attempt) {
        if (tokens != null && tokens.totalTokenCount() != null) {
            return tokens.totalTokenCount();
        }
        if (attempt.status == 0 || attempt.out == null) {
            return 0;
        }
        return (attempt.out.body().length + attempt.responseBytes) / 4;
    }

    private void note(String action, Map<String, Object> detail) {
        try {
            audit.append(
                    action,
                    connection.provider() + " " + connection.model(),
                    "question",
                    JSON.writeValueAsString(detail));
        } catch (JacksonException e) {
            throw new IllegalStateException("an audit entry cannot be written as JSON", e);
        }
    }

    private Map<String, Object> sending(Outgoing out) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("host", connection.host());
        detail.put("request_sha256", Outgoing.sha256(out.body()));
        detail.put("request_bytes", out.body().length);
        return detail;
    }

    private Map<String, Object> outcome(Said said, Attempt attempt, @Nullable TokenUsage tokens) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("host", connection.host());
        detail.put(
                "outcome",
                switch (said) {
                    case Said.Reply reply -> "REPLY";
                    case Said.Nothing(Trouble trouble) -> trouble.name();
                });
        attempt.closed.ifPresent(reason -> detail.put("reason", reason.name()));
        detail.put("status", attempt.status);
        detail.put("request_sha256", attempt.requestHash);
        detail.put("response_sha256", attempt.responseHash);
        detail.put("tokens_in", tokens == null ? 0 : orZero(tokens.inputTokenCount()));
        detail.put("tokens_out", tokens == null ? 0 : orZero(tokens.outputTokenCount()));
        return detail;
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /// How long the service wants to be left alone.
    private static long pause(Attempt attempt) {
        return attempt.retryAfter
                .map(String::strip)
                .map(s -> s.matches("\\d{1,6}") ? Long.parseLong(s) * 1000 : Long.MAX_VALUE)
                .orElse(USUAL_WAIT_MS);
    }

    private static boolean waited(long millis, Cancellation until) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (System.nanoTime() < end) {
                if (until.requested()) {
                    return false;
                }
                Thread.sleep(Math.min(20, millis));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        wire.close();
        engine.close();
    }
}
