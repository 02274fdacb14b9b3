package org.claimscope.app.feature.boards;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.claimscope.app.feature.boards.Content.Filled;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Tile;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.Queries;

/// Fills a board part by part. A part that cannot be filled says why; the others stand.
final class BoardViewModel {
    private final Queries queries;
    private final PageContext context;

    BoardViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    /// @param same the page as it was computed last for the same data and filters: a part that it
    ///   has, wherever it was, is not asked for again
    /// @param own whether it is somebody's own board
    /// @param offered what can be added; empty while the board is only read
    BoardPage page(
            Board board, Optional<BoardPage> same, boolean own, List<BoardPage.Offer> offered) {
        var known = new HashMap<Part, Content>();
        same.ifPresent(
                page -> page.parts().forEach(f -> known.put(anywhere(f.part()), f.content())));
        List<Part> asked =
                board.parts().stream().filter(p -> !known.containsKey(anywhere(p))).toList();
        try (var together = new Together()) {
            var tiles = together.begin(() -> tiles(asked));
            Map<Part, Supplier<Content>> begun = new LinkedHashMap<>();
            asked.forEach(part -> begun.put(part, together.begin(() -> content(part, tiles))));
            begun.forEach((part, content) -> known.put(anywhere(part), content.get()));
        }
        return new BoardPage(
                board,
                context.words(),
                board.parts().stream()
                        .map(part ->
                                new Filled(
                                        part,
                                        title(part),
                                        Objects.requireNonNull(known.get(anywhere(part)))))
                        .toList(),
                own,
                offered);
    }

    private static Part anywhere(Part part) {
        return part.at(new Spot(0, 0, 1, 1));
    }

    private Content content(
            Part part, Supplier<Map<List<Filters.Cut>, Map<String, Content>>> tiles) {
        try {
            return switch (part.look()) {
                case TILE ->
                        Objects.requireNonNull(
                                tiles.get()
                                        .getOrDefault(part.where(), Map.of())
                                        .get(part.measure()));
                case TABLE -> new Listing(queries, context).of(part);
                case VARIANTS -> new Variants(queries, context).of(part);
                case DEFINITION ->
                        new Content.Words(
                                DefinitionFacts.of(queries.catalog().kpi(part.measure())));
                case LINE, LINES, BARS, STACK, MATRIX, CALENDAR, CHANGE ->
                        new Drawings(queries, context).of(part);
            };
        } catch (ClaimscopeException e) {
            return trouble(e);
        }
    }

    /// What is wrong with the part itself. Everything else is the page's trouble.
    private static Content.Trouble trouble(ClaimscopeException e) {
        if (e.kind() != ErrorKind.USER) {
            throw e;
        }
        return new Content.Trouble(ErrorWords.of(e).title());
    }

    /// All tiles with the same conditions in one question; each alone where one of them cannot be
    /// asked so.
    private Map<List<Filters.Cut>, Map<String, Content>> tiles(List<Part> parts) {
        var wanted = new LinkedHashMap<List<Filters.Cut>, Set<String>>();
        for (Part part : parts) {
            if (part.look() == Look.TILE) {
                wanted.computeIfAbsent(part.where(), w -> new LinkedHashSet<>())
                        .add(part.measure());
            }
        }
        var filled = new HashMap<List<Filters.Cut>, Map<String, Content>>();
        wanted.forEach((where, measures) -> filled.put(where, figures(where, measures)));
        return filled;
    }

    private Map<String, Content> figures(List<Filters.Cut> where, Set<String> measures) {
        var contents = new HashMap<String, Content>();
        try {
            for (Tile tile : figures(where, List.copyOf(measures))) {
                contents.put(tile.measure(), new Content.Figure(tile));
            }
        } catch (ClaimscopeException together) {
            trouble(together);
            for (String measure : measures) {
                try {
                    Tile tile = figures(where, List.of(measure)).getFirst();
                    contents.put(measure, new Content.Figure(tile));
                } catch (ClaimscopeException alone) {
                    contents.put(measure, trouble(alone));
                }
            }
        }
        return contents;
    }

    private List<Tile> figures(List<Filters.Cut> where, List<String> measures) {
        return new Figuring(queries, context)
                .tiles(measures, PageContext.conditions(where, queries.catalog()));
    }

    private String title(Part part) {
        if (!part.title().isEmpty()) {
            return part.title();
        }
        try {
            return queries.catalog().kpi(part.measure()).definition().label();
        } catch (ClaimscopeException unknown) {
            return part.measure();
        }
    }
}
