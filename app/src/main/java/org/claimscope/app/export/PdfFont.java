package org.claimscope.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A font of the program inside one document: how wide words are, and where they break.
final class PdfFont {
    private static final String CUT = "…";

    /// Stands for a letter that the font does not have: seen to be missing, not left out.
    private static final int LACKING = 0x25A1;

    private final PDType0Font font;
    private final CmapLookup letters;
    private final TrueTypeFont shapes;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PdfFont(PDType0Font font, TrueTypeFont shapes) throws IOException {
        this.font = font;
        this.shapes = shapes;
        this.letters = shapes.getUnicodeCmapLookup();
    }

    /// @param weight `Regular` or `SemiBold`
    static PdfFont load(PDDocument document, String weight) throws IOException {
        String file = "ClaimscopeSans-" + weight + ".ttf";
        try (InputStream in = Objects.requireNonNull(PdfFont.class.getResourceAsStream(file))) {
            TrueTypeFont shapes = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // The document closes it, when it has embedded the letters that were used.
            return new PdfFont(PDType0Font.load(document, shapes, true), shapes);
        }
    }

    PDType0Font font() {
        return font;
    }

    /// The words as they can be written.
    String writable(String words) {
        var out = new StringBuilder();
        words.codePoints()
                .forEach(letter -> {
                    if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
                        out.append(' ');
                    } else if (Character.getType(letter) != Character.FORMAT) {
                        out.appendCodePoint(has(letter) ? letter : LACKING);
                    }
                });
        return out.toString();
    }

    private boolean has(int letter) {
        return letters.getGlyphId(letter) != 0;
    }

    float width(String words, float size) {
        double sum = 0;
        for (int letter : words.codePoints().toArray()) {
            sum += widths.computeIfAbsent(letter, this::advance);
        }
        return (float) (sum * size);
    }

    private float advance(int letter) {
        try {
            int shape = letters.getGlyphId(has(letter) ? letter : LACKING);
            return (float) shapes.getAdvanceWidth(shape) / shapes.getUnitsPerEm();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The words, or their beginning with an ellipsis.
    String fit(String words, float size, float room) {
        if (width(words, size) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end).stripTrailing() + CUT, size) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).stripTrailing() + CUT;
    }

    /// The words in lines; what is longer than the last line ends in an ellipsis.
    List<String> wrap(String words, float size, float room, int most) {
        var lines = new ArrayList<String>();
        String rest = writable(words).strip();
        while (!rest.isEmpty()) {
            if (lines.size() == most - 1 || width(rest, size) <= room) {
                lines.add(fit(rest, size, room));
                return lines;
            }
            int end = breakOf(rest, size, room);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /// Behind the last word that fits; inside a word that is longer than the line.
    private int breakOf(String words, float size, float room) {
        float sum = 0;
        int space = -1;
        int at = 0;
        while (at < words.length()) {
            int letter = words.codePointAt(at);
            sum += width(Character.toString(letter), size);
            if (sum > room) {
                break;
            }
            at += Character.charCount(letter);
            if (letter == ' ' || letter == '-' || letter == '/') {
                space = at;
            }
        }
        return space > 0 ? space : Math.max(at, Character.charCount(words.codePointAt(0)));
    }
}
