package org.claimscope.app.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What this machine remembers between starts, in plain text: how the window looks and which
/// workspaces were open. Never data, never what a tab shows.
///
/// @param theme `system`, `light`, `dark` or `contrast`
/// @param textSize per cent, 90 to 150
/// @param railOpen icons with words
/// @param lockAfterMinutes of no key and no click
/// @param workspaces folders, the last used first
public record Settings(
        String theme,
        int textSize,
        boolean railOpen,
        int lockAfterMinutes,
        List<String> workspaces) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 8;

    public Settings {
        theme = theme == null ? "system" : theme;
        textSize = Math.clamp(textSize, 90, 150);
        lockAfterMinutes = lockAfterMinutes <= 0 ? 10 : Math.min(lockAfterMinutes, 240);
        workspaces = workspaces == null ? List.of() : List.copyOf(workspaces);
    }

    public static Settings standard() {
        return new Settings("system", 100, true, 10, List.of());
    }

    /// A missing or damaged file gives the standard: nothing in it is worth an error.
    public static Settings read(Path file) {
        try {
            return Objects.requireNonNullElse(
                    JSON.readValue(Files.readAllBytes(file), Settings.class), standard());
        } catch (JacksonException e) {
            return standard();
        } catch (IOException e) {
            return standard();
        }
    }

    public void write(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "settings", ".part");
            Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot write the settings to " + file + ".", e);
        }
    }

    public Settings theme(String name) {
        return new Settings(name, textSize, railOpen, lockAfterMinutes, workspaces);
    }

    public Settings textSize(int percent) {
        return new Settings(theme, percent, railOpen, lockAfterMinutes, workspaces);
    }

    public Settings railOpen(boolean open) {
        return new Settings(theme, textSize, open, lockAfterMinutes, workspaces);
    }

    public Settings lockAfterMinutes(int minutes) {
        return new Settings(theme, textSize, railOpen, minutes, workspaces);
    }

    /// Puts a workspace first.
    public Settings opened(Path workspace) {
        var all = new ArrayList<String>();
        all.add(workspace.toString());
        workspaces.stream().filter(w -> !w.equals(workspace.toString())).forEach(all::add);
        return new Settings(
                theme,
                textSize,
                railOpen,
                lockAfterMinutes,
                all.subList(0, Math.min(MOST, all.size())));
    }
}
