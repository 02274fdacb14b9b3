package org.claimscope.data.format.codeset;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.claimscope.data.format.codeset.TextLines.Line;
import org.claimscope.data.model.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/// How one publisher's file is written. Reads one file; [CodeSetFormat] makes one for each.
interface Layout {
    DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// Takes what lines come to.
    interface Sink {
        /// @param place the entry's first line
        void entry(long place, Entry entry);

        void reject(Line line, String column, Reason reason, String explanation);
    }

    /// @param line not blank
    void line(Line line, Sink to);

    /// What is still at hand when the file ends.
    void end(Sink to);

    /// A day as these lists write it, such as `20260101`.
    ///
    /// @throws DateTimeParseException when it is none
    static @Nullable LocalDate day(String text) {
        String day = text.strip();
        return day.isEmpty() || day.equals("*") ? null : LocalDate.parse(day, DAY);
    }

    /// Columns as record layouts count them, from 1; empty behind the line's end.
    static String columns(String line, int from, int to) {
        return from > line.length()
                ? ""
                : line.substring(from - 1, Math.min(to, line.length())).strip();
    }
}
