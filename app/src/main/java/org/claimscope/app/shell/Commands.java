package org.claimscope.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.claimscope.app.export.Pack;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.data.catalog.Kpi;

/// What can be done from everywhere, each with its key: the palette's list and the window's
/// shortcuts are the same.
final class Commands {
    private final Shell shell;
    private final Host host;
    private final Runnable palette;

    /// @param keys as JavaFX spells them; empty for none
    private record Command(String words, String icon, String keys, Runnable action) {}

    Commands(Shell shell, Host host, Runnable palette) {
        this.shell = shell;
        this.host = host;
        this.palette = palette;
    }

    private List<Command> all() {
        var all = new ArrayList<Command>();
        all.add(new Command("Search or ask", "fth-search", "Shortcut+K", palette));
        all.add(new Command("Open a page", "fth-plus", "Shortcut+T", palette));
        all.add(
                new Command(
                        "Close tab",
                        "fth-x",
                        "Shortcut+W",
                        () -> shell.tabs().close(shell.tabs().active())));
        all.add(
                new Command(
                        "Next tab",
                        "fth-arrow-right",
                        "Shortcut+Page_Down",
                        () -> shell.tabs().turn(1)));
        all.add(
                new Command(
                        "Previous tab",
                        "fth-arrow-left",
                        "Shortcut+Page_Up",
                        () -> shell.tabs().turn(-1)));
        all.add(new Command("Back", "fth-arrow-left", "Alt+Left", () -> shell.walk().back()));
        all.add(
                new Command(
                        "Forward", "fth-arrow-right", "Alt+Right", () -> shell.walk().forward()));
        all.add(
                new Command(
                        "Undo filter", "fth-rotate-ccw", "Shortcut+Z", () -> shell.walk().undo()));
        all.add(
                new Command(
                        "Redo filter",
                        "fth-rotate-cw",
                        "Shortcut+Shift+Z",
                        () -> shell.walk().redo()));
        all.add(new Command("Side panel", "fth-sidebar", "Shortcut+J", () -> shell.walk().panel()));
        all.add(
                new Command(
                        "Collapse or open the rail",
                        "fth-chevrons-left",
                        "Shortcut+B",
                        shell::toggleRail));
        all.add(new Command("Keys and gestures", "fth-help-circle", "", shell::showKeys));
        all.add(new Command("Wall display", "fth-monitor", "F11", () -> shell.wall().toggle()));
        all.add(new Command("Save this view", "fth-bookmark", "Shortcut+S", shell::showViews));
        all.add(new Command("Lock", "fth-lock", "Shortcut+L", host::lock));
        all.add(
                new Command(
                        "Import files",
                        "fth-upload",
                        "Shortcut+I",
                        () -> shell.open(Place.of(PageId.IMPORT))));
        all.add(
                new Command(
                        "Export page as PDF",
                        "fth-download",
                        "Shortcut+E",
                        () -> shell.exports().pdf()));
        all.add(
                new Command(
                        "Export page as XLSX",
                        "fth-download",
                        "Shortcut+Shift+E",
                        () -> shell.exports().xlsx()));
        all.add(
                new Command(
                        "Print page", "fth-printer", "Shortcut+P", () -> shell.exports().print()));
        for (Pack pack : Pack.all()) {
            all.add(
                    new Command(
                            "Report pack: " + pack.title(),
                            "fth-book",
                            "",
                            () -> shell.exports().pack(pack)));
        }
        for (String theme : List.of("light", "dark", "contrast", "system")) {
            all.add(
                    new Command(
                            "Theme: " + theme,
                            "fth-sun",
                            "",
                            () -> host.change(host.settings().theme(theme))));
        }
        all.add(
                new Command(
                        "Larger text",
                        "fth-type",
                        "Shortcut+Plus",
                        () ->
                                host.change(
                                        host.settings()
                                                .textSize(host.settings().textSize() + 10))));
        all.add(
                new Command(
                        "Smaller text",
                        "fth-type",
                        "Shortcut+Minus",
                        () ->
                                host.change(
                                        host.settings()
                                                .textSize(host.settings().textSize() - 10))));
        shell.live()
                .ifPresent(live -> {
                    for (int rate : new int[] {5, 50}) {
                        all.add(
                                new Command(
                                        "Go live: " + rate + " events a second",
                                        "fth-play",
                                        "",
                                        () -> live.start(rate)));
                    }
                    all.add(new Command("Stop live", "fth-pause", "", () -> live.start(0)));
                });
        return all;
    }

    /// Pages, commands, measures.
    List<Palette.Item> items() {
        var items = new ArrayList<Palette.Item>();
        for (Feature feature : shell.features()) {
            PageId page = feature.id();
            if (!page.ofOne()) {
                items.add(
                        new Palette.Item(
                                page.title(),
                                "Page",
                                page.icon(),
                                "",
                                () -> shell.open(Place.of(page))));
            }
        }
        for (String view : shell.views().names()) {
            items.add(
                    new Palette.Item(
                            view, "View", "fth-bookmark", "", () -> shell.views().open(view)));
        }
        for (Command command : all()) {
            items.add(
                    new Palette.Item(
                            command.words(),
                            "Command",
                            command.icon(),
                            command.keys().isEmpty() ? "" : shown(command.keys()),
                            command.action()));
        }
        for (Kpi kpi : shell.core().catalog().kpis()) {
            items.add(
                    new Palette.Item(
                            kpi.definition().label(),
                            "Measure",
                            "fth-bar-chart-2",
                            "",
                            () -> shell.open(Place.measure(kpi.id(), kpi.definition().label()))));
        }
        return items;
    }

    /// The commands that have keys, for the cheat sheet.
    List<CheatSheet.Key> keys() {
        return all().stream()
                .filter(command -> !command.keys().isEmpty())
                .map(command -> new CheatSheet.Key(shown(command.keys()), command.words()))
                .toList();
    }

    private static String shown(String keys) {
        return KeyCombination.valueOf(keys).getDisplayText().replace('_', ' ');
    }

    /// Makes the keys work wherever the focus is, unless a text field needs them.
    void install(Node root) {
        var keys = new LinkedHashMap<KeyCombination, Runnable>();
        for (Command command : all()) {
            if (!command.keys().isEmpty()) {
                keys.put(KeyCombination.valueOf(command.keys()), command.action());
            }
        }
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), shell::escape);
        keys.put(new KeyCodeCombination(KeyCode.F6), () -> shell.keyboard().walk(1));
        keys.put(
                new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN),
                () -> shell.keyboard().walk(-1));
        keys.put(
                new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN),
                () -> host.change(host.settings().textSize(host.settings().textSize() + 10)));
        // By sign, not by key: keyboards have it in different places.
        root.addEventHandler(
                KeyEvent.KEY_TYPED,
                key -> {
                    if (key.getCharacter().equals("?")
                            && !(key.getTarget() instanceof TextInputControl)) {
                        key.consume();
                        shell.showKeys();
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
                        if (entry.getKey().match(key)) {
                            key.consume();
                            entry.getValue().run();
                            return;
                        }
                    }
                });
    }
}
