package org.claimscope.data.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads delimited text record by record, as slices of bytes, without making strings.
///
/// RFC 4180 with the field's dirt: any line end (CRLF, LF, CR), no final line end, quotes with line
/// ends inside, text after a closing quote, empty lines between records. A quote that is never
/// closed costs its own line, not the rest of the file. Not thread-safe; slices are valid until the
/// next record.
final class CsvReader implements AutoCloseable {
    /// No record of this field is longer; without a limit one stray quote would swallow a file.
    static final int MAX_RECORD = 1 << 20;

    private static final int CHUNK = 1 << 18;

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer = new byte[CHUNK * 2];
    private int position;
    private int limit;
    private boolean ended;

    private int[] from = new int[64];
    private int[] length = new int[64];
    private boolean[] unescaped = new boolean[64];
    private int fields;
    private byte[] scratch = new byte[4096];
    private int scratchUsed;

    private int recordStart;
    private int recordEnd;
    private long line;
    private long nextLine = 1;
    private Problem problem = Problem.NONE;

    /// What is wrong with the record's shape.
    enum Problem {
        NONE,
        UNCLOSED_QUOTE,
        TOO_LONG
    }

    /// @param in UTF-8 bytes; a byte order mark is skipped
    CsvReader(InputStream in, byte delimiter) throws IOException {
        this.in = in;
        this.delimiter = delimiter;
        fill();
        if (limit >= 3
                && (buffer[0] & 0xff) == 0xef
                && (buffer[1] & 0xff) == 0xbb
                && (buffer[2] & 0xff) == 0xbf) {
            position = 3;
        }
    }

    /// Goes to the next record.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        skipEmptyLines();
        if (position >= limit && ended) {
            return false;
        }
        line = nextLine;
        problem = Problem.NONE;
        while (!parse(false)) {
            if (limit - recordStart > MAX_RECORD) {
                // Either one huge record or a quote that never closes: take the first line only.
                problem = Problem.UNCLOSED_QUOTE;
                parseFirstLine();
                return true;
            }
            fill();
        }
        return true;
    }

    private void skipEmptyLines() throws IOException {
        while (true) {
            if (position >= limit) {
                if (ended) {
                    return;
                }
                fill();
                continue;
            }
            byte b = buffer[position];
            if (b == '\n') {
                nextLine++;
                position++;
            } else if (b == '\r') {
                if (position + 1 >= limit && !ended) {
                    fill();
                    continue;
                }
                position++;
                if (position < limit && buffer[position] == '\n') {
                    position++;
                }
                nextLine++;
            } else {
                return;
            }
        }
    }

    /// Parses one record from `position`.
    ///
    /// @return false when more bytes are needed
    private boolean parse(boolean ignoreQuotes) {
        recordStart = position;
        fields = 0;
        scratchUsed = 0;
        long lines = 0;
        int at = position;
        while (true) {
            // One field.
            int start = at;
            if (!ignoreQuotes && at < limit && buffer[at] == '"') {
                int scratchFrom = scratchUsed;
                boolean escaped = false;
                int piece = ++at;
                while (true) {
                    if (at >= limit) {
                        if (!ended) {
                            return false;
                        }
                        problem = Problem.UNCLOSED_QUOTE;
                        parseFirstLine();
                        return true;
                    }
                    byte b = buffer[at];
                    if (b == '"') {
                        if (at + 1 >= limit && !ended) {
                            return false;
                        }
                        if (at + 1 < limit && buffer[at + 1] == '"') {
                            stash(piece, at + 1);
                            escaped = true;
                            at += 2;
                            piece = at;
                            continue;
                        }
                        break;
                    }
                    if (b == '\n' || b == '\r' && (at + 1 >= limit || buffer[at + 1] != '\n')) {
                        lines++;
                    }
                    at++;
                }
                int close = at++;
                int tail = at;
                while (at < limit && !isEnd(buffer[at])) {
                    at++;
                }
                if (at >= limit && !ended) {
                    return false;
                }
                if (escaped || at > tail) {
                    stash(piece, close);
                    stash(tail, at);
                    add(scratchFrom, scratchUsed - scratchFrom, true);
                } else {
                    add(piece, close - piece, false);
                }
            } else {
                byte d = delimiter;
                while (at < limit) {
                    byte b = buffer[at];
                    if (b == d || b == '\n' || b == '\r') {
                        break;
                    }
                    at++;
                }
                if (at >= limit && !ended) {
                    return false;
                }
                add(start, at - start, false);
            }
            if (at >= limit) {
                recordEnd = at;
                break;
            }
            byte b = buffer[at];
            if (b == delimiter) {
                at++;
                continue;
            }
            recordEnd = at;
            if (b == '\r') {
                if (at + 1 >= limit && !ended) {
                    return false;
                }
                at++;
                if (at < limit && buffer[at] == '\n') {
                    at++;
                }
            } else {
                at++;
            }
            lines++;
            break;
        }
        nextLine = line + lines;
        position = at;
        return true;
    }

    private void parseFirstLine() {
        Problem found = problem;
        if (!parse(true)) {
            // The line itself is longer than any record may be: give up what is in the buffer.
            found = Problem.TOO_LONG;
            fields = 0;
            recordEnd = limit;
            position = limit;
        }
        problem = found;
    }

    private boolean isEnd(byte b) {
        return b == delimiter || b == '\n' || b == '\r';
    }

    private void add(int start, int size, boolean inScratch) {
        if (fields == from.length) {
            from = Arrays.copyOf(from, fields * 2);
            length = Arrays.copyOf(length, fields * 2);
            unescaped = Arrays.copyOf(unescaped, fields * 2);
        }
        from[fields] = start;
        length[fields] = size;
        unescaped[fields] = inScratch;
        fields++;
    }

    private void stash(int start, int end) {
        int size = end - start;
        if (scratchUsed + size > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, scratchUsed + size));
        }
        System.arraycopy(buffer, start, scratch, scratchUsed, size);
        scratchUsed += size;
    }

    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (buffer.length - limit < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            ended = true;
        } else {
            limit += n;
        }
    }

    int fieldCount() {
        return fields;
    }

    /// The array that a field's slice points into.
    byte[] bytes(int field) {
        return unescaped[field] ? scratch : buffer;
    }

    int from(int field) {
        return from[field];
    }

    int length(int field) {
        return length[field];
    }

    /// The record's first line, from 1.
    long line() {
        return line;
    }

    Problem problem() {
        return problem;
    }

    /// The record's bytes as delivered, without its line end.
    byte[] original() {
        return Arrays.copyOfRange(buffer, recordStart, recordEnd);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
