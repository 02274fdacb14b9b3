package org.claimscope.charts.palette;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// A text's job on the page, which decides its size, line height and weight. The family is
/// Claimscope Sans: Inter with figures of equal width, because JavaFX cannot ask a font for them
/// and columns of money would not line up.
public enum TypeRole {
    PAGE_TITLE(18, 24, Weight.SEMI_BOLD),
    KPI_VALUE(22, 28, Weight.SEMI_BOLD),
    STRIP_VALUE(16, 22, Weight.SEMI_BOLD),
    ANSWER(14, 20, Weight.REGULAR),
    CARD_TITLE(13, 16, Weight.SEMI_BOLD),
    BODY(12, 16, Weight.REGULAR),
    BODY_STRONG(12, 16, Weight.SEMI_BOLD),
    BUTTON(12, 16, Weight.MEDIUM),
    CAPTION(11, 14, Weight.REGULAR),
    CAPTION_STRONG(11, 14, Weight.SEMI_BOLD),
    HEADER(11, 14, Weight.MEDIUM),
    SMALL_AXIS(10, 12, Weight.REGULAR);

    /// How heavy a text is. Each weight is its own font file and its own family name.
    public enum Weight {
        REGULAR("Claimscope Sans", "ClaimscopeSans-Regular.otf"),
        MEDIUM("Claimscope Sans Medium", "ClaimscopeSans-Medium.otf"),
        SEMI_BOLD("Claimscope Sans Semi Bold", "ClaimscopeSans-SemiBold.otf");

        private final String family;
        private final String file;

        Weight(String family, String file) {
            this.family = family;
            this.file = file;
        }

        /// The name for `-fx-font-family`.
        public String family() {
            return family;
        }
    }

    static {
        for (Weight weight : Weight.values()) {
            load(weight);
        }
    }

    private final double size;
    private final double line;
    private final Weight weight;

    TypeRole(double size, double line, Weight weight) {
        this.size = size;
        this.line = line;
        this.weight = weight;
    }

    public double size() {
        return size;
    }

    /// Height of one line of text.
    public double line() {
        return line;
    }

    public Weight weight() {
        return weight;
    }

    public Font font() {
        return Font.font(weight.family(), size);
    }

    private static void load(Weight weight) {
        String path = "/org/claimscope/charts/fonts/" + weight.file;
        try (InputStream in = TypeRole.class.getResourceAsStream(path)) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException("font missing: " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
