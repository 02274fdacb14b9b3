package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Filters;
import org.claimscope.app.shell.Office;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.model.Sensitivity;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;

/// Puts what a question asked for onto a board, where it follows the filters of the window: its
/// period is theirs, its members stay.
public final class Pinning {
    private static final String BOARD = "Pinned answers";

    private Pinning() {}

    /// Keeps the question as a part of the board of pinned answers, which is made with the first
    /// one.
    ///
    /// @param title the question's words
    public static void pin(Office office, String title, QuestionForm form) {
        Optional<Part> part = part(title, form);
        if (part.isEmpty()) {
            office.tell(
                    "Boards show measures by up to three dimensions of chosen members; this asks for more than that");
            return;
        }
        office.tasks()
                .run(
                        "board pinned",
                        "Keeping a board",
                        (job, progress) -> {
                            var boards = new Boards(office.core().workspace());
                            Board board =
                                    boards.own().stream()
                                            .filter(b -> b.title().equals(BOARD))
                                            .findFirst()
                                            .orElseGet(() ->
                                                    new Board(
                                                            UUID.randomUUID().toString(),
                                                            BOARD,
                                                            "from questions",
                                                            List.of()));
                            boards.keep(board.with(part.get()));
                            return true;
                        },
                        kept ->
                                office.tell(
                                        "Pinned to the board \""
                                                + BOARD
                                                + "\", with the window's period"),
                        e -> office.tell(ErrorWords.of(e).title()));
    }

    /// @return empty for lists of records, for thresholds and for what leaves members out: a part
    ///   that dropped a condition would answer another question
    static Optional<Part> part(String title, QuestionForm form) {
        var where = new ArrayList<Filters.Cut>();
        for (Filter filter : form.filters()) {
            Optional<Filters.Cut> cut = cut(filter);
            if (cut.isEmpty()) {
                return Optional.empty();
            }
            where.add(cut.get());
        }
        List<String> by = form.dimensions();
        boolean records =
                by.stream()
                        .map(Dimension::named)
                        .anyMatch(
                                d -> d.filter(x -> x.sensitivity() == Sensitivity.NONE).isEmpty());
        String grain = form.timeGrain();
        boolean months = grain != null && grain.equals(Grain.MONTH.id());
        if (form.measures().isEmpty() || records || by.size() > 3 || (grain != null && !months)) {
            return Optional.empty();
        }
        boolean several = form.measures().size() > 1;
        boolean compared = form.comparison() != null;
        Look look =
                months
                        ? by.isEmpty() ? Look.LINE : Look.LINES
                        : by.isEmpty()
                                ? Look.TILE
                                : several || by.size() > 1
                                        ? Look.TABLE
                                        : compared ? Look.CHANGE : Look.BARS;
        if (by.size() > look.mostSplits() || (several && !look.takesSeveral())) {
            return Optional.empty();
        }
        Integer limit = form.limit();
        boolean figure = look == Look.TILE;
        return Optional.of(
                new Part(
                        look,
                        figure && where.isEmpty() ? "" : title,
                        form.measures(),
                        by,
                        where,
                        limit == null ? 0 : limit,
                        new Spot(
                                0,
                                0,
                                figure ? look.leastWidth() : Spot.COLUMNS / 2,
                                figure ? look.leastHeight() : look.leastHeight() + 2)));
    }

    private static Optional<Filters.Cut> cut(Filter filter) {
        boolean members =
                switch (filter.op()) {
                    case EQUAL, IN -> filter.value() instanceof Filter.Members;
                    case NOT_EQUAL,
                            NOT_IN,
                            GREATER,
                            GREATER_OR_EQUAL,
                            LESS,
                            LESS_OR_EQUAL,
                            BETWEEN,
                            CONTAINS ->
                            false;
                };
        return members && filter.value() instanceof Filter.Members(List<String> names)
                ? Dimension.named(filter.field())
                        .map(d ->
                                new Filters.Cut(
                                        d.id(), names.stream().map(Filters.Member::of).toList()))
                : Optional.empty();
    }
}
