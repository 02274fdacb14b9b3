package org.claimscope.app.feature.ask;

/// A question worth asking.
///
/// @param note why, in a few words; empty for none
record Suggestion(String question, String note) {
    static Suggestion of(String question) {
        return new Suggestion(question, "");
    }
}
