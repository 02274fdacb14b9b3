package org.claimscope.nlq.answer;

/// The shape an answer is best seen in.
public enum ChartHint {
    /// One number.
    SINGLE,
    /// A number over time.
    LINE,
    /// A number by member.
    BARS,
    /// Two periods by member.
    DOT_RANGE,
    TABLE
}
