package org.claimscope.app.feature.boards;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.boards.BoardPage.Offer;
import org.claimscope.app.feature.boards.BoardPage.Split;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.DataPage;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.model.Sensitivity;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// A board in a tab. Every change is kept at once, so there is nothing to lose; Undo takes back one
/// after the other.
final class BoardTab implements PageView, BoardView.Acts {
    private static final int MOST_STEPS = 50;

    private final Office office;
    private final DataPage<BoardPage> page;
    private final Deque<Board> steps = new ArrayDeque<>();
    private final boolean own;

    /// Read by background work.
    private volatile Board board;

    private volatile boolean changing;
    private volatile @Nullable Known known;

    /// What was computed last, so that moving parts asks nothing again.
    private record Known(long version, PageContext context, BoardPage page) {}

    BoardTab(Place place, Office office, Board board) {
        this.office = office;
        this.board = board;
        this.own = place.page() == PageId.BOARDS;
        // A new board has nothing to read.
        this.changing = own && board.parts().isEmpty();
        this.page =
                new DataPage<>(
                        place,
                        office,
                        this::fill,
                        (filled, desk) -> BoardView.of(filled, desk, this));
    }

    private BoardPage fill(Queries queries, PageContext context) {
        long version = office.core().workspace().version();
        Known last = known;
        Optional<BoardPage> same =
                Optional.ofNullable(last)
                        .filter(k -> k.version() == version && k.context().equals(context))
                        .map(Known::page);
        List<Offer> offers = changing ? offers(queries.catalog()) : List.of();
        BoardPage filled = new BoardViewModel(queries, context).page(board, same, own, offers);
        known = new Known(version, context, filled);
        return filled;
    }

    /// Identifiers are for lists of records, not for boards.
    private static List<Offer> offers(Catalog catalog) {
        return catalog.kpis().stream()
                .map(kpi ->
                        new Offer(
                                kpi.id(),
                                kpi.definition().label(),
                                kpi.definition().dimensions().stream()
                                        .filter(d -> d.kind() != Dimension.Kind.NUMBER)
                                        .filter(d -> d.sensitivity() == Sensitivity.NONE)
                                        .map(d -> new Split(d.id(), Naming.title(d)))
                                        .toList()))
                .toList();
    }

    @Override
    public Region node() {
        return page.node();
    }

    @Override
    public boolean followsFilters() {
        return true;
    }

    @Override
    public void refresh(boolean filtersChanged) {
        page.refresh(filtersChanged);
    }

    @Override
    public void close() {
        page.close();
    }

    @Override
    public void change() {
        if (own) {
            changing = !changing;
            page.again();
            return;
        }
        Board mine =
                board.as(
                        UUID.randomUUID().toString(),
                        "My " + board.title().toLowerCase(Locale.ROOT));
        keep(mine, () -> office.open(Place.board(mine.id(), mine.title())));
    }

    @Override
    public void undo() {
        if (!steps.isEmpty()) {
            show(steps.pop());
        }
    }

    @Override
    public boolean canUndo() {
        return !steps.isEmpty();
    }

    @Override
    public void moved(int part, Spot to) {
        step(board.moved(part, to));
    }

    @Override
    public void removed(int part) {
        step(board.without(part));
    }

    @Override
    public void added(Part part) {
        step(board.with(part));
    }

    @Override
    public void renamed(String title) {
        step(board.named(title));
    }

    private void step(Board next) {
        if (!next.equals(board)) {
            steps.push(board);
            if (steps.size() > MOST_STEPS) {
                steps.removeLast();
            }
            show(next);
        }
    }

    private void show(Board next) {
        board = next;
        keep(next, page::again);
    }

    private void keep(Board changed, Runnable then) {
        office.tasks()
                .run(
                        "board " + changed.id(),
                        "Keeping a board",
                        (job, progress) -> {
                            new Boards(office.core().workspace()).keep(changed);
                            return true;
                        },
                        kept -> then.run(),
                        e -> office.tell(ErrorWords.of(e).title()));
    }

    @Override
    public void share() {
        String name = board.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        office.save(name + ".board.json", () -> BoardFile.share(board));
    }

    @Override
    public void delete() {
        String id = board.id();
        office.tasks()
                .run(
                        "board " + id,
                        "Deleting a board",
                        (job, progress) -> {
                            new Boards(office.core().workspace()).remove(id);
                            return true;
                        },
                        gone -> office.open(Place.of(PageId.BOARDS)),
                        e -> office.tell(ErrorWords.of(e).title()));
    }
}
