package org.claimscope.app.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.PageId;
import org.claimscope.app.widget.Table;

/// Everything a page shows, as a value: what an export, a print or a report is made of.
///
/// @param page its kind, for the file's name: a title may name a person
/// @param covers what its own header says of it; empty for nothing
/// @param conditions the period, what it is compared with, and the filters, as name and words
/// @param asOf the day whose state is shown; empty where the filters do not hold
/// @param made when and by whom the copy was made
/// @param definitions of the measures shown, in the order they appear
/// @param personal whether the filters themselves name a person
public record PageContent(
        PageId page,
        String title,
        String covers,
        String workspace,
        List<Condition> conditions,
        String asOf,
        String made,
        List<Part> parts,
        List<DefinitionFacts> definitions,
        boolean personal) {
    /// One line of "what is this of".
    public record Condition(String name, String words) {}

    public PageContent {
        conditions = List.copyOf(conditions);
        parts = List.copyOf(parts);
        definitions = List.copyOf(definitions);
    }

    /// Whether rows are of single patients, accounts or claims.
    public boolean namesPeople() {
        return personal
                || page == PageId.PATIENT
                || page == PageId.CLAIM
                || parts.stream()
                        .anyMatch(part ->
                                part instanceof Part.Rows(var title, var note, Table table)
                                        && table.namesPeople());
    }

    /// "Period Jun 2025 · Payer Heron Mutual"; empty where the filters do not hold.
    public String conditionWords() {
        return conditions.stream()
                .map(c -> c.name() + " " + c.words())
                .collect(Collectors.joining(" · "));
    }

    /// A name that says nothing of whom the page is about, such as `denials-jun-2025`.
    public String fileName() {
        return slug(page.id() + " " + period());
    }

    /// "Jun 2025"; empty where the filters do not hold.
    String period() {
        return conditions.stream()
                .filter(c -> c.name().equals(PageContents.PERIOD))
                .map(Condition::words)
                .findFirst()
                .orElse("");
    }

    static String slug(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
