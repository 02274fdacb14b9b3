package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Shapes;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.Outcome;
import org.claimscope.nlq.answer.Answer;
import org.claimscope.nlq.answer.Cell;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A morning with the Ask page: suggestions, verified questions, history, taught words, several
/// splits, export, conversations that are come back to.
final class AskTest {
    @TempDir Path home;

    @Test
    void aConversationIsHeldKeptAndComeBackTo() throws Exception {
        Sample.make(home, 40);
        Path saved = Files.createDirectories(home.resolve("saved"));
        try (var driver = new Driver(home)) {
            driver.files.next = List.of(saved);
            driver.robot.push(KeyCode.ENTER);
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            driver.fire("#rail-ask");
            driver.settle();
            movesAreSuggested(driver);
            questionsAreVerified(driver);
            splitsAreAdded(driver);
            theReadingIsExplained(driver);
            rowsAreExported(driver, saved);
            aWordIsTaught(driver);
            historyIsSearched(driver);
            aConversationIsReopened(driver);
            aTaughtWordIsRemoved(driver);
        }
    }

    private static void movesAreSuggested(Driver driver) {
        List<String> next = texts(driver, "#ask-next");
        assertTrue(
                next.stream().filter(q -> q.endsWith("last month vs the month before")).count()
                        >= 3,
                next.toString());
        assertTrue(next.stream().anyMatch(n -> n.contains(" → ")), next.toString());
        figuresAreTheAnswers(driver, next);
        ask(driver, next.getFirst());
        assertTrue(answer(driver).matches("(?s).*\\d.*"), answer(driver));
    }

    /// What a suggestion says of a move is what its answer says.
    private static void figuresAreTheAnswers(Driver driver, List<String> next) {
        Queries queries = driver.shell().core().query();
        var nlq = new Nlq(queries, ValueIndex.of(queries));
        for (int i = 0; i < next.size(); i += 2) {
            String question = next.get(i);
            var answered =
                    assertInstanceOf(
                            Outcome.Answered.class,
                            nlq.ask(Question.of(question, LocalDate.of(2025, 7, 1))),
                            question);
            String measure = answered.form().measures().getFirst();
            assertEquals(
                    brief(answered.answer(), measure + ".before")
                            + " → "
                            + brief(answered.answer(), measure)
                            + " in June",
                    next.get(i + 1),
                    question);
        }
    }

    private static String brief(Answer answer, String column) {
        var figure =
                assertInstanceOf(
                        Cell.Figure.class,
                        answer.rows().getFirst().get(answer.columns().indexOf(column)));
        return Figures.brief(Shapes.unit(figure.unit()), figure.value());
    }

    private static void questionsAreVerified(Driver driver) throws IOException {
        ask(driver, "charges by payer last month");
        driver.fire("#ask-verify");
        driver.settle();
        assertTrue(texts(driver, "#ask-verified").contains("charges by payer last month"));
        ask(driver, "charges by payer last month");
        assertTrue(labels(driver).contains("verified"), "the badge of a question that was checked");
        picture(driver, "ask.png");
    }

    private static void splitsAreAdded(Driver driver) {
        Driver.call(() -> {
            MenuButton by = chip(driver, "By ");
            Menu more =
                    by.getItems().stream()
                            .filter(Menu.class::isInstance)
                            .map(Menu.class::cast)
                            .findFirst()
                            .orElseThrow();
            fire(more.getItems(), "facility");
            return true;
        });
        driver.settle();
        assertEquals("By  payer, facility", Driver.call(() -> chip(driver, "By ").getText()));
        Driver.call(() -> {
            fire(chip(driver, "By ").getItems(), "without payer");
            return true;
        });
        driver.settle();
        assertEquals("By  facility", Driver.call(() -> chip(driver, "By ").getText()));
        Driver.call(() -> {
            fire(chip(driver, "By ").getItems(), "Not split");
            return true;
        });
        driver.settle();
        assertTrue(driver.shows("#chip-split"));
    }

    private static void theReadingIsExplained(Driver driver) throws IOException {
        ask(driver, "denial rate by facility last quarter");
        driver.fire("#ask-why");
        List<String> why = texts(driver, "#why");
        assertTrue(why.contains("“denial rate”"), why.toString());
        assertTrue(why.contains("split by facility"), why.toString());
        assertTrue(why.contains("the days Apr 1–Jun 30, 2025"), why.toString());
        for (String theme : List.of("contrast", "dark", "light")) {
            Driver.call(() -> {
                var looks = driver.shell().appearance();
                looks.change(looks.settings().theme(theme));
                return true;
            });
            picture(driver, "ask-why-" + theme + ".png");
        }
    }

    private static void rowsAreExported(Driver driver, Path saved) throws IOException {
        Driver.call(() -> {
            MenuButton export = (MenuButton) driver.find("#ask-export");
            export.getItems().forEach(MenuItem::fire);
            return true;
        });
        driver.settle();
        driver.until("both files", () -> Files.exists(saved.resolve("answer.xlsx")));
        String csv = Files.readString(saved.resolve("answer.csv"));
        assertTrue(csv.startsWith("Facility,"), csv);
        assertTrue(csv.lines().count() > 2, csv);
        assertEquals('P', Files.readAllBytes(saved.resolve("answer.xlsx"))[0]);
    }

    private static void aWordIsTaught(Driver driver) throws IOException {
        ask(driver, "quonk by facility last month");
        assertTrue(answer(driver).contains("“quonk”"), answer(driver));
        driver.fire("#ask-meant");
        driver.settle();
        assertEquals(
                "quonk", Driver.call(() -> ((TextField) driver.find("#teach-word")).getText()));
        fill(driver, "#teach-word", "charges");
        fill(driver, "#teach-search", "measure · Denied dollars");
        driver.fire("#teach-save");
        driver.settle();
        assertEquals(
                "“charges” is the catalog's word for Charges.", text(driver, "#teach-refused"));
        fill(driver, "#teach-word", "quonk");
        picture(driver, "ask-teach.png");
        driver.fire("#teach-save");
        driver.until("it is asked again", () -> answer(driver).contains("$"));
        driver.settle();
        assertTrue(
                texts(driver, "#ask-taught").contains("quonk = Denied dollars"),
                texts(driver, "#ask-taught").toString());
    }

    private static void historyIsSearched(Driver driver) {
        fill(driver, "#ask-search", "denial");
        assertEquals(
                List.of("denial rate by facility last quarter"),
                texts(driver, "#ask-asked").stream().filter(q -> q.contains("quarter")).toList());
        assertFalse(texts(driver, "#ask-asked").contains("charges by payer last month"));
        fill(driver, "#ask-search", "");
    }

    private static void aConversationIsReopened(Driver driver) throws IOException {
        driver.fire("#ask-rename");
        fill(driver, "#ask-name", "Monday");
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
        driver.fire("#ask-new");
        driver.settle();
        assertFalse(driver.shows("#answer"));
        ask(driver, "payments last month");
        ask(driver, "by facility");
        assertEquals(List.of("payments last month", "Monday"), texts(driver, "#ask-conversations"));
        press(driver, "#ask-conversations", "Monday");
        driver.settle();
        int cards = Driver.call(() -> all(driver, "#answer").size());
        assertTrue(cards >= 4, "its questions are asked again: " + cards);
        assertTrue(answer(driver).contains("$"), answer(driver));
        press(driver, "#ask-conversations", "payments last month");
        driver.settle();
        assertEquals(2, Driver.call(() -> all(driver, "#answer").size()));
        assertEquals(
                "By  facility",
                Driver.call(() -> chip(driver, "By ").getText()),
                "a follow-up goes on from the question before it");
        picture(driver, "ask-conversation.png");
    }

    private static void aTaughtWordIsRemoved(Driver driver) {
        driver.fire("#ask-unteach");
        driver.settle();
        assertEquals(List.of(), texts(driver, "#ask-taught"));
        ask(driver, "quonk by facility last month");
        assertTrue(answer(driver).contains("“quonk”"), answer(driver));
    }

    // Hands and eyes

    private static void ask(Driver driver, String question) {
        TextField field = (TextField) driver.find("#question");
        driver.robot.interact(() -> {
            field.requestFocus();
            field.setText(question);
        });
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
    }

    private static void fill(Driver driver, String query, String words) {
        TextField field = (TextField) driver.find(query);
        driver.robot.interact(() -> field.setText(words));
    }

    private static void press(Driver driver, String inside, String words) {
        Driver.call(() -> {
            driver.find(inside).lookupAll(".link-button").stream()
                    .map(ButtonBase.class::cast)
                    .filter(b -> b.getText().equals(words))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private static void fire(List<MenuItem> items, String words) {
        items.stream()
                .filter(i -> words.equals(i.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + words))
                .fire();
    }

    private static MenuButton chip(Driver driver, String label) {
        return all(driver, ".edit-chip").stream()
                .map(MenuButton.class::cast)
                .filter(c -> c.getText().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> all(Driver driver, String query) {
        return List.copyOf(driver.workstation.scene().getRoot().lookupAll(query));
    }

    private static String answer(Driver driver) {
        return text(driver, "#answer");
    }

    private static String text(Driver driver, String query) {
        return Driver.call(() -> ((Label) driver.find(query)).getText());
    }

    private static List<String> labels(Driver driver) {
        return Driver.call(
                () -> all(driver, ".label").stream().map(n -> ((Label) n).getText()).toList());
    }

    /// The words of links and labels below a node, in their order.
    private static List<String> texts(Driver driver, String query) {
        return Driver.call(() ->
                driver.find(query).lookupAll("*").stream()
                        .filter(n -> n instanceof Label || n instanceof ButtonBase)
                        .map(n -> ((Labeled) n).getText())
                        .filter(t -> t != null && !t.isBlank())
                        .toList());
    }

    /// For people who look.
    private static void picture(Driver driver, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(
                folder.resolve(name),
                Driver.call(() -> Snapshot.png(driver.workstation.scene(), 1)));
    }
}
