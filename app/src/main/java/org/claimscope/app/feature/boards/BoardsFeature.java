package org.claimscope.app.feature.boards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The list of boards, and each own board in a tab.
public final class BoardsFeature implements Feature {
    @Override
    public PageId id() {
        return PageId.BOARDS;
    }

    @Override
    public PageView open(Place place, Office office) {
        if (!place.subject().isEmpty()) {
            return found(place.subject(), office)
                    .<PageView>map(board -> new BoardTab(place, office, board))
                    .orElseGet(() -> gallery(Place.of(PageId.BOARDS), office));
        }
        return gallery(place, office);
    }

    /// Boards that cannot be read are the list's trouble, which says so.
    private static Optional<Board> found(String id, Office office) {
        try {
            return new Boards(office.core().workspace()).find(id);
        } catch (ClaimscopeException unreadable) {
            return Optional.empty();
        }
    }

    private static PageView gallery(Place place, Office office) {
        return DataPage.always(
                place,
                office,
                queries -> Gallery.of(new Boards(office.core().workspace())),
                (page, desk) -> GalleryView.of(page, desk, new Starting(desk)));
    }

    /// Begins new boards.
    private record Starting(Office office) implements GalleryView.Acts {
        private static final long MOST_BYTES = 1_000_000;

        @Override
        public void create() {
            keep(() -> new Board(UUID.randomUUID().toString(), "New board", "", List.of()));
        }

        @Override
        public void takeIn() {
            office.chooseFiles(files ->
                    keep(() -> {
                        Path file = files.getFirst();
                        if (Files.size(file) > MOST_BYTES) {
                            throw new ClaimscopeException(
                                    ErrorKind.DATA, "The file is too large for a board.");
                        }
                        Board read = BoardFile.read(Files.readAllBytes(file));
                        return read.as(
                                UUID.randomUUID().toString(),
                                read.title().isEmpty() ? "Board" : read.title());
                    }));
        }

        private void keep(Callable<Board> made) {
            office.tasks()
                    .run(
                            "board new",
                            "Keeping a board",
                            (job, progress) -> {
                                Board board = made.call();
                                new Boards(office.core().workspace()).keep(board);
                                return board;
                            },
                            board -> office.open(Place.board(board.id(), board.title())),
                            e -> office.tell(ErrorWords.of(e).title()));
        }
    }
}
