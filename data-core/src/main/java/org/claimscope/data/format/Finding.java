package org.claimscope.data.format;

/// A defect of a delivery that did not keep it from being read: a wrong control count, an unknown
/// version, totals that do not balance.
///
/// @param code what is wrong, as a stable word such as `se-count`
/// @param where such as `line 12, DOB`, `segment 41, SE01` or `message 3, PID-3`
/// @param text what a person should know; never a value of a record
public record Finding(String code, String where, String text) {}
