package org.claimscope.charts.shape;

import java.time.LocalDate;

/// Something that happened on a day and explains a figure, such as a payer's new rule.
///
/// @param words not blank
public record TimeNote(LocalDate day, String words) {
    public TimeNote {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a note without words");
        }
    }
}
