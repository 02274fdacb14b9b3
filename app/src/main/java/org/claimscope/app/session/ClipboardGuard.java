package org.claimscope.app.session;

import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/// Puts text on the system's clipboard and takes it back after half a minute, if it is still there.
public final class ClipboardGuard {
    private static final Duration KEPT = Duration.seconds(30);

    private final PauseTransition clearing;
    private String copied = "";

    public ClipboardGuard() {
        this(KEPT);
    }

    ClipboardGuard(Duration kept) {
        clearing = new PauseTransition(kept);
        clearing.setOnFinished(end -> clear());
    }

    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        copied = text;
        clearing.playFromStart();
    }

    /// Takes back what was copied, unless something else was copied since.
    public void clear() {
        clearing.stop();
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!copied.isEmpty() && copied.equals(clipboard.getString())) {
            clipboard.setContent(new ClipboardContent());
        }
        copied = "";
    }
}
