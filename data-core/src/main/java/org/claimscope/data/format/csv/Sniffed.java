package org.claimscope.data.format.csv;

import java.util.List;

/// What a look at the first bytes of a file tells.
public sealed interface Sniffed {
    /// Delimited text.
    ///
    /// @param charset name of the character set; anything but UTF-8 is converted while reading
    /// @param delimiter the byte between fields
    /// @param header the column names, trimmed, without byte order mark
    record Text(String charset, byte delimiter, List<String> header) implements Sniffed {}

    /// Nothing but spaces and line ends.
    record Empty() implements Sniffed {}

    /// Something else, called by its name.
    ///
    /// @param code a stable word such as `git-lfs-pointer`
    /// @param explanation what it is and what to do
    record NotCsv(String code, String explanation) implements Sniffed {}
}
