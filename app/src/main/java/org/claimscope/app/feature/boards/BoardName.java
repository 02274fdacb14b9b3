package org.claimscope.app.feature.boards;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.claimscope.app.widget.Redraw;

/// The name of an own board while it is changed; Enter or leaving the field keeps it.
final class BoardName extends TextField implements Redraw.Kept {
    private static final int MOST = 60;

    private final String now;

    BoardName(String now, Consumer<String> renamed) {
        super(now);
        this.now = now;
        setId("board-name");
        setPrefColumnCount(14);
        setAccessibleText("Name of the board");
        Runnable keep =
                () -> {
                    String name = getText().strip();
                    if (!name.isEmpty() && !name.equals(now)) {
                        renamed.accept(name.substring(0, Math.min(MOST, name.length())));
                    }
                };
        setOnAction(enter -> keep.run());
        focusedProperty()
                .addListener((seen, before, focused) -> {
                    if (!focused) {
                        keep.run();
                    }
                });
    }

    @Override
    public boolean standsFor(Node fresh) {
        return fresh instanceof BoardName other && now.equals(other.now);
    }
}
