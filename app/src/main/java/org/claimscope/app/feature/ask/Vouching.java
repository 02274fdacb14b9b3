package org.claimscope.app.feature.ask;

/// Whether a question is verified, and the way to make it so.
///
/// @param save keeps the question and how it reads
record Vouching(boolean verified, Runnable save) {}
