package org.claimscope.nlq;

/// One part of how a question was understood, for display: "Measure: Denial rate".
public record Chip(String label, String value) {}
