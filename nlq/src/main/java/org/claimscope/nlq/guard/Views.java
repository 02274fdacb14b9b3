package org.claimscope.nlq.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts that a piece of bytes can be read as: as it stands, URL-encoded, with JSON's or HTML's
/// escapes, and in it what base64 and hex may hide, in UTF-8 or UTF-16; two encodings deep.
final class Views {
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int DEPTH = 2;

    private Views() {}

    static List<String> of(byte[] bytes) {
        var views = new ArrayList<String>();
        String plain = new String(bytes, StandardCharsets.UTF_8);
        // With escapes, the text without them says the same and more.
        if (plain.indexOf('\\') < 0) {
            views.add(plain);
        }
        if (nulls(bytes)) {
            // The NULs of UTF-16 are no letters: they fall out, whichever side they are on.
            views.add(new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
        }
        deeper(plain, 1, views);
        return views;
    }

    private static void deeper(String text, int depth, List<String> views) {
        var next = new ArrayList<String>();
        if (PERCENT.matcher(text).find()) {
            next.add(unpercent(text));
        }
        String plain = text;
        if (text.indexOf('\\') >= 0) {
            plain = unescaped(text);
            next.add(plain);
        }
        if (ENTITY.matcher(text).find()) {
            next.add(unentitled(text));
        }
        String hidden = Hiding.in(plain);
        if (!hidden.isEmpty()) {
            next.add(hidden);
        }
        for (String view : next) {
            views.add(view);
            if (view.indexOf('\0') >= 0) {
                views.add(view.replace("\0", ""));
            }
            // Taking away a backslash makes nothing new, unless it spelled a letter.
            boolean same = view.equals(plain) && text.indexOf("\\u") < 0;
            if (depth < DEPTH && !same) {
                deeper(view, depth + 1, views);
            }
        }
    }

    private static boolean nulls(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static String unpercent(String text) {
        return PERCENT.matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                new String(
                                        HexFormat.of().parseHex(m.group().replace("%", "")),
                                        StandardCharsets.UTF_8)))
                .replace('+', ' ');
    }

    private static String unescaped(String text) {
        return UNICODE.matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(m.group(1), 16))))
                .replaceAll("\\\\[nrtbf]", " ")
                .replace("\\/", "/")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private static String unentitled(String text) {
        return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(entity(m)));
    }

    private static String entity(java.util.regex.MatchResult m) {
        if (m.group(3) != null) {
            return NAMED.getOrDefault(m.group(3), " ");
        }
        int code =
                m.group(1) != null
                        ? Integer.parseInt(m.group(1))
                        : Integer.parseInt(m.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
}
