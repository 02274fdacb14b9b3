package org.claimscope.nlq.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimscope.data.audit.AuditEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.parse.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every provider does, over a real socket: good replies, bad ones, and services that fail. A
/// new provider extends this. The fixtures are hand-written from the services' documentation; none
/// of it was recorded, and no real service was ever asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProviderContractTest {
    private static final String QUESTION = "charges leaking at Riverside last month";
    private static final String FORM =
            """
            {"action":"ANSWER","measures":["charges"],"dimensions":[],"filters":[{"field":"facility","op":"=","values":["<FACILITY_1>"]}],\
            "window":{"from":"2025-06-01","to":"2025-06-30"},"order":[]}\
            """;

    private final Interpreter interpreter = new Interpreter(Bench.catalog(), Bench.values());
    private Bench.Entries entries;
    private Bench.Purse purse;
    private Loopback server;
    private Connector connector;

    /// The id in [Providers].
    abstract String provider();

    @BeforeEach
    void start() {
        entries = new Bench.Entries();
        purse = new Bench.Purse();
        server = new Loopback(Loopback.reply(200, envelope(FORM)));
        connector = connector(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        connector.close();
        server.close();
    }

    private Connector connector(Duration timeout) {
        return Bench.connector(
                Bench.connection(provider(), server.port(), timeout),
                Bench.values(),
                interpreter,
                into -> into.accept("Zbigniew Brzezicki"),
                entries.log(),
                purse);
    }

    private String envelope(String text) {
        return Bench.wrapped(provider(), text);
    }

    private ModelReader.Result read() {
        return Bench.read(connector, interpreter, QUESTION, Cancellation.NONE);
    }

    private static QuestionForm form(ModelReader.Result result) {
        Reading reading = assertInstanceOf(ModelReader.Result.Read.class, result).reading();
        assertEquals(Reading.Reader.MODEL, reading.reader());
        return reading.form();
    }

    private static void isRiverside(ModelReader.Result result) {
        QuestionForm form = form(result);
        assertEquals(QuestionForm.Action.ANSWER, form.action());
        assertEquals(List.of("charges"), form.measures());
        assertEquals(List.of(Filter.is("facility", "Riverside Medical Center")), form.filters());
    }

    private void isTrouble(Trouble trouble, ModelReader.Result result) {
        assertEquals(new ModelReader.Result.Unread(Optional.of(trouble)), result);
        assertEquals(
                trouble.name(),
                entries.all().getLast().detail().replaceAll(".*\"outcome\":\"([A-Z_]+)\".*", "$1"));
    }

    @Test
    void aFormIsReadAndItsMasksLifted() {
        isRiverside(read());
        Loopback.Request sent = server.requests().getFirst();
        assertTrue(sent.text().contains("FACILITY_1"), sent::text);
        assertTrue(sent.text().contains("net_collection_rate"), sent::text);
        assertFalse(sent.text().toLowerCase(java.util.Locale.ROOT).contains("riverside"));
        assertFalse(sent.text().contains("sk-test-Key-42"));
    }

    @Test
    void everyCallIsAuditedWithoutItsText() {
        read();
        assertEquals(
                List.of("model.send", "model.reply"),
                entries.all().stream().map(AuditEntry::action).toList());
        String all = entries.all().toString();
        assertTrue(
                all.matches(
                        "(?s).*request_sha256\":\"[0-9a-f]{64}.*response_sha256\":\"[0-9a-f]{64}.*"),
                all);
        assertTrue(all.contains("\"tokens_in\":10,\"tokens_out\":5"), all);
        for (String secret : List.of("sk-test", "iverside", "leaking", "charges")) {
            assertFalse(all.contains(secret), all);
        }
        assertEquals(1, purse.on(Bench.TODAY).calls());
        assertEquals(15, purse.on(Bench.TODAY).tokens());
    }

    @Test
    void fencedJsonIsRead() {
        server.then(Loopback.reply(200, envelope("```json\n" + FORM + "\n```")));
        isRiverside(read());
    }

    @Test
    void truncatedJsonIsAskedForAgain() {
        server.then(Loopback.reply(200, envelope(FORM.substring(0, 60))));
        isRiverside(read());
        assertEquals(2, server.requests().size());
        assertTrue(server.requests().getLast().text().contains("not complete and valid JSON"));
    }

    @Test
    void aViolationOfTheSchemaIsRepairedOnce() {
        server.then(
                Loopback.reply(200, envelope(FORM.replace("\"charges\"", "\"number_of_yachts\""))));
        isRiverside(read());
        String repair = server.requests().getLast().text();
        assertTrue(repair.contains("a measure that is not in the list"), repair);
        assertFalse(repair.contains("yachts"), repair);
    }

    @Test
    void twiceWrongIsGivenUp() {
        String wrong = envelope(FORM.replace("<FACILITY_1>", "Invented Hospital"));
        server.then(Loopback.reply(200, wrong), Loopback.reply(200, wrong));
        assertEquals(new ModelReader.Result.Unread(Optional.of(Trouble.UNREADABLE)), read());
        assertEquals(2, server.requests().size());
    }

    @Test
    void aRefusalInWordsIsGivenUp() {
        String sorry = envelope("I am sorry, but I cannot help with that.");
        server.then(Loopback.reply(200, sorry), Loopback.reply(200, sorry));
        assertEquals(new ModelReader.Result.Unread(Optional.of(Trouble.UNREADABLE)), read());
    }

    @Test
    void aRefusalInTheFormIsTaken() {
        server.then(Loopback.reply(200, envelope("{\"action\":\"REFUSE\"}")));
        assertEquals(new ModelReader.Result.Unread(Optional.of(Trouble.DECLINED)), read());
        assertEquals(1, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "401, KEY_REFUSED, 1",
        "403, NOT_ALLOWED, 1",
        "404, NOT_FOUND, 1",
        "400, BAD_REQUEST, 1",
        "408, TIMED_OUT, 2",
        "500, SERVICE_FAILED, 2",
        "503, SERVICE_FAILED, 2"
    })
    void statusesHaveTheirWords(int status, Trouble trouble, int requests) {
        String secret = "{\"error\":{\"message\":\"quoted Zbigniew\"}}";
        server.then(Loopback.reply(status, secret), Loopback.reply(status, secret));
        isTrouble(trouble, read());
        assertEquals(requests, server.requests().size());
        assertFalse(entries.all().toString().contains("Zbigniew"));
    }

    @Test
    void anErrorDressedAsSuccessIsNotRead() {
        server.then(Loopback.reply(200, "{\"error\":\"quoted Zbigniew\"}"));
        isTrouble(Trouble.UNREADABLE, read());
        assertFalse(entries.all().toString().contains("Zbigniew"));
    }

    @Test
    void busyIsAskedAgainAfterTheTimeItWants() {
        server.then(Loopback.reply(429, "{}", "Retry-After: 1"));
        long start = System.nanoTime();
        isRiverside(read());
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
        assertEquals(2, purse.on(Bench.TODAY).calls());
    }

    @Test
    void busyForLongIsGivenUpAtOnce() {
        server.then(Loopback.reply(429, "{}", "Retry-After: 3600"));
        isTrouble(Trouble.TOO_MANY, read());
        assertEquals(1, server.requests().size());
    }

    @Test
    void aSlowBodyEndsInTime() {
        server.then(Loopback.slow());
        connector.close();
        connector = connector(Duration.ofMillis(700));
        long start = System.nanoTime();
        isTrouble(Trouble.TIMED_OUT, read());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    @Test
    void aConnectionThatBreaksOffIsTold() {
        server.then(Loopback.dropped());
        isTrouble(Trouble.DROPPED, read());
    }

    @Test
    void nobodyListeningIsTold() {
        server.close();
        isTrouble(Trouble.NO_CONNECTION, read());
    }

    @Test
    void aReplyTooLargeIsNotRead() {
        server.then(Loopback.reply(200, envelope(" ".repeat(2_000_000) + FORM)));
        isTrouble(Trouble.TOO_LARGE, read());
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        try (var other = new Loopback(Loopback.reply(200, envelope(FORM)))) {
            for (int status : List.of(301, 302, 307, 308)) {
                server.then(
                        Loopback.reply(
                                status, "", "Location: http://127.0.0.1:" + other.port() + "/v1"));
                isTrouble(Trouble.REDIRECTED, read());
            }
            assertEquals(0, other.received());
        }
    }

    @Test
    void cancellingEndsTheCall() throws InterruptedException {
        server.then(Loopback.slow());
        var wanted = new AtomicBoolean(false);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (server.requests().isEmpty()) {
                            Thread.sleep(5);
                        }
                        wanted.set(true);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        long start = System.nanoTime();
        isTrouble(Trouble.CANCELLED, Bench.read(connector, interpreter, QUESTION, wanted::get));
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    @Test
    void aSpentBudgetSendsNothing() {
        Connection c = connector.connection();
        try (Connector poor =
                Bench.connector(
                        new Connection(
                                c.provider(),
                                c.baseUrl(),
                                c.model(),
                                "",
                                Optional.empty(),
                                c.timeout(),
                                1,
                                1_000),
                        Bench.values(),
                        interpreter,
                        into -> {},
                        entries.log(),
                        purse)) {
            isRiverside(Bench.read(poor, interpreter, QUESTION, Cancellation.NONE));
            isTrouble(
                    Trouble.BUDGET_SPENT,
                    Bench.read(poor, interpreter, QUESTION, Cancellation.NONE));
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void withoutItsAuditEntryNothingIsSent() {
        entries.full = true;
        assertThrows(ClaimscopeException.class, this::read);
        assertEquals(0, server.received());
    }
}
