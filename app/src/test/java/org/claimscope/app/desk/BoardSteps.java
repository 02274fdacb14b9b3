package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// Somebody makes a board of their own out of a shipped one.
final class BoardSteps {
    private BoardSteps() {}

    static void aBoardIsMadeItsOwner(Driver driver, Path folder) throws Exception {
        driver.fire("#rail-payers");
        driver.settle();
        assertFalse(driver.shows("#part-0"), "a shipped board cannot be changed");
        driver.fire("#board-make-it-mine");
        driver.until("its own tab", () -> driver.shows("#board-change"));
        driver.settle();
        driver.fire("#board-change");
        driver.until("frames", () -> driver.shows("#part-9"));
        Bounds first = place(driver, "#part-0");

        // Keys: the first figure one column to the right, which moves its neighbour down.
        Node part = driver.find("#part-0");
        driver.robot.interact(part::requestFocus);
        driver.robot.push(KeyCode.RIGHT);
        driver.settle();
        assertTrue(place(driver, "#part-0").getMinX() > first.getMinX());
        driver.fire("#board-undo");
        driver.settle();
        assertEquals(first, place(driver, "#part-0"));

        // By pointer: the sixth part, half the board's width to the right.
        Node chart = driver.find("#part-5");
        Bounds left = place(driver, "#part-5");
        Point2D grip = Driver.call(() -> chart.localToScreen(60, 60));
        double across = left.getWidth() + 40;
        driver.robot
                .moveTo(grip)
                .press(MouseButton.PRIMARY)
                .moveTo(grip.add(20, 0))
                .moveTo(grip.add(across, 0))
                .release(MouseButton.PRIMARY);
        driver.settle();
        assertTrue(place(driver, "#part-5").getMinX() > left.getMinX() + 100);
        driver.fire("#board-undo");
        driver.settle();
        assertEquals(left, place(driver, "#part-5"));

        // Delete takes it away; a new one is put together as a sentence and stands below.
        Node again = driver.find("#part-0");
        driver.robot.interact(again::requestFocus);
        driver.robot.push(KeyCode.DELETE);
        driver.until("one fewer", () -> !driver.shows("#part-9"));
        driver.settle();
        choose(driver, "#part-measure", "Denied dollars");
        choose(driver, "#part-by", "Denial category");
        driver.fire("#part-add");
        driver.until("one more", () -> driver.shows("#part-9"));
        driver.settle();

        TextField name = (TextField) driver.find("#board-name");
        driver.robot.interact(() -> {
            name.requestFocus();
            name.setText("Payer review");
        });
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
        driver.fire("#board-done");
        driver.until("read again", () -> !driver.shows("#part-0"));
        driver.settle();

        // Handed on as a file, and taken in as another board.
        driver.files.next = List.of(folder);
        driver.fire("#board-share");
        Path file = folder.resolve("payer-review.board.json");
        driver.until("the file", () -> Files.exists(file));
        driver.settle();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(text.contains("denial_category"), text);
        driver.fire("#rail-boards");
        driver.settle();
        driver.files.next = List.of(file);
        driver.fire("#boards-from");
        driver.until("its own tab", () -> driver.shows("#board-change"));
        driver.settle();
        assertEquals("Payer review", title(driver));

        // Of the two, one is deleted, for good and only when asked twice.
        driver.fire("#board-change");
        driver.until("frames", () -> driver.shows("#part-0"));
        driver.settle();
        driver.fire("#board-delete");
        driver.settle();
        assertTrue(driver.shows("#part-0"));
        driver.fire("#board-delete");
        driver.until("the list", () -> driver.shows("#boards-new"));
        driver.settle();
        driver.fire("#rail-overview");
        driver.settle();
    }

    private static String title(Driver driver) {
        return ((javafx.scene.control.Label) driver.find(".page-title")).getText();
    }

    private static Bounds place(Driver driver, String query) {
        Node node = driver.find(query);
        return Driver.call(() -> node.getBoundsInParent());
    }

    private static void choose(Driver driver, String box, String words) {
        @SuppressWarnings("unchecked")
        ComboBox<Object> combo = (ComboBox<Object>) driver.find(box);
        driver.robot.interact(() ->
                combo.setValue(
                        combo.getItems().stream()
                                .filter(i -> i.toString().equals(words))
                                .findFirst()
                                .orElseThrow()));
    }
}
