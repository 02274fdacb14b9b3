package org.claimscope.nlq.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Interpreter;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.guard.Canaries.Canary;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.provider.ApiKey;
import org.claimscope.nlq.provider.Bench;
import org.claimscope.nlq.provider.Connection;
import org.claimscope.nlq.provider.Loopback;
import org.claimscope.nlq.provider.Provider;
import org.claimscope.nlq.provider.Providers;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;

/// Nothing that names a person or place leaves: thousands of questions full of invented names and
/// numbers, every provider, errors and repetitions included; the service keeps every byte. And the
/// other way round: with the protection off, the same search finds them.
final class CanaryTest {
    private static final int QUESTIONS = 2_000;
    private static final List<String> TEMPLATES =
            List.of(
                    "charges leaking for %s last month",
                    "why-ish: what did we collect for %s in March, roughly speaking",
                    "show me denials that hurt %s the most this year",
                    "is %s getting slower to pay us compared with %s",
                    "how is %s performing on cash lately",
                    "payments by payer for patient %s since January",
                    "which denials for %s keep piling up at %s",
                    "anything unusual about %s and %s in the last 90 days",
                    "total billed for account %s, excluding %s",
                    "What's the story with %s's balances over 60 days?");
    private static final String FORM =
            """
            {"action":"ANSWER","measures":["charges"],"dimensions":[],"filters":[],"order":[]}\
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();

    private static long seed() {
        return Long.getLong("canary.seed", 20251122L);
    }

    @Test
    void noCanaryLeaves() {
        long seed = seed();
        System.out.println("CanaryTest seed " + seed);
        var canaries = new Canaries(seed);
        // Each service gets every question; the services work side by side.
        Providers.all().parallelStream()
                .forEach(provider -> {
                    if (provider.id().equals("gguf")) {
                        inProcess(canaries);
                    } else {
                        overTheWire(provider, canaries);
                    }
                });
        System.out.println("CanaryTest: " + asked + " questions, " + sent + " requests");
        assertEquals(QUESTIONS * Providers.all().size(), asked.get());
        assertTrue(sent.get() >= 1_000 * Providers.all().size(), "too few requests: " + sent);
    }

    private void overTheWire(Provider provider, Canaries canaries) {
        var random = new Random(seed());
        var moods = new Random(random.nextLong());
        String good = Bench.wrapped(provider.id(), FORM);
        try (var server = new Loopback(mood(moods, good))) {
            Connection to = Bench.connection(provider.id(), server.port(), Duration.ofSeconds(20));
            with(
                    to,
                    canaries,
                    (connector, interpreter, own) -> {
                        for (int i = 0; i < QUESTIONS; i++) {
                            var used = new ArrayList<Canary>();
                            Question question = question(i, canaries, random, used);
                            connector.read(question, interpreter.read(question), Cancellation.NONE);
                            asked.incrementAndGet();
                            String where = seed() + ": " + provider.id() + " question " + i;
                            for (Loopback.Request request : server.requests()) {
                                sent.incrementAndGet();
                                nothingIn(
                                        new Loopback.Request(
                                                request.head(), own.rest(request.body())),
                                        used,
                                        where);
                            }
                            server.forget();
                        }
                    });
        }
    }

    /// What a model in a file would be given: it has no wire to listen at.
    private void inProcess(Canaries canaries) {
        var random = new Random(seed());
        random.nextLong();
        var to =
                new Connection(
                        "gguf",
                        URI.create("file:///none.gguf"),
                        "m",
                        "",
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        1,
                        1);
        with(
                to,
                canaries,
                (connector, interpreter, own) -> {
                    for (int i = 0; i < QUESTIONS; i++) {
                        var used = new ArrayList<Canary>();
                        Question question = question(i, canaries, random, used);
                        asked.incrementAndGet();
                        String where = seed() + ": gguf question " + i;
                        connector
                                .preview(question)
                                .filter(out -> connector.closedFor(out).isEmpty())
                                .ifPresent(out -> {
                                    sent.incrementAndGet();
                                    nothingIn(
                                            new Loopback.Request("", own.rest(out.body())),
                                            used,
                                            where);
                                });
                    }
                });
    }

    /// What is done with an open connector.
    private interface Work {
        void run(Connector connector, Interpreter interpreter, OwnText own);
    }

    private static void with(Connection to, Canaries canaries, Work work) {
        var interpreter = new Interpreter(Bench.catalog(), canaries.values);
        try (Connector connector =
                Bench.connector(
                        to,
                        canaries.values,
                        interpreter,
                        canaries.records()::forEach,
                        new Bench.Entries().log(),
                        new Bench.Purse())) {
            work.run(
                    connector,
                    interpreter,
                    new OwnText(
                            connector
                                    .preview(Question.of("total charges", Bench.TODAY))
                                    .orElseThrow()
                                    .body()));
        }
    }

    /// One in five goes on from a form that names a place.
    private static Question question(int i, Canaries canaries, Random random, List<Canary> used) {
        String text = question(canaries, random, used);
        Optional<QuestionForm> before =
                i % 5 == 0 ? Optional.of(form(canaries, random, used)) : Optional.empty();
        return new Question(text, Bench.TODAY, before);
    }

    private static Loopback.Turn mood(Random random, String good) {
        return (request, out, server) -> {
            int mood;
            synchronized (random) {
                mood = random.nextInt(20);
            }
            Loopback.Turn turn =
                    switch (mood) {
                        case 0 -> Loopback.reply(503, "{}", "Retry-After: 0");
                        case 1 -> Loopback.reply(429, "{}", "Retry-After: 0");
                        case 2 -> Loopback.dropped();
                        case 3 -> Loopback.reply(200, good.replace("charges", "yachts"));
                        case 4 -> Loopback.reply(200, good.substring(0, good.length() / 2));
                        case 5 -> Loopback.reply(401, "{}");
                        default -> Loopback.reply(200, good);
                    };
            turn.answer(request, out, server);
        };
    }

    private static String question(Canaries canaries, Random random, List<Canary> used) {
        String template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
        while (template.contains("%s")) {
            Canary canary = canaries.all.get(random.nextInt(canaries.all.size()));
            used.add(canary);
            template =
                    template.replaceFirst(
                            "%s",
                            java.util.regex.Matcher.quoteReplacement(spelled(canary, random)));
        }
        return template;
    }

    /// As people type: in small letters, a part of it, with signs; one in ten encoded.
    private static String spelled(Canary canary, Random random) {
        String text = canary.text();
        return switch (random.nextInt(10)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> "\"" + text + "\"";
            case 3 -> text.replace(" ", ", ");
            case 4 -> text.replace("-", " ");
            case 5 -> text.split(" ")[0];
            case 6 -> {
                List<String> encoded = List.copyOf(Needles.encoded(text).values());
                yield encoded.get(random.nextInt(encoded.size()));
            }
            default -> text;
        };
    }

    private static QuestionForm form(Canaries canaries, Random random, List<Canary> used) {
        List<Canary> facilities =
                canaries.all.stream().filter(c -> c.kind().equals("facility")).toList();
        Canary facility = facilities.get(random.nextInt(facilities.size()));
        used.add(facility);
        return QuestionForm.empty()
                .withMeasures(List.of("charges"))
                .withFilters(List.of(Filter.is("facility", facility.text())))
                .withAssumption("“" + facility.text() + "” is a facility.");
    }

    private static void nothingIn(Loopback.Request request, List<Canary> used, String where) {
        byte[] head = request.head().getBytes(StandardCharsets.ISO_8859_1);
        for (Canary canary : used) {
            for (String telling : Canaries.tellings(canary)) {
                assertFalse(
                        Needles.in(request.body(), telling),
                        () -> where + " holds a " + canary.kind());
                // Five digits may be the port of the test's own server.
                boolean counted = telling.matches("\\d{1,5}");
                assertFalse(
                        !counted && Needles.in(head, telling),
                        () -> where + " names a " + canary.kind() + " in its head");
            }
        }
    }

    /// A request in which nobody is named: what another has in common with it, byte by byte from
    /// both ends, needs no search.
    private record OwnText(byte[] bytes) {
        private static final int MARGIN = 80;

        byte[] rest(byte[] body) {
            int most = Math.min(body.length, bytes.length);
            int from = 0;
            while (from < most && body[from] == bytes[from]) {
                from++;
            }
            int to = 0;
            while (to < most - from && body[body.length - 1 - to] == bytes[bytes.length - 1 - to]) {
                to++;
            }
            return Arrays.copyOfRange(
                    body,
                    Math.max(0, from - MARGIN),
                    Math.min(body.length, body.length - to + MARGIN));
        }
    }

    // Switched off

    /// Asks without the parser and the masker.
    private Said raw(Gateway gateway, String text) {
        return gateway.ask(
                ChatRequest.builder()
                        .messages(SystemMessage.from("Read the question."), UserMessage.from(text))
                        .build(),
                Cancellation.NONE);
    }

    private Gateway gateway(Loopback server, KeyedSet known) {
        return new Gateway(
                Bench.connection("openai", server.port(), Duration.ofSeconds(20)),
                Providers.named("openai").orElseThrow(),
                ApiKey.of("sk-test-Key-42"),
                new Door(known, Year.of(2025)),
                ChatRequest.builder()
                        .messages(SystemMessage.from("Read the question."), UserMessage.from(""))
                        .build(),
                new Bench.Purse(),
                new Bench.Entries().log(),
                Bench.NOON);
    }

    @Test
    void withoutMaskingTheDoorAloneRefusesKnownCanariesInEveryEncoding() {
        var canaries = new Canaries(seed());
        var known = new ArrayList<>(canaries.records());
        List.of("facility", "provider", "payer").forEach(k -> known.addAll(canaries.of(k)));
        int refused = 0;
        try (var server = new Loopback(Loopback.reply(200, Bench.wrapped("openai", FORM)));
                Gateway gateway = gateway(server, new KeyedSet(known))) {
            for (int i = 0; i < known.size(); i += 3) {
                String canary = known.get(i);
                for (Map.Entry<String, String> coded : Needles.encoded(canary).entrySet()) {
                    String text = "charges for " + coded.getValue() + " last month";
                    assertEquals(
                            new Said.Nothing(Trouble.IDENTIFIER_FOUND),
                            raw(gateway, text),
                            () -> "left as " + coded.getKey() + ", a word of " + canary.length());
                    refused++;
                }
                for (String before : List.of("x", "xy")) {
                    assertEquals(
                            new Said.Nothing(Trouble.IDENTIFIER_FOUND),
                            raw(gateway, "see " + Needles.base64(before, canary + " ")));
                    refused++;
                }
            }
            assertEquals(0, server.received());
            assertFalse(gateway.opened(), "a client was made although nothing may leave");
        }
        System.out.println("CanaryTest: the door refused " + refused);
    }

    @Test
    void withBothOffTheCanariesArriveAndAreFound() {
        var canaries = new Canaries(seed());
        int found = 0;
        List<Canary> names =
                canaries.all.stream()
                        .filter(c -> List.of("person", "facility", "provider").contains(c.kind()))
                        .skip(40)
                        .limit(30)
                        .toList();
        try (var server = new Loopback(Loopback.reply(200, Bench.wrapped("openai", FORM)));
                Gateway gateway = gateway(server, KeyedSet.EMPTY)) {
            for (Canary canary : names) {
                for (String coded : Needles.encoded(canary.text()).values()) {
                    raw(gateway, "charges for " + coded + " last month");
                }
                byte[] all =
                        String.join(
                                        "\n",
                                        server.requests().stream()
                                                .map(Loopback.Request::text)
                                                .toList())
                                .getBytes(StandardCharsets.UTF_8);
                found += Needles.in(all, canary.text()) ? 1 : 0;
                server.forget();
            }
        }
        assertEquals(names.size(), found);
    }

    @Test
    void aReaderWithoutAConnectorMakesNoClient() {
        var canaries = new Canaries(seed());
        var interpreter = new Interpreter(Bench.catalog(), canaries.values);
        try (Connector unused =
                Bench.connector(
                        Bench.connection("openai", 9, Duration.ofSeconds(1)),
                        canaries.values,
                        interpreter,
                        into -> {
                            throw new AssertionError("identifiers were read for nothing");
                        },
                        new Bench.Entries().log(),
                        new Bench.Purse())) {
            var question = Question.of("total charges last month", Bench.TODAY);
            var parsed = interpreter.read(question);
            assertEquals(
                    new ModelReader.Result.Unread(Optional.empty()),
                    unused.read(question, parsed, Cancellation.NONE));
        }
    }
}
