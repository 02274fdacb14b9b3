package org.claimscope.app.feature.boards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.Workspace.Note;

/// The boards of a workspace: those that come with the program, and people's own, kept sealed. Used
/// from background work only.
final class Boards {
    /// The shipped ones, by the name of their file.
    static final List<String> SHIPPED = List.of("executive", "operations", "payers");

    private final Workspace workspace;

    Boards(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param name of the file
    static Board shipped(String name) {
        try (InputStream file =
                Objects.requireNonNull(Boards.class.getResourceAsStream(name + ".json"), name)) {
            return BoardFile.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Board> own() {
        return workspace.kept(Note.BOARDS).map(BoardFile::readAll).orElse(List.of());
    }

    Optional<Board> find(String id) {
        return SHIPPED.contains(id)
                ? Optional.of(shipped(id))
                : own().stream().filter(b -> b.id().equals(id)).findFirst();
    }

    /// Keeps an own board in place of the one with its id, or as a new one.
    void keep(Board board) {
        synchronized (workspace) {
            var all = new ArrayList<>(own());
            int at = all.stream().map(Board::id).toList().indexOf(board.id());
            if (at < 0) {
                all.add(board);
            } else {
                all.set(at, board);
            }
            workspace.keep(Note.BOARDS, BoardFile.writeAll(all));
        }
    }

    void remove(String id) {
        synchronized (workspace) {
            var all = new ArrayList<>(own());
            all.removeIf(b -> b.id().equals(id));
            workspace.keep(Note.BOARDS, BoardFile.writeAll(all));
        }
    }
}
