package org.claimscope.nlq.parse;

/// A span and the tokens it covers.
///
/// @param from index of the first token
/// @param to index after the last one
record Placed(Span span, int from, int to, double cost) {
    int words() {
        return to - from;
    }
}
