package org.claimscope.app.desk;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.claimscope.app.feature.settings.SettingsFeature;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.charts.export.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A language model is set up, tried and used in the window, over a real socket; what leaves is
/// what the window showed before.
final class ModelTest {
    private static final String QUESTION = "charges leaking last month";
    private static final String REPLY =
            """
            {"model":"m","created_at":"2025-07-01T12:00:00Z","message":{"role":"assistant","content":\
            "{\\"action\\":\\"ANSWER\\",\\"measures\\":[\\"charges\\"],\\"dimensions\\":[],\\"filters\\":[],\
            \\"window\\":{\\"from\\":\\"2025-06-01\\",\\"to\\":\\"2025-06-30\\"},\\"order\\":[]}"},\
            "done":true,"done_reason":"stop","prompt_eval_count":1,"eval_count":1}\
            """;

    @TempDir Path home;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private volatile int status = 200;

    private HttpServer service() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/api/chat",
                exchange -> {
                    received.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    if (status == 0) {
                        await(slow);
                    }
                    byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status == 0 ? 200 : status, reply.length);
                    exchange.getResponseBody().write(reply);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aModelIsSetUpTriedAndUsedInTheWindow() throws Exception {
        Sample.make(home, 40);
        HttpServer server = service();
        try (var driver = new Driver(home)) {
            driver.robot.push(KeyCode.ENTER);
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            offToBeginWith(driver);
            setUp(driver, server.getAddress().getPort());
            String shown = preview(driver);
            assertEquals(List.of(), received, "a preview sends nothing");
            tried(driver);
            read(driver, shown);
            failed(driver);
            cancelled(driver);
        } finally {
            slow.countDown();
            server.stop(0);
        }
    }

    private void offToBeginWith(Driver driver) {
        driver.fire("#rail-ask");
        driver.settle();
        assertEquals(
                "Answered on this machine. No model is connected, nothing leaves.",
                text(driver, "#ask-where"));
        ask(driver, QUESTION);
        assertTrue(text(driver, "#answer").contains("“leaking”"));
        assertEquals(List.of(), received);
    }

    private void setUp(Driver driver, int port) {
        Driver.call(() -> {
            driver.shell().open(new Place(PageId.SETTINGS, SettingsFeature.MODEL, "Settings"));
            return true;
        });
        driver.settle();
        assertTrue(Driver.call(() -> ((ButtonBase) driver.find("#model-test")).isDisabled()));
        fill(driver, "#model-address", "http://models.example.org");
        fill(driver, "#model-name", "tiny");
        driver.until(
                "the address is refused",
                () ->
                        Driver.call(() ->
                                driver.workstation.scene().getRoot().lookupAll(".warns").stream()
                                        .anyMatch(n ->
                                                n instanceof Label l
                                                        && l.getText().startsWith("Plain http"))));
        fill(driver, "#model-address", "http://127.0.0.1:" + port);
        driver.until(
                "it can be tried",
                () -> Driver.call(() -> !((ButtonBase) driver.find("#model-test")).isDisabled()));
    }

    private String preview(Driver driver) throws IOException {
        fill(driver, "#model-question", "charges leaking at Zbigniew Brzezicki since 3/14/2025");
        driver.until("the bytes", () -> bytes(driver).contains("<WORD_"));
        assertFalse(bytes(driver).contains("Zbigniew"));
        assertTrue(
                Driver.call(() ->
                        driver.workstation.scene().getRoot().lookupAll(".warn-tag").size())
                        >= 2,
                "the masks are marked");
        for (String theme : List.of("contrast", "dark", "light")) {
            theme(driver, theme);
            picture(driver, "model-" + theme + ".png");
        }
        fill(driver, "#model-question", QUESTION);
        driver.until("the other bytes", () -> bytes(driver).contains(QUESTION));
        return bytes(driver);
    }

    private static String bytes(Driver driver) {
        return Driver.call(() -> ((TextArea) driver.find("#model-bytes")).getText());
    }

    private void tried(Driver driver) {
        driver.fire("#model-test");
        driver.until("a reply", () -> text(driver, "#model-told").equals("The model replies."));
        assertTrue(received.removeFirst().contains("total charges last month"));
        status = 401;
        driver.fire("#model-test");
        driver.until(
                "the key is refused",
                () ->
                        text(driver, "#model-told")
                                .equals("The model's service does not accept the key."));
        status = 200;
        received.clear();
        Driver.call(() -> {
            ((CheckBox) driver.find("#model-enabled")).setSelected(true);
            return true;
        });
        driver.settle();
        driver.fire("#model-save");
        driver.until("saved", () -> text(driver, "#model-told").startsWith("Saved. Ask uses it"));
        assertTrue(Files.exists(home.resolve("models.json")));
    }

    private void read(Driver driver, String shown) throws IOException {
        driver.fire("#rail-ask");
        driver.settle();
        assertTrue(text(driver, "#ask-where").contains("tiny, which runs on this machine"));
        ask(driver, QUESTION);
        assertTrue(text(driver, "#answer").contains("$"), text(driver, "#answer"));
        assertTrue(driver.shows("#by-model"));
        picture(driver, "model-answer.png");
        assertEquals(List.of(shown.strip()), received.stream().map(String::strip).toList());
        received.clear();
        ask(driver, "total charges last month");
        assertEquals(List.of(), received, "what the parser understands stays");
    }

    private void failed(Driver driver) {
        status = 500;
        ask(driver, "payments leaking last month");
        assertTrue(text(driver, "#answer").contains("“leaking”"));
        assertEquals(
                "The language model could not help: the model's service failed.",
                text(driver, "#model-trouble"));
    }

    private void cancelled(Driver driver) {
        status = 0;
        received.clear();
        String before = text(driver, "#answer");
        type(driver, "adjustments leaking last month");
        driver.until("it was sent", () -> !received.isEmpty());
        driver.fire("#ask-go");
        driver.settle();
        assertEquals("Ask", Driver.call(() -> ((ButtonBase) driver.find("#ask-go")).getText()));
        assertEquals(before, text(driver, "#answer"));
    }

    // Hands and eyes

    private static void fill(Driver driver, String query, String words) {
        TextField field = (TextField) driver.find(query);
        driver.robot.interact(() -> field.setText(words));
    }

    private static void ask(Driver driver, String question) {
        type(driver, question);
        driver.settle();
    }

    private static void type(Driver driver, String question) {
        TextField field = (TextField) driver.find("#question");
        driver.robot.interact(() -> {
            field.requestFocus();
            field.setText(question);
        });
        driver.robot.push(KeyCode.ENTER);
    }

    private static String text(Driver driver, String query) {
        return Driver.call(() -> ((Label) driver.find(query)).getText());
    }

    private static void theme(Driver driver, String theme) {
        Driver.call(() -> {
            var looks = driver.shell().appearance();
            looks.change(looks.settings().theme(theme));
            return true;
        });
    }

    /// For people who look.
    private static void picture(Driver driver, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(
                folder.resolve(name),
                Driver.call(() -> Snapshot.png(driver.workstation.scene(), 1)));
    }
}
