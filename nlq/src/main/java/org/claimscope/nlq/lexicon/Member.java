package org.claimscope.nlq.lexicon;

/// A member of a dimension, as the data write it.
public record Member(String dimension, String value) {}
