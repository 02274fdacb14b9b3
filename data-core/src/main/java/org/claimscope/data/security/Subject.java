package org.claimscope.data.security;

/// Who asks.
///
/// @param user the name in audit entries
public record Subject(String user) {}
