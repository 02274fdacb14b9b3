package org.claimscope.data.format.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Documents that run over lines: single resources, Bundles of any size, lists of resources, one
/// after the other. A Bundle is never held whole: its entries are cut out one by one by counting
/// braces outside of strings.
final class DocumentUnits implements Units {
    /// R4 resources nest about twenty deep.
    private static final int MAX_DEPTH = 500;

    private static final byte[] ENTRY = {'"', 'e', 'n', 't', 'r', 'y', '"'};

    private final InputStream in;
    private byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;

    private int depth;
    private int deepest;
    private int from;
    private int to;
    private long number;
    private Problem problem = Problem.NONE;
    private boolean endedInside;

    DocumentUnits(byte[] head, InputStream in) {
        this.in = in;
        this.buffer = Arrays.copyOf(head, Math.max(head.length, 1 << 17));
        this.limit = head.length;
    }

    /// At depth 0 between documents, at depth 2 between the entries of a Bundle, at depth 1 between
    /// the elements of a list.
    private int unitDepth;

    @Override
    public boolean next() throws IOException {
        problem = Problem.NONE;
        while (true) {
            compact();
            int b = peek(position);
            if (b < 0) {
                endedInside |= unitDepth > 0;
                return false;
            }
            from = position;
            if (b == '{') {
                if (document()) {
                    number++;
                    return true;
                }
            } else if (b == '[' && unitDepth == 0) {
                unitDepth = 1;
                position++;
            } else if (b == ']' && unitDepth == 1) {
                unitDepth = 0;
                position++;
            } else if (b == ']' && unitDepth == 2) {
                restOfBundle();
            } else if (b <= ' ' || b == ',' || b > 127) {
                position++;
            } else {
                junk();
                number++;
                return true;
            }
        }
    }

    /// Goes to the end of an object, or, of a Bundle, to its first entry.
    ///
    /// @return false if it was the head of a Bundle
    private boolean document() throws IOException {
        depth = unitDepth;
        deepest = depth;
        int at = position;
        int nameFrom = at;
        int nameTo = at;
        while (true) {
            int b = peek(at);
            if (b < 0) {
                return unit(at, problem == Problem.NONE ? Problem.CUT_OFF : problem);
            }
            switch (b) {
                case '"' -> {
                    nameFrom = at - from;
                    at = string(at);
                    nameTo = at - from;
                    continue;
                }
                case '{' -> depth++;
                case '[' -> {
                    depth++;
                    if (unitDepth == 0 && depth == 2 && isEntry(nameFrom, nameTo)) {
                        unitDepth = 2;
                        position = at + 1;
                        return false;
                    }
                }
                case '}', ']' -> depth--;
                default -> {}
            }
            deepest = Math.max(deepest, depth);
            at++;
            if (depth <= unitDepth) {
                boolean deep = deepest - unitDepth > MAX_DEPTH && problem == Problem.NONE;
                return unit(at, deep ? Problem.TOO_DEEP : problem);
            }
            if (at - from > MAX_RESOURCE) {
                at = passOver(at);
            }
        }
    }

    private boolean isEntry(int nameFrom, int nameTo) {
        return nameTo - nameFrom == ENTRY.length
                && from + nameTo <= limit
                && Arrays.equals(buffer, from + nameFrom, from + nameTo, ENTRY, 0, ENTRY.length);
    }

    private boolean unit(int end, Problem what) {
        int last = Math.min(end, limit);
        to = what == Problem.NONE ? last : Math.min(last, from + KEPT_OF_BROKEN);
        position = end;
        problem = what;
        return true;
    }

    /// @return the place after the string that starts here
    private int string(int start) throws IOException {
        int at = start + 1;
        while (true) {
            int b = peek(at);
            if (b < 0 || b == '"') {
                return b < 0 ? at : at + 1;
            }
            at += b == '\\' ? 2 : 1;
            if (at - from > MAX_RESOURCE) {
                at = passOver(at);
            }
        }
    }

    /// Too much for one resource: the beginning stays, the rest is counted through and forgotten.
    private int passOver(int at) {
        problem = Problem.TOO_LONG;
        int kept = from + KEPT_OF_BROKEN;
        int rest = Math.max(0, limit - at);
        System.arraycopy(buffer, Math.min(at, limit), buffer, kept, rest);
        limit = kept + rest;
        return kept;
    }

    /// What follows the entries of a Bundle.
    private void restOfBundle() throws IOException {
        int open = 1;
        position++;
        while (open > 0) {
            from = position;
            int b = peek(position);
            if (b < 0) {
                endedInside = true;
                break;
            }
            if (b == '"') {
                position = string(position);
                continue;
            }
            compact();
            open += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            position++;
        }
        unitDepth = 0;
        problem = Problem.NONE;
    }

    /// Bytes that begin no JSON, to the next line end or brace.
    private void junk() throws IOException {
        int at = position;
        while (true) {
            int b = peek(at);
            if (b < 0 || b == '\n' || b == '{' || b == '[') {
                break;
            }
            at++;
            if (at - from > MAX_RESOURCE) {
                at = passOver(at);
            }
        }
        // A closing bracket that closes nothing, and the like, must not stop the reading.
        unit(Math.max(at, position + 1), problem == Problem.NONE ? Problem.NOT_JSON : problem);
    }

    /// @return the byte at a place, or -1 at the end; may move the buffer, not the places in it
    ///   that count from `from`
    private int peek(int at) throws IOException {
        while (at >= limit && !ended) {
            fill();
        }
        return at < limit ? buffer[at] & 0xff : -1;
    }

    private void fill() throws IOException {
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            ended = true;
        } else {
            limit += n;
        }
    }

    /// Forgets what lies before the next unit.
    private void compact() {
        if (position <= buffer.length / 2) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, Math.max(0, limit - position));
        limit = Math.max(0, limit - position);
        position = 0;
        from = 0;
    }

    @Override
    public long place() {
        return number;
    }

    @Override
    public byte[] bytes() {
        return buffer;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public boolean endedInside() {
        return endedInside;
    }
}
