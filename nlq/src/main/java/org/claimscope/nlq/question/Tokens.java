package org.claimscope.nlq.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.question.Token.Kind;
import org.jspecify.annotations.Nullable;

/// Cuts a question into tokens. Code shapes come first, so that `CO-97` is no number and `A/R` one
/// word.
public final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<date>\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?!\\d))"
                            + "|(?<monthday>\\d{4}-\\d{2}(?!\\d)|\\d{1,2}/\\d{1,2}(?!\\d))"
                            + "|(?<carc>\\b(?:co|oa|pi|pr)[- ]?(?:\\d{1,3}|[a-z]\\d{1,2})\\b)"
                            + "|(?<ar>\\ba/r\\b)"
                            + "|(?<year>['’]\\d{2}\\b)"
                            + "|(?<ordinal>\\d{1,2}(?:st|nd|rd|th)\\b)"
                            + "|(?<number>\\$ ?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?: ?(?:k|m|mm|million|thousand)\\b)?"
                            + "|(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+) ?(?:%|percent\\b|pct\\b)"
                            + "|\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:(?:k|mm)\\b| ?(?:million|thousand)\\b)?(?![\\p{L}\\d]))"
                            + "|(?<code>\\p{L}\\d{2}\\.\\w{1,4})"
                            + "|(?<word>[\\p{L}\\p{N}_]+(?:['’&][\\p{L}\\p{N}]+)*)"
                            + "|(?<sign><=|>=|!=|<|>|=|≤|≥|%|\\+)"
                            + "|(?<dollars>\\$(?! ?\\d))"
                            + "|(?<count>#(?! ?\\d))"
                            + "|(?<dash>[-–—])"
                            + "|(?<comma>[,;:/|])"
                            + "|(?<quiet>[.?!\"“”()'’$#\\s])"
                            + "|(?<other>.)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Map<String, Integer> NUMBER_WORDS =
            Map.ofEntries(
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("fifteen", 15),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("sixty", 60),
                    Map.entry("ninety", 90));

    private Tokens() {}

    public static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            Token token = token(m, text);
            if (token != null) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static @Nullable Token token(Matcher m, String text) {
        String raw = m.group().toLowerCase(Locale.ROOT);
        if (m.group("quiet") != null || (m.group("dash") != null && withinWord(text, m.start()))) {
            return null;
        }
        if (m.group("date") != null || m.group("monthday") != null) {
            return plain(Kind.DATE, raw, m);
        }
        if (m.group("carc") != null) {
            String code = raw.replaceFirst("^(co|oa|pi|pr)[- ]?", "").toUpperCase(Locale.ROOT);
            return new Token(Kind.CARC, code, code, null, m.start(), m.end());
        }
        if (m.group("ar") != null) {
            return plain(Kind.WORD, "ar", m);
        }
        if (m.group("year") != null) {
            int year = 2000 + Integer.parseInt(raw.substring(1));
            return number(Kind.NUMBER, Integer.toString(year), BigDecimal.valueOf(year), m);
        }
        if (m.group("ordinal") != null) {
            String digits = raw.substring(0, raw.length() - 2);
            return number(Kind.NUMBER, raw, new BigDecimal(digits), m);
        }
        if (m.group("number") != null) {
            return amount(raw, m);
        }
        if (m.group("word") != null || m.group("code") != null) {
            return word(raw, m);
        }
        if (m.group("sign") != null) {
            return plain(Kind.SIGN, raw.replace("≤", "<=").replace("≥", ">="), m);
        }
        if (m.group("dash") != null) {
            return plain(Kind.DASH, "-", m);
        }
        if (m.group("dollars") != null) {
            return plain(Kind.WORD, "dollars", m);
        }
        if (m.group("count") != null) {
            return plain(Kind.WORD, "number", m);
        }
        if (raw.equals("&")) {
            return plain(Kind.WORD, "and", m);
        }
        return plain(m.group("comma") != null ? Kind.COMMA : Kind.OTHER, raw, m);
    }

    private static Token word(String raw, Matcher m) {
        String text = raw.replace('’', '\'').replaceFirst("'s$", "").replaceFirst("'$", "");
        Integer number = NUMBER_WORDS.get(text);
        if (number != null) {
            return number(Kind.NUMBER, number.toString(), BigDecimal.valueOf(number), m);
        }
        return plain(Kind.WORD, text, m);
    }

    /// A hyphen joins two words; between numbers or blanks it is a dash.
    private static boolean withinWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1))
                && !(Character.isDigit(text.charAt(at - 1))
                        && Character.isDigit(text.charAt(at + 1)));
    }

    private static Token amount(String raw, Matcher m) {
        boolean percent = raw.matches(".*(%|percent|pct)$");
        boolean money = raw.startsWith("$");
        String digits = raw.replaceAll("[^0-9.]", "");
        BigDecimal value = new BigDecimal(digits.isEmpty() ? "0" : digits);
        if (raw.endsWith("k") || raw.endsWith("thousand")) {
            value = value.movePointRight(3);
        } else if (raw.endsWith("m") || raw.endsWith("million")) {
            value = value.movePointRight(6);
        }
        if (percent) {
            return number(Kind.PERCENT, digits + "%", value.movePointLeft(2), m);
        }
        return number(money ? Kind.MONEY : Kind.NUMBER, value.toBigInteger().toString(), value, m);
    }

    private static Token number(Kind kind, String text, BigDecimal value, Matcher m) {
        return new Token(kind, text, text, value, m.start(), m.end());
    }

    private static Token plain(Kind kind, String text, Matcher m) {
        return new Token(kind, text, stem(text), null, m.start(), m.end());
    }

    /// The word without its plural ending, so that `payers` is `payer` and `status` stays.
    public static String stem(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.matches(".*(ss|us|is|as|ous)$")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(sses|ches|shes|xes)$")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    /// A listed phrase in the form that questions are compared in.
    public static String key(String phrase) {
        return of(phrase).stream()
                .filter(t -> t.kind() != Kind.COMMA && t.kind() != Kind.DASH)
                .map(Token::stem)
                .collect(Collectors.joining(" "));
    }
}
