package org.claimscope.app.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.app.widget.Table;

/// A table on paper: as wide as the sheet, figures to the right, its heads again on every sheet.
/// Columns that find no room stand in a second table below, beside the first column; figures are
/// never cut.
final class PdfTable {
    private static final float PAD = 4;
    private static final float[] SIZES = {8, 7.5f, 7, 6.5f, 6};
    private static final float MOST_TEXT = 150;
    private static final float LEAST_TEXT = 44;
    private static final int MOST_LINES = 3;

    private final PdfPages pages;
    private final List<Table.Column> columns;
    private final List<List<String>> rows;
    private final boolean totalled;

    /// @param rows as written, the total last if there is one
    private PdfTable(
            PdfPages pages, List<Table.Column> columns, List<List<String>> rows, boolean totalled) {
        this.pages = pages;
        this.columns = columns;
        this.rows = rows;
        this.totalled = totalled;
    }

    static void write(PdfPages pages, String title, Table table) throws IOException {
        var whole = of(pages, table);
        whole.write(title, pages.width());
    }

    /// Whether the table wants a wide sheet to be read.
    static boolean wide(PdfPages pages, Table table) {
        float[] widths = of(pages, table).natural(SIZES[0]);
        return sum(widths) > pages.width(false);
    }

    private static PdfTable of(PdfPages pages, Table table) {
        List<List<String>> rows =
                table.written().stream()
                        .map(row -> row.stream().map(pages.regular::writable).toList())
                        .toList();
        return new PdfTable(pages, table.columns(), rows, table.total() != null);
    }

    private void write(String title, float room) throws IOException {
        for (float size : SIZES) {
            if (sum(natural(size)) <= room || size == SIZES[SIZES.length - 1]) {
                float[] widths = natural(size);
                if (sum(least(widths)) > room && columns.size() > 2) {
                    split(title, widths, room);
                } else {
                    draw(title, spread(widths, room), size);
                }
                return;
            }
        }
    }

    private void split(String title, float[] widths, float room) throws IOException {
        float[] least = least(widths);
        float used = least[0];
        int end = 1;
        while (end < columns.size() && used + least[end] <= room) {
            used += least[end];
            end++;
        }
        end = Math.clamp(end, 2, columns.size() - 1);
        columns(IntStream.range(0, end).toArray()).write(title, room);
        pages.down(10);
        int from = end;
        columns(IntStream.concat(IntStream.of(0), IntStream.range(from, columns.size())).toArray())
                .write(title + ", more columns", room);
    }

    private PdfTable columns(int[] which) {
        return new PdfTable(
                pages,
                IntStream.of(which).mapToObj(columns::get).toList(),
                rows.stream().map(row -> IntStream.of(which).mapToObj(row::get).toList()).toList(),
                totalled);
    }

    /// As wide as what stands in it; long words wrap.
    private float[] natural(float size) {
        float[] widths = new float[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            String title = pages.strong.writable(columns.get(c).title());
            float most = 0;
            for (String word : title.split(" ", -1)) {
                most = Math.max(most, pages.strong.width(word, size));
            }
            most = Math.max(most, Math.min(60, pages.strong.width(title, size)));
            for (int r = 0; r < rows.size(); r++) {
                boolean total = totalled && r == rows.size() - 1;
                PdfFont font = total || c == 0 ? pages.strong : pages.regular;
                most = Math.max(most, font.width(rows.get(r).get(c), size));
            }
            boolean text = columns.get(c).isText();
            widths[c] = (text ? Math.min(most, MOST_TEXT) : most) + 2 * PAD;
        }
        return widths;
    }

    private float[] least(float[] widths) {
        float[] least = widths.clone();
        for (int c = 0; c < least.length; c++) {
            least[c] = columns.get(c).isText() ? Math.min(least[c], LEAST_TEXT) : least[c];
        }
        return least;
    }

    /// Too narrow: names give way. Room left: the names take it.
    private float[] spread(float[] widths, float room) {
        float over = sum(widths) - room;
        float[] least = least(widths);
        float gives = sum(widths) - sum(least);
        float[] spread = widths.clone();
        float text = 0;
        for (int c = 0; c < spread.length; c++) {
            text += columns.get(c).isText() ? widths[c] : 0;
        }
        for (int c = 0; c < spread.length; c++) {
            if (over > 0 && gives > 0) {
                spread[c] -= over * (widths[c] - least[c]) / gives;
            } else if (over < 0 && columns.get(c).isText()) {
                spread[c] += -over * widths[c] / text;
            }
        }
        return spread;
    }

    private void draw(String title, float[] widths, float size) throws IOException {
        float step = size * 1.3f;
        var heads = new ArrayList<List<String>>();
        for (int c = 0; c < widths.length; c++) {
            heads.add(pages.strong.wrap(columns.get(c).title(), size, widths[c] - 2 * PAD, 3));
        }
        pages.need(height(heads, step) + 3 * (step + 4));
        row(heads, widths, size, true, true);
        for (int r = 0; r < rows.size(); r++) {
            boolean total = totalled && r == rows.size() - 1;
            var cells = new ArrayList<List<String>>();
            for (int c = 0; c < widths.length; c++) {
                PdfFont font = total || c == 0 ? pages.strong : pages.regular;
                cells.add(font.wrap(rows.get(r).get(c), size, widths[c] - 2 * PAD, MOST_LINES));
            }
            if (height(cells, step) > pages.left()) {
                pages.turn();
                if (!title.isEmpty()) {
                    String words = pages.strong.writable(title + " (continued)");
                    pages.text(
                            pages.strong.fit(words, 9, pages.width()),
                            pages.strong,
                            9,
                            Ink.TEXT,
                            PdfPages.MARGIN,
                            pages.y() + 9);
                    pages.down(16);
                }
                row(heads, widths, size, true, true);
            }
            row(cells, widths, size, false, total);
        }
    }

    private static float height(List<List<String>> cells, float step) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * step + 4;
    }

    private void row(
            List<List<String>> cells, float[] widths, float size, boolean head, boolean bold)
            throws IOException {
        float step = size * 1.3f;
        float high = height(cells, step);
        float top = pages.y();
        float x = PdfPages.MARGIN;
        if (head) {
            pages.shade(x, top, sum(widths), high);
        } else if (bold) {
            pages.line(Ink.SECOND, x, top, x + sum(widths), top);
        }
        for (int c = 0; c < widths.length; c++) {
            PdfFont font = bold || c == 0 ? pages.strong : pages.regular;
            List<String> lines = cells.get(c);
            for (int l = 0; l < lines.size(); l++) {
                float from =
                        columns.get(c).isText()
                                ? x + PAD
                                : x + widths[c] - PAD - font.width(lines.get(l), size);
                pages.text(lines.get(l), font, size, Ink.TEXT, from, top + 2 + l * step + size);
            }
            x += widths[c];
        }
        pages.line(Ink.LINE, PdfPages.MARGIN, top + high, x, top + high);
        pages.down(high);
    }

    private static float sum(float[] all) {
        float sum = 0;
        for (float one : all) {
            sum += one;
        }
        return sum;
    }
}
