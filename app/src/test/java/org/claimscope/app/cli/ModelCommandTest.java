package org.claimscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimscope.data.DataCore;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A model is asked only where `models.json` says so, and what leaves is what `model preview`
/// shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ModelCommandTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String REPLY =
            """
            {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":\
            {"role":"assistant","content":"{\\"action\\":\\"ANSWER\\",\\"measures\\":[\\"charges\\"],\\"dimensions\\":[],\\"filters\\":[],\
            \\"window\\":{\\"from\\":\\"2025-06-01\\",\\"to\\":\\"2025-06-30\\"},\\"order\\":[]}"}}],\
            "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}\
            """;

    private final Terminal terminal = new Terminal();
    private final List<String> received = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Path workspace;
    private Path home;
    private HttpServer server;

    @BeforeAll
    void workspaceAndService(@TempDir Path temp) throws IOException {
        workspace = temp.resolve("w");
        home = Files.createDirectories(temp.resolve("home"));
        Path feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(7, LocalDate.of(2025, 6, 30), 40).writeTo(feed);
        try (var core = DataCore.create(workspace, new Credentials.None(), NOON, "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(feed),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/chat/completions",
                exchange -> {
                    received.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, reply.length);
                    exchange.getResponseBody().write(reply);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    void stopped() {
        server.stop(0);
    }

    @BeforeEach
    void nothingReceived() {
        System.setProperty("claimscope.home", home.toString());
        received.clear();
        keys.clear();
    }

    @AfterEach
    void noModel() throws IOException {
        Files.deleteIfExists(home.resolve("models.json"));
    }

    private void connect(String permissions) throws IOException {
        Path key = Files.writeString(home.resolve("model.key"), "sk-cli-4711\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        Files.writeString(
                home.resolve("models.json"),
                """
                {"enabled": true, "provider": "openai", "base_url": "http://127.0.0.1:%d/v1", "model": "m", "key_file": "model.key"}\
                """
                        .formatted(server.getAddress().getPort()));
    }

    private int in(String... args) {
        var all = new ArrayList<>(List.of("--workspace", workspace.toString()));
        all.addAll(Arrays.asList(args));
        return terminal.run(all.toArray(String[]::new));
    }

    @Test
    void withoutSettingsThereIsNoModel() {
        assertEquals(ClaimscopeCommand.WRONG_USE, in("model", "test"));
        assertTrue(terminal.err.contains("No language model is connected"), terminal.err);
        assertEquals(0, in("ask", "charges leaking last month"));
        assertTrue(terminal.out.contains("I did not understand “leaking”"), terminal.out);
    }

    @Test
    void theModelReadsWhatTheParserDoesNot() throws IOException {
        connect("rw-------");
        String question = "charges leaking last month";
        assertEquals(0, in("model", "preview", question), terminal.err);
        String shown = terminal.out.strip();
        assertEquals(List.of(), received);
        assertEquals(0, in("ask", question, "--json"), terminal.err);
        assertTrue(
                terminal.out.contains("\"reader\" : \"MODEL\"")
                        || terminal.out.contains("\"reader\":\"MODEL\""),
                terminal.out);
        assertEquals(List.of(shown), received.stream().map(String::strip).toList());
        assertEquals(List.of("Bearer sk-cli-4711"), keys);
        assertFalse((terminal.out + terminal.err + shown).contains("sk-cli"));
        assertEquals(0, in("ask", question, "--offline"));
        assertEquals(0, in("ask", "total charges last month"));
        assertEquals(1, received.size());
        assertEquals(0, in("audit", "verify"), terminal.out);
    }

    @Test
    void aTestSendsAFixedQuestion() throws IOException {
        connect("rw-------");
        assertEquals(0, in("model", "test"), terminal.out + terminal.err);
        assertEquals("the model replies", terminal.out.strip());
        assertTrue(received.getFirst().contains("total charges last month"));
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        connect("rw-r--r--");
        assertEquals(ClaimscopeCommand.NOT_PERMITTED, in("model", "test"));
        assertEquals(List.of(), received);
    }

    @Test
    void damagedSettingsAreToldWithoutTheirText() throws IOException {
        Files.writeString(
                home.resolve("models.json"), "{\"enabled\":true,\"api_key\":\"sk-oops\"}");
        assertEquals(ClaimscopeCommand.WRONG_USE, in("ask", "charges leaking last month"));
        assertFalse(terminal.err.contains("sk-oops"), terminal.err);
    }
}
