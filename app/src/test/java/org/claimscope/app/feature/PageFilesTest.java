package org.claimscope.app.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.claimscope.app.export.Pack;
import org.claimscope.app.export.PageBook;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.export.PageContents;
import org.claimscope.app.export.Paper;
import org.claimscope.app.export.PdfFile;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.kpi.Kpis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page of an invented feature, of which no exporter knows: what it shows stands in its files.
final class PageFilesTest {
    private static final int MANY = 1_000;
    private static final String LONG =
            "Zoë Ångström-Łukaszewska Ωmega ".repeat(10).substring(0, 300);
    private static PageContent content = none();
    private static byte[] pdf = new byte[0];
    private static final List<String> SHEETS = new ArrayList<>();

    private static PageContent none() {
        return new PageContent(
                PageId.CLAIMS, "", "", "", List.of(), "", "", List.of(), List.of(), false);
    }

    @TempDir Path temp;

    @BeforeAll
    static void drawn() throws IOException {
        Filters filters =
                Filters.of(YearMonth.of(2025, 6)).cut(Filters.Cut.of("payer", "H", "Heron Mutual"));
        content =
                Offscreen.call(() ->
                        new PageContents(new Catalog(Kpis.all()), "Larkfield", "ana")
                                .of(
                                        new Place(PageId.CLAIMS, "", "Claims"),
                                        page(new TestDesk(Theme.DARK)),
                                        Optional.of(new PageContext(filters)),
                                        Instant.parse("2025-07-01T12:00:00Z"),
                                        ZoneOffset.UTC)
                                .orElseThrow());
        pdf = PdfFile.bytes(content, Paper.A4);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                SHEETS.add(stripper.getText(document).replace('\u00A0', ' '));
            }
        }
    }

    private static Page page(Desk desk) {
        var rate =
                new Single(
                        "Initial denial rate",
                        Unit.RATE,
                        new BigDecimal("0.125"),
                        new BigDecimal("0.100"),
                        Polarity.LOWER_IS_BETTER,
                        "1 of 8 claims",
                        new Target(null, 0.10),
                        new TimeSeries("", Unit.RATE, List.of()),
                        new Coverage(Coverage.Mark.FULL, "all feeds in"));
        var bars =
                new Categories(
                        Unit.MONEY,
                        List.of(
                                new Categories.Item("007", 1_234.5, false),
                                new Categories.Item("Tern", 20, false)),
                        null);
        return new Page()
                .fixed(new PageHeader("Invented page", "June 2025 against May 2025", List.of()))
                .fixed(new TileGrid(List.of(new Tile("denial_rate", rate)), desk))
                .fixed(
                        Card.of(
                                "By payer",
                                "click narrows · paid",
                                new RankedBars(bars, false),
                                desk))
                .growing(Card.list("Everybody", "newest first", rows(), desk));
    }

    private static Table rows() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < MANY; i++) {
            String name =
                    switch (i) {
                        case 0 -> LONG;
                        case 1 -> "=HYPERLINK(\"http://evil.example\",\"x\")";
                        case 2 -> "林 小玉";
                        case 3 -> "Robert\tTab\nNewline";
                        default -> "Person " + i;
                    };
            rows.add(
                    Row.of(
                            Cell.of("%05d".formatted(i)),
                            Cell.of(name),
                            Cell.of((double) i / 4),
                            i == 5 ? Cell.absent() : Cell.of(0.5)));
        }
        return new Table(
                List.of(
                        Column.name("Number"),
                        Column.words("Patient"),
                        Column.ledger("Paid"),
                        Column.figure("Share", Unit.RATE)),
                rows,
                Row.of(Cell.of("Total"), Cell.of(""), Cell.of(124_875d), Cell.absent()),
                "people");
    }

    @Test
    void everySheetSaysWhatItIsOfAndWhichOfHowMany() {
        assertTrue(SHEETS.size() > 10, "1,000 rows take more than " + SHEETS.size() + " sheets");
        for (int i = 0; i < SHEETS.size(); i++) {
            String sheet = SHEETS.get(i);
            assertTrue(sheet.contains("Invented page"), sheet);
            assertTrue(sheet.contains("Larkfield"), sheet);
            assertTrue(sheet.contains("page " + (i + 1) + "/" + SHEETS.size()), sheet);
            assertTrue(sheet.contains("As of Jun 30, 2025 · made Jul 1, 2025 12:00 by ana"), sheet);
            assertTrue(
                    sheet.contains("Period Jun 2025 · Compared with May 2025 · Payer Heron Mutual"),
                    sheet);
            assertTrue(sheet.contains("protected health information"), sheet);
        }
    }

    @Test
    void allRowsStandOnPaperOnceUnderTheHeadsOfTheirColumns() {
        var keys = new ArrayList<String>();
        for (String sheet : SHEETS) {
            List<String> here =
                    sheet.lines()
                            .filter(l -> l.matches("\\d{5} .*"))
                            .map(l -> l.substring(0, 5))
                            .toList();
            keys.addAll(here);
            if (!here.isEmpty()) {
                assertTrue(sheet.contains("Number Patient Paid Share"), sheet);
            }
        }
        var wanted = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            wanted.add("%05d".formatted(i));
        }
        assertEquals(wanted, keys);
        String all = String.join("\n", SHEETS);
        // 0 + 1/4 + … + 999/4
        assertTrue(all.contains("Total 124,875.00 –"), "the total");
        assertTrue(all.contains("00999 Person 999 249.75 50.0 %"), "the last row");
        assertTrue(all.contains("00005 Person 5 1.25 –"), "no figure is a dash, not a zero");
    }

    @Test
    void longForeignAndBrokenNamesAreWrittenAsFarAsPaperCan() {
        String all = String.join("\n", SHEETS);
        assertTrue(all.contains("Zoë Ångström-Łukaszewska Ωmega"), "letters beyond ASCII");
        assertTrue(all.lines().anyMatch(l -> l.contains("…")), "300 letters end in an ellipsis");
        assertTrue(
                all.contains("00002 □ □□ 0.50"), "letters the font lacks are seen to be lacking");
        assertTrue(all.contains("00003 Robert Tab Newline 0.75"), "one row stays one row");
    }

    @Test
    void figuresChartsAndDefinitionsStandOnPaper() throws IOException {
        String first = SHEETS.getFirst();
        assertTrue(first.contains("Initial denial rate"), first);
        assertTrue(first.contains("12.5 %"), first);
        assertTrue(first.contains("+2.5 pt worse from 10.0 %"), first);
        assertTrue(first.contains("Target ≤ 10.0 %"), first);
        assertTrue(first.contains("all feeds in"), first);
        assertTrue(first.contains("By payer paid"), "what to click is not said on paper: " + first);
        String last = SHEETS.getLast();
        assertTrue(last.contains("denial_rate, version 2"), last);
        assertTrue(
                last.contains("families with a denial at first adjudication ÷ families first"),
                last);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var things = document.getPage(0).getResources();
            int pictures = 0;
            for (COSName name : things.getXObjectNames()) {
                pictures += things.isImageXObject(name) ? 1 : 0;
            }
            assertEquals(1, pictures, "one chart, one picture");
            for (COSName name : things.getFontNames()) {
                assertTrue(things.getFont(name).isEmbedded(), "fonts travel with the file");
            }
        }
    }

    @Test
    void aWorkbookHoldsTypedCellsOfEverything() throws IOException {
        Map<String, String> parts = unzipped(PageBook.xlsx(content));
        assertEquals(
                List.of("Figures", "By payer", "Everybody", "Definitions"),
                all(parts.get("xl/workbook.xml"), "<sheet name=\"([^\"]*)\""));
        String people = parts.get("xl/worksheets/sheet3.xml");
        assertEquals(
                MANY + 3, all(people, "<row r=\"(\\d+)\"").size(), "title, heads, rows, total");
        assertTrue(all(people, "(<f[ >])").isEmpty(), "nothing is a formula");
        // Row 3 is the first of the table: a number that is a name stays text with its zeros.
        assertEquals("00000", text(parts, people, "A3"));
        assertEquals(LONG, text(parts, people, "B3"));
        assertEquals("=HYPERLINK(\"http://evil.example\",\"x\")", text(parts, people, "B4"));
        assertEquals("林 小玉", text(parts, people, "B5"));
        assertEquals("249.75", number(people, "C1002"));
        assertEquals("0.5", number(people, "D1002"));
        assertFalse(people.contains("r=\"D8\""), "no figure is an empty cell");
        assertEquals("124875", number(people, "C1003").replaceAll("\\.0$", ""));
        String bars = parts.get("xl/worksheets/sheet2.xml");
        assertEquals("007", text(parts, bars, "A3"));
        assertEquals("1234.5", number(bars, "B3").replaceAll("0$", ""));
        String figures = parts.get("xl/worksheets/sheet1.xml");
        List<String> said = all(parts.get("xl/sharedStrings.xml"), "<t[^>]*>([^<]*)</t>");
        assertTrue(said.containsAll(List.of("Invented page", "Heron Mutual", "Jun 30, 2025")));
        assertTrue(all(figures, "<v>([^<]*)</v>").contains("0.125"), figures);
    }

    @Test
    void fileNamesSayNothingOfPeople() {
        assertEquals("claims-jun-2025", content.fileName());
        assertTrue(content.namesPeople());
    }

    @Test
    void aPageWithoutPeopleHasNoBanner() {
        PageContent other =
                new PageContent(
                        PageId.OVERVIEW,
                        "Overview",
                        "",
                        "w",
                        List.of(),
                        LocalDate.of(2025, 6, 30).toString(),
                        "today",
                        content.parts().subList(0, 2),
                        List.of(),
                        false);
        assertFalse(other.namesPeople());
        try (PDDocument document = Loader.loadPDF(PdfFile.bytes(other, Paper.LETTER))) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(792, document.getPage(0).getMediaBox().getHeight());
            assertFalse(new PDFTextStripper().getText(document).contains("protected"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The cover's numbers lead to the sheets that they promise.
    @Test
    void aPackBeginsWithWhatIsInItAndWhere() throws IOException {
        PageContent small =
                new PageContent(
                        PageId.OVERVIEW,
                        "Second page",
                        "",
                        "Larkfield",
                        content.conditions(),
                        content.asOf(),
                        content.made(),
                        content.parts().subList(0, 2),
                        content.definitions(),
                        false);
        byte[] pack = PdfFile.bytes("Night pack", List.of(small, content), Paper.A4);
        try (PDDocument document = Loader.loadPDF(pack)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(1);
            String cover = stripper.getText(document);
            for (String words :
                    List.of(
                            "Night pack",
                            "Workspace: Larkfield",
                            "Period: Jun 2025",
                            "Payer: Heron Mutual",
                            "As of: Jun 30, 2025",
                            "Initial denial rate: denial_rate, version 2",
                            "protected health information",
                            "page 1/" + document.getNumberOfPages())) {
                assertTrue(cover.contains(words), words + " is not in " + cover);
            }
            assertTrue(cover.contains("Second page 2"), cover);
            assertTrue(cover.contains("Invented page 3"), cover);
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            String second = stripper.getText(document);
            assertTrue(second.contains("Second page"), second);
            assertFalse(second.contains("protected"), "a sheet without people has no banner");
            stripper.setStartPage(3);
            stripper.setEndPage(3);
            assertTrue(stripper.getText(document).contains("00000"));
            stripper.setStartPage(document.getNumberOfPages());
            stripper.setEndPage(document.getNumberOfPages());
            String last = stripper.getText(document);
            assertTrue(last.contains("denial_rate, version 2"), last);
            assertTrue(
                    cover.contains(
                            "Definitions of the measures shown " + document.getNumberOfPages()),
                    cover);
        }
    }

    @Test
    void thePacksAreOfPagesThatExist() {
        assertEquals(
                List.of("executive", "operational", "compliance"),
                Pack.all().stream().map(Pack::id).toList());
        assertTrue(Pack.all().stream().allMatch(pack -> pack.pages().size() > 1));
    }

    private Map<String, String> unzipped(byte[] file) throws IOException {
        var parts = new HashMap<String, String>();
        Path written = Files.write(temp.resolve("book.xlsx"), file);
        try (var zip = new ZipFile(written.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    parts.put(
                            entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    private static List<String> all(String in, String pattern) {
        var found = new ArrayList<String>();
        for (Matcher m = Pattern.compile(pattern).matcher(in); m.find(); ) {
            found.add(m.group(1));
        }
        return found;
    }

    private static String cell(String sheet, String at, String type) {
        Matcher m =
                Pattern.compile("<c r=\"" + at + "\"( [^>]*)?><v>([^<]*)</v></c>").matcher(sheet);
        assertTrue(m.find(), "no cell " + at);
        assertEquals(type.equals("s"), m.group().contains("t=\"s\""), m.group());
        return m.group(2);
    }

    private static String number(String sheet, String at) {
        return cell(sheet, at, "n");
    }

    private static String text(Map<String, String> parts, String sheet, String at) {
        int index = Integer.parseInt(cell(sheet, at, "s"));
        String written =
                all(parts.get("xl/sharedStrings.xml"), "<si><t[^>]*>([^<]*)</t></si>").get(index);
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(written)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(m.group(1), 16))))
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
