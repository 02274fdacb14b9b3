package org.claimscope.nlq.guard;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A canary as it could be hidden among bytes: seven encodings, made here anew and not with the
/// product's own code.
final class Needles {
    private Needles() {}

    /// Ways of writing a text so that it looks like another: name → encoded.
    static Map<String, String> encoded(String text) {
        var all = new LinkedHashMap<String, String>();
        all.put("plain", text);
        all.put(
                "url",
                text.chars().mapToObj(c -> "%%%02X".formatted(c)).collect(Collectors.joining()));
        all.put("base64", base64("", text));
        all.put("hex", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        all.put(
                "json",
                text.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining()));
        all.put("html", text.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()));
        all.put(
                "utf16",
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE)));
        return all;
    }

    static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString((before + text).getBytes(StandardCharsets.UTF_8));
    }

    /// Byte strings that give a text away wherever they are found.
    static List<byte[]> of(String canary) {
        var all = new ArrayList<byte[]>();
        for (String text :
                List.of(canary, canary.toLowerCase(Locale.ROOT), canary.toUpperCase(Locale.ROOT))) {
            add(all, text);
            add(all, URLEncoder.encode(text, StandardCharsets.UTF_8));
            for (int shift = 0; shift < 3; shift++) {
                // What of the letters does not depend on what stands before and behind.
                String coded = base64("xy".substring(0, shift == 0 ? 0 : shift), text);
                int from = shift == 0 ? 0 : 4;
                int whole = (text.length() + shift) / 3 * 4;
                if (whole - from >= 6) {
                    add(all, coded.substring(from, whole));
                }
            }
            add(all, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            add(
                    all,
                    HexFormat.of()
                            .withUpperCase()
                            .formatHex(text.getBytes(StandardCharsets.UTF_8)));
            add(all, encoded(text).get("json"));
            add(all, encoded(text).get("html"));
            for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                all.add(text.getBytes(wide));
                add(all, Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(wide)));
            }
        }
        return all;
    }

    private static void add(List<byte[]> all, String text) {
        all.add(text.getBytes(StandardCharsets.UTF_8));
    }

    static boolean in(byte[] hay, String canary) {
        return of(canary).stream().anyMatch(n -> holds(hay, n));
    }

    private static boolean holds(byte[] hay, byte[] needle) {
        int last = hay.length - needle.length;
        outer:
        for (int i = 0; i <= last; i++) {
            if (hay[i] != needle[0]) {
                continue;
            }
            for (int k = 1; k < needle.length; k++) {
                if (hay[i + k] != needle[k]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
