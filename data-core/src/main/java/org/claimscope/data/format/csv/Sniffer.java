package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds out what a file is by its content, never by its name: extracts come as UTF-16, with tabs
/// under `.csv`, as git-lfs pointers, as printed tuples, as spreadsheets.
public final class Sniffer {
    private static final int LOOK = 1 << 16;
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};

    private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*[\\[{]");

    private Sniffer() {}

    /// Looks at the head of the stream and puts it back.
    ///
    /// @param in must support mark and reset over 64 KB
    public static Sniffed sniff(BufferedInputStream in) throws IOException {
        in.mark(LOOK + 1);
        byte[] head = in.readNBytes(LOOK);
        in.reset();
        return sniff(head);
    }

    static Sniffed sniff(byte[] head) {
        if (startsWith(head, "PK\u0003\u0004")) {
            return new Sniffed.NotCsv(
                    "zip", "a zip or spreadsheet file, not CSV: export it as CSV");
        }
        if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new Sniffed.NotCsv(
                    "gzip",
                    "packed with gzip, once more or without saying so: call it .csv.gz, or unpack it");
        }
        if (startsWith(head, "ISA") && isMark(head)) {
            return new Sniffed.NotCsv("x12", "an X12 file, not CSV");
        }
        if ((startsWith(head, "MSH") || startsWith(head, "FHS") || startsWith(head, "BHS"))
                && isMark(head)) {
            return new Sniffed.NotCsv("hl7v2", "an HL7 v2 file, not CSV");
        }
        String charset = charset(head);
        String text = decode(head, charset);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return new Sniffed.Empty();
        }
        if (start.startsWith("version https://git-lfs.github.com/spec/")) {
            return new Sniffed.NotCsv(
                    "git-lfs-pointer",
                    "a git-lfs pointer, not the file itself: fetch it with git lfs pull");
        }
        if (start.startsWith("{") || JSON_ARRAY.matcher(start).lookingAt()) {
            return new Sniffed.NotCsv("json", "a JSON file, not CSV");
        }
        if (start.startsWith("<")) {
            return new Sniffed.NotCsv("xml", "an XML or HTML file, not CSV");
        }
        if (start.startsWith("(") && start.lines().limit(3).allMatch(l -> l.startsWith("("))) {
            return new Sniffed.NotCsv(
                    "tuples",
                    "printed tuples ("
                            + charset
                            + "), not CSV: there is no header; export the table again as CSV");
        }
        if (text.chars().limit(4096).anyMatch(c -> c == 0)) {
            return new Sniffed.NotCsv("binary", "a binary file, not CSV");
        }
        // As the reader sees it: empty lines are skipped, spaces are not.
        String firstLine = text.lines().filter(l -> !l.isEmpty()).findFirst().orElse("");
        byte delimiter = delimiter(firstLine);
        return new Sniffed.Text(charset, delimiter, cells(firstLine, (char) delimiter));
    }

    /// The fourth byte of X12 and HL7 is a separator; a column may be called `ISActive`.
    private static boolean isMark(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        char c = (char) (head[3] & 0xff);
        return !Character.isLetterOrDigit(c) && " _,;\t\"\r\n".indexOf(c) < 0;
    }

    private static String charset(byte[] head) {
        if (head.length >= 2) {
            int first = (head[0] & 0xff) << 8 | head[1] & 0xff;
            if (first == 0xfeff) {
                return "UTF-16BE";
            }
            if (first == 0xfffe) {
                return "UTF-16LE";
            }
        }
        int zerosEven = 0;
        int zerosOdd = 0;
        int look = Math.min(head.length, 512);
        for (int i = 0; i < look; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    zerosEven++;
                } else {
                    zerosOdd++;
                }
            }
        }
        // Latin text in UTF-16 without a mark: every other byte is zero.
        if (zerosOdd > look / 3) {
            return "UTF-16LE";
        }
        if (zerosEven > look / 3) {
            return "UTF-16BE";
        }
        return isUtf8(head) ? "UTF-8" : "windows-1252";
    }

    private static boolean isUtf8(byte[] head) {
        CharBuffer chars = CharBuffer.allocate(head.length + 1);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        // A character cut at the end of the look is not an error; at the end of the
                        // file it is.
                        .decode(ByteBuffer.wrap(head), chars, head.length < LOOK);
        return !result.isError();
    }

    private static String decode(byte[] head, String charset) {
        String text = new String(head, Charset.forName(charset));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte delimiter(String line) {
        byte best = ',';
        int most = 0;
        for (byte candidate : DELIMITERS) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                quoted ^= c == '"';
                if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /// The cells of one line, without quotes and outer blanks.
    public static List<String> cells(String line, char delimiter) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString().strip());
        return List.copyOf(names);
    }

    private static boolean startsWith(byte[] head, String prefix) {
        byte[] p = prefix.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < p.length) {
            return false;
        }
        for (int i = 0; i < p.length; i++) {
            if (head[i] != p[i]) {
                return false;
            }
        }
        return true;
    }

    /// Names compare without case, spaces, dots and underscores at the ends.
    static String normal(String columnName) {
        return columnName.strip().toLowerCase(Locale.ROOT);
    }
}
