package org.claimscope.charts.palette;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours a chart paints with. Read from the theme's style sheet, so that a canvas and the
/// controls around it can never disagree.
public final class ChartPalette {
    /// Steps of the sequential and of the diverging scale.
    public static final int STEPS = 7;

    private static final Pattern ENTRY =
            Pattern.compile("(cs-[a-z0-9-]+)\\s*:\\s*(#[0-9A-Fa-f]{6})\\s*;");

    private static final List<Token> SERIES =
            List.of(
                    Token.SERIES_1,
                    Token.SERIES_2,
                    Token.SERIES_3,
                    Token.SERIES_4,
                    Token.SERIES_5,
                    Token.SERIES_6);
    private static final List<Token> SEQUENTIAL =
            List.of(
                    Token.SEQUENTIAL_1,
                    Token.SEQUENTIAL_2,
                    Token.SEQUENTIAL_3,
                    Token.SEQUENTIAL_4,
                    Token.SEQUENTIAL_5,
                    Token.SEQUENTIAL_6,
                    Token.SEQUENTIAL_7);
    private static final List<Token> DIVERGING =
            List.of(
                    Token.DIVERGING_1,
                    Token.DIVERGING_2,
                    Token.DIVERGING_3,
                    Token.DIVERGING_4,
                    Token.DIVERGING_5,
                    Token.DIVERGING_6,
                    Token.DIVERGING_7);

    private final Theme theme;
    private final Map<Token, Color> colors;

    private ChartPalette(Theme theme, Map<Token, Color> colors) {
        this.theme = theme;
        this.colors = colors;
    }

    /// @throws IllegalStateException if the style sheet misses a token or knows one too many
    public static ChartPalette of(Theme theme) {
        Map<String, Color> named = new HashMap<>();
        Matcher entry = ENTRY.matcher(read(theme.stylesheet()));
        while (entry.find()) {
            named.put(entry.group(1), Color.web(entry.group(2)));
        }
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            Color color = named.remove(token.css());
            if (color == null) {
                throw new IllegalStateException(theme + " has no colour " + token.css());
            }
            colors.put(token, color);
        }
        if (!named.isEmpty()) {
            throw new IllegalStateException(theme + " has unknown colours " + named.keySet());
        }
        return new ChartPalette(theme, Collections.unmodifiableMap(colors));
    }

    public Theme theme() {
        return theme;
    }

    public Color color(Token token) {
        return Objects.requireNonNull(colors.get(token));
    }

    /// The colour of the n-th series, counted from 0. There are six; everything after is context.
    public Token series(int index) {
        return SERIES.get(Math.min(index, 5));
    }

    /// An amount from least (1) to most (7).
    public Token sequential(int step) {
        return SEQUENTIAL.get(clamp(step) - 1);
    }

    /// Text that can be read on `sequential(step)`. The light scale turns dark at step 6, the dark
    /// scale turns light at step 5.
    public Token onSequential(int step) {
        int firstHigh = theme == Theme.LIGHT ? 6 : 5;
        return step >= firstHigh ? Token.ON_SEQUENTIAL_HIGH : Token.ON_SEQUENTIAL_LOW;
    }

    /// From worse (1) over no change (4) to better (7).
    public Token diverging(int step) {
        return DIVERGING.get(clamp(step) - 1);
    }

    private static int clamp(int step) {
        return Math.clamp(step, 1, STEPS);
    }

    private static String read(String address) {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
