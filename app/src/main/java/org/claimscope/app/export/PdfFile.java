package org.claimscope.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.claimscope.app.export.PdfPages.Running;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;

/// Pages as one PDF: every sheet says what it is of, as of when, by whom, and which of how many it
/// is; the definitions stand at the end. Made in memory: nothing is written in plain text beside
/// the file that was asked for. Not to be called on the JavaFX thread, which draws the charts.
public final class PdfFile {
    /// What every sheet of a page says whose rows are of single people.
    public static final String BANNER = "Contains protected health information (PHI)";

    private static final float GAP = 12;
    private static final float TILE = 63;

    /// Points of paper for one pixel of the screen.
    private static final float SCALE = 0.72f;

    // Facts that a reader needs to trust a number; the rest is on the measure's own page.
    private static final Set<String> TOLD =
            Set.of("Counted", "Left out", "Date", "Mind", "Target", "Source");

    private final PdfPages pages;

    private PdfFile(PdfPages pages) {
        this.pages = pages;
    }

    public static byte[] bytes(PageContent page, Paper paper) {
        return made(
                page.page().title(),
                paper,
                file -> {
                    file.page(page);
                    file.definitions(List.of(page), page.title());
                });
    }

    /// Several pages behind a cover that says what they are and where they begin.
    ///
    /// @param contents at least one
    public static byte[] bytes(String title, List<PageContent> contents, Paper paper) {
        return made(title, paper, file -> file.pack(title, contents));
    }

    /// Writes into a document.
    private interface Written {
        void into(PdfFile file) throws IOException;
    }

    private static byte[] made(String title, Paper paper, Written written) {
        try (var document = new PDDocument()) {
            var about = new PDDocumentInformation();
            about.setTitle("Claimscope: " + title);
            about.setCreator("Claimscope");
            document.setDocumentInformation(about);
            var pages = new PdfPages(document, paper);
            written.into(new PdfFile(pages));
            pages.finish();
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<DefinitionFacts> all(List<PageContent> of) {
        var all = new LinkedHashSet<DefinitionFacts>();
        of.forEach(page -> all.addAll(page.definitions()));
        return all;
    }

    // A pack

    private void pack(String title, List<PageContent> contents) throws IOException {
        PageContent first =
                contents.stream()
                        .filter(page -> !page.conditions().isEmpty())
                        .findFirst()
                        .orElse(contents.getFirst());
        boolean people = contents.stream().anyMatch(PageContent::namesPeople);
        Running cover = running(first, title, "Report pack");
        pages.begin(
                new Running(
                        title, cover.covers(), cover.workspace(), cover.of(), cover.made(), people),
                false);
        var begins = new ArrayList<Integer>();
        for (PageContent page : contents) {
            begins.add(pages.count() + 1);
            page(page);
        }
        int defined = pages.count() + 1;
        definitions(contents, title);
        pages.reopen(0);
        heading("What this is of", "", 0);
        paragraph("Workspace: " + first.workspace(), Ink.TEXT);
        for (PageContent.Condition condition : first.conditions()) {
            paragraph(condition.name() + ": " + condition.words(), Ink.TEXT);
        }
        if (!first.asOf().isEmpty()) {
            paragraph("As of: " + first.asOf(), Ink.TEXT);
        }
        paragraph("Made: " + first.made(), Ink.TEXT);
        pages.down(GAP);
        heading("Contents", "", 0);
        for (int i = 0; i < contents.size(); i++) {
            entry(contents.get(i).title(), begins.get(i));
        }
        Set<DefinitionFacts> all = all(contents);
        if (!all.isEmpty()) {
            entry("Definitions of the measures shown", defined);
            pages.down(GAP);
            versions(List.copyOf(all));
        }
    }

    private void entry(String title, int begins) throws IOException {
        String number = Integer.toString(begins);
        float right = PdfPages.MARGIN + pages.width();
        float base = pages.y() + 10;
        String words = pages.regular.fit(pages.regular.writable(title), 10, pages.width() - 40);
        pages.text(words, pages.regular, 10, Ink.TEXT, PdfPages.MARGIN, base);
        float wide = pages.regular.width(number, 10);
        pages.text(number, pages.regular, 10, Ink.TEXT, right - wide, base);
        pages.line(
                Ink.LINE,
                PdfPages.MARGIN + pages.regular.width(words, 10) + 6,
                base - 3,
                right - wide - 6,
                base - 3);
        pages.down(17);
    }

    /// Which version of each definition the figures follow, in columns.
    private void versions(List<DefinitionFacts> all) throws IOException {
        heading("Versions of the definitions", "", 0);
        int columns = 2;
        float wide = pages.width() / columns;
        int shown = Math.min(all.size(), columns * (int) (pages.left() / 12 - 1));
        int lines = (shown + columns - 1) / columns;
        float top = pages.y();
        for (int i = 0; i < shown; i++) {
            int column = i / lines;
            String words = all.get(i).label() + ": " + all.get(i).known();
            pages.text(
                    pages.regular.fit(pages.regular.writable(words), 8, wide - 8),
                    pages.regular,
                    8,
                    Ink.SECOND,
                    PdfPages.MARGIN + wide * column,
                    top + 9 + 12 * (i % lines));
        }
        pages.down(12f * lines);
        if (shown < all.size()) {
            paragraph((all.size() - shown) + " more among the definitions.", Ink.SECOND);
        }
    }

    // A page

    private static Running running(PageContent page, String title, String covers) {
        String asOf = page.asOf().isEmpty() ? "" : "As of " + page.asOf() + " · ";
        return new Running(
                title,
                covers,
                page.workspace(),
                page.conditionWords(),
                asOf + "made " + page.made(),
                page.namesPeople());
    }

    private void page(PageContent page) throws IOException {
        boolean wide =
                page.parts().stream()
                        .anyMatch(part ->
                                part instanceof Part.Rows(var title, var note, var table)
                                        && PdfTable.wide(pages, table));
        pages.begin(running(page, page.title(), page.covers()), wide);
        List<Part> parts = page.parts();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Figures(String title, List<Single> singles) -> figures(title, singles);
                case Part.Drawing drawing -> {
                    // On a wide sheet two charts stand beside each other.
                    Part.Drawing next =
                            wide
                                            && i + 1 < parts.size()
                                            && parts.get(i + 1) instanceof Part.Drawing second
                                    ? second
                                    : null;
                    drawings(next == null ? List.of(drawing) : List.of(drawing, next));
                    i += next == null ? 0 : 1;
                }
                case Part.Rows(String title, String note, var table) -> {
                    heading(title, note, 60);
                    if (table.rows().isEmpty()) {
                        paragraph("No " + table.things() + ".", Ink.SECOND);
                    } else {
                        PdfTable.write(pages, title, table);
                    }
                    pages.down(GAP);
                }
                case Part.Told told -> {
                    heading(told.title(), "", 40);
                    paragraph(told.note(), Ink.TEXT);
                    for (var fact : told.facts()) {
                        paragraph(fact.name() + ": " + fact.value(), Ink.TEXT);
                    }
                    pages.down(GAP);
                }
                case Part.Words(String title, String note, List<String> lines) -> {
                    heading(title, note, 20);
                    for (String line : lines) {
                        paragraph(line, Ink.SECOND);
                    }
                    pages.down(GAP);
                }
            }
        }
    }

    private void heading(String title, String note, float withIt) throws IOException {
        if (title.isEmpty()) {
            return;
        }
        pages.need(22 + withIt);
        heading(title, note, PdfPages.MARGIN, pages.width());
        pages.down(18);
    }

    private void heading(String title, String note, float x, float room) throws IOException {
        String name = pages.strong.fit(pages.strong.writable(title), 10, room);
        pages.text(name, pages.strong, 10, Ink.TEXT, x, pages.y() + 10);
        float used = pages.strong.width(name, 10) + 8;
        if (room - used > 30) {
            String words = pages.regular.fit(pages.regular.writable(note), 8, room - used);
            pages.text(words, pages.regular, 8, Ink.SECOND, x + used, pages.y() + 10);
        }
    }

    private void paragraph(String words, Ink ink) throws IOException {
        if (words.isBlank()) {
            return;
        }
        for (String line : pages.regular.wrap(words, 8.5f, pages.width(), Integer.MAX_VALUE)) {
            pages.need(12);
            pages.text(line, pages.regular, 8.5f, ink, PdfPages.MARGIN, pages.y() + 8.5f);
            pages.down(11.5f);
        }
        pages.down(2);
    }

    // Figures

    private void figures(String title, List<Single> singles) throws IOException {
        heading(title, "", TILE);
        int across = Math.min(Math.max(singles.size(), 3), pages.width() > 600 ? 5 : 4);
        float gap = 6;
        float wide = (pages.width() - gap * (across - 1)) / across;
        for (int from = 0; from < singles.size(); from += across) {
            pages.need(TILE);
            int end = Math.min(singles.size(), from + across);
            for (int i = from; i < end; i++) {
                tile(singles.get(i), PdfPages.MARGIN + (i - from) * (wide + gap), wide);
            }
            pages.down(TILE + gap);
        }
        pages.down(GAP - gap);
    }

    private void tile(Single single, float x, float wide) throws IOException {
        float top = pages.y();
        float room = wide - 12;
        pages.frame(x, top, wide, TILE);
        line(single.label(), pages.regular, 8, Ink.SECOND, x, top + 12, room);
        var value = single.value();
        boolean risk = single.polarity() == Polarity.AT_RISK && value != null && value.signum() > 0;
        line(
                value == null ? Figures.ABSENT : Figures.brief(single.unit(), value),
                pages.strong,
                14,
                risk ? Ink.WARN : Ink.TEXT,
                x,
                top + 28,
                room);
        line(compared(single), pages.regular, 7, Ink.SECOND, x, top + 39, room);
        String target =
                single.target() == null
                        ? "No target"
                        : "Target " + Figures.target(single.unit(), single.target());
        line(target, pages.regular, 7, Ink.SECOND, x, top + 48, room);
        // Without a figure the third line has said why.
        if (value != null) {
            line(single.coverage().words(), pages.regular, 7, Ink.SECOND, x, top + 57, room);
        }
    }

    private void line(
            String words, PdfFont font, float size, Ink ink, float x, float base, float room)
            throws IOException {
        pages.text(font.fit(font.writable(words), size, room), font, size, ink, x + 6, base);
    }

    /// Why there is no figure, or how it changed and from what.
    private static String compared(Single single) {
        var value = single.value();
        var before = single.before();
        if (value == null) {
            return single.coverage().words();
        }
        if (before == null) {
            return "not compared";
        }
        Change change = Change.of(single.unit(), single.polarity(), before, value);
        return change.text()
                + " "
                + change.word()
                + " from "
                + Figures.brief(single.unit(), before);
    }

    // Charts

    private void drawings(List<Part.Drawing> drawings) throws IOException {
        float gap = 16;
        float wide = (pages.width() - gap * (drawings.size() - 1)) / drawings.size();
        float high = 0;
        for (Part.Drawing drawing : drawings) {
            high = Math.max(high, (float) ChartPrint.height(drawing.chart()) * SCALE);
        }
        pages.need(high + 44);
        float top = pages.y();
        float lowest = top;
        for (int i = 0; i < drawings.size(); i++) {
            Part.Drawing drawing = drawings.get(i);
            float x = PdfPages.MARGIN + i * (wide + gap);
            heading(drawing.title(), drawing.note(), x, wide);
            ChartPrint print = ChartPrint.of(drawing.chart(), wide / SCALE, high / SCALE);
            pages.picture(print, x, top + 18, wide, high);
            float base = top + 18 + high + 10;
            for (String line : pages.regular.wrap(drawing.chart().summary(), 7.5f, wide, 3)) {
                pages.text(line, pages.regular, 7.5f, Ink.SECOND, x, base);
                base += 10;
            }
            lowest = Math.max(lowest, base);
        }
        pages.down(lowest - top + GAP - 6);
    }

    // Definitions

    private void definitions(List<PageContent> of, String title) throws IOException {
        var all = all(of);
        if (all.isEmpty()) {
            return;
        }
        pages.begin(running(of.getFirst(), title, "Definitions of the measures shown"), false);
        for (DefinitionFacts definition : all) {
            define(definition);
        }
    }

    private void define(DefinitionFacts definition) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(definition.equation());
        for (DefinitionFacts.Fact fact : definition.facts()) {
            if (TOLD.contains(fact.name())) {
                lines.add(fact.name() + ": " + fact.words());
            }
        }
        pages.need(18 + 4 * 11.5f);
        heading(definition.label(), definition.known(), PdfPages.MARGIN, pages.width());
        pages.down(16);
        for (String line : lines) {
            paragraph(line, line.equals(definition.equation()) ? Ink.TEXT : Ink.SECOND);
        }
        pages.down(8);
    }
}
