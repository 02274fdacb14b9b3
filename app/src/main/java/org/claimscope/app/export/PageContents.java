package org.claimscope.app.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.model.Sensitivity;

/// Makes the value of a page out of what is drawn and what the window knows of it.
public final class PageContents {
    static final String PERIOD = "Period";

    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm", Locale.US);

    private final Catalog catalog;
    private final String workspace;
    private final String user;

    /// @param workspace as the reader knows it
    public PageContents(Catalog catalog, String workspace, String user) {
        this.catalog = catalog;
        this.workspace = workspace;
        this.user = user;
    }

    /// Reads a page. Call on the JavaFX thread.
    ///
    /// @param context the filters that hold on the page; empty where they do not narrow it
    /// @return empty when nothing is drawn yet
    public Optional<PageContent> of(
            Place place, Node page, Optional<PageContext> context, Instant now, ZoneId zone) {
        PageReader read = PageReader.of(page);
        if (!read.anything()) {
            return Optional.empty();
        }
        List<Filters.Cut> cuts = context.map(c -> c.filters().cuts()).orElse(List.of());
        return Optional.of(
                new PageContent(
                        place.page(),
                        read.title().isEmpty() ? place.title() : read.title(),
                        read.covers(),
                        workspace,
                        context.map(this::conditions).orElse(List.of()),
                        context.map(c -> PageContext.day(c.asOf())).orElse(""),
                        MADE.format(now.atZone(zone)) + " by " + user,
                        read.parts(),
                        read.measures().stream()
                                .map(id -> DefinitionFacts.of(catalog.kpi(id)))
                                .toList(),
                        cuts.stream()
                                .anyMatch(cut ->
                                        catalog.dimension(cut.dimension()).sensitivity()
                                                != Sensitivity.NONE)));
    }

    private List<PageContent.Condition> conditions(PageContext context) {
        var all = new ArrayList<PageContent.Condition>();
        all.add(new PageContent.Condition(PERIOD, context.period().words()));
        all.add(new PageContent.Condition("Compared with", context.compared().words()));
        for (Filters.Cut cut : context.filters().cuts()) {
            Dimension dimension = catalog.dimension(cut.dimension());
            // On paper nothing can be opened: every member is named.
            all.add(
                    new PageContent.Condition(
                            title(dimension.id()),
                            cut.members().stream()
                                    .map(Filters.Member::label)
                                    .collect(Collectors.joining(", "))));
        }
        return all;
    }

    private static String title(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('_', ' ');
    }
}
