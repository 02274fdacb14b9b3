package org.claimscope.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.claimscope.charts.export.Offscreen;
import org.junit.jupiter.api.Test;

/// What was copied goes by itself, unless something else was copied since.
final class ClipboardGuardTest {
    private static String clipboard() {
        return String.valueOf(Offscreen.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void whatWasCopiedGoesAfterItsTime() throws Exception {
        Offscreen.call(() -> {
            new ClipboardGuard(Duration.millis(300)).copy("row 1");
            return true;
        });
        assertEquals("row 1", clipboard());
        for (int i = 0; i < 200 && clipboard().equals("row 1"); i++) {
            Thread.sleep(50);
        }
        assertTrue(!clipboard().equals("row 1"), "still on the clipboard");
    }

    @Test
    void whatSomebodyElseCopiedStays() {
        Offscreen.call(() -> {
            var guard = new ClipboardGuard(Duration.minutes(1));
            guard.copy("row 2");
            var other = new ClipboardContent();
            other.putString("mine");
            Clipboard.getSystemClipboard().setContent(other);
            guard.clear();
            return true;
        });
        assertEquals("mine", clipboard());
    }
}
