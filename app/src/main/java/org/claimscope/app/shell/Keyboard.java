package org.claimscope.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Where keys go in the window: F6 walks its regions, and a page that was opened by keys takes
/// them, so that nobody tabs through the rail to reach it. A page opened by the pointer takes
/// nothing.
final class Keyboard {
    private final Parent window;
    private final Supplier<List<Node>> regions;
    private boolean byKeys;
    private boolean entering;

    /// @param regions of the window that are on screen, in reading order
    Keyboard(Parent window, Supplier<List<Node>> regions) {
        this.window = window;
        this.regions = regions;
        window.addEventFilter(KeyEvent.KEY_PRESSED, key -> byKeys = true);
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> byKeys = false);
    }

    /// A page is opened; it takes the keys as soon as it has something that wants them.
    void opened(Node page) {
        entering = byKeys;
        shown(page);
    }

    /// A page is drawn.
    void shown(Node page) {
        if (entering && holds(page, owner())) {
            entering = false;
        } else if (entering) {
            first(page)
                    .ifPresent(node -> {
                        node.requestFocus();
                        entering = false;
                    });
        }
    }

    /// Moves the keys to the next region, or the one before.
    void walk(int by) {
        List<Node> all = regions.get();
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = holds(all.get(i), owner()) ? i : at;
        }
        for (int step = 1; step <= all.size(); step++) {
            Optional<Node> next = first(all.get(Math.floorMod(at + by * step, all.size())));
            if (next.isPresent()) {
                next.get().requestFocus();
                return;
            }
        }
    }

    private @Nullable Node owner() {
        return window.getScene() == null ? null : window.getScene().getFocusOwner();
    }

    private static boolean holds(Node region, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    /// The first node in a region that takes keys.
    private static Optional<Node> first(Node in) {
        if (!in.isVisible() || in.isDisabled()) {
            return Optional.empty();
        }
        if (in.isFocusTraversable()) {
            return Optional.of(in);
        }
        if (in instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = first(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
